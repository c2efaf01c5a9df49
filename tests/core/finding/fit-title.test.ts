// What is typed into the palette and what it means: a table of cases in three languages, and the letters' rank against a slow truth.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { beginsWord, compareFits, fitLetters, fitRanks, fitTitle, prepareTyped } from '../../../src/core/finding/fit-title.ts'
import { foldText } from '../../../src/core/finding/fold-text.ts'

const fitOf = (title: string, typed: string) => fitTitle(foldText(title), prepareTyped(typed))
/** The title with what fits in brackets: none of these titles changes its length by folding. */
function marked(title: string, typed: string): string {
  let text = ''
  let from = 0
  for (const { start, end } of fitOf(title, typed)?.ranges ?? []) {
    text += `${title.slice(from, start)}[${title.slice(start, end)}]`
    from = end
  }
  return text + title.slice(from)
}

const cases: readonly [title: string, typed: string, rank: keyof typeof fitRanks | undefined, marked: string][] = [
  ['SoftBank', 'softbank', 'whole', '[SoftBank]'],
  ['SoftBank sells NVIDIA', 'soft', 'beginning', '[Soft]Bank sells NVIDIA'],
  ['SoftBank sells NVIDIA', '  SOFT  ', 'beginning', '[Soft]Bank sells NVIDIA'],
  ['SoftBank sells NVIDIA', 'nvidia', 'word', 'SoftBank sells [NVIDIA]'],
  ['The bank and the riverbank: a bank', 'bank', 'word', 'The [bank] and the riverbank: a bank'],
  ['A riverbank near a bank', 'bank', 'word', 'A riverbank near a [bank]'],
  ['SoftBank', 'bank', 'inside', 'Soft[Bank]'],
  ['New bonds in euros', 'euro bond', 'words', 'New [bond]s in [euro]s'],
  ['Debt raised against spent', 'drs', 'letters', '[D]ebt [r]ai[s]ed against spent'],
  ['Debt raised', 'tbd', undefined, 'Debt raised'],
  ['Debt raised', 'dr', undefined, 'Debt raised'],
  ['Unbroken', 'bkn', undefined, 'Unbroken'],
  ['软银出售全部英伟达股份', '软银', 'beginning', '[软银]出售全部英伟达股份'],
  ['软银出售全部英伟达股份', '英伟达', 'word', '软银出售全部[英伟达]股份'],
  ['软银出售全部英伟达股份', '软英股', 'letters', '[软]银出售全部[英]伟达[股]份'],
  ['软银出售全部英伟达股份', '股份 出售', 'words', '软银[出售]全部英伟达[股份]'],
  ['ソフトバンクのAI投資', 'ai', 'word', 'ソフトバンクの[AI]投資'],
  ['ソフトバンクのAI投資', 'バンク', 'inside', 'ソフト[バンク]のAI投資'],
  ['ソフトバンクのAI投資', '投資', 'word', 'ソフトバンクのAI[投資]'],
  ['ソフトバンク', 'ｿﾌﾄ', 'beginning', '[ソフト]バンク'],
  ['ＡＩ bonds', 'ai', 'beginning', '[ＡＩ] bonds'],
  ['AI bonds', 'ＢＯＮＤ', 'word', 'AI [bond]s'],
  ['anything', '', 'beginning', 'anything'],
]

describe('fitTitle', () => {
  it.each(cases)('%s ← %s: %s', (title, typed, rank, expected) => {
    expect(fitOf(title, typed)?.rank).toBe(rank === undefined ? undefined : fitRanks[rank])
    expect(marked(title, typed)).toBe(expected)
  })

  it('ranks a beginning before a word, a word before what is inside, that before scattered words and letters', () => {
    const titles = ['Ended by nots', 'Bonds of note', 'A note', 'Footnotes', 'Notes on debt', 'Note']
    const ranked = titles
      .flatMap((title) => fitOf(title, 'note') ?? [])
      .map(({ rank }) => rank)
      .sort()
    expect(ranked).toEqual([fitRanks.whole, fitRanks.beginning, fitRanks.word, fitRanks.word, fitRanks.inside])
    expect(compareFits({ rank: fitRanks.letters, spread: 2 }, { rank: fitRanks.letters, spread: 3 })).toBeLessThan(0)
  })

  it('begins words where letters begin, where the script changes, and at every Chinese character', () => {
    const text = 'ab c1-d、銀行のバンクai'
    expect([...text].map((character, at) => (beginsWord(text, at) ? character.toUpperCase() : '.')).join('')).toBe('A..C..D.銀行のバ..A.')
  })
})

describe('fitLetters', () => {
  it('finds the tightest place that there is', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '银', '行'), maxLength: 12 })
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b', '银'), minLength: 2, maxLength: 4 }), (title, typed) => {
        expect(fitLetters(title, prepareTyped(typed))?.spread).toBe(slowSpread(title, typed))
      }),
      { numRuns: 2_000, seed: 20_261_126 },
    )
  })
})

/** Every way in which the letters stand in the title in their order, the first at the beginning of a word. */
function slowSpread(title: string, letters: string): number | undefined {
  if (letters.length < 3 && !/[^\0-\x7f]/.test(letters)) return undefined
  let best: number | undefined
  const walk = (letter: number, from: number, start: number) => {
    if (letter === letters.length) {
      const spread = from - start - letters.length
      if (best === undefined || spread < best) best = spread
      return
    }
    for (let at = from; at < title.length; at += 1) {
      if (title[at] !== letters[letter] || (letter === 0 && !beginsWord(title, at))) continue
      walk(letter + 1, at + 1, letter === 0 ? at : start)
    }
  }
  walk(0, 0, 0)
  return best
}
