// Reads what qualifies an amount in front of it and behind it: bounds, approximation, per what.

import { matchAt, oneOf, patternAt } from './match-at.ts'
import * as eastern from './words-eastern-qualifiers.ts'
import * as english from './words-en-qualifiers.ts'

/** `isLoose`: the bound may be none before a span of time (over five years). */
export type Qualifiers = { bound?: 'low' | 'high'; isApprox?: boolean; per?: string; isLoose?: boolean }

const before = (words: string) => `(?:^|[^A-Za-z])(?:${words})`
// The words nearest to the amount decide, so "约不足" has both and "no more than" is never "more than".
const leadingEnglish = new RegExp(
  `${before(`(${oneOf(english.highBounds)})|(${oneOf(english.lowBounds)})|(${oneOf(english.approximations)})`)}(?: (?:a|an|some|about|a total of|total of|another|around|roughly|approximately|an estimated|a record))?[ \\u202f]?$`,
  'i',
)
const leadingSigns = /([<≤])|([>≥])|([~≈])/
const leadingEastern = new RegExp(
  `(?:(${eastern.highLeads})|(${eastern.lowLeads})|(${eastern.approximations}))(?:了|达|为|有|要|需|需要|の|で|人民币|达到|约|投资|投入|出资|支付|募集|筹到|筹得|筹集|获得)?[ \\u202f]?$`,
)
// 不超过总股本的5%: of a share only, since 超过去年的30亿元 compares.
const longLeads = eastern.lowLeads.split('|').filter((word) => word.length > 1)
const leadingShare = new RegExp(`(?:(${eastern.highLeads})|(${oneOf(longLeads)}))[^，。；、,;\\d去上前]{1,12}的$`)
const trailingEnglish = patternAt(
  ' (?:or (?:(more|higher|above|over|greater|better|longer)|(less|fewer|below|lower|under)|(so))|and (?:(above|over|up|more)|(below|under))|(?:at )?(least|minimum)|(at most|maximum|max|tops)|(or thereabouts|give or take))\\b',
  'i',
)
// 1万円＋手数料 adds something else.
const plus = patternAt('\\+(?!\\d)(?!(?<=[円元ルロ块]\\+)[\\u3040-\\u9fff])|-plus\\b| plus\\b(?! \\d)')
const odd = patternAt('-odd\\b|-ish\\b')
const trailingEastern = patternAt(`(?:(${eastern.lowTails})|(${eastern.highTails})|(${eastern.approximateTails}))`)
const perTail = patternAt(
  `(?: ?/ ?| per | a | an |-a-|-an-|-per-| each | every )(${oneOf(Object.keys(english.perWords))})(?![A-Za-z]| (?:earlier|ago|before|later|prior|previously)\\b|(?<=year) on\\b(?! [A-Z]))`,
)
const adverb = patternAt(' (annually|yearly|monthly|daily|weekly|hourly|quarterly|a-year|p\\.a\\.|apiece|pcm|pw)(?![A-Za-z])')
const adverbs: Record<string, string> = {
  annually: 'year',
  yearly: 'year',
  monthly: 'month',
  daily: 'day',
  weekly: 'week',
  hourly: 'hour',
  quarterly: 'quarter',
  'p.a.': 'year',
  apiece: 'unit',
  pcm: 'month',
  pw: 'week',
}
const perNoun = oneOf(Object.keys(eastern.perNouns))
const perTailEastern = patternAt(
  `[ \\u202f]?(?:/|每|ごと|毎|一(?=吨|斤|公斤|桶|平方米|股|台|辆|小时|天|年|人|瓶|晚|克|张|亩|平))[ \\u202f]?(${perNoun})`,
)
const perLead = new RegExp(
  `(?:(?<!\\d)(${oneOf(Object.keys(eastern.perLeads))})|[每毎](?:(${perNoun})|(\\d{1,4})股)(?:当たり|あたり|につき|当り)?|` +
    // 11人 and 11月1日 are counts and days; 一股 and 1本 say "per" by what follows, or by standing in front of the amount.
    `(?<![\\d第十月唯统統])[1一](${perNoun})(?:当たり|あたり|につき|当り|平均|=|(?=$)))[^，。；、;.!?\\d()\\n]{0,14}$`,
)
// 年間1000億円, 年1000億円, 月3000円.
const howOften =
  /(?:年间|([日月年])均|(?:^|[はがでのにをもとり、，。( ])([年月日]))(?:约|达|で|に|增产|减产|[^，。、]{0,2}量|成交|发送|处理|进账|消耗)?$/
const perShareLead =
  /\b(?:EPS|earnings per share|per[- ]share (?:earnings|profit|loss|dividend)|dividends? per share|loss per share|DPS)[^,.;\d\n]{0,60}$/i

// "Net asset value per unit was S$2.11", "average revenue per user rose to $12.30".
const perSubject = new RegExp(
  `[ -]per[ -](${oneOf(Object.keys(english.perWords))}) (?:was|were|is|of|at|to|reached|hit|averaged|totalled|totaled|(?:rose|fell|grew|increased|decreased|declined|climbed|dropped|slipped|edged up|edged down|stood|came in|amounted) (?:to|at)) $`,
)

const movedUpTo =
  /\b(?:add|adds|added|adding|sum|sums|summed|edged?|edging|inched|ticked|crept|climbed|moved|went|rose|risen|came|jumped|shot|pushed|drifted|bumped|nudged|stepped) up to[ \u202f]?$/i

/** `start` is where the amount begins, currency and sign included; `floor` where the figure before it ends. */
export function readLeading(text: string, start: number, floor: number, isShare: boolean): Qualifiers {
  const slice = text.slice(Math.max(floor, start - 30), start)
  if (slice === '') return {}
  const found: Qualifiers = {}
  const last = slice.trimEnd().slice(-1)
  const sign = leadingSigns.exec(last)
  if (sign) take(found, sign[1], sign[2], sign[3])
  else if (last.charCodeAt(0) < 0x3000) {
    const match = /[A-Za-z.]/.test(last) ? leadingEnglish.exec(slice) : null
    if (match) {
      take(found, match[1], match[2], match[3])
      if (/^[^A-Za-z]?(?:over|within|under|above|below|beyond|as (?:early|late) as)\b/i.test(match[0])) found.isLoose = true
      if (/(?:about|around|roughly)[ \u202f]?$/i.test(match[0])) found.isApprox = true
      // What adds up or edged up to an amount is at that amount.
      if (movedUpTo.test(slice)) delete found.bound
    }
  } else {
    const match = leadingEastern.exec(slice) ?? (isShare ? leadingShare.exec(slice) : null)
    if (match) {
      take(found, match[1], match[2], match[3])
      if (match[3] === undefined && /约[ \u202f]?$/.test(match[0])) found.isApprox = true
      // 约占, 过去, 超级 …: those end in another character and do not come here; 近 of 附近 and 最近 does.
      if (/(?:最近|附近|付近|通过|经过|不过|靠近)(?:了|达|で|の)?[ \u202f]?$/.test(slice)) delete found.isApprox
      // 近五年 are the last five years.
      if (/近[ \u202f]?$/.test(slice) && /^[\d一二三四五六七八九十两]{1,3} ?(?:年|个月|个季度|个交易日|日|天|周)/.test(text.slice(start, start + 7)))
        delete found.isApprox
      // 最高6元，最低5元 are two prices.
      if (/最低(?:为)?$/.test(slice) && text.slice(Math.max(0, start - 40), start).includes('最高')) delete found.bound
      if (/(?:通过|经过|不过|透过|[賣買卖买]超)[ \u202f]?$/.test(slice)) delete found.bound
    }
  }
  let per = /[每毎1一均租薪給额額当俸价價価量产産領领]/.test(slice) ? perLead.exec(slice) : null
  // 每人每月500元: the last of them is the amount's own.
  if (per) per = perLead.exec(slice.slice(per.index + 1)) ?? per
  const often = /[日月年]/.test(slice) ? howOften.exec(slice) : null
  const period = often?.[1] ?? often?.[2]
  if (often) found.per = period === '月' ? 'month' : period === '日' ? 'day' : 'year'
  if (per) found.per = per[3] ? `${per[3]} shares` : (eastern.perNouns[(per[2] ?? per[4]) as string] ?? eastern.perLeads[per[1] as string] ?? '')
  else {
    const before = text.slice(Math.max(floor, start - 90), start)
    const said = before.includes('per') ? perSubject.exec(before) : null
    if (said) found.per = english.perWords[said[1] as string] as string
    else if (saysPerShare(before)) found.per = 'share'
  }
  return found
}

const compared = /(?:目标|目標|予想|计画|計画|前年|前期|昨年|平均|従来|コンセンサス|見通し|水準|実績)[^、。\d]{0,6}の?$/

/** `end` is where the amount ends. A per comes before or after the bound: "$5 per share or more", "每股5元以上". */
export function readTrailing(text: string, end: number, start = end): Qualifiers {
  const found: Qualifiers = {}
  const code = text.charCodeAt(end)
  if (Number.isNaN(code)) return found
  let at = end
  const next = text.charCodeAt(end + 1)
  // Nothing that is said of an amount begins with a digit.
  if ((code >= 48 && code <= 57) || ((code === 32 || code === 0x202f) && next >= 48 && next <= 57)) return found
  const isEastern = code >= 0x3000
  const tail = (isEastern ? null : matchAt(perTail, text, at)) ?? matchAt(perTailEastern, text, at) ?? (isEastern ? null : matchAt(adverb, text, at))
  if (tail) {
    const word = tail[1] as string
    found.per = (english.perWords[word] ?? eastern.perNouns[word] ?? adverbs[word] ?? word) as string
    at += tail[0].length
  }
  const isEnglish = text.charCodeAt(at) < 0x3000
  if (isEnglish && matchAt(plus, text, at)) found.bound = 'low'
  else if (isEnglish && matchAt(odd, text, at)) found.isApprox = true
  const match = isEnglish ? matchAt(trailingEnglish, text, at) : null
  if (match) take(found, match[2] ?? match[5] ?? match[7], match[1] ?? match[4] ?? match[6], match[3] ?? match[8])
  const tailEastern = text.charCodeAt(at) >= 0x3000 ? matchAt(trailingEastern, text, at) : null
  if (tailEastern) {
    // 目標の56兆円を上回った compares with an amount that is said itself.
    const isCompared = tailEastern[0].startsWith('を') && compared.test(text.slice(Math.max(0, start - 16), start))
    if (!isCompared) take(found, tailEastern[2], tailEastern[1], tailEastern[3])
    // 3割強 is a little over 30 %, 2割弱 a little under.
    if (/^[强弱]/.test(tailEastern[0])) found.isApprox = true
  }
  return found
}

/** Four plain searches spare most figures the pattern. */
function saysPerShare(before: string): boolean {
  const mayBe = before.includes('share') || before.includes('EPS') || before.includes('DPS') || before.includes('Share')
  return mayBe && perShareLead.test(before)
}

function take(found: Qualifiers, high: string | undefined, low: string | undefined, approx: string | undefined): void {
  if (high !== undefined) found.bound = 'high'
  else if (low !== undefined) found.bound = 'low'
  else if (approx !== undefined) found.isApprox = true
}
