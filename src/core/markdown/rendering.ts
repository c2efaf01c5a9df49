// What one rendering knows while it walks the tokens: where it writes, what it was asked to resolve, and what it has found.

import type { CitationItem } from './citation-syntax.ts'
import type { FootnoteToken } from './markdown-tokens.ts'
import { RawElements } from './raw-elements.ts'
import { ReadingWriter } from './reading-writer.ts'
import { writeImage } from './render-inlines.ts'

/** What a window or an export knows and the text does not. All are called in the order of the text, and must be pure for one rendering. */
export type RenderHooks = {
  /** The label and hover title of a citation; undefined where the source or the highlight does not exist. */
  resolveCitation?: (citekey: string, highlight?: number) => { label: string; title?: string } | undefined
  /** The id of the insight with this title; undefined where there is none. */
  resolveWikilink?: (title: string) => string | undefined
  /** The notebook's own address (`files/<sha256>.<ext>`) of an image; undefined keeps the written one. */
  resolveImage?: (src: string) => string | undefined
}

export type RenderedCitation = CitationItem & { isResolved: boolean }
export type RenderedWikilink = { title: string; label: string; id?: string }
export type RenderedHeading = { depth: number; text: string; id: string; start: number }
export type RenderedFootnote = { label: string; number: number; start: number }

export type Rendering = {
  /** What the ids of this rendering start with. */
  idPrefix: string
  writer: ReadingWriter
  raw: RawElements
  plain: boolean
  hooks: RenderHooks
  citations: RenderedCitation[]
  wikilinks: RenderedWikilink[]
  headings: RenderedHeading[]
  /** How often each id was asked for. */
  headingIds: Map<string, number>
  footnotes: FootnoteNumbers
}

export function startRendering(
  hooks: RenderHooks,
  plain: boolean,
  idPrefix: string,
  footnotes: Map<string, FootnoteToken>,
  projection: number,
): Rendering {
  const writer = new ReadingWriter(!plain)
  const raw = new RawElements(writer, (src, alt, attributes) => writeImage(rendering, src, alt, attributes), !plain && projection >= 2)
  const rendering: Rendering = {
    idPrefix,
    writer,
    raw,
    plain,
    hooks,
    citations: [],
    wikilinks: [],
    headings: [],
    headingIds: new Map(),
    footnotes: new FootnoteNumbers(footnotes),
  }
  return rendering
}

type NumberedFootnote = { token: FootnoteToken; number: number; references: number }

/** Footnotes are numbered in the order in which the text refers to them; those that it never refers to come last, in the order they stand. */
export class FootnoteNumbers {
  #byKey = new Map<string, NumberedFootnote>()
  readonly #tokens: Map<string, FootnoteToken>

  constructor(tokens: Map<string, FootnoteToken>) {
    this.#tokens = tokens
  }

  refer(key: string): NumberedFootnote {
    const footnote = this.#number(key)
    footnote.references++
    return footnote
  }

  /** One footnote after another; writing a body may refer to further ones. */
  *inOrder(): Generator<NumberedFootnote> {
    let written = 0
    while (this.#byKey.size < this.#tokens.size || written < this.#byKey.size) {
      if (written === this.#byKey.size) this.#number([...this.#tokens.keys()].find((key) => !this.#byKey.has(key))!)
      yield [...this.#byKey.values()][written]!
      written++
    }
  }

  #number(key: string): NumberedFootnote {
    const known = this.#byKey.get(key)
    if (known) return known
    const footnote = { token: this.#tokens.get(key)!, number: this.#byKey.size + 1, references: 0 }
    this.#byKey.set(key, footnote)
    return footnote
  }
}
