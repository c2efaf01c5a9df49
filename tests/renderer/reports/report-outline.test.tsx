// @vitest-environment jsdom
// The outline of a report as a person works on it, over a real notebook and beside another window.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { OutlineItem } from '../../../src/core/records/report.ts'
import { ReportOutline } from '../../../src/renderer/features/reports/report-outline.tsx'
import { useRecord } from '../../../src/renderer/notebook/use-watch.ts'
import { click, named, openTestNotebook, press, type Shown, show, type TestNotebook, type as typeInto, until } from '../window-under-test.tsx'

let held: TestNotebook
let shown: Shown
const id = 'report:r'
const heading = (key: string): OutlineItem => ({ key, type: 'heading', level: 2, text: `Heading ${key}` })
beforeEach(async () => {
  held = await openTestNotebook()
  await held.run('insight.add', { id: 'insight:bond', title: 'Bond programme' })
  await held.run('report.add', {
    id,
    title: 'Memo',
    outline: [heading('a'), heading('b'), { key: 'i', type: 'insight', insight: 'insight:bond' }, heading('c')],
  })
  shown = await show(held.connect('window-one'), <Open />)
  await until(() => rows().length === 4)
})
afterEach(async () => {
  await shown.unmount()
  await held.close()
})

const openedInsights: string[] = []
function Open() {
  const report = useRecord('report', id)
  return report ? (
    <ReportOutline report={report} onOpenInsight={(insight) => openedInsights.push(insight)} onOpenMetric={() => {}} onOpenPassage={() => {}} />
  ) : null
}
const rows = () => [...document.querySelectorAll<HTMLElement>('ol[aria-label=Outline] > li')]
const shownKeys = () => rows().map((row) => row.dataset.key)
const handleOf = (key: string) => document.querySelector<HTMLElement>(`[data-key="${key}"] [data-row]`)!
const fieldOf = (key: string) => document.querySelector<HTMLTextAreaElement>(`[data-key="${key}"] textarea`)!
const stored = () => held.notebook.view.head('reports', id)!.outline
const storedKeys = () => stored().map(({ key }) => key)
const said = () => document.querySelector('output[aria-live=assertive]')?.textContent

test('Alt with an arrow moves an item: shown at once, said, with the focus kept, and durable', async () => {
  handleOf('a').focus()
  await press('ArrowDown', { altKey: true })
  expect(shownKeys()).toEqual(['b', 'a', 'i', 'c'])
  expect(document.activeElement).toBe(handleOf('a'))
  expect(said()).toBe('heading “Heading a” is now 2 of 4')
  await press('ArrowDown', { altKey: true })
  await press('ArrowDown', { altKey: true })
  expect(shownKeys()).toEqual(['b', 'i', 'c', 'a'])
  await press('ArrowDown', { altKey: true })
  expect(said()).toBe('heading “Heading a” is last already')
  await until(() => storedKeys().join() === 'b,i,c,a')
  expect(shownKeys()).toEqual(['b', 'i', 'c', 'a'])
})

test('moves of two windows at once both count', async () => {
  handleOf('a').focus()
  const other = held.run('report.move-item', { id, key: 'c', before: 'a' })
  await press('ArrowDown', { altKey: true })
  await other
  await until(() => shownKeys().join() === storedKeys().join() && storedKeys()[0] === 'c')
  expect(new Set(storedKeys())).toEqual(new Set(['a', 'b', 'c', 'i']))
})

test('Alt with left and right changes the level of a heading, within 1 to 6', async () => {
  handleOf('a').focus()
  for (let count = 0; count < 6; count += 1) await press('ArrowRight', { altKey: true })
  expect(said()).toBe('Level 6')
  await until(() => JSON.stringify(stored()[0]).includes('"level":6'))
})

test('nothing moves while an input method is composing', async () => {
  handleOf('a').focus()
  await press('ArrowDown', { altKey: true, isComposing: true })
  await press('Delete', { isComposing: true })
  expect(shownKeys()).toEqual(['a', 'b', 'i', 'c'])
})

test('a heading is saved after a pause, with a level that was changed meanwhile', async () => {
  await typeInto(fieldOf('b'), 'Renamed')
  handleOf('b').focus()
  await press('ArrowRight', { altKey: true })
  await until(() => JSON.stringify(stored()[1]) === JSON.stringify({ key: 'b', type: 'heading', level: 3, text: 'Renamed' }))
})

test('line breaks of pasted text do not get into a heading', async () => {
  await typeInto(fieldOf('b'), 'one\r\ntwo\nthree')
  await until(() => JSON.stringify(stored()[1]).includes('"one two three"'))
})

test('an item is taken out and put back by the toast, although something else was done since', async () => {
  handleOf('b').focus()
  await press('Delete')
  expect(shownKeys()).toEqual(['a', 'i', 'c'])
  expect(document.activeElement).toBe(handleOf('i'))
  const undo = await until(() => named('Undo', 'button'))
  handleOf('c').focus()
  await press('ArrowUp', { altKey: true })
  await until(() => storedKeys().join() === 'a,c,i')
  await click(undo)
  await until(() => storedKeys().join() === 'a,c,b,i')
})

test('typing into an item that another window takes out is offered back', async () => {
  await typeInto(fieldOf('b'), 'Half a thou')
  await held.run('report.remove-item', { id, key: 'b' })
  await until(() => shownKeys().join() === 'a,i,c')
  await click(await until(() => named('Put it back', 'button')))
  await until(() => stored().some((item) => item.type === 'heading' && item.text === 'Half a thou'))
})

test('Enter on an insight opens it, and one in the trash says that it will not be exported', async () => {
  handleOf('i').focus()
  await press('Enter')
  expect(openedInsights).toEqual(['insight:bond'])
  await held.run('insight.remove', { id: 'insight:bond' })
  await until(() => rows()[2]?.textContent?.includes('in the trash: not exported'))
})

test('insights are chosen several at once, into the place that was asked for, as one step to undo', async () => {
  await held.run('insight.add', { id: 'insight:x', title: 'Yield spreads' })
  await held.run('insight.add', { id: 'insight:y', title: 'Yield worry' })
  handleOf('a').focus()
  await press('I', { shiftKey: true })
  const filter = await until(() => document.querySelector<HTMLInputElement>('[role=dialog] input[type=search]'))
  await typeInto(filter, 'yield')
  await until(() => document.querySelectorAll('[role=dialog] li').length === 2)
  for (const box of document.querySelectorAll('[role=dialog] li input')) await click(box)
  await click(named(/^Add 2 insights$/, '[role=dialog] button')!)
  await until(() => stored().length === 6)
  const names = stored().map((item) => (item.type === 'insight' ? item.insight : item.key))
  expect([names[0], new Set(names.slice(1, 3)), names[3]]).toEqual(['a', new Set(['insight:x', 'insight:y']), 'b'])
  const seq = held.notebook.queue.lastSeq
  await held.notebook.run('window-one', 'history.undo', {})
  expect(held.notebook.queue.lastSeq).toBe(seq + 1)
  await until(() => shownKeys().join() === 'a,b,i,c')
})
