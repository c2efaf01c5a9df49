// What is written with digits and is no amount: times, versions, telephone numbers, names, places in a text.

import { matchAt, patternAt } from './match-at.ts'
import type { Amount } from './read-amount.ts'
import { numberedThings, plainLeads } from './words-en-nouns.ts'

// Each repeats at most a few times, so that one try costs the same whatever the text.
const tokens = patternAt(
  [
    '\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?(?![a-z]))?',
    '\\d{1,4}:\\d{1,4}',
    // 3·15, 9·11: days by which something is called.
    '\\d{1,2}[·・]\\d{1,2}(?![\\d.])',
    '\\d{1,2} ?[ap]\\.?m\\.?(?![A-Za-z])',
    '\\d{1,2}[点时時](?!间|間)(?:[半\\d]{1,2}分?)?',
    '\\d{1,6}(?:\\.\\d{1,6}){2,5}(?![\\d,])(?::\\d{2,5})?',
    '\\d{1,4}(?:[-. ]\\d{2,4}){1,3}[-.]\\d{4}(?!\\d)',
    '\\d{2,4}-\\d{3,8}(?:-\\d{2,8}){0,3}(?![\\d%])',
    '\\d{1,4}/\\d{1,4}(?:/\\d{1,4})?(?!\\d)',
    '\\d{1,4}\\([a-z1-9]\\)',
    '\\d{1,3}-[A-Z](?![a-z])',
    '\\d{1,4}(?:st|nd|rd|th)(?![a-z])',
  ].join('|'),
)
// With the groups of its number: half of "Rev185,000" is no amount either.
const word = /[A-Za-z0-9_]{1,60}(?:[-.][A-Za-z0-9_]{1,30}|,\d{3}(?!\d)){0,6}/y
const numbered = new RegExp(`(?:^|[^A-Za-z])(?:${numberedThings})[ \\u202f]?$`, 'i')
const indexes =
  /(?:S&P|Nasdaq|NASDAQ|Russell|FTSE|Fortune|Nikkei|CAC|DAX|STOXX|Stoxx|TOPIX|Topix|Global|Forbes|Inc\.?|ASX|KOSPI|Euronext|CSI|沪深|滬深|中证|中証|上证|深证|北证|国证|科创|创业板|富时|富時|[标標]普|纳指|納指|那指|道指|恒指|MSCI|日经|日経|日経平均|ダウ|グロース|世界|财富|TOPIX Core)[ -]?$/
