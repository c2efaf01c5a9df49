// Reads the unit that a table's caption, head or row label says: "(in millions of yen)", "$m", "RMB'000", 单位：万元, （百万円）, (%).

import { readCurrencyLead, readCurrencyTail } from './read-currency.ts'
import { type CurrencySetting, settleCurrency } from './settle-currency.ts'
import { counters } from './words-eastern-counters.ts'

export type TableUnit = { kind: 'money' | 'percent' | 'count'; places: number; currency: string | null; unit?: string }

const englishScales: Record<string, number> = {
  thousand: 3,
  k: 3,
  "'000": 3,
  '000': 3,
  million: 6,
  m: 6,
  mn: 6,
  mm: 6,
  billion: 9,
  bn: 9,
  trillion: 12,
  tn: 12,
}
const easternScales: Record<string, number> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  兆: 12,
}
const english = /(?:^|[^A-Za-z])(thousand|million|billion|trillion|mn|mm|bn|tn|k|m)s?(?![A-Za-z])|('?000)s?(?!\d)/i
const sign = /US\$|HK\$|NT\$|(?<![A-Za-z])[CAS]\$|R\$|[$¥€£₩₹]|(?<![A-Za-z])(?:RMB|[A-Z]{3})(?![A-Za-z])/
const word =
  /(?<![A-Za-z])(?:(?:US|U\.S\.|Hong Kong|Canadian|Australian|Japanese|Chinese) )?(?:dollars?|yen|euros?|yuan|renminbi|won|rupees|pounds?|francs)(?![A-Za-z])/i
const easternScale = '(十|百|千|十万|百万|千万|十亿|百亿|万|亿|兆)?'
const eastern = new RegExp(`${easternScale}(人民币元|人民币|日元|美元|港元|港币|欧元|英镑|新台币|円|元|米ドル|ドル|ユーロ|ポンド|ウォン)`)
const easternOnly = /^(?:单位|[:\s人民币、,（）()])*(十|百|千|十万|百万|千万|十亿|百亿|万|亿|兆)(?:$|[、,\s])/
const counted = new RegExp(`^(?:单位[: ]*)?${easternScale}(${counters})$`)
// Nothing else stands in such a phrase, so that "(up 5 million)" and "(see note)" are none.
const plain = /^(?:[^\d]|'?000)*$/

/** `said` is the folded content of brackets, a cell or a line, without the figures of the table. */
export function readUnitCaption(said: string, setting: CurrencySetting): TableUnit | undefined {
  if (said.length > 90 || !plain.test(said)) return undefined
  if (/^ ?(?:%|percent|per cent|in %) ?$/i.test(said)) return { kind: 'percent', places: 0, currency: null }
  const settle = (found: { sign: string; code: string | null } | undefined) =>
    found ? settleCurrency(found.sign, found.code, said, setting).code : null
  const inEast = eastern.exec(said)
  if (inEast) {
    const before = /人民币|港币|新台币|美金/.exec(said.slice(0, inEast.index))?.[0]
    const tail = readCurrencyTail(before ?? (inEast[2] as string), 0)
    return { kind: 'money', places: easternScales[inEast[1] ?? ''] ?? 0, currency: settle(tail) }
  }
  const ofThings = counted.exec(said)
  if (ofThings) return { kind: 'count', places: easternScales[ofThings[1] ?? ''] ?? 0, currency: null, unit: ofThings[2] as string }
  const alone = easternOnly.exec(said)
  if (alone) return { kind: 'money', places: easternScales[alone[1] as string] as number, currency: null }
  const scale = english.exec(said)
  const lead = sign.exec(said)
  const spoken = word.exec(said)
  if (
    /\b(?:boe|bbl|bpd|mt|kt|oz|ounces|MWh|GWh|MW|TEU|sq|acres|bushels|bales|head|hectares|passengers|subscribers|homes|rooms|patients|shares|units|vehicles|employees|people|tons|tonnes|barrels|customers|users)\b/i.test(
      said,
    ) &&
    !/except|per share/i.test(said)
  )
    return undefined
  const currency = lead ? readCurrencyLead(`${lead[0]}1`, 0) : spoken ? readCurrencyTail(spoken[0], 0) : undefined
  if (lead && !currency) return undefined
  if (!scale) return currency && said.length < 12 ? { kind: 'money', places: 0, currency: settle(currency) } : undefined
  const places = englishScales[(scale[1] ?? scale[2] ?? '').toLowerCase()]
  // A letter alone says nothing: (m), (k).
  if (places === undefined || (!currency && /^(?:k|m|mm|mn|bn|tn)$/i.test(scale[1] ?? ''))) return undefined
  return { kind: 'money', places, currency: settle(currency) }
}
