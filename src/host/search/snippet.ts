// A match with some of its surroundings, cut from the original text.

export type Snippet = { before: string; match: string; after: string }

const beforeLength = 48
const afterLength = 112

/** At most one line long on either side, and never half a surrogate pair. */
export function snippetAt(text: string, start: number, end: number): Snippet {
  let from = Math.max(0, start - beforeLength)
  if (isLowSurrogate(text.charCodeAt(from))) from += 1
  let to = Math.min(text.length, end + afterLength)
  if (isLowSurrogate(text.charCodeAt(to))) to -= 1
  const before = text.slice(from, start)
  const after = text.slice(end, to)
  const lineBreak = after.indexOf('\n')
  return {
    before: before.slice(before.lastIndexOf('\n') + 1),
    match: text.slice(start, end),
    after: lineBreak < 0 ? after : after.slice(0, lineBreak),
  }
}

function isLowSurrogate(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}
