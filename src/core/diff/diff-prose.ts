// How two texts differ, for a person to read: paragraph by paragraph, and by words (in Chinese and Japanese by characters) within those that changed.

import { splitLines, splitWords } from '../merge/split-text.ts'
import { type ChangedRange, diffSequences, type Pause } from './diff-sequences.ts'

export type ProsePart = { kind: 'same' | 'gone' | 'new'; text: string }
/** A stretch of paragraphs, newlines and all. The parts of a changed one in order: without the new ones they are the old text, and the other way round. */
export type ProseBlock = { kind: 'same'; text: string; paragraphs: number } | { kind: 'changed'; parts: ProsePart[] }

/** Joined, the blocks are both texts again. */
export async function diffProse(before: string, after: string, pause: Pause = async () => {}): Promise<ProseBlock[]> {
  const [from, to] = [splitLines(before), splitLines(after)]
  const blocks: ProseBlock[] = []
  let at = 0
  const addSame = (end: number) => {
    if (end > at) blocks.push({ kind: 'same', text: from.slice(at, end).join(''), paragraphs: end - at })
  }
  for (const { fromStart, fromEnd, toStart, toEnd } of await diffSequences(from, to, pause)) {
    addSame(fromStart)
    const parts = await diffWords(from.slice(fromStart, fromEnd).join(''), to.slice(toStart, toEnd).join(''), pause)
    blocks.push({ kind: 'changed', parts })
    at = fromEnd
  }
  addSame(from.length)
  return blocks
}

async function diffWords(before: string, after: string, pause: Pause): Promise<ProsePart[]> {
  if (before === '' || after === '') return partsOf(before, after)
  const [from, to] = [splitWords(before), splitWords(after)]
  const changes = readable(await diffSequences(from, to, pause), from, to)
  const parts: ProsePart[] = []
  let at = 0
  for (const { fromStart, fromEnd, toStart, toEnd } of [
    ...changes,
    { fromStart: from.length, fromEnd: from.length, toStart: to.length, toEnd: to.length },
  ]) {
    if (fromStart > at) parts.push({ kind: 'same', text: from.slice(at, fromStart).join('') })
    parts.push(...partsOf(from.slice(fromStart, fromEnd).join(''), to.slice(toStart, toEnd).join('')))
    at = fromEnd
  }
  return parts
}

function partsOf(gone: string, fresh: string): ProsePart[] {
  const parts: ProsePart[] = []
  if (gone !== '') parts.push({ kind: 'gone', text: gone })
  if (fresh !== '') parts.push({ kind: 'new', text: fresh })
  return parts
}

const mostAlike = 12

/** A Chinese character says about as much as three letters. */
function weightOf(piece: string): number {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(piece) ? piece.length * 3 : piece.length
}

/**
 * A word that two sentences happen to share makes their difference harder to read, not easier: what is alike goes into the change around it where
 * it is no longer than what changed on both of its sides (the semantic clean-up of Fraser's diff-match-patch), and no more than a word or two.
 */
function readable(changes: readonly ChangedRange[], from: readonly string[], to: readonly string[]): ChangedRange[] {
  const result: ChangedRange[] = []
  const lengthOf = (pieces: readonly string[], start: number, end: number) => {
    let length = 0
    for (let index = start; index < end; index += 1) length += weightOf(pieces[index] as string)
    return length
  }
  const sizeOf = ({ fromStart, fromEnd, toStart, toEnd }: ChangedRange) => Math.max(lengthOf(from, fromStart, fromEnd), lengthOf(to, toStart, toEnd))
  for (const change of changes) {
    let current = change
    for (let last = result.at(-1); last; last = result.at(-1)) {
      const alike = lengthOf(from, last.fromEnd, current.fromStart)
      if (alike > Math.min(mostAlike, sizeOf(last), sizeOf(current))) break
      result.pop()
      current = { fromStart: last.fromStart, fromEnd: current.fromEnd, toStart: last.toStart, toEnd: current.toEnd }
    }
    result.push(current)
  }
  return result
}
