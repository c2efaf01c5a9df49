// What a passage's own sentence says: the rest of it stays beside the words that are quoted, wherever they go, while its neighbours may not.

import { contextLikeness } from './context-likeness.ts'
import type { FoldedSelector } from './selector.ts'

/** `kept` is how much of the rest of the sentence stands there, 0 to 1; `isWhole` where what the selector knows of either side of it does. */
export type OwnSentence = { kept: number; isWhole: boolean; isHalfWhole: boolean }

const stop = /[.!?。]/
/** One unit is a quote mark or a bracket. */
const leastUnits = 2
/** Where all of the sentence was quoted. */
const unknown = 0.6

export function ownSentenceOf(text: string, from: number, to: number, { whole, start, end }: FoldedSelector): OwnSentence {
  const [before, after] = [unitsBefore(whole, start), unitsAfter(whole, end)]
  const likeness = contextLikeness(text, from, to, whole.slice(start - before, end + after), before, before + end - start)
  let [known, kept] = [0, 0]
  if (before >= leastUnits) [known, kept] = [known + before, kept + before * likeness.before]
  if (after >= leastUnits) [known, kept] = [known + after, kept + after * likeness.after]
  const isKept = (units: number, share: number) => units === 0 || share === 1
  const [isLeft, isRight] = [isKept(before, likeness.before), isKept(after, likeness.after)]
  return { kept: known === 0 ? unknown : kept / known, isWhole: isLeft && isRight, isHalfWhole: isLeft || isRight }
}

/** Units of `whole` before `at` that are of the same sentence. */
function unitsBefore(whole: string, at: number): number {
  let start = at
  while (start > 0 && !isStop(whole, start - 1)) start -= 1
  return at - start
}

function unitsAfter(whole: string, at: number): number {
  if (at > 0 && isStop(whole, at - 1)) return 0
  let end = at
  while (end < whole.length && !isStop(whole, end)) end += 1
  return Math.min(whole.length, end + 1) - at
}

/** `3.5` and `Vue.js` have none; a folded text has no space after a stop. */
function isStop(whole: string, at: number): boolean {
  return stop.test(whole[at] as string) && !/[a-z0-9]/.test(whole[at + 1] ?? '')
}
