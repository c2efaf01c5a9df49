// A body keeps its newline style: editors turn every line end into \n, and this puts the written ones back.

import { diffIndices } from 'node-diff3'

const LINE_END = /\r\n|\r|\n/g

/** The form in which an editor holds a text. */
export function toEditorNewlines(text: string): string {
  return text.includes('\r') ? text.replace(LINE_END, '\n') : text
}

/**
 * `edited` (with \n only) with the line ends of `original`. Where that mixes several, lines that stand as they stood keep theirs,
 * and new ones get the commonest.
 */
export function restoreNewlines(original: string, edited: string): string {
  if (!original.includes('\r')) return edited
  const ends = original.match(LINE_END) ?? []
  const commonest = commonestOf(ends)
  if (ends.every((end) => end === commonest)) return edited.replaceAll('\n', commonest)
  const [before, after] = [original.split(LINE_END), edited.split('\n')]
  // A line end belongs to the line before it.
  const restored = after.map(() => commonest)
  for (const [line, position] of standingLines(before, after)) restored[position] = ends[line] ?? commonest
  for (let position = 0; position < after.length - 1; position += 1) {
    // A lone \r before an empty line that ends in \n would be read as one line end.
    if (restored[position] === '\r' && after[position + 1] === '' && restored[position + 1] === '\n' && position + 2 < after.length) {
      restored[position] = '\r\n'
    }
  }
  return after.map((line, position) => (position < after.length - 1 ? line + restored[position] : line)).join('')
}

function commonestOf(ends: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const end of ends) counts.set(end, (counts.get(end) ?? 0) + 1)
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most), ['\n', 0] as [string, number])[0]
}

/** Beyond this many lines in the changed middle, they are paired by position: comparing them would hold up the typing. */
const maxLines = 2_000

/** Pairs of positions in `before` and `after` whose line is the same, or the changed form of one line. */
function standingLines(before: readonly string[], after: readonly string[]): [number, number][] {
  const pairs: [number, number][] = []
  const shortest = Math.min(before.length, after.length)
  let head = 0
  while (head < shortest && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  for (let line = 0; line < head; line += 1) pairs.push([line, line])
  const [old, fresh] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const pairUp = (from: number, to: number, count: number) => {
    for (let line = 0; line < count; line += 1) pairs.push([head + from + line, head + to + line])
  }
  if (old.length > maxLines || fresh.length > maxLines) pairUp(0, 0, Math.min(old.length, fresh.length))
  else {
    let [from, to] = [0, 0]
    for (const { buffer1, buffer2 } of diffIndices(old, fresh)) {
      pairUp(from, to, buffer1[0] - from)
      // A line that was changed is still the line it was, as far as the two sides count alike.
      pairUp(buffer1[0], buffer2[0], Math.min(buffer1[1], buffer2[1]))
      from = buffer1[0] + buffer1[1]
      to = buffer2[0] + buffer2[1]
    }
    pairUp(from, to, old.length - from)
  }
  for (let line = 0; line < tail; line += 1) pairs.push([before.length - 1 - line, after.length - 1 - line])
  return pairs
}
