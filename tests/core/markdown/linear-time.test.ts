// No text of a quarter of a megabyte holds the program up: inputs on which marked alone needs minutes or overflows the stack.

import { expect, test } from 'vitest'
import { findCitations } from '../../../src/core/markdown/find-citations.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'

const SIZE = 250_000
// Of the processor's time, whatever else the machine does. Each takes a fraction of a second; what was quadratic took half a minute and more.
const LIMIT_MS = 5_000

const REPEATED = [
  ...[
    '*',
    '_',
    '[',
    ']',
    '>',
    '> ',
    '`',
    '==',
    '~',
    '[[',
    '[[a',
    '[@',
    '[@a; ',
    '![',
    '<',
    '<!--',
    '<a ',
    '<a b="',
    '<?',
    '&',
    '&#',
    '\\',
    '|',
    ' ',
    '\n',
  ],
  ...[
    '_a',
    'a_',
    '*a_ ',
    '*a **b ',
    'a**',
    '**a* ',
    '==a',
    '~~a ',
    '`a``b```c',
    '[a](b',
    '[a](',
    '[a][',
    '[[a]] ',
    '[^a]',
    'http://a.',
    'a@',
    'a.b+c',
    'www.',
  ],
  ...[
    '- a\n',
    '1. a\n',
    '* a\n  ',
    'a\n',
    'a\n\n',
    '# a\n',
    '> a\nb\n',
    '> - a\n',
    '[a]: b\n',
    '[^a]: b\n',
    '[^a]: ',
    '| a |\n|-|\n',
    '<b>',
    '<div>\n',
    '<p>',
    '<table>',
  ],
  ...['> [!note] a\n', '中**“a”**', '中。\n', '---\n', '===\n', '```\n', '    a\n', '- - ', '* - ', '> - '],
]

const WHOLE: [name: string, text: string][] = [
  ['lines by the hundred thousand in one item', `- ${'a\n'.repeat(SIZE / 2)}`],
  ['one item with indented lines', `- a\n${'    word word\n'.repeat(SIZE / 14)}`],
  ['links with one closing bracket', `${'[a](b'.repeat(SIZE / 5)})`],
  ['brackets beside a definition', `[x]: y\n\n${'['.repeat(SIZE)}`],
  ['lists nested by indentation', Array.from({ length: 1000 }, (_, depth) => `${'  '.repeat(depth)}- a`).join('\n')],
  ['emphasis nested both ways', '*a **a '.repeat(SIZE / 14) + 'b** c*'.repeat(SIZE / 14)],
  ['dots behind an address', `http://a${'.'.repeat(SIZE)}`],
  ['one long table', `| a | b |\n|-|-|\n${'| c | d |\n'.repeat(SIZE / 10)}`],
  ['an unclosed comment after many openings', `x ${'<!--'.repeat(SIZE / 4)}\n\n-->`],
]

test.each([...REPEATED.map((unit) => [unit, unit.repeat(SIZE / unit.length)] as const), ...WHOLE])(
  'renders a quarter of a megabyte: %j',
  (_, text) => {
    expect(processorMs(() => renderMarkdown(text))).toBeLessThan(LIMIT_MS)
  },
  300_000,
)

test('finds the citations of a quarter of a megabyte', () => {
  const text = 'Text [@source#h1] with [[links]] and `[@code]`.\n\n'.repeat(SIZE / 50)
  let found = 0
  expect(
    processorMs(() => {
      found = findCitations(text).length
    }),
  ).toBeLessThan(LIMIT_MS)
  expect(found).toBe(SIZE / 50)
}, 300_000)

function processorMs(work: () => void): number {
  const before = process.cpuUsage()
  work()
  return process.cpuUsage(before).user / 1000
}
