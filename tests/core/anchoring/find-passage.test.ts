import { describe, expect, it } from 'vitest'
import { carryPassages } from '../../../src/core/anchoring/carry-passages.ts'
import { findPassage, prepareText } from '../../../src/core/anchoring/find-passage.ts'
import { passageAt } from '../../../src/core/records/passage.ts'

/** The passage of `text` that is `quote`, the `nth` time that it stands there. */
function passageOf(text: string, quote: string, nth = 0) {
  let start = text.indexOf(quote)
  for (let index = 0; index < nth; index += 1) start = text.indexOf(quote, start + 1)
  return passageAt(text, start, start + quote.length)
}

function wordsFound(text: string, found: ReturnType<typeof findPassage>): string {
  return found.kind === 'lost' ? 'lost' : `${found.kind}: ${text.slice(found.start, found.end)}`
}

describe('a quote whose words are still there', () => {
  const alike: [name: string, before: string, quote: string, after: string, expected: string][] = [
    ['untouched', 'It sold its whole stake.', 'whole stake', 'It sold its whole stake.', 'exact: whole stake'],
    ['after more text', 'It sold its whole stake.', 'whole stake', 'In May it sold its whole stake.', 'moved: whole stake'],
    ['wrapped anew', 'It sold its whole stake.', 'sold its whole', 'It sold\nits\u00a0  whole stake.', 'exact: sold\nits\u00a0  whole'],
    ['Chinese wrapped anew', '软银出售了全部股份。', '出售了全部', '软银出售\n了全部股份。', 'exact: 出售\n了全部'],
    ['other quotes and dashes', 'He said "no" - twice.', '"no" - twice', 'He said “no”—twice.', 'exact: “no”—twice'],
    ['full width', '投资 AI 公司(2025)。', 'AI 公司(2025)', '投资ＡＩ公司（２０２５）。', 'moved: ＡＩ公司（２０２５）'],
    ['half-width katakana', 'ソフトバンクは', 'ソフトバンク', 'ｿﾌﾄﾊﾞﾝｸは', 'exact: ｿﾌﾄﾊﾞﾝｸ'],
    ['decomposed', 'a café here', 'café', 'a cafe\u0301 here', 'exact: cafe\u0301'],
  ]
  it.each(alike)('%s', (_name, before, quote, after, expected) => {
    expect(wordsFound(after, findPassage(prepareText(after), passageOf(before, quote)))).toBe(expected)
  })

  it('is told from an equal one by what stands around it', () => {
    const before = 'Revenue rose 5 %. Costs rose 5 %. Profit rose 5 %.'
    const after = 'Margins fell. Revenue rose 5 %. Costs rose 5 %. Profit rose 5 %.'
    const passages = [0, 1, 2].map((nth) => passageOf(before, 'rose 5 %', nth))
    const starts = carryPassages(before, after, passages).map((found) => (found.kind === 'lost' ? -1 : found.start))
    expect(starts).toEqual(passages.map(({ start }) => start + 'Margins fell. '.length))
  })
})

describe('a quote whose surroundings closed over its place', () => {
  const contents = 'Contents\n\nWhat does it do?\nHow do I use it?\nIs there a demo?'
  const page = `${contents}\n\nWhat does it do?\n\nIt cleans pages of scripts, quickly and with little memory.\n\nHow do I use it?\n\nInclude the file in your page and call it once.\n\nIs there a demo?\n\nThere is one on the first page.`

  it('is not the heading’s line in the contents', () => {
    const after = page.replace('How do I use it?\n\nInclude', 'Include')
    expect(wordsFound(after, findPassage(after, passageOf(page, 'How do I use it', 1)))).toBe('lost')
  })

  it('but has moved where its words stand once', () => {
    const sale = 'A fund from Oslo bought them within a week.'
    const before = `The bank sold its shares in March. Nobody had expected that price. ${sale} The board said nothing about it. In June it moved its seat to Lisbon.`
    const after = `${before.replace(`${sale} `, '')} ${sale}`
    for (const quote of [sale, 'fund from Oslo bought them'])
      expect(wordsFound(after, findPassage(after, passageOf(before, quote)))).toBe(`moved: ${quote}`)
  })
})
