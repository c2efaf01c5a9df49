// What its surroundings mark as no figure before it is read: codes, telephone numbers, addresses, list marks, headings, citations, "one in five".

import { matchAt, patternAt } from './match-at.ts'
import { idioms } from './words-eastern-idioms.ts'

const small = 'one|two|three|four|five|six|seven|eight|nine|ten|[1-9]|10|100'
const ratioSource = `(?:${small}) (?:in|out of) (?:every )?(?:${small})(?! (?:percent|per cent|million|billion|years?|months?|days?)|[.,]?\\d|%)\\b`
// The odds are 3 to 1.
const odds = patternAt(
  '\\d{1,3}(?: to |-to-)1(?![\\d%-]|[.,]\\d| (?:percent|per cent|million|billion|trillion|basis|percentage|year|month|week|day|hour|million)|[mbk%])',
)
const ratio = patternAt(ratioSource, 'i')
const easternRatio = '\\d{1,3}[対对比]\\d{1,3}(?![\\d.%亿万元])|\\d{1,3}(?<thing>[人社世帯家店件台])に\\d{1,3}\\k<thing>'
const codeLead =
  /(?:代码|代号|代碼|コード|邮编|郵编|邮政编码|郵便番号|番号|号码|号碼|编号|編号|文号|案号|电话|電话|電話|传真|傳真|热线|熱線|手机|手機|微信|证号|証号|账号|帳号|致电|致電|来电|來電|查询|查詢|端口|ポート|内線|内线|转债|期权|別紙|別添|別表|様式|(?:[\u4e00-\u9fff](?<![一二三四五六七八九十百千])[号號])|震度|注記|注记|脚注|附件|附录|附録|(?:^|[见如附和与及或、，。(\s])(?:图表|図表|表|图|圖|図|注)|公告)[:. ]{0,3}(?:[A-Z]{2,4}[:. ]?)?$|(?:\bTEL|\bTel|\bFAX|\bFax|\bPhone|\bPh|\bMobile|\bExt|\bext|\bfax|\bdoi|\bDOI|\barXiv|\bISBN|\bISSN|\bPMID|\bVAT|\bVAT GB|\bEIN|\bSKU|\bPO Box|\bCUSIP|〒)[:. ]{1,3}$/
const decree = '\\d{4}[〕\\])】] ?第?\\d{1,5}号'
const clock = '\\d{4} ?(?:GMT|UTC|EST|EDT|ET|BST|CET|CEST|JST|HKT|SGT|IST|AEST|hours|hrs)\\b'
const codeLeadEnds = '债权紙添式口ト电電询詢度码碼号ド编番话話真線线机機信证証账帳件录録表图圖図注告記记'
const code = patternAt('\\d[\\dA-Za-z.-]{0,400}(?:[ ()-]{1,2}\\d{2,}(?![A-Za-z])){0,5}')
const telephone = patternAt('\\d{1,3}[ -](?:\\(0?\\d{0,4}\\)[ -]?)?\\d{1,4}(?:[ -]\\d{2,4}){1,4}|\\d{2,4}\\) ?\\d{3,4}[- ]\\d{3,4}(?!\\d)')
const ticker = '\\d{3,6}(?:\\.(?:SH|SZ|SS|HK|TW|TWO|KS|KQ|BJ|JP|T|OL)|[ .-](?:HK|TT|JP|KS|CH) ?(?:Equity|Equities)|:(?:HK|TYO|JP))(?![A-Za-z0-9$])'
const address =
  "(?:\\d{1,4}[A-Z]?, )?\\d{1,5}[A-Z]? (?:[A-Z][a-z'.]+ ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Drive|Plaza|Square|Place|Parkway|Court|Row|Wharf|Loop|Circle|Terrace|Crescent|Quay|Highway|Way)\\b|\\d{1,5} Broadway\\b"
const citation = '\\d{1,4} ?\\(\\d{1,3}\\)[,:] ?(?:pp?\\. ?)?\\d{1,5}(?:[-–]\\d{1,5})?|\\d{1,4}:\\d{1,5}-\\d{1,5}(?!\\d)'
const listMark = patternAt('\\d{1,2}(?:[.)、](?![\\d%])|\\.(?=(?:19|20)\\d{2}[ 年]))')
const heading = patternAt(
  '\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?[ \\u202f](?=[A-Z][a-z]+(?!illion)|[\\u3400-\\u9fff])(?![万亿兆百千])|\\d{1,2}[ \\u202f](?=[A-Z][a-z]+ (?:of|and)\\b)',
)
const atHead = /(?:^|\n)[ \t>*#(-]{0,8}$/
const age = patternAt('[1-9]\\d(?=, [a-z]|\\. |,$)')
const beforeAge = /[A-Za-z], $/
const law = '\\d{1,3} U\\.?S\\.? \\d{1,4}(?![\\d%]|[.,]\\d)|\\d{1,3} (?:CFR|C\\.F\\.R|U\\.?S\\.?C\\b|Fed\\. Reg)'
const account = '\\d{4}(?: \\d{4}){2,5}(?: \\d{1,4})?(?!\\d|[.,]\\d)'
const named = /(?:\bage|\baged|\bage of|\bProject|\bVision|\bAgenda|\bExpo|\bHorizon|\bMission|\bWindows|\bOffice) $/
const inlineMark = patternAt('[1-9]、(?=[\\u4e00-\\u9fff])(?![一二三四五六七八九十])')
const inYears = patternAt('\\d{1,3}(?:\\.\\d{1,2})? years?\\b')
const firm = '3M(?![A-Za-z0-9]| (?:shares|users|people|units|tokens|customers))|4S|3C|3PL'

// 3、4号機, 上位1〜3位, 令和5年法律第53号.
const easternMarks =
  '\\d{1,2}\\([一-鿿ァ-ヶ]{1,2}\\)\\d{1,6}号|\\d{1,4}条(?:の\\d{1,3}){1,3}|\\d{1,2}(?:[、,・~-]\\d{1,2}){1,5}号(?=[機机楼线線館馆])|\\d{1,3}[~-]\\d{1,3}位(?=[はがをにのでとま、。,)独占包]|$)'
const act =
  '(?:令和|平成|昭和)\\d{1,2}(?:年)?\\([^)\\n]{1,3}\\)第?\\d{1,6}号|(?:令和|平成|昭和|\\d{4})[\\d元]{0,2}年(?:法律|政令|省令|内阁府令|内閣府令|条例|告示|[一-鿿]{1,4}省令)第\\d{1,4}号'
// Windows 11 25H2, version 24H2
const release = patternAt('\\d\\dH[12](?![A-Za-z0-9])')
const released = /(?:Windows|Win ?1[01]|[Vv]ersion|版本|バージョン|[Uu]pdate|更新)[^.。\n]{0,16}$/
const beforeRelease = /^ (?:[Uu]pdate|[Rr]elease|[Bb]uild|[Vv]ersion|版|更新|アップデート)/
const footnote = patternAt('\\d{1,2}[.、]?')

const idiom = patternAt(`${idioms}|${act}`)

/** "3 to 1", but not "from 3 to 1": looked for without a pattern, since every number comes here. */
function mayBeOdds(text: string, at: number): boolean {
  let end = at + 1
  while (end < at + 3 && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end += 1
  return text[end + 1] === 't' && text[end + 2] === 'o' && !text.startsWith('from ', at - 5)
}

/** 数十億円, 几百家: skipped numeral by numeral. */
function isVague(text: string, at: number): boolean {
  let before = at - 1
  while (before > at - 4 && /[十百千万亿]/.test(text[before] ?? '')) before -= 1
  return /[数几何幾]/.test(text[before] ?? '') && /[十百千]/.test(text[at] ?? '')
}

const anyOf = patternAt([ticker, citation, address, ratioSource, easternRatio, easternMarks, act, firm, account, decree, clock, law].join('|'))

/** The end of what is to be skipped at `at`, or -1. Every look back is at most 24 characters, every pattern bounded. */
export function skipMarked(text: string, at: number): number {
  const first = text.charCodeAt(at)
  if (first >= 0x3000) return isVague(text, at) ? at + 1 : endOf(idiom, text, at)
  if (first < 48 || first > 57) return endOf(ratio, text, at)
  const previous = text[at - 1] ?? '\n'
  if (text[at + 2] === 'H' && matchAt(release, text, at)) {
    if (released.test(text.slice(Math.max(0, at - 26), at)) || beforeRelease.test(text.slice(at + 4, at + 14))) return at + 4
  }
  if (previous === ')' && text[at - 2] === '注') return endOf(footnote, text, at)
  if (previous === '\n' || previous === ' ' || previous === '(' || previous === '#' || previous === '*' || previous === '>' || previous === '\t') {
    if (atHead.test(text.slice(Math.max(0, at - 9), at))) {
      const end = Math.max(endOf(listMark, text, at), endOf(heading, text, at))
      if (end > at) return end
    }
    // 1、收入 2、成本
    if (previous === ' ' && text[at + 1] === '、' && matchAt(inlineMark, text, at)) return at + 1
    if (previous === ' ' && named.test(text.slice(Math.max(0, at - 9), at)) && !matchAt(inYears, text, at)) return endOf(code, text, at)
    if (previous === ' ' && text[at - 2] === ',' && beforeAge.test(text.slice(at - 3, at)) && matchAt(age, text, at)) return at + 2
  }
  if (previous === '+' || previous === '(') {
    const match = matchAt(telephone, text, at)
    if (match && match[0].replace(/\D/g, '').length >= 8) return at + match[0].length
  }
  const last = previous === ' ' || previous === ':' || previous === '.' ? text.charCodeAt(at - 2) : previous.charCodeAt(0)
  if ((last >= 0x2e80 && codeLeadEnds.includes(String.fromCharCode(last))) || last === 58 || (last >= 65 && last <= 122)) {
    if (codeLead.test(text.slice(Math.max(0, at - 12), at))) return endOf(code, text, at)
  }
  const end = mayBeOdds(text, at) ? endOf(odds, text, at) : -1
  if (end > at) return end
  return endOf(anyOf, text, at)
}

function endOf(pattern: RegExp, text: string, at: number): number {
  const match = matchAt(pattern, text, at)
  return match ? at + match[0].length : -1
}
