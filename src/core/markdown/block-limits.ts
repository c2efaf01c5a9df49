// How much of a quote or a list is handed to marked at once, so that no text makes it copy the same lines over and over.

const MAX_QUOTE_TURNS = 500
const MAX_ITEM_LINES = 2000
const BULLET = /^\s*(?:[*+-]|\d{1,9}[.)])(?:\s|$)/

/**
 * marked lexes a quote again for every turn from a line with `>` to one without: 16,000 turns take a second, twice that four. A quote with
 * more turns than this (a wrapped letter has one per paragraph) ends there and goes on as the next one.
 */
export function manageableQuoteLength(src: string): number {
  if (!/^ {0,3}>/.test(src)) return src.length
  const line = /( {0,3}>)?([^\n]*)(?:\n|$)/y
  let turns = 0
  let wasQuoted = false
  while (line.lastIndex < src.length) {
    const start = line.lastIndex
    const match = line.exec(src)!
    const isQuoted = match[1] !== undefined
    if (!isQuoted && match[2]!.trim() === '') break
    if (isQuoted && !wasQuoted && ++turns > MAX_QUOTE_TURNS) return start
    wasQuoted = isQuoted
  }
  return src.length
}

/**
 * marked copies a list item for every line that it adds to it: 500,000 lines in one item take minutes (tried). An item with more lines than
 * this, none of them blank, ends there.
 */
export function manageableListLength(src: string): number {
  if (!BULLET.test(src.slice(0, 20))) return src.length
  let lines = 0
  let wasBlank = false
  for (let at = 0; at < src.length; ) {
    const newline = src.indexOf('\n', at)
    const end = newline < 0 ? src.length : newline + 1
    const head = src.slice(at, Math.min(end, at + 20))
    const isBlank = head.trim() === '' && src.slice(at, end).trim() === ''
    if (isBlank || BULLET.test(head)) lines = 0
    else if (wasBlank && !/^[ \t]/.test(head)) break
    else if (++lines > MAX_ITEM_LINES) return at
    wasBlank = isBlank
    at = end
  }
  return src.length
}
