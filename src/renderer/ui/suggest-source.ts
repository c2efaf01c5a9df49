// What a text says about itself: a title and a language, to begin the form with.

import { splitFrontMatter } from '../../core/markdown/front-matter.ts'
import { renderMarkdown } from '../../core/markdown/render-markdown.ts'
import { guessLanguage } from './guess-language.ts'

export type SourceSuggestion = { title: string; language: string }

const maxTitleLength = 300
/** A title stands at the head: rendering a whole book for it would hold up the typing. */
const headLength = 8_000

/** The first heading, else the first line, else what `name` (a file's, a page's) says. */
export function suggestSource(markdown: string, name = ''): SourceSuggestion {
  const head = markdown.slice(0, headLength)
  const { headings, readingText } = renderMarkdown(head)
  // As it was written: a reader would see the lines of a paragraph as one.
  const written =
    splitFrontMatter(head)
      .body.split(/\r\n|\n|\r/)
      .find((line) => line.trim() !== '') ?? ''
  const firstLine = renderMarkdown(written).readingText
  const title = headings.find(({ text }) => text.trim() !== '')?.text ?? (name || firstLine)
  return { title: cut(title), language: guessLanguage(readingText) }
}

/** `2025-11-14 sina_exit.md` → `2025-11-14 sina exit` */
export function titleOfFile(fileName: string): string {
  return cut(
    fileName
      .replace(/\.[^.]{1,8}$/, '')
      .replaceAll('_', ' ')
      .normalize('NFC'),
  )
}

/** At a word or sentence end where there is one near. */
function cut(title: string): string {
  const line = title.trim().replace(/\s+/g, ' ')
  const characters = [...line]
  if (characters.length <= maxTitleLength) return line
  const shortened = characters.slice(0, maxTitleLength).join('')
  return `${shortened.replace(/[\s\p{P}]+[^\s\p{P}]{0,20}$/u, '')}…`
}
