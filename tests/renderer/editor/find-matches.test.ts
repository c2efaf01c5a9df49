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

describe('a regular expression', () => {
  it('finds and replaces by groups', () => {
    const text = '5.83 billion, 30 billion'
    const matches = findExpression(text, RE2JS.compile('([\\d.]+) billion'), false, () => 0)
    expect(matches.map((match) => replacementFor(match, '$$$1bn ($&)'))).toEqual(['$5.83bn (5.83 billion)', '$30bn (30 billion)'])
  })
  it('that hangs other engines is answered', () => {
    const text = `${'a'.repeat(30_000)}!`
    expect(findExpression(text, RE2JS.compile('(a+)+$'), false, () => 0)).toEqual([])
  })
  it('is given up when its time is over', () => {
    let clock = 0
    expect(findExpression('a a a a', RE2JS.compile('a'), false, () => (clock += 200))).toHaveLength(2)
  })
})
