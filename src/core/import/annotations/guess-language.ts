// The language of a quote by its script, for sources of which no file says it: kana is Japanese, Han without kana Chinese. Latin letters tell nothing.

export function guessLanguage(text: string): string {
  const sample = text.slice(0, 20_000)
  const kana = sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const han = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0
  if (kana + han < latin / 4 || kana + han === 0) return ''
  // A Chinese text may quote a Japanese name; a Japanese one has kana in every sentence.
  return kana * 10 >= han ? 'ja' : 'zh'
}
