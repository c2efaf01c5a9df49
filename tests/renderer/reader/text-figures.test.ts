import { expect, test } from 'vitest'
import type { ExactFigure } from '../../../src/core/figures/figure.ts'
import type { FigureRow } from '../../../src/core/queries/ledger-queries.ts'
import { figureBeside, figureIn, mergeFigures } from '../../../src/renderer/features/reader/text-figures.ts'

const found = (start: number, end: number): ExactFigure => ({ start, end, text: 'x'.repeat(end - start), kind: 'number', exact: {} })
const kept = (start: number, end: number, rest: Partial<FigureRow> = {}) =>
  ({ id: `figure:${start}`, text: 'text:a', anchor: 'exact', passage: { start, end, exact: '', prefix: '', suffix: '' }, ...rest }) as FigureRow

const text = 'text:a'

test('what is kept stands in place of what was found there, in the order of the text', () => {
  const merged = mergeFigures(
    text,
    [found(0, 4), found(10, 20), found(30, 34), found(40, 44)],
    [kept(32, 36), kept(12, 18), kept(50, 55), kept(5, 7)],
  )
  expect(merged.map(({ start, end, row }) => [start, end, row !== undefined])).toEqual([
    [0, 4, false],
    [5, 7, true],
    [12, 18, true],
    [32, 36, true],
    [40, 44, false],
    [50, 55, true],
  ])
})

test('a figure of an older text stands where the newest text has it, and nowhere where it is lost', () => {
  const moved = kept(1, 3, {
    text: 'text:old',
    found: { text: 'text:a', score: 1, passage: { start: 8, end: 10, exact: '', prefix: '', suffix: '' } },
  })
  const lost = kept(20, 22, { text: 'text:old', anchor: 'lost' })
  expect(mergeFigures(text, [], [lost, moved]).map(({ start }) => start)).toEqual([8])
})

test.each([
  [{ start: 0, end: 0 }, 0],
  [{ start: 4, end: 4 }, 0],
  [{ start: 5, end: 5 }, undefined],
  [{ start: 5, end: 12 }, 10],
  [{ start: 12, end: 40 }, 10],
  [{ start: 20, end: 20 }, 10],
  [{ start: 25, end: 28 }, undefined],
])('a caret or a selection at %o means the figure at %s', (place, start) => {
  expect(figureIn(mergeFigures(text, [found(0, 4), found(10, 20)], []), place)?.start).toBe(start)
})

test('steps go round', () => {
  const figures = mergeFigures(text, [found(0, 4), found(10, 20)], [])
  expect([figureBeside(figures, 0, 1)?.start, figureBeside(figures, 10, 1)?.start]).toEqual([10, 0])
  expect([figureBeside(figures, 10, -1)?.start, figureBeside(figures, 0, -1)?.start]).toEqual([0, 10])
  expect(figureBeside([], 0, 1)).toBeUndefined()
})
