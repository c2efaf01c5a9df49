// Finding words in a note, with and without a regular expression.

import { RE2JS } from 're2js'
import { describe, expect, it } from 'vitest'
import { findExpression, findWords, replacementFor } from '../../../src/renderer/ui/markdown-editor/find-matches.ts'

const loose = { isCaseMatched: false, isWholeWord: false }
const found = (text: string, words: string, options = loose) => findWords(text, words, options).map(({ start, end }) => text.slice(start, end))

describe('words', () => {
  it.each([
    ['in any case', 'Bond bond BOND', 'bond', loose, ['Bond', 'bond', 'BOND']],
    ['in one case', 'Bond bond', 'bond', { ...loose, isCaseMatched: true }, ['bond']],
    ['in full width', 'Ａｐｐｌｅ Apple', 'apple', loose, ['Ａｐｐｌｅ', 'Apple']],
    ['in half-width katakana', 'ｿﾌﾄ ソフト', 'ソフト', loose, ['ｿﾌﾄ', 'ソフト']],
    ['Chinese', '软银的债券，债券', '债券', loose, ['债券', '债券']],
    ['whole', 'bond bonds bond-like', 'bond', { ...loose, isWholeWord: true }, ['bond', 'bond']],
    ['whole, between Chinese characters', '买OpenAI的', 'OpenAI', { ...loose, isWholeWord: true }, ['OpenAI']],
    ['with letters that grow in lower case', 'İstanbul bond', 'BOND', loose, ['bond']],
    ['not overlapping', 'aaaa', 'aa', loose, ['aa', 'aa']],
    ['nothing for nothing', 'a', '', loose, []],
  ])('%s', (_, text, words, options, expected) => expect(found(text, words, options)).toEqual(expected))
})

/** A clock that stands, and nothing to rest for. */
const still = { now: () => 0, rest: async () => {}, isWanted: () => true }

describe('a regular expression', () => {
  it('finds and replaces by groups', async () => {
    const text = '5.83 billion, 30 billion'
    const matches = await findExpression(text, RE2JS.compile('([\\d.]+) billion'), false, still)
    expect(matches.map((match) => replacementFor(match, '$$$1bn ($&)'))).toEqual(['$5.83bn (5.83 billion)', '$30bn (30 billion)'])
  })

  it('that hangs other engines is answered', async () => {
    expect(await findExpression(`${'a'.repeat(30_000)}!`, RE2JS.compile('(a+)+$'), false, still)).toEqual([])
  })

  it('finds in a long text what it would find in one go, line ends and words included', async () => {
    const text = Array.from(
      { length: 9_000 },
      (_, number) => `${number % 7 === 0 ? '软银 ' : ''}line ${number}${number % 50 === 0 ? '\n' : ''}`,
    ).join('\n')
    for (const pattern of ['^line \\d+$', '软银 line \\d*3$', 'line 8999$', '\\bline\\b'])
      expect((await findExpression(text, RE2JS.compile(pattern, RE2JS.MULTILINE), false, still)).map(({ start, end }) => [start, end])).toEqual(
        [...text.matchAll(new RegExp(pattern, 'gmu'))].map(({ index, 0: match }) => [index, index + match.length]),
      )
  })

  it('lets the page rest between pieces, which get shorter where they take long', async () => {
    const text = 'abc\n'.repeat(60_000)
    const pieces = async (slowness: number) => {
      let clock = 0
      let rests = 0
      // Every look at the clock: some milliseconds have passed.
      await findExpression(text, RE2JS.compile('nothing'), false, {
        now: () => (clock += slowness),
        rest: async () => {
          rests += 1
        },
        isWanted: () => true,
      })
      return rests
    }
    expect(await pieces(0)).toBeLessThan(5)
    expect(await pieces(13)).toBeGreaterThan(20)
  })

  it('is given up when its time is over, and when nobody waits any more', async () => {
    const text = `${'a'.repeat(30_000)}\n`.repeat(9)
    let clock = 0
    expect((await findExpression(text, RE2JS.compile('a+'), false, { ...still, now: () => (clock += 2_000) })).length).toBeLessThan(4)
    expect((await findExpression(text, RE2JS.compile('a+'), false, { ...still, isWanted: () => false })).length).toBe(1)
  })
})
