// Merges two edits of one text where they do not touch: by lines, and by words inside lines that both changed.
//
// The three-way merge is diff3 (Khanna, Kunal and Pierce 2007) as node-diff3 has it, over a longest common subsequence after Hunt and McIlroy.
// Its cost grows with the number of alike pieces on both sides, so what all three texts share at either end is set aside first.

import { diff3MergeRegions } from 'node-diff3'
import { splitLines, splitWords } from './split-text.ts'

type TextConflict = { ours: string; theirs: string }

export type TextMerge =
  | { kind: 'merged'; text: string }
  /** `both` is the merge with ours, then theirs, wherever they touch: nothing of either is missing from it. */
  | { kind: 'conflict'; conflicts: TextConflict[]; both: string }

/** Beyond this many words the changed lines are not compared by words: they conflict as lines. */
const maxWords = 4_000

/** Merges `ours` and `theirs`, both made from `base`. Newlines and their style are text like any other. Never fails; the same input, the same result. */
export function mergeTexts(base: string, ours: string, theirs: string): TextMerge {
  if (ours === theirs || theirs === base) return { kind: 'merged', text: ours }
  if (ours === base) return { kind: 'merged', text: theirs }
  const conflicts: TextConflict[] = []
  let text = ''
  for (const region of mergeRegions(splitLines(base), splitLines(ours), splitLines(theirs))) {
    if (typeof region === 'string') text += region
    else {
      const merged = mergeWords(region)
      if (merged === undefined) {
        conflicts.push({ ours: region.ours, theirs: region.theirs })
        text += oneAfterOther(region.ours, region.theirs)
      } else text += merged
    }
  }
  return conflicts.length === 0 ? { kind: 'merged', text } : { kind: 'conflict', conflicts, both: text }
}

type Clash = { base: string; ours: string; theirs: string }

function mergeWords({ base, ours, theirs }: Clash): string | undefined {
  const words = [splitWords(base), splitWords(ours), splitWords(theirs)] as const
  if (words.some((side) => side.length > maxWords)) return undefined
  let text = ''
  for (const region of mergeRegions(...words)) {
    if (typeof region !== 'string') return undefined
    text += region
  }
  return text
}

/** Merged stretches as strings, the others as clashes. */
function mergeRegions(base: readonly string[], ours: readonly string[], theirs: readonly string[]): (string | Clash)[] {
  const shortest = Math.min(base.length, ours.length, theirs.length)
  let head = 0
  while (head < shortest && base[head] === ours[head] && base[head] === theirs[head]) head += 1
  let tail = 0
  while (tail < shortest - head && base.at(-1 - tail) === ours.at(-1 - tail) && base.at(-1 - tail) === theirs.at(-1 - tail)) tail += 1
  const inner = (side: readonly string[]) => side.slice(head, side.length - tail)
  const regions = diff3MergeRegions(inner(ours), inner(base), inner(theirs)).map((region) => {
    if (region.stable) return region.bufferContent.join('')
    const clash = { base: region.oContent.join(''), ours: region.aContent.join(''), theirs: region.bContent.join('') }
    // The same change made twice is one change.
    return clash.ours === clash.theirs ? clash.ours : clash
  })
  return [base.slice(0, head).join(''), ...regions, base.slice(base.length - tail).join('')]
}

function oneAfterOther(ours: string, theirs: string): string {
  if (ours === '' || theirs === '' || /[\r\n]$/.test(ours)) return ours + theirs
  const newline = /\r\n|\r|\n/.exec(theirs)?.[0] ?? '\n'
  return ours + newline + theirs
}
