// A quote reads word for word wherever it is pasted, whatever characters it holds.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import { quoteAsBlock, quoteInLine } from '../../../src/renderer/features/reader/quote-markdown.ts'

const cited = { citekey: 'sina2025-exit', number: 7 }

it.each([
  'It sold *all* of it for $5.83 billion',
  '# 3 in the list_of_things',
  '1. first',
  '- 30% [1] | <b>bold</b> & more',
  '软银清仓英伟达，套现“58.3亿美元”。',
  'a `code` span and ==marks== and [[link]] and [@key#h1]',
])('quotes %j', (exact) => {
  const block = renderMarkdown(quoteAsBlock({ exact, ...cited }))
  expect(block.readingText).toBe(`${exact}\n\n[@sina2025-exit#h7]`)
  expect(block.citations).toMatchObject([{ citekey: 'sina2025-exit', highlight: 7 }])
  expect(renderMarkdown(quoteInLine({ exact, ...cited })).readingText).toBe(`“${exact}” [@sina2025-exit#h7]`)
})

it('keeps the paragraphs of a long passage apart', () => {
  expect(renderMarkdown(quoteAsBlock({ exact: 'First.\n\nSecond\tcell', ...cited })).readingText).toBe(
    'First.\n\nSecond\n\ncell\n\n[@sina2025-exit#h7]',
  )
})

it('quotes any line of text', () => {
  const line = fc
    .array(
      fc.constantFrom(
        '*',
        '_',
        '`',
        '[',
        ']',
        '#',
        '>',
        '-',
        '1.',
        ' ',
        'a',
        '软',
        '“',
        '\\',
        '<',
        '&amp;',
        '~',
        '=',
        '|',
        'x',
        '!',
        '(',
        ')',
        ':',
        '//',
        '@',
        '^',
        '+',
      ),
      {
        minLength: 1,
        maxLength: 14,
      },
    )
    .map((parts) => parts.join('').trim().replace(/ +/g, ' '))
    .filter((text) => text !== '')
  fc.assert(
    fc.property(line, (exact) => {
      const { readingText } = renderMarkdown(quoteAsBlock({ exact, ...cited }))
      expect(readingText).toBe(`${exact}\n\n[@sina2025-exit#h7]`)
    }),
    { numRuns: 500 },
  )
})
