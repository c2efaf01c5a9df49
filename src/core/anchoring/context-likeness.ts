// How much the surroundings of a place are those that a selector remembers, 0 to 1 on either side.

/** Beyond this the surroundings say little about which of two places is meant. */
const reach = 32

export type Likeness = { before: number; after: number }

/** Of `text` around `from` to `to`, against `whole` around `start` to `end`. A side that the selector knows nothing about is NaN. */
export function contextLikeness(text: string, from: number, to: number, whole: string, start: number, end: number): Likeness {
  const beforeLength = Math.min(reach, start)
  const afterLength = Math.min(reach, whole.length - end)
  return {
    before:
      beforeLength === 0
        ? Number.NaN
        : likenessOf(
            (index) => whole.charCodeAt(start - 1 - index),
            beforeLength,
            (index) => unitAt(text, from - 1 - index),
          ),
    after:
      afterLength === 0
        ? Number.NaN
        : likenessOf(
            (index) => whole.charCodeAt(end + index),
            afterLength,
            (index) => unitAt(text, to + index),
          ),
  }
}

function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : -1
}

const slack = 8

/**
 * 1 minus the edits per unit that make `length` units of the one side the units of the other that follow the quote, with as many of those as
 * fit best. Sellers' algorithm with its beginning fixed, in one row.
 */
export function likenessOf(remembered: (index: number) => number, length: number, found: (index: number) => number): number {
  let run = 0
  while (run < length && remembered(run) === found(run)) run += 1
  if (run === length) return 1
  const width = length + slack
  const row = new Uint16Array(width + 1)
  for (let column = 0; column <= width; column += 1) row[column] = column
  for (let line = 1; line <= length; line += 1) {
    let diagonal = row[0] as number
    row[0] = line
    const unit = remembered(line - 1)
    for (let column = 1; column <= width; column += 1) {
      const above = row[column] as number
      const cost = diagonal + (unit === found(column - 1) ? 0 : 1)
      diagonal = above
      row[column] = Math.min(cost, above + 1, (row[column - 1] as number) + 1)
    }
  }
  let best = length
  for (let column = 0; column <= width; column += 1) best = Math.min(best, row[column] as number)
  return 1 - best / length
}

/** How many units right beside a place, on both sides together, are those that the selector remembers: at most twice the reach. */
export function alikeBeside(text: string, from: number, to: number, whole: string, start: number, end: number): number {
  const mostBefore = Math.min(reach, start, from)
  let before = 0
  while (before < mostBefore && text.charCodeAt(from - 1 - before) === whole.charCodeAt(start - 1 - before)) before += 1
  const mostAfter = Math.min(reach, whole.length - end, text.length - to)
  let after = 0
  while (after < mostAfter && text.charCodeAt(to + after) === whole.charCodeAt(end + after)) after += 1
  return before + after
}