const indexEnds: ReadonlySet<number> = new Set([...'深证証创经経均界富板时時普指ウス'].map((character) => character.charCodeAt(0)))
const standards = /^(?:USB|HDMI|BLE|LTE|GPT|GLM|HTML|HTTP|SQL|TLS|SSL|PHP|ISO|DDR|PCI|API|CSS|IFRS|DB|MP|UTF)$/
const name = /(?:^|[^A-Za-z])([a-z]{0,4}[A-Z][A-Za-z&.'’-]*)[ \u202f-]$/
const easternOrdinal = /^[号楼层页版章节条款届集路番頁章条項项级类時时线線型系世代目位](?!つ)/
// What may follow a number that stands alone.
const easternParticle = /[和与及至到起提升降增减下上左以倍收报涨跌变的未超弱强程前後后台近越余多较比较在是为则都还]/
// 租金4500一个月
const perNext = /^一(?:个[月人]|[年天平斤台晚人])/
const statedLead = /(?:^|[^A-Za-z])(?:to|at|was|were|is|are|of|from|than|reached|hit|stood|about|around|over|under|only|just|nearly|between|and) $/i
const counting = /^-(?:plus|odd|ish|strong)\b/
const attributive = /^ (?!(?:of|in|and|to|or|at|for|by|from|as|was|were|is|are|with|on|that|which|who|than|when|percent|per)\b)[a-z]/

/** A token at `at` that holds no amount; its end, or -1. */
export function skipToken(text: string, at: number): number {
  const match = matchAt(tokens, text, at)
  return match ? at + match[0].length : -1
}

/** The end of the word or number that begins at `at`, so that no part of a name is read as an amount. */
export function endOfWord(text: string, at: number): number {
  const match = matchAt(word, text, at)
  return match ? at + match[0].length : at + 1
}

const headMark = /(?:^|\n)[ \t>*#(-]{0,8}\d{1,2}\.$/

// YoY-3.2%
const rate = /(?:[YQM]o[YQM]|yoy|qoq|mom|YOY|QOQ|MOM)-$/

/** Whether a number stands inside of a name: A100, GPT-4, x_5, a/5, #5. */
export function isInName(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1)
  if (Number.isNaN(before)) return false
  if (isWordCode(before) && (isLabelOfShare(text, start) || isMonthBehindLetters(text, start))) return false
  // "id": 482
  if (before === 32 && /["']: $/.test(text.slice(Math.max(0, start - 3), start))) return true
  // n=1,204 are so many patients.
  if (before === 0x3d && /(?:^|[^A-Za-z])[nN] ?=$/.test(text.slice(Math.max(0, start - 4), start))) return false
  if (isWordCode(before) || before === 0x203b || before === 0x53cc || before === 0x23 || before === 0x40) return true
  // REO=50%
  if (before === 0x3d && /[A-Z]{2}=$/.test(text.slice(Math.max(0, start - 3), start)) && /^\d{1,3}(?:\.\d{1,2})?%/.test(text.slice(start, start + 7)))
    return false
  // T+0, D+1
  if (before === 0x2b && /(?:^|[^A-Za-z])[TD]\+$/.test(text.slice(Math.max(0, start - 3), start))) return true
  // p<0.001 is how sure a trial is, and no amount of it.
  const sign = before === 32 ? text.charCodeAt(start - 2) : before
  if ((sign === 0x3c || sign === 0x3d || sign === 0x2264) && /(?:^|[^A-Za-z])[pP] ?[<=≤] ?$/.test(text.slice(Math.max(0, start - 6), start)))
    return true
  if (before === 0x2f && measured.test(text.slice(Math.max(0, start - 10), start))) return false
  // ISO 14064-1:2018
  if (before === 0x3a && /\d:$/.test(text.slice(Math.max(0, start - 2), start)) && /^(?:19|20)\d\d(?!\d)/.test(text.slice(start, start + 5)))
    return true
  if (before === 0x2f || before === 0x3d || before === 0x26) return isWordCode(text.charCodeAt(start - 2))
  if (before === 0x2e) return isWordCode(text.charCodeAt(start - 2)) && !headMark.test(text.slice(Math.max(0, start - 12), start))
  if (before !== 0x2d || rate.test(text.slice(Math.max(0, start - 4), start))) return false
  return (
    isWordCode(text.charCodeAt(start - 2)) &&
    !/(?:^|[^A-Za-z])(?:sub|pre|post|mid|non|ex|minus|a|the|end|late|early|year|since)-$/i.test(text.slice(Math.max(0, start - 8), start))
  )
}

// 50MW/100MWh
const measured = /\d ?[A-Za-z]{1,4}\/$/
const label = /(?:^|[\u3000-\u9fff\uff00-\uffef])[A-Z]{2,6}$/
const share = /\d{1,4}(?:(?:\.\d{1,2})?(?:[~-]\d{1,4}(?:\.\d{1,2})?)?[%倍]|\.\d{1,2}(?![\d.A-Za-z]))/y

/** DOE3.5%, GDP5.4%: a label right in front, as Chinese and Japanese text has it. */
function isLabelOfShare(text: string, start: number): boolean {
  // ソニーG3.5%
  if (/[ァ-ヺー][A-Z]$/.test(text.slice(Math.max(0, start - 2), start)) && /^\d{1,3}(?:\.\d{1,2})?%/.test(text.slice(start, start + 7))) return true
  return matchAt(share, text, start) !== null && label.test(text.slice(Math.max(0, start - 7), start))
}

/** ICE3月合约, LME12月期货. */
function isMonthBehindLetters(text: string, start: number): boolean {
  return (
    /^(?:[1-9]|1[0-2])月(?:份|底|末|期|合约|物|交割|期货)/.test(text.slice(start, start + 5)) &&
    /[A-Z]{2,6}$/.test(text.slice(Math.max(0, start - 6), start))
  )
}

const zip = /^ ZIP\b|^ (?:zip|postal) code|^ postcode/
// 骁龙8 Gen 5, Mate 70 Pro
const model = /^ ?(?:Pro|Max|Plus|Ultra|MAX|Ti|[Mm]ini|Gen|Lite|Turbo)\b/
const easternModel =
  /(?:安卓|[骁驍][龙龍]|天[玑璣]|麒麟|混元|文心一言|文心|[盘盤]古|千[问問]|豆包|[鸿鴻]蒙|[荣榮]耀|小米|[红紅]米|智[谱譜]|星火|一加)$/

// aged 16 to 24
const ages = /\bage[ds]? \d{1,2}(?: to |-|–| and )$/

const isDash = (character: string) => character === '–' || character === '—'

/** A bare number that is a place, a mark or part of a name. Only for numbers without currency, scale and unit. */
export function isBareNameOrPlace(text: string, amount: Amount): boolean {
  const { start, end } = amount
  const before = text.slice(Math.max(0, start - 24), start)
  const last = before.charAt(before.length - 1)
  const after = text.charAt(end)
  // What a pattern looks for is told by the characters at its edge: most bare numbers are spared nearly all.
  const hasLetters = after === ' ' || (after >= 'A' && after <= 'z')
  if (hasLetters && (zip.test(text.slice(end, end + 10)) || model.test(text.slice(end, end + 7)))) return true
  if (last >= '\u3000' && easternModel.test(before)) return true
  // "9–0" is a vote or a score; 18–24 of nothing is no amount either.
  if (isDash(after) && /\d/.test(text.charAt(end + 1)) && amount.isPlain) return true
  if ((last === ' ' || last === '–' || last === '-') && ages.test(before)) return true
  if (isDash(last) && /\d$/.test(before.slice(0, -1)) && amount.isPlain) return true
  if (hasLetters && /[A-Za-z_]/.test(after)) return true
  // "2- and 3-bedroom flats"
  if (after === '-' && /^ (?:and|or|to) \d/.test(text.slice(end + 1, end + 7))) return true
  if (after === '@' || (after === '-' && /[A-Za-z\d]/.test(text.charAt(end + 1)) && !counting.test(text.slice(end, end + 8)))) return true
  if (after >= '\u3000' && easternOrdinal.test(text.slice(end, end + 2))) return true
  if (last === '第' || last === '[' || (after === ']' && /\[[\d, –-]*$/.test(before))) return true
  if (after === ')' && last === '(' && amount.value.exponent === 0 && amount.isPlain) {
    // In a table's cell it is a loss.
    return !(/[|\t] *\($/.test(before) && /^\) *(?:[|\t\n]|$)/.test(text.slice(end, end + 4)))
  }
  if (last >= 'ァ' && last <= 'ー' && text.startsWith('.0', start + 1) && end === start + 3) return true
  if (!amount.isPlain) return false
  // 001 is a number by which something is called.
  if (text[start] === '0' && end - start > 1) return true
  if (isContractMonth(text, start, end)) return true
  // プレステ5
  if (last >= 'ァ' && last <= 'ー' && !/(?:プラス|マイナス|ベース|レート)$/.test(before)) return true
  if (after === '+' && /\d/.test(text.charAt(end + 1))) return true
  // "1 new share for every 4 held"
  const isAttributive = after === ' ' && attributive.test(text.slice(end, end + 12))
  if (isAttributive && end - start <= 2 && !statedLead.test(before)) return true
  // "24" of an attribute, `18` and {1} of code.
  if (last !== '' && '"\'`{['.includes(last)) return true
  // 985高校, 3メガバンク: a number that something unknown follows at once is part of a name.
  if (after >= '\u3400' && after <= '\u9fff' && !easternParticle.test(after) && !perNext.test(text.slice(end, end + 3))) return true
  if (after >= 'ァ' && after <= 'ヺ') return true
  // "a 529 plan", "the 911 call"
  if (isAttributive && /^ (?:plan|form|call|course|hotline|filing|statute)s?\b/.test(text.slice(end, end + 10))) return true
  // "the 787 programme"
  return isAttributive && /(?:^|[^A-Za-z])(?:the|this|that|its|an?|our|their|his|her) $/i.test(before)
}

const contracts =
  /(?:合约|主力|期货|期貨|螺纹|热卷|铁矿石?|焦[煤炭]|豆[粕油]|棕榈油?|菜[粕油]|玉米|生猪|沪[铜铝锌铅镍锡金银]|原油|燃油|甲醇|纯碱|玻璃|橡胶|棉花|白糖|苹果|红枣|期指|集运|尿素|工业硅|碳酸锂|多晶硅)$/

/** 螺纹2601 is delivered in January 2026. */
function isContractMonth(text: string, start: number, end: number): boolean {
  return (
    end - start === 4 && /^(?:2[4-9]|3\d)(?:0[1-9]|1[0-2])$/.test(text.slice(start, end)) && contracts.test(text.slice(Math.max(0, start - 4), start))
  )
}

/** A list or an index of so many: Russell 2000. */
export function isIndex(text: string, start: number): boolean {
  return indexes.test(text.slice(Math.max(0, start - 24), start))
}

// "Items 601(b)(31) and 308", "page 4 of 87"
const alsoNumbered =
  /\b(?:(?:[Ss]ections|[Rr]ules|[Ii]tems|[Nn]otes|[Aa]rticles|[Pp]arts|[Cc]hapters|[Pp]ages|[Tt]ables|[Ff]igures|[Ee]xhibits|[Ss]chedules|[Ff]orms|[Cc]lauses|[Pp]aragraphs|[Ll]ines|[Tt]erminals|[Hh]eadings|[Ss]ubheadings) [\dA-Za-z(),. -]{1,30} (?:and|or|to|through)|[Pp]age \d{1,4} of) $/

/** "Boeing 737", "page 12", "S&P 500": also in front of what looks like a noun. */
export function isNamed(text: string, start: number, end: number): boolean {
  // No name ends in a digit or a comma: spares most numbers of a list the patterns.
  const last = text.charCodeAt(/[ \u202f-]/.test(text.charAt(start - 1)) ? start - 2 : start - 1)
  if (!(last >= 0x80 || (last >= 65 && last <= 122) || last === 46 || last === 38 || last === 39 || last === 45)) return false
  const before = text.slice(Math.max(0, start - 24), start)
  if (last >= 0x3000) return (indexEnds.has(last) && indexes.test(before)) || /(?:单元|[号號][楼樓]|棟|栋)$/.test(before)
  if (numbered.test(before) || indexes.test(before)) return true
  if ((last === 100 || last === 114 || last === 102 || last === 111 || last === 104) && alsoNumbered.test(text.slice(Math.max(0, start - 50), start)))
    return true
  const said = name.exec(before)
  if (!said) return false
  const lead = said[1] as string
  if (plainLeads.has(lead.toLowerCase()) || (lead.endsWith('.') && !/^H\.R\.$/.test(lead))) return false
  // EPS 0.97, PMI 49.6; but USB 3.0.
  if (/^[A-Z]{2,6}$/.test(lead) && !standards.test(lead) && text.slice(start, end).includes('.')) return false
  // At the head of a sentence a capital says nothing, unless what follows is no noun.
  const index = Math.max(0, start - 24) + said.index
  const isHead = index === 0 || /[.!?\n|]\s*$/.test(text.slice(Math.max(0, index - 2), index + 1))
  return !(isHead && /[\s]/.test(text.charAt(end)) && /(?:ed|ing|ly)$/.test(lead))
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code === 95
}
