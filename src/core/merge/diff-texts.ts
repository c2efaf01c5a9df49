// The few places in which two texts differ, for an editor that takes in a change without losing its cursor.

import { diffIndices } from 'node-diff3'
import { splitLines, splitWords } from './split-text.ts'

/** Replace `start` to `end` (UTF-16, end exclusive, in the old text) by `insert`. */
export type TextChange = { start: number; end: number; insert: string }

/** Beyond this many pieces the whole middle counts as one change: comparing them would take longer than a cursor is worth. */
const maxPieces = 4_000

/** Changes in order that turn `from` into `to`; none where they are alike. */
export function diffTexts(from: string, to: string): TextChange[] {
  if (from === to) return []
  return diffPieces(from, to, splitLines).flatMap((change) =>
    diffPieces(from.slice(change.start, change.end), change.insert, splitWords).map(({ start, end, insert }) => ({
      start: change.start + start,
      end: change.start + end,
      insert,
    })),
  )
}

function diffPieces(from: string, to: string, split: (text: string) => string[]): TextChange[] {
  const [before, after] = [split(from), split(to)]
  const shortest = Math.min(before.length, after.length)
  let head = 0
  while (head < shortest && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shortest - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  const [old, fresh] = [before.slice(head, before.length - tail), after.slice(head, after.length - tail)]
  const start = lengthOf(before, 0, head)
  if (Math.max(old.length, fresh.length) > maxPieces) return [{ start, end: start + lengthOf(old, 0, old.length), insert: fresh.join('') }]
  const changes: TextChange[] = []
  let piece = 0
  let offset = start
  for (const { buffer1, buffer2Content } of diffIndices(old, fresh)) {
    offset += lengthOf(old, piece, buffer1[0])
    const end = offset + lengthOf(old, buffer1[0], buffer1[0] + buffer1[1])
    changes.push({ start: offset, end, insert: buffer2Content.join('') })
    piece = buffer1[0] + buffer1[1]
    offset = end
  }
  return changes
}

function lengthOf(pieces: readonly string[], from: number, to: number): number {
  let length = 0
  for (let index = from; index < to; index += 1) length += pieces[index]?.length ?? 0
  return length
}
