// The language of a text by its script, and for Chinese by its characters: enough to show it in the right glyphs; the analyst can correct it.

/** The tag, or '' where nothing is certain (Latin script could be one of hundreds; English is assumed only with its own small words). */
export function guessLanguage(text: string): string {
  const sample = text.slice(0, 20_000)
  const hiragana = count(sample, /\p{Script=Hiragana}/gu)
  const katakana = count(sample, /\p{Script=Katakana}/gu)
  const han = count(sample, /\p{Script=Han}/gu)
  const hangul = count(sample, /\p{Script=Hangul}/gu)
  const latin = count(sample, /\p{Script=Latin}/gu)
  // One Chinese character says about as much as three Latin letters, so names and figures in Latin letters don't outvote it.
  const cjk = (hiragana + katakana + han + hangul) * 3
  if (cjk > latin) {
    if (hangul > hiragana + katakana + han) return 'ko'
    // Japanese prose can't do without hiragana, its headlines hardly without katakana; a name in katakana does not make a Chinese text Japanese.
    if (hiragana * 12 > han || katakana * 3 > han) return 'ja'
    return guessChinese(sample)
  }
  const cyrillic = count(sample, /\p{Script=Cyrillic}/gu)
  if (cyrillic > latin) return /[іїєґ]/i.test(sample) ? 'uk' : 'ru'
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? []
  const [best] = [...smallWords]
    .map(([language, list]) => ({ language, hits: words.filter((word) => list.has(word)).length }))
    .sort((one, other) => other.hits - one.hits)
  return best && best.hits > 0 && best.hits * 12 >= words.length ? best.language : ''
}

/** For many short texts: what has no letters of East Asia needs no glyphs of its own, and is not looked at any further. */
export function languageOfWords(text: string): string | undefined {
  return /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(text) ? guessLanguage(text) || undefined : undefined
}

/** The language that a title is shown in: that of its source, unless its script says otherwise (a Chinese title above an English brief). */
export function languageOfTitle(title: string, language: string): string | undefined {
  const guessed = guessLanguage(title)
  const isCjk = (tag: string) => /^(?:zh|ja|ko)\b/.test(tag)
  return (isCjk(guessed) && !isCjk(language) ? guessed : language) || undefined
}

/** Small words that are frequent in one language and rare in the others. */
const smallWords = new Map<string, ReadonlySet<string>>([
  ['en', new Set(['the', 'of', 'and', 'to', 'is', 'that', 'for', 'with', 'its', 'was', 'by', 'from', 'has', 'are'])],
  ['de', new Set(['der', 'die', 'das', 'und', 'ist', 'nicht', 'ein', 'eine', 'mit', 'von', 'für', 'auf', 'den', 'dem', 'wird'])],
  ['fr', new Set(['le', 'la', 'les', 'des', 'et', 'est', 'une', 'dans', 'pour', 'que', 'du', 'au', 'aux', 'sur'])],
  ['es', new Set(['el', 'los', 'las', 'del', 'una', 'por', 'con', 'para', 'que', 'es', 'se', 'su'])],
])

/** Characters that only one of the two ways of writing Chinese uses, among the most frequent ones. */
const simplified = /[这个们说时为过对发会还进样见两开经头动么产应无业东车马长门问间员网钱买卖贷亿资]/gu
const traditional = /[這個們說時為過對發會還進樣見兩開經頭動麼產應無業東車馬長門問間員網錢買賣貸億資]/gu

function guessChinese(sample: string): string {
  return count(sample, traditional) > count(sample, simplified) ? 'zh-Hant' : 'zh'
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
