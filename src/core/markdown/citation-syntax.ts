// The written forms of citations, wikilinks and footnote references, shared by the lexer and by the search for their places in a text.

export type CitationItem = {
  /** The source's citekey, without `@`. */
  citekey: string
  /** The number of the highlight in that source, as in `#h7`. */
  highlight?: number
}

// A Pandoc citekey: letters, digits and `_`, with single punctuation marks between them (Pandoc manual, "Citation syntax").
const CITEKEY = String.raw`@[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*`

/** `[@a]`, `[@a#h7]`, `[@a#h1; @b]`. Followed by `(` it is the text of a link. */
export const CITATION_SOURCE = String.raw`\[[ \t]*${CITEKEY}(?:[ \t]*;[ \t]*${CITEKEY})*[ \t]*\](?!\()`

/** `[[Title]]`, `[[Title|label]]`; in a table the bar is written `\|`. */
export const WIKILINK_SOURCE = String.raw`\[\[(?!\s*\])([^\[\]|\n\\]+)(?:\\?\|([^\[\]|\n]*))?\]\](?!\()`

/** `[^label]`: a footnote's mark in the text, and with a colon after it the start of its body. */
export const FOOTNOTE_SOURCE = String.raw`\[\^([^\s\[\]^]+)\]`

const ITEM = new RegExp(CITEKEY, 'gu')
const HIGHLIGHT = /#h([1-9]\d{0,8})$/

/** The items of a citation, with their places in `raw` (from `@` on). */
export function citationItems(raw: string): (CitationItem & { start: number; end: number })[] {
  return [...raw.matchAll(ITEM)].map((match) => {
    const start = match.index
    const end = start + match[0].length
    return { ...parseCitekey(match[0].slice(1)), start, end }
  })
}

/** `softbank2025#h7` to its source and highlight. */
function parseCitekey(written: string): CitationItem {
  const highlight = HIGHLIGHT.exec(written)
  return highlight ? { citekey: written.slice(0, highlight.index), highlight: Number(highlight[1]) } : { citekey: written }
}

/** Footnote labels meet without regard to case. */
export function footnoteKey(label: string): string {
  return label.toLowerCase()
}
