// Whose $, ¥ and 元 a text means.

import type { FindOptions } from './figure.ts'

export type CurrencySetting = {
  isJapanese: boolean
  isChinese: boolean
  otherDollars: boolean
  saysUsDollars: boolean
  language: FindOptions['language']
}

export function settingOf(original: string, language: FindOptions['language']): CurrencySetting {
  const hasKana = /[ぁ-んァ-ヺ売円払込決]/.test(original)
  return {
    language,
    isJapanese: language === 'ja' || (language === undefined && hasKana),
    isChinese: language === 'zh' || (language === undefined && !hasKana && /[\u4e00-\u9fff]/.test(original)),
    otherDollars: /(?:HK|A|C|NT|(?<!U)S|NZ|CA|AU)\$|(?:Hong Kong|Canadian|Australian|Singapore|Taiwan|New Zealand) dollar/.test(original),
    saysUsDollars: /US\$|U\.S\. dollar|US dollar|\bUSD\b/.test(original),
  }
}

/** The most likely code, and whether that is a guess. `amount` is as written, not folded. */
export function settleCurrency(
  sign: string,
  code: string | null,
  amount: string,
  setting: CurrencySetting,
): { code: string | null; isGuess: boolean } {
  if (code) return { code, isGuess: false }
  if (sign === '$' || /^dollars?$/i.test(sign)) return { code: 'USD', isGuess: !setting.saysUsDollars || setting.otherDollars }
  if (sign === 'ドル') return { code: 'USD', isGuess: false }
  if (sign === '元') {
    const isTraditional = /[萬億圓]/.test(amount)
    return isTraditional ? { code: 'TWD', isGuess: true } : { code: 'CNY', isGuess: false }
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
