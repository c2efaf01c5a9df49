// Whose $, ¥ and 元 a text means.

import type { FindOptions } from './figure.ts'

export type CurrencySetting = {
  isJapanese: boolean
  isChinese: boolean
  otherDollars: boolean
  saysUsDollars: boolean
  language: FindOptions['language']
  /** Whose 元 it is where nothing else is said; undefined where the characters do not tell. */
  yuan: string | undefined
  /** The same where only the amount is in traditional characters. */
  yuanOfTraditional: string
}

export function settingOf(original: string, language: FindOptions['language']): CurrencySetting {
  const hasKana = /[ぁ-んァ-ヺ売円払込決]/.test(original) && !isChineseWithKana(original)
  // Characters that only the traditional script has, and Japanese lost.
  const isTraditional = hasKana
    ? false
    : /[萬億圓營盈餘銷張達進華業電產價較約與對過這爲為於將數國會體點來實應續關擊變顯聯濟經總發號歸雙廣處權從場購盤報買賣銀貶漲貿個們還說請讓這嗎點線證團際價樓費資輛進時東車長門開調領隧內兒歲灣臺創]/.test(
        original,
      ) && !/[亿万营销张进华业电产价较约与对过这为于将]/.test(original)
  const isHongKong =
    /港[元幣币交股仙]|HK\$|HKD|[恒恆][指生]|(?<=\d)\.HK(?![A-Za-z])|金管局|呎|孖展|暗盤|隧|港鐵|本港|居屋|[恒恆]生|按年|錄得|港交所/.test(original)
  const yuanOfTraditional = isHongKong && !/[台臺][幣灣湾]|NT\$/.test(original) ? 'HKD' : 'TWD'
  const saysRenminbi = /人民[幣币]/.test(original) && !/[台臺港][幣币元]|HK\$|NT\$/.test(original)
  return {
    yuanOfTraditional,
    // Companies of Hong Kong and Taiwan that say 人民幣 once mean it where they go on with 元.
    yuan: isTraditional ? (saysRenminbi ? 'CNY' : yuanOfTraditional) : undefined,
    language,
    isJapanese: language === 'ja' || (language === undefined && hasKana),
    isChinese: language === 'zh' || (language === undefined && !hasKana && /[\u4e00-\u9fff]/.test(original)),
    otherDollars: /(?:HK|A|C|NT|(?<!U)S|NZ|CA|AU)\$|(?:Hong Kong|Canadian|Australian|Singapore|Taiwan|New Zealand) dollar/.test(original),
    saysUsDollars: /US\$|U\.S\. dollar|US dollar|\bUSD\b/.test(original),
  }
}

/** A Japanese name in a Chinese article makes it no Japanese: a third of what Japanese is written in is kana, and it has none of these characters. */
function isChineseWithKana(original: string): boolean {
  const sample = original.slice(0, 20_000)
  const chinese =
    sample.match(/[这们为过对说还没车东时开么发见长产买卖价较约与将营销张进华亿這們麼說對與萬圓營銷將從數國會體點來實應續關擊變]/g)?.length ?? 0
  return chinese > 0 && chinese > (sample.match(/[ぁ-んァ-ヺ]/g)?.length ?? 0)
}

/** The most likely code, and whether that is a guess. `amount` is as written, not folded. */
export function settleCurrency(
  sign: string,
  code: string | null,
  amount: string,
  setting: CurrencySetting,
): { code: string | null; isGuess: boolean } {
  if (code) return { code, isGuess: false }
  // A text in traditional characters that writes $ is of Hong Kong more often than not; Taiwan writes 元.
  if (sign === '$' && setting.isChinese && setting.yuan !== undefined && !setting.saysUsDollars) return { code: 'HKD', isGuess: true }
  if (sign === '$' || /^dollars?$/i.test(sign)) return { code: 'USD', isGuess: !setting.saysUsDollars || setting.otherDollars }
  if (sign === 'ドル') return { code: 'USD', isGuess: false }
  if (sign === '元') {
    const code = setting.yuan ?? (/[萬億圓]/.test(amount) && !setting.isJapanese ? setting.yuanOfTraditional : undefined)
    return code ? { code, isGuess: true } : { code: 'CNY', isGuess: false }
  }
  if (sign === '¥') {
    if (/[万亿]/.test(amount) && !/[億萬兆]/.test(amount) && !setting.isJapanese) return { code: 'CNY', isGuess: false }
    if (setting.isJapanese) return { code: 'JPY', isGuess: false }
    if (setting.isChinese) return { code: 'CNY', isGuess: setting.language !== 'zh' }
    return { code: 'JPY', isGuess: true }
  }
  if (/^cents?$/.test(sign)) return { code: 'USD', isGuess: true }
  return { code: null, isGuess: true }
}
