// The footnotes of one export: resolves citations to highlights, checks every quote against its reading text, and writes notes and sources.

import { isAllowedLink } from '../markdown/safe-html.ts'
import type { Highlight } from '../records/highlight.ts'
import type { Source } from '../records/source.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { freshLabel } from './analyst-footnotes.ts'
import { type CitationWording, citationParts, primaryLanguage } from './citation-text.ts'
import { codePiece, fixedPiece, type Piece, textPiece, writePieces } from './plain-in-markdown.ts'

type Resolved = { source: Source; highlight: Highlight | undefined; label: string }
type Resolution = { label: string; problem?: string } | { label?: never; problem: string }

export class CitationFootnotes {
  readonly #view: NotebookView
  readonly #taken: Set<string>
  readonly #resolved = new Map<string, Resolved | string>()

  /** `taken` are the footnote labels (as keys) that the bodies use: ours step aside. */
  constructor(view: NotebookView, taken: Set<string>) {
    this.#view = view
    this.#taken = taken
  }

  /** The label of the footnote for `@citekey#h7`, the same every time; or why there is none. A quote that a newer text lost has both. */
  resolve(citekey: string, number: number | undefined): Resolution {
    const written = number === undefined ? citekey : `${citekey}#h${number}`
    const held = this.#resolved.get(written) ?? this.#find(citekey, number)
    this.#resolved.set(written, held)
    if (typeof held === 'string') return { problem: held }
    const { state } = held.highlight ?? {}
    if (state !== 'changed' && state !== 'lost') return { label: held.label }
    return { label: held.label, problem: `@${written} quotes an earlier text of its source: in the newest the passage is ${state}` }
  }

  /** The notes in the order of their first citation, each ending in a line feed. */
  notes(hasLinkLabels: boolean): string[] {
    return this.#all().map(({ source, highlight, label }) => {
      const reference = [...referencePieces(source), fixedPiece(' ', ' '), ...identityPieces(source, highlight)]
      if (!highlight) return `[^${label}]: ${writePieces(reference, { hasLinkLabels })}\n`
      const paragraphs = quoteParagraphs(highlight.passage.exact, source.language)
      const last = paragraphs.length - 1
      const written = paragraphs.map((quote, position) => {
        const pieces = position === last ? [...quote, fixedPiece(' — ', ' — '), ...reference] : quote
        return writePieces(pieces, { hasLinkLabels })
      })
      return `[^${label}]: ${written.join('\n\n    ')}\n`
    })
  }

  /** One list item per cited source, by citekey in code units. */
  sources(hasLinkLabels: boolean): string[] {
    const cited = new Map(this.#all().map(({ source }) => [source.citekey, source]))
    const inOrder = [...cited.values()].sort((one, other) => (one.citekey < other.citekey ? -1 : 1))
    return inOrder.map((source) => {
      const pieces = [codePiece(source.citekey), fixedPiece(' ', ' '), ...referencePieces(source, { isWhole: true })]
      return `- ${writePieces(pieces, { hasLinkLabels })}\n`
    })
  }

  #all(): Resolved[] {
    return [...this.#resolved.values()].filter((held) => typeof held !== 'string')
  }

  #find(citekey: string, number: number | undefined): Resolved | string {
    const written = number === undefined ? `@${citekey}` : `@${citekey}#h${number}`
    const source = this.#view.by('sourcesByCitekey', citekey)[0]
    if (!source) return `${written}: no source has the citekey ${citekey}`
    if (source.removedAt !== undefined) return `${written}: the source ${citekey} lies in the trash`
    if (number === undefined) return { source, highlight: undefined, label: freshLabel(citekey, this.#taken) }
    const highlight = this.#view.by('highlightsBySource', source.id).find((each) => each.number === number)
    if (!highlight) return `${written}: ${citekey} has no highlight h${number}`
    if (highlight.removedAt !== undefined) return `${written}: the highlight h${number} lies in the trash`
    const readingText = this.#view.readingText(highlight.text)
    if (readingText === undefined) return `${written}: the text of ${citekey} cannot be read, so the quote cannot be checked`
    const { exact, start, end } = highlight.passage
    if (readingText.slice(start, end) !== exact) return `${written}: the quote is not what stands in the text of ${citekey} at ${start}`
    return { source, highlight, label: freshLabel(`${citekey}-h${number}`, this.#taken) }
  }
}

function referencePieces(source: Source, wording: CitationWording = {}): Piece[] {
  return citationParts(source, wording).map(({ kind, text }) =>
    kind === 'url' && isAllowedLink(text) && !text.startsWith('#') ? fixedPiece(`<${text}>`, text) : textPiece(text),
  )
}

function identityPieces(source: Source, highlight: Highlight | undefined): Piece[] {
  if (!highlight) return [codePiece(source.citekey)]
  return [codePiece(`${source.citekey}#h${highlight.number}`), fixedPiece(' ', ' '), codePiece(highlight.id)]
}

/**
 * The quote between its language's marks, a paragraph per line: a line of a reading text is a paragraph, an item or a row, and a line break
 * inside a Markdown paragraph would run two of them together.
 */
function quoteParagraphs(exact: string, language: string): Piece[][] {
  const [opening, closing] = quotationMarks(language)
  const lines = exact.split(/[\r\n]+/).filter((line) => line.trim() !== '')
  const first = lines.length === 1 ? undefined : lines.shift()?.trimEnd()
  const last = lines.pop() ?? exact
  const middle = lines.map((line) => [textPiece(line.trim(), 'last')])
  const end = fixedPiece(closing, closing)
  const start = fixedPiece(opening, opening)
  if (first === undefined) return [[start, textPiece(last.replace(/[\r\n]+/g, ' '), 'last'), end]]
  return [[start, textPiece(first, 'last')], ...middle, [textPiece(last.trimStart(), 'last'), end]]
}

/** Double quotation marks, corner brackets in Japanese and in Chinese of Taiwan and Hong Kong. */
function quotationMarks(language: string): readonly [string, string] {
  const primary = primaryLanguage(language)
  const isTraditional = primary === 'zh' && /-(?:hant|tw|hk|mo)\b/i.test(language)
  return primary === 'ja' || isTraditional ? ['「', '」'] : ['“', '”']
}
