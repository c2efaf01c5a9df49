// Whether the units of a quote are its words where they stand: `15` is not in `150`, and `三百` is not in `三百五十`, though its characters are.

import { classOf, DIGIT, LETTER } from './fold-units.ts'

const numerals = /[0-9〇零一二三四五六七八九十百千万萬亿億兆两]/
/** What belongs to a number beside its figures: a sign before it, a percent sign or a point after it. */
const percents = /[%‰]/
const points = /[.,]/

/** At `from` to `to` of `text`, against `start` to `end` of `whole`; its surroundings there tell where a quote began and ended inside a word. */
export function standsAsQuoted(text: string, from: number, to: number, whole: string, start: number, end: number): boolean {
  return isLikeEdge(text, from, -1, whole, start) && isLikeEdge(text, to, 1, whole, end)
}

function isLikeEdge(text: string, at: number, step: 1 | -1, whole: string, edge: number): boolean {
  const inside = unitAt(text, step === 1 ? at - 1 : at)
  const beside = unitAt(text, step === 1 ? at : at - 1)
  const was = unitAt(whole, step === 1 ? edge : edge - 1)
  if (beside === was) return true
  const isKnown = was !== ''
  if (isNumeric(inside)) {
    if (numerals.test(beside)) return false
    const next = unitAt(text, step === 1 ? at + 1 : at - 2)
    if (points.test(beside) && /[0-9]/.test(next)) return false
    if (!isKnown) return true
    if (numerals.test(was) || (step === 1 ? percents : /-/).test(beside) || (step === 1 ? percents : /-/).test(was)) return false
  }
  // Half a word: only where the quote had half of it too, or nobody knows.
  return !isKnown || !isInWord(inside) || !isInWord(beside) || isInWord(was)
}

function unitAt(text: string, at: number): string {
  return at >= 0 && at < text.length ? (text[at] as string) : ''
}

function isNumeric(unit: string): boolean {
  return numerals.test(unit)
}

function isInWord(unit: string): boolean {
  if (unit === '') return false
  const kind = classOf(unit.charCodeAt(0))
  return kind === LETTER || kind === DIGIT
}
