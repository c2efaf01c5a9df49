// Split YAML front matter from the body of a Markdown text, without reading the YAML.

export type FrontMatterSplit = {
  /** The YAML between the two fences, without them; null where there is none. */
  frontMatter: string | null
  /** The text after the closing fence, as it stands. */
  body: string
  /** UTF-16 offset of `body` in the text. */
  bodyStart: number
}

// The opening fence is the very first line. A lone `---` followed by prose that ends in `---` is a rule and a heading, not front matter:
// the first line after the fence must look like YAML (a key, a comment, a list item or the closing fence itself).
const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)(?=(?:---|\.\.\.)[ \t]*(?:\r|\n|$)|[ \t]*#|["']?[\p{L}\p{N}_][^\r\n:]*:(?:[ \t\r\n]|$)|- )/u
const CLOSING = /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/

/** Splits `text`; without front matter the body is the whole text. Never fails. */
export function splitFrontMatter(text: string): FrontMatterSplit {
  const opening = OPENING.exec(text)
  if (!opening) return { frontMatter: null, body: text, bodyStart: 0 }
  const rest = text.slice(opening[0].length)
  const closing = CLOSING.exec(rest)
  if (!closing) return { frontMatter: null, body: text, bodyStart: 0 }
  const bodyStart = opening[0].length + closing.index + closing[0].length
  return { frontMatter: rest.slice(0, closing.index), body: text.slice(bodyStart), bodyStart }
}
