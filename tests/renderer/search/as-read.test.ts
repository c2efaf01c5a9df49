// Excerpts as they are read: without marks, and the match is the match still.

import { describe, expect, test } from 'vitest'
import { asRead } from '../../../src/renderer/features/search/as-read.ts'
import { seededRandom } from '../../core/commands/memory-notebook.ts'

/** The match stands between ‹ and ›. */
function excerpt(marked: string) {
  const [before = '', rest = ''] = marked.split('‹')
  const [match = '', after = ''] = rest.split('›')
  return { before, match, after }
}

describe('marks are taken away', () => {
  const cases: [marked: string, read: string][] = [
    ['It pays **‹22.5› billion** in *cash*', 'It pays ‹22.5› billion in cash'],
    ['**22.5 ‹billion›** and more', '22.5 ‹billion› and more'],
    ['## The ‹bonds›', 'The ‹bonds›'],
    ['- [x] sold ‹NVIDIA›', 'sold ‹NVIDIA›'],
    ['> quoted ‹words›', 'quoted ‹words›'],
    ['see [the ‹page›](https://example.com/a) now', 'see the ‹page› now'],
    ['‹see› [the page](https://exam', '‹see› the page'],
    ['[[软银清仓‹英伟达›]]，“**豪赌**”', '软银清仓‹英伟达›，“豪赌”'],
    ['[[Title|said ‹so›]]', 'said ‹so›'],
    ['[[‹Title›|said so]]', '[[‹Title›|said so]]'],
    ['snake_case_‹name› and 2*3*4', 'snake_case_‹name› and 2*3*4'],
    ['cited [@sina2025-exit#h7] ‹here›', 'cited sina2025-exit#h7 ‹here›'],
    ['h11] is ‹covered›', 'h11 is ‹covered›'],
    ['| Dollar ‹bonds› | $1.5 to $2 billion |', 'Dollar ‹bonds› | $1.5 to $2 billion'],
    ['cited [@‹sina2025-exit›#h7]', 'cited ‹sina2025-exit›#h7'],
    ['looked for ‹**› itself**', 'looked for ‹**› itself'],
    ['cut in **‹two›', 'cut in ‹two›'],
    ['`code` of ‹it›', 'code of ‹it›'],
  ]
  test.each(cases)('%s', (marked, read) => expect(asRead(excerpt(marked))).toEqual(excerpt(read)))
})

test.each(Array.from({ length: 100 }, (_, position) => position + 1))('the match stays word for word, and nothing is added (seed %i)', (seed) => {
  const random = seededRandom(seed)
  const pieces = ['**', '*', '_', '`', '[', ']', '(', ')', '[[', ']]', '|', '# ', '- ', '> ', 'word', '软银', ' ', '~~', '1. ', '"']
  const make = () => Array.from({ length: random(9) }, () => pieces[random(pieces.length)]).join('')
  const given = { before: make(), match: make() || 'x', after: make() }
  const read = asRead(given)
  expect(read.match).toBe(given.match)
  for (const part of ['before', 'after'] as const) {
    let from = -1
    for (const character of read[part]) {
      from = given[part].indexOf(character, from + 1)
      expect(from, `${part}: ${given[part]} → ${read[part]}`).toBeGreaterThanOrEqual(0)
    }
  }
})
