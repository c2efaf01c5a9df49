// What the pane says about a note: its length, its language, how long ago it was edited.

import { describe, expect, it } from 'vitest'
import { countWords } from '../../../src/renderer/features/insights/count-words.ts'
import { languageOf } from '../../../src/renderer/features/insights/guess-language.ts'
import { showAgo } from '../../../src/renderer/features/insights/time-ago.tsx'

describe('countWords', () => {
  it.each([
    ['', 0],
    ['The sale brought in $5.83 billion.', 6],
    ["SoftBank's long-term bet", 3],
    ['软银出售了英伟达', 8],
    ['软银 sold 英伟达', 6],
    ['ソフトバンク', 6],
    ['a claim [@sina2025-exit#h7; @other] here', 3],
    ['# Heading\n\n- item **bold**', 3],
  ])('%j has %i', (text, count) => {
    expect(countWords(text)).toBe(count)
  })

  it('counts a long note whole', () => {
    expect(countWords('SoftBank sold its stake 软银 '.repeat(4000))).toBe(24_000)
  })
})

describe('languageOf', () => {
  it.each([
    ['The exit pays for OpenAI', undefined],
    ['软银清仓英伟达', 'zh'],
    ['ソフトバンクの戦略', 'ja'],
    ['從英偉達到OpenAI', 'zh'],
    ['Why 软银 (SoftBank) sold all of its shares in the chip maker this autumn', undefined],
    ['', undefined],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})

describe('showAgo', () => {
  const now = new Date('2025-11-14T12:00:00.000Z')
  it.each([
    ['2025-11-14T11:59:40.000Z', 'just now'],
    ['2025-11-14T12:00:05.000Z', 'just now'],
    ['2025-11-14T11:58:00.000Z', '2 min ago'],
    ['2025-11-14T09:30:00.000Z', '2 h ago'],
    ['2025-11-13T10:00:00.000Z', 'yesterday'],
    ['2025-11-11T10:00:00.000Z', '3 days ago'],
    ['2025-10-01T10:00:00.000Z', '1 Oct 2025'],
  ])('%s', (moment, words) => {
    expect(showAgo(new Date(moment), now)).toBe(words)
  })
})
