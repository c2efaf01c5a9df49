// Bytes to text: by what a file says of itself, then by what it holds; a guess is told, and what is no text is refused.

import { describe, expect, test } from 'vitest'
import { decodeText } from '../../../src/core/import/decode-text.ts'

/** The way back of TextDecoder, which has none: every character of one or two bytes. */
function encoderOf(encoding: string): (text: string) => Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const bytesOf = new Map<string, number[]>()
  const note = (bytes: number[]) => {
    try {
      const text = decoder.decode(new Uint8Array(bytes))
      if ([...text].length === 1 && !bytesOf.has(text)) bytesOf.set(text, bytes)
    } catch {
      // No character of that encoding.
    }
  }
  for (let first = 0; first < 256; first += 1) note([first])
  for (let first = 0x81; first < 256; first += 1) for (let second = 0x30; second < 256; second += 1) note([first, second])
  return (text) => new Uint8Array([...text].flatMap((character) => bytesOf.get(character) ?? expect.fail(`${character} is not in ${encoding}`)))
}

const utf16 = (text: string, isBig: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return isBig ? bytes.swap16() : bytes
}

const chinese = '软银集团宣布清仓所持英伟达全部股份，套现58.3亿美元。\r\n公司首席财务官表示，此举与人工智能泡沫无关。'
const traditional = '軟銀集團宣布清倉所持輝達全部股份，套現58.3億美元。公司財務長表示，此舉與泡沫無關。'
const japanese = 'ソフトバンクグループは保有していた全株式を売却し、58億3000万ドルを調達した。資金は追加出資に充てる。'
const korean = '소프트뱅크는 보유하고 있던 엔비디아 주식을 모두 매각해 58억 3천만 달러를 확보했다.'
const french = 'La société a cédé l’intégralité de sa participation. Après l’été, les bénéfices ont reculé.'

describe('what says its encoding', () => {
  test.each<[name: string, bytes: Uint8Array, text: string]>([
    ['UTF-8', Buffer.from('软银\r\n𠮷'), '软银\r\n𠮷'],
    ['UTF-8 with its mark', Buffer.from('\ufefftext'), 'text'],
    ['UTF-16, little end first', utf16('\ufeff软银 text', false), '软银 text'],
    ['UTF-16, big end first', utf16('\ufeff软银 text', true), '软银 text'],
    ['nothing', Buffer.alloc(0), ''],
  ])('%s is told of nobody', (_name, bytes, text) => {
    const decoded = decodeText(bytes)
    expect(decoded).toMatchObject({ ok: true, text })
    expect(decoded).not.toHaveProperty('note')
  })

  test('a page is believed where it decodes, and only there', () => {
    expect(decodeText(encoderOf('big5')(traditional), 'big5')).toEqual({ ok: true, text: traditional, encoding: 'big5' })
    expect(decodeText(encoderOf('gbk')(chinese), 'GB2312')).toMatchObject({ ok: true, text: chinese })
    expect(decodeText(encoderOf('gbk')(chinese), 'no-such-encoding')).toMatchObject({ ok: true, text: chinese })
    expect(decodeText(Buffer.from(chinese), 'iso-8859-1')).toMatchObject({ ok: true, text: chinese, encoding: 'utf-8' })
  })
})

describe('what does not', () => {
  test.each([
    ['gbk', chinese],
    ['gbk', traditional],
    ['big5', traditional],
    ['shift_jis', japanese],
    ['euc-jp', japanese],
    ['euc-kr', korean],
    ['windows-1252', french],
  ])('%s is told by what it holds, long or short: %s', (encoding, text) => {
    const encode = encoderOf(encoding)
    for (const length of [16, 24, 40, text.length]) {
      const piece = text.slice(0, length)
      expect(decodeText(encode(piece)), piece).toMatchObject({ ok: true, text: piece, note: expect.stringMatching(/encoding was told|was read as/) })
    }
  })

  test('UTF-16 without its mark, and the shifts of ISO-2022-JP', () => {
    for (const isBig of [true, false])
      for (const text of ['Plain words\nin lines', chinese, japanese]) expect(decodeText(utf16(text, isBig))).toMatchObject({ ok: true, text })
    const shifted = Buffer.from('1b2442253d25551b2842', 'hex')
    expect(decodeText(shifted)).toMatchObject({ ok: true, text: new TextDecoder('iso-2022-jp').decode(shifted) })
    expect(decodeText(Buffer.from('\u001b[31mred\u001b[0m'))).toMatchObject({ ok: true, encoding: 'utf-8' })
  })
})

describe('what is no text', () => {
  const noise = (seed: number) => {
    let state = seed
    return Uint8Array.from({ length: 700 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state >>> 24
    })
  }
  test.each<[name: string, bytes: Uint8Array]>([
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['UTF-16 cut in the middle', utf16('\ufefftext', false).subarray(0, 7)],
    ['half a surrogate pair in UTF-16', Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41, 0x00])],
    ['UTF-32', Buffer.from('fffe000041000000', 'hex')],
    ['control characters', Buffer.from('a\u0001b')],
    ['a zero byte', Buffer.from('a\u0000b')],
    ...Array.from({ length: 40 }, (_, seed): [string, Uint8Array] => [`noise ${seed}`, noise(seed + 1)]),
  ])('%s is refused in words', (_name, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: false, reason: expect.stringMatching(/^(not a text file|damaged UTF-16|neither UTF-8)/) })
  })
})
