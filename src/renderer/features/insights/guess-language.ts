// The language of a text by its script, for fonts, line breaks and pronunciation, where no record says it.

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u
const HAN = /\p{Script=Han}/gu
const looked = 2_000

/** `ja`, `zh`, or undefined for texts that are neither: the page's own language then holds. */
export function languageOf(text: string): 'ja' | 'zh' | undefined {
  const start = text.slice(0, looked)
  if (KANA.test(start)) return 'ja'
  const han = start.match(HAN)?.length ?? 0
  // One name in Chinese characters does not make an English note Chinese.
  return han > 0 && han * 4 >= start.replace(/\s/g, '').length ? 'zh' : undefined
}
