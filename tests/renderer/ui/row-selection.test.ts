// Selecting rows: as people know it from lists of files, and against a slow truth under random clicks.

import { describe, expect, test } from 'vitest'
import {
  anchorAt,
  extendSelection,
  loadedRange,
  noSelection,
  type RowSelection,
  selectEach,
  toggleRow,
  withoutGone,
} from '../../../src/renderer/ui/row-selection.ts'
import { selectingKey } from '../../../src/renderer/ui/virtual-list-keys.ts'
import { seededRandom } from '../../core/commands/memory-notebook.ts'

const rows = Array.from({ length: 12 }, (_, position) => ({ id: `r${position}` }))
const id = (position: number) => `r${position}`
const chosen = ({ ids }: RowSelection) => [...ids].map((each) => Number(each.slice(1))).sort((one, other) => one - other)
const extendTo = (selection: RowSelection, position: number) =>
  extendSelection(selection, loadedRange(rows, selection.anchor ?? id(position), id(position)) ?? [])

describe('one after another', () => {
  test('Control adds and takes away, and is where Shift begins', () => {
    let selection = toggleRow(toggleRow(noSelection, id(2)), id(5))
    expect(chosen(selection)).toEqual([2, 5])
    selection = extendTo(selection, 7)
    expect(chosen(selection)).toEqual([2, 5, 6, 7])
    expect(chosen(toggleRow(selection, id(6)))).toEqual([2, 5, 7])
  })

  test('a range shrinks again, turns about its anchor, and leaves what was selected before it', () => {
    const anchored = anchorAt(toggleRow(noSelection, id(0)), id(5))
    expect(chosen(extendTo(anchored, 8))).toEqual([0, 5, 6, 7, 8])
    expect(chosen(extendTo(extendTo(anchored, 8), 6))).toEqual([0, 5, 6])
    expect(chosen(extendTo(extendTo(anchored, 8), 3))).toEqual([0, 3, 4, 5])
  })

  test('rows that leave the list leave the selection; where none did it is the same object', () => {
    const selection = extendTo(anchorAt(noSelection, id(1)), 3)
    const left = withoutGone(selection, (each) => each !== id(1))
    expect(chosen(left)).toEqual([2, 3])
    expect(left.anchor).toBeUndefined()
    expect(withoutGone(left, () => true)).toBe(left)
  })

  test('a range that reaches beyond what is loaded is not made up', () => {
    expect(loadedRange(rows, id(3), 'elsewhere')).toBeUndefined()
    expect(loadedRange(rows, id(4), id(2))).toEqual([id(2), id(3), id(4)])
  })
})

describe('random clicks', () => {
  test.each(Array.from({ length: 50 }, (_, position) => position + 1))('select what a slow truth says (seed %i)', (seed) => {
    const random = seededRandom(seed)
    let selection = noSelection
    let [kept, range, anchor] = [new Set<number>(), [] as number[], -1]
    for (let click = 0; click < 60; click += 1) {
      const position = random(rows.length)
      const kind = random(5)
      const all = () => new Set([...kept, ...range])
      if (kind < 2) {
        selection = toggleRow(selection, id(position))
        kept = all()
        if (!kept.delete(position)) kept.add(position)
        ;[range, anchor] = [[], position]
      } else if (kind < 4) {
        selection = extendTo(selection, position)
        if (anchor < 0) anchor = position
        const [from, to] = [Math.min(anchor, position), Math.max(anchor, position)]
        range = rows.map((_, at) => at).filter((at) => at >= from && at <= to)
      } else if (random(4) === 0) {
        selection = selectEach(rows.map((row) => row.id))
        ;[kept, range, anchor] = [new Set(rows.map((_, at) => at)), [], -1]
      } else {
        selection = anchorAt(selection, id(position))
        ;[kept, range, anchor] = [all(), [], position]
      }
      expect(chosen(selection)).toEqual([...all()].sort((one, other) => one - other))
    }
  })
})

describe('keys', () => {
  const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    ...held,
  })
  test.each([
    [press('a', { ctrlKey: true }), false, 'all'],
    [press('A', { metaKey: true }), false, 'all'],
    [press('a'), true, undefined],
    [press(' '), false, undefined],
    [press(' '), true, 'toggle'],
    [press(' ', { ctrlKey: true }), false, 'toggle'],
    [press('Escape'), true, 'none'],
    [press('Escape'), false, undefined],
    [press('a', { ctrlKey: true, altKey: true }), true, undefined],
  ] as const)('%j with some selected: %s means %s', (key, hasSome, meaning) => expect(selectingKey(key, hasSome)).toBe(meaning))
})
