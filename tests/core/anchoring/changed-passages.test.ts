import { describe, expect, it } from 'vitest'
import { carryPassages } from '../../../src/core/anchoring/carry-passages.ts'
import { findPassage } from '../../../src/core/anchoring/find-passage.ts'
import { passageAt } from '../../../src/core/records/passage.ts'

function passageOf(text: string, quote: string) {
  const start = text.indexOf(quote)
  return passageAt(text, start, start + quote.length)
}

/** From the quote alone, and with the old text. */
function bothWays(before: string, quote: string, after: string): [string, string] {
  const passage = passageOf(before, quote)
  const [carried] = carryPassages(before, after, [passage])
  return [findPassage(after, passage), carried].map((found) =>
    !found || found.kind === 'lost' ? 'lost' : `${found.kind}: ${after.slice(found.start, found.end)}`,
  ) as [string, string]
}

const english = 'In 2024 revenue rose 15% to $5.8 billion, the company said on Monday. It gave no reasons for it.'
const chinese = '软银于2025年投资三百亿美元，并出售全部股份。公司没有说明理由。'

describe('a quote that was edited is changed, where it stood', () => {
  const edits: [quote: string, before: string, after: string, expected: string][] = [
    ['15%', english, english.replace('15%', '18%'), 'changed: 18%'],
    ['$5.8 billion', english, english.replace('5.8', '5.9'), 'changed: $5.9 billion'],
    ['In 2024', english, english.replace('2024', '2025'), 'changed: In 2025'],
    ['rose 15', english, english.replace('15%', '150%'), 'changed: rose 150'],
    ['三百亿美元', chinese, chinese.replace('三百', '四百'), 'changed: 四百亿美元'],
    ['投资三百', chinese, chinese.replace('三百', '三百五十'), 'changed: 投资三百'],
    [
      'revenue rose 15% to $5.8 billion',
      english,
      english.replace('to $5.8', 'again, to about $5.8'),
      'changed: revenue rose 15% again, to about $5.8 billion',
    ],
    ['并出售全部股份', chinese, chinese.replace('全部', '所持的全部'), 'changed: 并出售所持的全部股份'],
  ]
  it.each(edits)('%s', (quote, before, after, expected) => {
    expect(bothWays(before, quote, after)).toEqual([expected, expected])
  })
})

describe('a quote that was deleted is lost, whatever looks like it', () => {
  const rows = [
    'Northwind invested $40 million in Quarry in 2019. The terms were not disclosed.',
    'Alder invested $70 million in Cobalt in 2021. The terms were not disclosed.',
    'Meridian invested $90 million in Sable in 2023. The terms were not disclosed.',
  ]
  const list = (kept: number[]) => kept.map((index) => rows[index]).join('\n\n')

  it.each([0, 1, 2])('row %i of a list in the same words', (index) => {
    const kept = [0, 1, 2].filter((other) => other !== index)
    const quote = (rows[index] as string).split('. ')[0] as string
    expect(bothWays(list([0, 1, 2]), quote, list(kept))).toEqual(['lost', 'lost'])
  })

  it('and its neighbours stay where they are, word for word', () => {
    const [before, after] = [list([0, 1, 2]), list([0, 2])]
    const passages = [0, 2].map((index) => passageOf(before, rows[index] as string))
    expect(carryPassages(before, after, passages).map((found) => (found.kind === 'lost' ? 'lost' : after.slice(found.start, found.end)))).toEqual([
      rows[0],
      rows[2],
    ])
  })

  it('a sentence that every row has goes with its row', () => {
    const before = list([0, 1, 2])
    const start = before.indexOf('The terms', before.indexOf('Alder'))
    const [carried] = carryPassages(before, list([0, 2]), [passageAt(before, start, start + 'The terms were not disclosed.'.length)])
    expect(carried?.kind).toBe('lost')
  })
})

describe('a sentence that moved', () => {
  const sentences = [
    'The port was dredged in spring.',
    'A crane fell into the harbour.',
    'Nobody was hurt that night.',
    'The mayor resigned in autumn.',
  ]
  const before = sentences.join(' ')
  const after = [2, 0, 1, 3].map((index) => sentences[index]).join(' ')

  it('is found where it went, and so is a word of it that stands nowhere else', () => {
    for (const quote of [sentences[2] as string, 'hurt']) {
      const [carried] = carryPassages(before, after, [passageOf(before, quote)])
      expect(carried).toMatchObject({ kind: 'moved', start: after.indexOf(quote), end: after.indexOf(quote) + quote.length })
    }
  })
})

describe('offsets', () => {
  it('never part a letter from its marks, an emoji from its parts or a flag from its half', () => {
    const after = 'x 👩‍👩‍👧 y 🇯🇵🇨🇳 z cafe\u0301 葛\u{e0100}城'
    for (const [quote, whole] of [
      ['👩‍👩‍👧', '👩‍👩‍👧'],
      ['🇨🇳', '🇨🇳'],
      ['café', 'cafe\u0301'],
      ['葛', '葛\u{e0100}'],
    ] as const) {
      const found = findPassage(after, { exact: quote })
      expect(found.kind === 'lost' ? 'lost' : after.slice(found.start, found.end)).toBe(whole)
    }
  })
})
