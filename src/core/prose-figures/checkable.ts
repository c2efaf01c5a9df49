// Which figures of a sentence are looked up in its passages, and which of these a reader would miss there.

import type { StatedFigure } from './stated-figure.ts'

/** `said`: it has to stand somewhere. `passing`: it is compared where it can be, and never missed: years, small numbers, spans of time. */
export type Weight = 'said' | 'passing'

const spans =
  /(?:years?|months?|weeks?|days?|hours?|minutes?|quarters?|decades?|年|か月|ヶ月|カ月|个月|個月|月|周|週間?|天|日|小时|小時|時間|分钟|季度)$/i
/** What is denied or only supposed is no figure of the passage. */
const denied = /(?:\bnot|\brather than|\binstead of|n['’]t|而不是|而非|并非|並非|不是)\s*(?:about|some|the|only|just|约|約)?\s*[$€£¥]?$/iu
const deniedAfter = /^(?:円|ドル|元)?(?:ではなく|でなく|じゃなく)/u

export const supposed = /\b(?:if|would|could|suppos\w+|assum\w+|imagin\w+|hypothetical\w*)\b|如果|假如|假设|假設|倘若|若是|もし|仮に|たら|とすれば/iu

/** Undefined for what is not compared at all. */
export function weightOf({ amount, parts, written, before, after }: StatedFigure): Weight | undefined {
  if (denied.test(before) || deniedAfter.test(after)) return undefined
  const { kind, doubt } = amount
  if (doubt === 'unit' || doubt === 'reading') return undefined
  const size = Math.abs(Number(amount.value ?? amount.low ?? amount.high ?? 0))
  switch (kind) {
    case 'money':
    case 'percent':
    case 'points':
      return 'said'
    case 'multiple':
      // "Twice" and "ten times" are ways of speaking.
      return /\d/.test(written) ? 'said' : 'passing'
    case 'count':
      if (spans.test(amount.unit ?? '')) return 'passing'
      if (!/\d/.test(written)) return size > 12 ? 'passing' : undefined
      return size >= 20 ? 'said' : 'passing'
    case 'number':
      return size >= 1_000 ? 'said' : undefined
    case 'date':
      // A year without more is as often the writer's own as the source's.
      if (doubt === 'year') return undefined
      return parts?.day !== undefined || parts?.month !== undefined || amount.fiscal ? 'said' : 'passing'
  }
}
