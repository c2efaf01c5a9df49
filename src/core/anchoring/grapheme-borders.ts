// Borders between what a reader takes for one character: an offset never falls inside a surrogate pair, an emoji or a letter with its marks.

/** Made when a border is first in doubt: ICU takes 20 ms for it, a twentieth of a short command. */
let segmenter: Intl.Segmenter | undefined

/** Knows the borders of one text. Making it costs nothing; the text is given to the segmenter only when a border is in doubt. */
export class GraphemeBorders {
  readonly #text: string
  #segments: Intl.Segments | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** The range, widened to whole graphemes. */
  around(start: number, end: number): { start: number; end: number } {
    return { start: this.#isBorder(start) ? start : this.#graphemeAt(start).start, end: this.#isBorder(end) ? end : this.#graphemeAt(end).end }
  }

  #isBorder(offset: number): boolean {
    if (offset <= 0 || offset >= this.#text.length) return true
    if (isPlain(this.#text.charCodeAt(offset - 1)) && isPlain(this.#text.charCodeAt(offset))) return true
    return this.#graphemeAt(offset).start === offset
  }

  #graphemeAt(offset: number): { start: number; end: number } {
    segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
    this.#segments ??= segmenter.segment(this.#text)
    const grapheme = this.#segments.containing(offset)
    return grapheme ? { start: grapheme.index, end: grapheme.index + grapheme.segment.length } : { start: offset, end: offset }
  }
}

/** Two of these are never one grapheme (UAX #29): letters, punctuation, kana and ideographs that neither combine nor join. */
function isPlain(unit: number): boolean {
  return (
    (unit >= 0x20 && unit < 0x300 && unit !== 0xa9 && unit !== 0xae) ||
    unit === 0x0a ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    (unit >= 0x3001 && unit <= 0x3029 && unit !== 0x3004) ||
    (unit >= 0x3041 && unit <= 0x3096) ||
    (unit >= 0x30a1 && unit <= 0x30ff) ||
    (unit >= 0x3400 && unit <= 0x9fff) ||
    (unit >= 0xac00 && unit <= 0xd7a3) ||
    (unit >= 0xff01 && unit <= 0xff9d)
  )
}
