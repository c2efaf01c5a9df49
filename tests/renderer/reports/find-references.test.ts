// Which highlights a sentence names.

import { expect, test } from 'vitest'
import { findReference, findReferences } from '../../../src/renderer/features/reports/find-references.ts'

test.each([
  ['“Bond programme”: @sina2025-exit#h7: the highlight h7 lies in the trash', [['sina2025-exit', 7]]],
  [
    '@a#h1, @a#h2 and @a#h1 again',
    [
      ['a', 1],
      ['a', 2],
    ],
  ],
  ['@软银2025#h12 quotes an earlier text', [['软银2025', 12]]],
  ['@key.with:parts/and+more-x#h3.', [['key.with:parts/and+more-x', 3]]],
  ['@sina2025-exit: no source has the citekey sina2025-exit', []],
  ['#h7 alone, key#7, key#h0, key#hx and key#h7th', []],
])('%s', (sentence, expected) => {
  expect(findReferences(sentence).map(({ citekey, highlight }) => [citekey, highlight])).toEqual(expected)
})

test.each([
  ['sina2025-exit#h7', { citekey: 'sina2025-exit', highlight: 7 }],
  ['@sina2025-exit#h7', { citekey: 'sina2025-exit', highlight: 7 }],
  ['see sina2025-exit#h7', undefined],
  ['highlight:abc', undefined],
  ['figure:k3f9', { figure: 'figure:k3f9' }],
  ['see figure:k3f9', undefined],
  ['', undefined],
])('%j as a whole', (text, expected) => {
  expect(findReference(text)).toEqual(expected)
})
