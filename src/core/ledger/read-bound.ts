// Which word bounds an amount: the finder says from which side, agreement also has to know how far people mean it.

import type { Figure as FoundFigure } from '../figures/figure.ts'
import type { FigureBound } from '../records/figure.ts'

/** As far as a qualifier stands from its amount: "at least another US$". */
const reach = 24

const atLeastBefore =
  /(?:at least|no less than|not less than|no fewer than|a minimum of|minimum|至少|最少|最低|起码|不少于|不少於|不低于|不低於|不下|少なくとも|最低でも)[^,.;:，。；、]{0,12}$/i
const atLeastAfter = /^ ?(?:at least|or more|or above|and above|and up|\bminimum|起|以上|及以上|或以上)/i
const upToBefore =
  /(?:up to|as much as|as many as|no more than|not more than|at most|a maximum of|maximum|capped at|最多|最高|至多|不超过|不超過|不高于|不多于|上限|最大)[^,.;:，。；、]{0,12}$/i
const upToAfter = /^ ?(?:or less|or fewer|or below|at most|maximum|以内|以內|以下|以下|まで)/i
const nearlyBefore =
  /(?:nearly|almost|close to|approaching|just under|just below|shy of|将近|將近|接近|逼近|近|不足|不到|未到|弱|ほぼ)[^,.;:，。；、\w]{0,4}(?:US|HK|[A-Z]{3})?[ \u202f]?$/i
const nearlyAfter = /^(?:弱|近く|足らず)/

/** Undefined where nothing bounds it. Of two words the one that stands nearer decides, as it did for the finder. */
export function boundAt(text: string, { start, end, value, low, high, approx }: FoundFigure): FigureBound | undefined {
  const before = text.slice(Math.max(0, start - reach), start)
  const after = text.slice(end, end + reach)
  if (low !== undefined && high !== undefined) return undefined
  if (low !== undefined) return atLeastBefore.test(before) || (atLeastAfter.test(after) && !/[超过過]/.test(before)) ? 'at-least' : 'over'
  if (high !== undefined) {
    if (nearlyBefore.test(before) || nearlyAfter.test(after)) return 'nearly'
    return upToBefore.test(before) || upToAfter.test(after) ? 'up-to' : 'under'
  }
  return value !== undefined && approx && (nearlyBefore.test(before) || nearlyAfter.test(after)) ? 'nearly' : undefined
}
