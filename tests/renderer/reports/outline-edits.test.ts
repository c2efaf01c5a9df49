// The window shows an edit before the notebook has made it: both must come to the same outline.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { OutlineItem } from '../../../src/core/records/report.ts'
import { applyEdit, keyAfter, type OutlineEdit, stepOf } from '../../../src/renderer/features/reports/outline-edits.ts'
import { openTestNotebook, type TestNotebook } from '../window-under-test.tsx'

const item = (key: string): OutlineItem => ({ key, type: 'heading', level: 1, text: key })
const outlineOf = (keys: string) => [...keys].map(item)
const keysOf = (outline: readonly OutlineItem[]) => outline.map(({ key }) => key).join('')

test.each<[string, OutlineEdit, string]>([
  ['abc', { type: 'move', key: 'a', before: 'c' }, 'bac'],
  ['abc', { type: 'move', key: 'a', before: undefined }, 'bca'],
  ['abc', { type: 'move', key: 'c', before: 'a' }, 'cab'],
  ['abc', { type: 'move', key: 'b', before: 'b' }, 'abc'],
  ['abc', { type: 'move', key: 'x', before: 'a' }, 'abc'],
  ['abc', { type: 'remove', key: 'b' }, 'ac'],
  ['abc', { type: 'remove', key: 'x' }, 'abc'],
  ['abc', { type: 'insert', items: [item('x'), item('y')], before: 'b' }, 'axybc'],
  ['abc', { type: 'insert', items: [item('x')], before: undefined }, 'abcx'],
  ['abc', { type: 'insert', items: [item('x'), item('b')], before: 'a' }, 'xabc'],
  ['', { type: 'insert', items: [item('x')], before: 'gone' }, 'x'],
])('%s with %j is %s, and once more changes nothing', (before, edit, after) => {
  const outline = applyEdit(outlineOf(before), edit)
  expect(keysOf(outline)).toBe(after)
  expect(applyEdit(outline, edit)).toEqual(outline)
})

test.each([
  ['abc', 'a', 1, 'bac'],
  ['abc', 'b', 1, 'acb'],
  ['abc', 'c', -1, 'acb'],
  ['abc', 'b', -1, 'bac'],
  ['abc', 'a', -1, undefined],
  ['abc', 'c', 1, undefined],
  ['abc', 'x', 1, undefined],
] as const)('in %s, %s one place by %i gives %s', (before, key, by, after) => {
  const step = stepOf(outlineOf(before), key, by)
  expect(step && keysOf(applyEdit(outlineOf(before), step))).toBe(after)
})

test('what goes below an item goes before the next, at the end otherwise', () => {
  expect([keyAfter(outlineOf('abc'), 'a'), keyAfter(outlineOf('abc'), 'c'), keyAfter(outlineOf('abc'), undefined)]).toEqual([
    'b',
    undefined,
    undefined,
  ])
})

describe('against the notebook', () => {
  let held: TestNotebook
  beforeAll(async () => {
    held = await openTestNotebook()
  })
  afterAll(() => held.close())

  test.each([1, 2, 3, 20_260_114])('random edits come to the same outline on both sides, seed %i', async (seed) => {
    let state = seed
    const random = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const { id } = await held.run('report.add', { title: `seed ${seed}` })
    let shown: readonly OutlineItem[] = []
    const anyKey = () => shown[random(shown.length)]?.key
    for (let count = 0; count < 120; count += 1) {
      const key = anyKey()
      const before = random(4) === 0 ? undefined : anyKey()
      const choice = key === undefined ? 0 : random(4)
      let edit: OutlineEdit
      if (choice === 0) {
        edit = { type: 'insert', items: [item(`k${count}`)], before }
        await held.run('report.insert-item', { id, item: item(`k${count}`), before })
      } else if (choice === 1) {
        edit = { type: 'move', key: key ?? '', before }
        await held.run('report.move-item', { id, key: key ?? '', before })
      } else if (choice === 2 && random(2) === 0) {
        edit = { type: 'remove', key: key ?? '' }
        await held.run('report.remove-item', { id, key: key ?? '' })
      } else {
        const revised: OutlineItem = { key: key ?? '', type: 'prose', markdown: `revision ${count}` }
        edit = { type: 'revise', item: revised }
        await held.run('report.revise-item', { id, item: revised })
      }
      shown = applyEdit(shown, edit)
      expect(held.notebook.view.head('reports', id)?.outline).toEqual(shown)
    }
  })
})
