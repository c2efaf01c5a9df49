// In a list the last amount says for all what they are: 12.3亿、15.6亿和19.8亿元; 10.5, 12.3 and 15.8 percent; 12.3/15.6/19.8亿元.

import { shift } from './decimal.ts'
import type { ScannedFigure } from './figure.ts'

const gap = /^(?:、|和|及|与|以及|と|および|及び|, ?| and |, and |\/)$/
const endsInScale = /(?:[万亿億兆]|illion|bn)$/
const decimals = /\.(\d+)/

const joint = /^(?: and |及|和|与|與|と)$/

/** "$0.42 and $0.38" per share: what one is for, the other is for too. */
export function lendPer(figures: ScannedFigure[], text: string): void {
  for (let index = 1; index < figures.length; index += 1) {
    const [one, other] = [figures[index - 1] as ScannedFigure, figures[index] as ScannedFigure]
    if (one.kind !== 'money' || other.kind !== 'money' || (one.per === undefined) === (other.per === undefined)) continue
    if (other.start - one.end > 5 || one.currency !== other.currency || !joint.test(text.slice(one.end, other.start))) continue
    if (one.per !== undefined) other.per = one.per
    else if (other.per !== undefined) one.per = other.per
  }
}

/** Backwards, so that a list of any length is lent from its end. Only numbers that have the last one's decimals, or their own scale, take part. */
export function lendInLists(figures: ScannedFigure[], text: string): void {
  for (let index = figures.length - 2; index >= 0; index -= 1) {
    const figure = figures[index] as ScannedFigure
    const next = figures[index + 1] as ScannedFigure
    if (figure.kind !== 'number' || !figure.value || next.start - figure.end > 5) continue
    if (next.kind === 'number' || next.kind === 'count' || next.kind === 'date') continue
    if (!next.precision || !gap.test(text.slice(figure.end, next.start))) continue
    const said = text.slice(figure.start, figure.end)
    // 1,442/$1 is a rate.
    if (text[figure.end] === '/' && !/\d/.test(text.charAt(next.start))) continue
    if (next.kind === 'money' && endsInScale.test(said)) {
      figure.kind = 'money'
      figure.currency = next.currency ?? null
      if (next.doubt) figure.doubt = next.doubt
      continue
    }
    const own = decimals.exec(said)?.[1]?.length ?? 0
    const other = decimals.exec(text.slice(next.start, next.end))?.[1]?.length ?? 0
    // 降0.01和4.2个百分点: shares and points of a list are each written to their own digits.
    if (next.kind === 'points' && own > 0 && said.length < 6 && !endsInScale.test(said)) {
      figure.kind = next.kind
      if (next.unit !== undefined) figure.unit = next.unit
      continue
    }
    if (endsInScale.test(said) || (text[figure.end] !== '/' && (own === 0 || own !== other))) continue
    const places = next.precision.exponent + 1 + other
    figure.kind = next.kind
    figure.value = shift(figure.value, places)
    if (figure.precision) figure.precision = shift(figure.precision, places)
    if (next.kind === 'money') figure.currency = next.currency ?? null
    if (next.unit !== undefined) figure.unit = next.unit
    if (places !== 0) figure.doubt = 'unit'
  }
}
