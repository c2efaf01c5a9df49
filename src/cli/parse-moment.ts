// `--as-of` and `--forget-before` as people write them: a date, a time, or the number of a change.

import type { Moment } from '../core/history/moment.ts'

const pattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)?)?$/

/**
 * A date means its last moment, and a time without a zone is this machine's, as its clock shows it; a time says the whole of its smallest part
 * (18:00 goes to 18:00:59.999). As a `start` they mean the first moment instead. Undefined for anything else, 31 February included.
 */
export function parseMoment(text: string, edge: 'start' | 'end' = 'end'): Moment | undefined {
  const seq = /^seq:(\d{1,15})$/.exec(text)
  if (seq) return { seq: Number(seq[1]) }
  const match = pattern.exec(text)
  if (!match) return undefined
  const [atHour, atMinute, atSecond, atFraction] = edge === 'end' ? ['23', '59', '59', '.999'] : ['00', '00', '00', '.000']
  const [, year, month, day, hour = atHour, minute = atMinute, second = atSecond, fraction = atFraction, zone = ''] = match
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  const calendar = new Date(Date.UTC(y, m - 1, d))
  if (calendar.getUTCMonth() !== m - 1 || calendar.getUTCDate() !== d) return undefined
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${fraction}${zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`)
  return Number.isNaN(time) ? undefined : { time }
}
