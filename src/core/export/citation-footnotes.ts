// The footnotes of one export: resolves citations to highlights, checks every quote against its reading text, and writes notes and sources.

import { figurePassage } from '../ledger/figure-passage.ts'
import { isAllowedLink } from '../markdown/safe-html.ts'
import type { Figure } from '../records/figure.ts'
import type { Highlight } from '../records/highlight.ts'
import type { Source } from '../records/source.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { freshLabel } from './analyst-footnotes.ts'
import { type CitationWording, citationParts, oneLine, primaryLanguage } from './citation-text.ts'
import { codePiece, fixedPiece, type Piece, textPiece, writePieces } from './plain-in-markdown.ts'

/** `quote` is what stands in the text, `names` what leads back to it, `where` how problems call it. */
type Resolved = { source: Source; label: string; quote?: string; names: string[]; where: string; state?: Highlight['state'] }
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
    return this.#resolve(number === undefined ? citekey : `${citekey}#h${number}`, () => this.#find(citekey, number))
  }

  /** The same for a kept figure: the footnote of the closest highlight around it, else one that quotes its sentence. */
  resolveFigure(figure: Figure): Resolution {
    const source = this.#view.get('sources', figure.source)
    const { start, end } = figure.passage
    const around = this.#view
      .by('highlightsBySource', figure.source)
      .filter(({ text, passage, removedAt }) => removedAt === undefined && text === figure.text && passage.start <= start && passage.end >= end)
      .sort((one, other) => one.passage.exact.length - other.passage.exact.length || one.number - other.number)[0]
    if (source && around) return this.resolve(source.citekey, around.number)
    return this.#resolve(figure.id, () => this.#findFigure(figure, source))
  }

  #resolve(key: string, find: () => Resolved | string): Resolution {
    const held = this.#resolved.get(key) ?? find()
    this.#resolved.set(key, held)
    if (typeof held === 'string') return { problem: held }
    const { label, where, state } = held
    if (state !== 'changed' && state !== 'lost') return { label }
    return { label, problem: `${where} quotes an earlier text of its source: in the newest the passage is ${state}` }
  }

  /** The notes in the order of their first citation, each ending in a line feed. */
  notes(hasLinkLabels: boolean): string[] {
    return this.#all().map(({ source, quote, names, label }) => {
      const identity = names.flatMap((name) => [fixedPiece(' ', ' '), codePiece(name)])
      const reference = [...referencePieces(source), ...identity]
      if (quote === undefined) return `[^${label}]: ${writePieces(reference, { hasLinkLabels })}\n`
      const paragraphs = quoteParagraphs(quote, source.language)
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
    if (number === undefined) return { source, label: freshLabel(citekey, this.#taken), names: [citekey], where: written }
    const highlight = this.#view.by('highlightsBySource', source.id).find((each) => each.number === number)
    if (!highlight) return `${written}: ${citekey} has no highlight h${number}`
    if (highlight.removedAt !== undefined) return `${written}: the highlight h${number} lies in the trash`
    const readingText = this.#view.readingText(highlight.text)
    if (readingText === undefined) return `${written}: the text of ${citekey} cannot be read, so the quote cannot be checked`
    const { exact, start, end } = highlight.passage
    if (readingText.slice(start, end) !== exact) return `${written}: the quote is not what stands in the text of ${citekey} at ${start}`
    const names = [`${citekey}#h${number}`, highlight.id]
    return { source, label: freshLabel(`${citekey}-h${number}`, this.#taken), quote: exact, names, where: written, state: highlight.state }
  }

  #findFigure(figure: Figure, source: Source | undefined): Resolved | string {
    const { exact, start, end } = figure.passage
    const where = `the figure “${oneLine(exact)}”`
    if (!source) return `${where}: its source is not in this notebook`
    const { citekey } = source
    if (source.removedAt !== undefined) return `${where}: the source ${citekey} lies in the trash`
    const readingText = this.#view.readingText(figure.text)
    if (readingText === undefined) return `${where}: the text of ${citekey} cannot be read, so the quote cannot be checked`
    if (readingText.slice(start, end) !== exact) return `${where}: it is not what stands in the text of ${citekey} at ${start}`
    const { before, written, after } = figurePassage(this.#view, figure)
    const label = freshLabel(`${citekey}-figure`, this.#taken)
    return { source, label, quote: `${before}${written}${after}`.trim(), names: [citekey, figure.id], where, state: figure.state }
  }
}

function referencePieces(source: Source, wording: CitationWording = {}): Piece[] {
  return citationParts(source, wording).map(({ kind, text }) =>
    kind === 'url' && isAllowedLink(text) && !text.startsWith('#') ? fixedPiece(`<${text}>`, text) : textPiece(text),
  )
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
