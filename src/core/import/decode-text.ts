// Bytes of a file to text. What says its encoding is believed where it decodes; older Chinese, Japanese and Korean files are told by what they hold,
// and whoever brings them in is told that it was so: a wrong guess would garble quotes silently.

import { analyse } from 'chardet'

export type DecodedText =
  /** `encoding` as the WHATWG Encoding Standard names it. `note` is for people: how the encoding was told, where nobody said it. */
  { ok: true; text: string; encoding: string; note?: string } | { ok: false; reason: string }

/** The text as it stands, line endings included; only a byte order mark goes. `declared` is what a page or a header says of itself. */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const marked = markedEncoding(bytes)
  // UTF-32 marks begin as UTF-16's do; their zero bytes are found below.
  if (marked) return decoded(bytes, marked) ?? { ok: false, reason: 'damaged UTF-16 text' }
  if (bytes.includes(0)) return decodeUnmarkedUtf16(bytes) ?? { ok: false, reason: 'not a text file' }
  const utf8 = tryToDecode(bytes, 'utf-8')
  if (utf8 !== undefined) {
    // All of it is ASCII, the shifts between its alphabets included.
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that shifts is what is looked for
    const shifted = /\u001b\$[@B]/.test(utf8.slice(0, sampleLength)) ? decoded(bytes, 'iso-2022-jp') : undefined
    if (shifted?.ok) return { ...shifted, note: guessed('iso-2022-jp') }
    return hasBinaryCharacters(utf8) ? { ok: false, reason: 'not a text file' } : { ok: true, text: utf8, encoding: 'utf-8' }
  }
  const asDeclared = declared && !/^utf-?8$/i.test(declared) ? decoded(bytes, declared) : undefined
  if (asDeclared?.ok) return asDeclared
  return guess(bytes)
}

/** Of what a detector says is likely: enough to tell, little enough to take no time. */
const sampleLength = 100_000
/** The Encoding Standard decodes as GB18030 what calls itself GBK, and as windows-1252 what calls itself ISO-8859-1. */
const legacy = new Map([
  ['GB18030', 'gb18030'],
  ['Big5', 'big5'],
  ['Shift_JIS', 'shift_jis'],
  ['EUC-JP', 'euc-jp'],
  ['EUC-KR', 'euc-kr'],
  ['ISO-8859-1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
])
const surelyAhead = 10

function guess(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, sampleLength)
  const likely = analyse(sample)
    .flatMap(({ name, confidence }) => {
      const encoding = legacy.get(name)
      const text = encoding && tryToDecode(bytes, encoding)
      return encoding && text !== undefined && !hasBinaryCharacters(text)
        ? [{ encoding, text, likelihood: confidence + shareOfWords(text, encoding) }]
        : []
    })
    .toSorted((one, other) => other.likelihood - one.likelihood)
  const [best] = likely
  if (!best) return { ok: false, reason: 'neither UTF-8 nor another encoding that is known: save it as UTF-8 first' }
  const second = likely.find(({ encoding, text }) => encoding !== best.encoding && text !== best.text)
  const isDoubtful = second !== undefined && best.likelihood - second.likelihood < surelyAhead
  return { ok: true, text: best.text, encoding: best.encoding, note: isDoubtful ? doubtful(best.encoding, second.encoding) : guessed(best.encoding) }
}

const guessed = (encoding: string) => `its encoding was told by what it holds (${encoding})`
const doubtful = (encoding: string, other: string) => `it was read as ${encoding} and may be ${other}: look whether its words are right`

/**
 * Points for text of the language that an encoding is for, -40 to 40: kana in Japanese, hangul in Korean, everyday Chinese characters in Chinese.
 * Wrongly decoded text is full of rare characters, half-width kana and marks of other scripts.
 */
function shareOfWords(text: string, encoding: string): number {
  const sample = text.slice(0, 20_000)
  const beyond = sample.match(/[^\p{ASCII}]/gu)?.length ?? 0
  if (beyond === 0) return 0
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0
  const odd = count(/[\uff61-\uff9f\ue000-\uf8ff\u0370-\u052f\u2500-\u25ff\u0080-\u009f]/gu)
  const everyday = count(
    /[的是在了有和不人这這中为為上国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年动動同工也能下过過子说說产產种種面而方后後多定行学學所法得经經十三之进進着等部度家电電力里裡如水化高自二理起小物现現实實加量都两兩体體制机機当當使点點从從业業本去把性好应應开開它合还還因由其些然前外天政四日那社义義事平形相全表间間样樣与與关關各重新线線内內数數正心反你明看原又么利比或但质質气氣第向道命此变變条條没沒结結解问問意建月公无無系軍很情者最立代想已通并提直题題党程展五果料象员員革位入常文总總次品式活设設及管特件长長求老头頭基资資边邊流路级級少图圖山统統接知较較将將组組见見计計别別她手角期根论論运運农農指几幾九区區强強放决決西被干做必战戰先回则則任取据據处處理万萬亿億元美银銀]/gu,
  )
  const kana = count(/[\u3041-\u309f\u30a1-\u30ff]/gu)
  const hangul = count(/[\uac00-\ud7a3]/gu)
  // European letters with marks stand one by one among plain ones; Korean is written without Chinese characters for the most part.
  const runs = count(/[^\p{ASCII}]{2,}/gu)
  const han = count(/\p{sc=Han}/gu)
  if (encoding === 'windows-1252') return runs > beyond / 8 ? -40 : 0
  const own = encoding === 'shift_jis' || encoding === 'euc-jp' ? kana : encoding === 'euc-kr' ? hangul - 2 * han : everyday - kana
  return Math.max(-40, Math.min(40, ((own - 2 * odd) / beyond) * 80))
}

function decodeUnmarkedUtf16(bytes: Uint8Array): DecodedText | undefined {
  if (bytes.length % 2 === 1) return undefined
  const texts = ['utf-16le', 'utf-16be'].flatMap((encoding) => {
    const text = tryToDecode(bytes, encoding)
    return text !== undefined && !hasBinaryCharacters(text) ? [{ encoding, text, share: shareOfText(text) }] : []
  })
  const best = texts.toSorted((one, other) => other.share - one.share)[0]
  // Nearly every character is of a script that people write in, and there are spaces or line ends between them.
  return best && best.share > 0.97 && /[\s\u3000-\u303f]/u.test(best.text)
    ? { ok: true, text: best.text, encoding: best.encoding, note: guessed(best.encoding) }
    : undefined
}

function shareOfText(text: string): number {
  const sample = text.slice(0, 20_000)
  const known = sample.match(/[\s\u0020-\u007e\u00a0-\u024f\u2010-\u203f\u3000-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff5e]/gu)?.length ?? 0
  return sample.length === 0 ? 0 : known / [...sample].length
}

function markedEncoding([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined
}

function decoded(bytes: Uint8Array, encoding: string): DecodedText | undefined {
  const text = tryToDecode(bytes, encoding)
  if (text === undefined) return undefined
  return hasBinaryCharacters(text) ? { ok: false, reason: 'not a text file' } : { ok: true, text, encoding: encoding.toLowerCase() }
}

/** Undefined where the bytes are not of that encoding, or it is none that is known. */
function tryToDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Tab, newlines and form feed are text, and so is the escape of terminal logs; other control characters are not. */
function hasBinaryCharacters(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text)
}
