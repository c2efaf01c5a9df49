// @vitest-environment jsdom
// The trash as a person uses it, over a real notebook.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { TrashView } from '../../../src/renderer/features/trash/trash-view.tsx'
import { click, named, openTestNotebook, press, type Shown, show, type TestNotebook, until } from '../window-under-test.tsx'

let held: TestNotebook
let shown: Shown
beforeEach(async () => {
  held = await openTestNotebook()
})
afterEach(async () => {
  await shown.unmount()
  await held.close()
})

const boxes = () => [...document.querySelectorAll<HTMLInputElement>('li input[type=checkbox]')]
const listed = () => boxes().map((box) => box.getAttribute('aria-label'))
async function trashInsights(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await held.run('insight.add', { id: `insight:${number}`, title: `note ${number}` })
    await held.run('insight.remove', { id: `insight:${number}` })
  }
}

test('says that it is empty, and fills as others remove', async () => {
  shown = await show(held.connect('window-one'), <TrashView />)
  await until(() => document.body.textContent?.includes('The trash is empty'))
  await trashInsights(1)
  await until(() => listed().includes('Insight: note 1'))
})

test('restores what is selected and nothing else; the toast puts it back', async () => {
  await trashInsights(4)
  shown = await show(held.connect('window-one'), <TrashView />)
  await until(() => boxes().length === 4)
  await click(boxes()[0]!)
  await click(boxes()[2]!, { shiftKey: true })
  expect(boxes().map((box) => box.checked)).toEqual([true, true, true, false])
  const kept = listed()[3]
  await press('r')
  await until(() => boxes().length === 1)
  expect(listed()).toEqual([kept])
  expect([...held.notebook.view.heads('insights')].filter((head) => head.removedAt === undefined)).toHaveLength(3)
  await click(await until(() => named('Undo', 'button')))
  await until(() => boxes().length === 4)
})

test('plain keys do nothing while a composition runs or nothing is selected', async () => {
  await trashInsights(2)
  shown = await show(held.connect('window-one'), <TrashView />)
  await until(() => boxes().length === 2)
  await press('r')
  await press('Delete')
  expect(document.querySelector('[role=dialog]')).toBeNull()
  await click(boxes()[0]!)
  await press('r', { isComposing: true })
  await press('Delete', { isComposing: true })
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(boxes()).toHaveLength(2)
  expect(document.querySelector('[role=dialog]')).toBeNull()
})

test('says what hangs on a source before it is deleted for good, and deletes that too; undo brings all of it back', async () => {
  const { id: source } = await held.run('source.add', { title: 'A source', markdown: 'It raised five billion dollars.' })
  const highlights = ['five billion', 'dollars']
  for (const words of highlights) {
    const start = 'It raised five billion dollars.'.indexOf(words)
    await held.run('highlight.add', { source, start, end: start + words.length })
  }
  const { id: insight } = await held.run('insight.add', { title: 'It raised money' })
  const [highlight] = [...held.notebook.view.heads('highlights')]
  await held.run('evidence.add', { insight, source, highlight: highlight?.id, stance: 'supports' })
  await held.run('source.remove', { id: source })
  shown = await show(held.connect('window-one'), <TrashView />)
  await until(() => boxes().length === 1)
  await click(boxes()[0]!)
  await press('Delete')
  await until(() => document.querySelector('[role=dialog]')?.textContent?.includes('2 highlights and 1 link of evidence'))
  await click(named('Delete for good', '[role=dialog] button')!)
  await until(() => document.body.textContent?.includes('The trash is empty'))
  expect([[...held.notebook.view.heads('highlights')].length, [...held.notebook.view.heads('evidence')].length]).toEqual([0, 0])
  await click(await until(() => named('Undo', 'button')))
  await until(() => boxes().length === 1)
  expect([[...held.notebook.view.heads('highlights')].length, [...held.notebook.view.heads('evidence')].length]).toEqual([2, 1])
})

test('the dialog can be left with nothing done, and keys pressed in it stay in it', async () => {
  await trashInsights(1)
  shown = await show(held.connect('window-one'), <TrashView />)
  await until(() => boxes().length === 1)
  await click(boxes()[0]!)
  await press('Delete')
  const cancel = await until(() => named('Cancel', '[role=dialog] button'))
  cancel.focus()
  await press('r')
  await click(cancel)
  await until(() => document.querySelector('[role=dialog]') === null)
  expect(boxes()).toHaveLength(1)
})
