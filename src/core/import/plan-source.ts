// A file's text to the `source.add` that brings it in: what its front matter says, its title, and the text itself, byte for byte.

import type { CommandInput } from '../commands/commands.ts'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import { renderMarkdown } from '../markdown/render-markdown.ts'
import { type FrontMatter, readFrontMatter } from './read-front-matter.ts'

export type SourcePlan = { input: CommandInput<'source.add'>; notes: string[] }

const maxTitleLength = 500

/** `fileName` gives the title where neither front matter nor a heading does. Undefined where there is no text. */
export function planSource(fileName: string, text: string): SourcePlan | undefined {
  const split = splitFrontMatter(text)
  const read = split.frontMatter === null ? undefined : readFrontMatter(split.frontMatter)
  const markdown = read === undefined || read.isDamaged ? text : split.body
  if (markdown.trim() === '') return undefined
  const { title, ...fields }: FrontMatter = read?.fields ?? {}
  const named = title ?? firstHeading(read?.isDamaged ? split.body : markdown) ?? titleOfFile(fileName)
  return { input: { title: named, ...fields, markdown }, notes: read?.notes ?? [] }
}

/** The words of the first heading, without its markup. Only the lines up to it are looked at: rendering a book for its title would cost seconds. */
function firstHeading(markdown: string): string | undefined {
  const lines = markdown.split(/\r\n|\n|\r/, 400)
  let fence: string | undefined
  for (const [position, line] of lines.entries()) {
    const [, mark] = /^ {0,3}(`{3,}|~{3,})/.exec(line) ?? []
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined
      continue
    }
    if (mark !== undefined) fence = mark
    else if (/^ {0,3}#{1,6}(?:[ \t]+|$)/.test(line)) {
      const words = wordsOf(line)
      if (words) return words
    } else if (
      /^ {0,3}(?:=+|-+)[ \t]*$/.test(lines[position + 1] ?? '') &&
      /^ {0,3}[^\s>#|-]/.test(line) &&
      (lines[position - 1] ?? '').trim() === ''
    ) {
      return wordsOf(`# ${line.trim()}`)
    }
  }
  return undefined
}

function wordsOf(heading: string): string | undefined {
  const words = renderMarkdown(heading).readingText.trim().replace(/\s+/g, ' ')
  return words === '' ? undefined : [...words].slice(0, maxTitleLength).join('')
}

function titleOfFile(fileName: string): string {
  const stem = fileName
    .replace(/\.[^.]*$/, '')
    .replace(/[_\s]+/g, ' ')
    .trim()
  return (stem || fileName || 'Untitled').normalize('NFC').slice(0, maxTitleLength)
}
