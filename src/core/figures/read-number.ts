// Reads a number in digits, characters or words from its first character.

import { type NumberRead, readDigits } from './read-digits.ts'
import { readEasternNumber } from './read-eastern-number.ts'
import { readEnglishNumber } from './read-english-number.ts'

const easternScale = /[ \u202f]{0,2}[\u3400-\u9fff]/y

export function readNumber(text: string, at: number, isJapanese: boolean): NumberRead | undefined {
  const code = text.charCodeAt(at)
  if ((code >= 48 && code <= 57) || code === 46) {
    const digits = readDigits(text, at)
    if (!digits) return undefined
    const next = text.charCodeAt(digits.end)
    if (next < 0x3400 && next !== 32 && next !== 0x202f) return digits
    easternScale.lastIndex = digits.end
    return easternScale.test(text) ? (readEasternNumber(text, at, digits, isJapanese) ?? digits) : digits
  }
  return code >= 0x3000 ? readEasternNumber(text, at, undefined, isJapanese) : readEnglishNumber(text, at)
}
