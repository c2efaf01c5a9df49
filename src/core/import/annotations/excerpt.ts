// A text made of the passages that are known of a source whose own text is not at hand: each quote once, in order, so that every highlight is exact in it.

import { escapeMarkdown, textPiece, writePieces } from '../../export/plain-in-markdown.ts'
import { renderMarkdown } from '../../markdown/render-markdown.ts'

/** What tells an excerpt from a text: the analyst can bring the text itself in, and no excerpt takes its place again. */
const notices = {
  passages: 'Passages only: the text itself has not been imported.',
  reference: 'Reference only: the text itself has not been imported.',
}

export type ExcerptPart =
  /** `place` is where it stands in the original, as people write it. */
  | { quote: string; place?: string }
  /** What was said of the source as a whole, or of a place without a quote. */
  | { remark: string }

export type Excerpt = {
  markdown: string
  /** For each quote, in order, what the reading text shows of it and where. */
  quotes: { quote: string; start: number; end: number }[]
}

export function makeExcerpt(title: string, kind: keyof typeof notices, parts: readonly ExcerptPart[]): Excerpt {
  const blocks = [`# ${writePieces([textPiece(oneLine(title))], { before: '# ' })}`, `*${notices[kind]}*`]
  const shown: string[] = []
  for (const part of parts) {
    if ('remark' in part) blocks.push(...paragraphsOf(part.remark).map(writeParagraph))
    else {
      const paragraphs = paragraphsOf(part.quote)
      const lines = paragraphs.map(writeParagraph)
      if (part.place) lines.push(`*${escapeMarkdown(oneLine(part.place))}*`)
      blocks.push(lines.map((paragraph) => `> ${paragraph.replaceAll('\n', '\n> ')}`).join('\n>\n'))
      shown.push(paragraphs.join('\n\n'))
    }
  }
  const markdown = `${blocks.join('\n\n')}\n`
  return { markdown, quotes: placeQuotes(markdown, shown) }
}

/**
 * The text for an excerpt that more is known of now: all that is new, and at its end what only the old one has. Undefined where `old` is no excerpt,
 * and must be left alone.
 */
export function mergeExcerpts(old: string, renewed: string): string | undefined {
  const oldBlocks = blocksOf(old)
  const isNotice = (block: string) => Object.values(notices).some((notice) => block === `*${notice}*`)
  if (!oldBlocks.some(isNotice)) return undefined
  const blocks = blocksOf(renewed)
  const held = new Set(blocks)
  const [title] = oldBlocks
  const kept = oldBlocks.filter((block) => !held.has(block) && !isNotice(block) && block !== title)
  return `${[...blocks, ...kept].join('\n\n')}\n`
}

function blocksOf(markdown: string): string[] {
  return markdown.trim().split(/\n{2,}/)
}

/** Paragraphs of lines, without white space at the ends of any. */
function paragraphsOf(text: string): string[] {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what Kindle and spreadsheets leave in quotes, and no text file holds
      .replace(/[\u0000-\u0008\u000e-\u001f\u007f\ufeff]/g, '')
      .split(/(?:[^\S\n]*(?:\r\n|\r|\n)){2,}/)
      .map((paragraph) =>
        paragraph
          .split(/\r\n|\r|\n|\u2028|\u2029/)
          .map((line) => line.trim())
          .filter((line) => line !== '')
          .join('\n'),
      )
      .filter((paragraph) => paragraph !== '')
  )
}

/** Markdown that shows just these lines; with as few backslashes as that needs. */
function writeParagraph(paragraph: string): string {
  const lines = paragraph.split('\n')
  const plain = lines.map((line) => writePieces([textPiece(line)])).join('\\\n')
  if (lines.length === 1 || renderMarkdown(plain).readingText.trim() === paragraph) return plain
  return lines.map(escapeMarkdown).join('\\\n')
}

function placeQuotes(markdown: string, shown: readonly string[]): Excerpt['quotes'] {
  const { readingText } = renderMarkdown(markdown)
  let position = 0
  return shown.map((quote) => {
    const start = readingText.indexOf(quote, position)
    if (start < 0) return { quote, start: 0, end: 0 }
    position = start + quote.length
    return { quote, start, end: position }
  })
}

function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
}
