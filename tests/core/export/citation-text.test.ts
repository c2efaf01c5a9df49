// References worded as readers of each language expect them.

import { describe, expect, test } from 'vitest'
import { type CitedSource, citationText } from '../../../src/core/export/citation-text.ts'

const empty: CitedSource = { authors: [], title: '', titleTranslations: [], publisher: '', published: '', accessed: '', url: '', language: '' }
const whole: CitedSource = {
  authors: ['Son, Masayoshi', '孫, 正義'],
  title: '软银清仓英伟达',
  titleTranslations: [
    { language: 'ja', title: 'ソフトバンク、エヌビディア株を売却' },
    { language: 'en', title: 'SoftBank sells out' },
  ],
  publisher: '新浪证券',
  published: '2025-11-14',
  accessed: '2025-11-15',
  url: 'https://example.com/a',
  language: 'zh',
}

test.each<[language: string, expected: string]>([
  ['en', 'Masayoshi Son and 孫正義, ‘软银清仓英伟达’ [SoftBank sells out], 新浪证券, 2025-11-14, https://example.com/a (accessed 2025-11-15).'],
  ['en-GB', 'Masayoshi Son and 孫正義, ‘软银清仓英伟达’ [SoftBank sells out], 新浪证券, 2025-11-14, https://example.com/a (accessed 2025-11-15).'],
  ['zh-CN', 'Masayoshi Son、孫正義：《软银清仓英伟达》（SoftBank sells out），新浪证券，2025-11-14，https://example.com/a（访问于2025-11-15）。'],
  [
    'ja',
    'Masayoshi Son・孫正義『软银清仓英伟达』（ソフトバンク、エヌビディア株を売却）、新浪证券、2025-11-14、https://example.com/a（2025-11-15閲覧）。',
  ],
])('in %s', (language, expected) => expect(citationText(whole, { language })).toBe(expected))

test('the language is the source’s own where none is asked for', () => expect(citationText(whole)).toBe(citationText(whole, { language: 'zh' })))

describe('authors', () => {
  test.each([
    [['Alphabet, Inc.'], 'Alphabet, Inc.'],
    [['Ann Lee', 'Bo Ek', 'Cy Oz'], 'Ann Lee, Bo Ek and Cy Oz.'],
    [['Ann Lee', 'Bo Ek', 'Cy Oz', 'Di Wu'], 'Ann Lee et al.'],
    [['van Dyke, Dick'], 'Dick van Dyke.'],
    [['king, martin, jr.'], 'king, martin, jr.'],
    [['SoftBank Group'], 'SoftBank Group.'],
    [['孫 正義'], '孫 正義.'],
  ])('%j', (authors, expected) => expect(citationText({ ...empty, authors })).toBe(expected))

  test('a list of sources names all, and all translations', () => {
    const text = citationText({ ...whole, authors: ['A', 'B', 'C', 'D'] }, { language: 'en', isWhole: true })
    expect(text).toMatch(/^A, B, C and D, ‘软银清仓英伟达’ \[ソフトバンク、エヌビディア株を売却; SoftBank sells out\], /)
  })
})

test('what is not known leaves no punctuation behind', () => {
  expect(citationText(empty)).toBe('')
  expect(citationText({ ...empty, title: 'T' })).toBe('‘T’.')
  expect(citationText({ ...empty, url: 'https://e.com' })).toBe('https://e.com.')
  expect(citationText({ ...empty, title: 'a\n  b', published: '2025' })).toBe('‘a b’, 2025.')
})
