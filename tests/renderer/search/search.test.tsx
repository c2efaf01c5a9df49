// @vitest-environment jsdom
// Searching as a person does, over a real notebook: the field, the places found, and the way between them.

import { act, useState } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SearchBox } from '../../../src/renderer/features/search/search-box.tsx'
import { SearchView, type SearchViewProps } from '../../../src/renderer/features/search/search-view.tsx'
import { click, openTestNotebook, press, type Shown, show, type TestNotebook, type as typeInto, until } from '../window-under-test.tsx'

let held: TestNotebook
let shown: Shown
let searched: string[]
let opened: unknown[]
beforeEach(async () => {
  held = await openTestNotebook()
  searched = []
  opened = []
})
afterEach(async () => {
  await shown.unmount()
  await held.close()
})

const open: Omit<SearchViewProps, 'query'> = {
  onOpenInsight: (id) => opened.push(id),
  onOpenPassage: (passage) => opened.push(passage),
  onOpenSource: (id) => opened.push(id),
  onOpenReport: (id) => opened.push(id),
}

function Window() {
  const [query, setQuery] = useState('')
  const search = (text: string) => {
    searched.push(text)
    setQuery(text)
  }
  return (
    <>
      <SearchBox query={query} onSearch={search} />
      <SearchView query={query} {...open} />
    </>
  )
}

const field = () => document.querySelector<HTMLInputElement>('input[type=text], input:not([type])')!
const rows = () => [...document.querySelectorAll<HTMLElement>('#search-results [data-row]')]
const pause = (ms: number) => act(() => new Promise((resolve) => setTimeout(resolve, ms)))

test('searches a moment after the last key, once', async () => {
  shown = await show(held.connect('window-one'), <Window />)
  for (const text of ['s', 'so', 'sof']) await typeInto(field(), text)
  expect(searched).toEqual([])
  await until(() => searched.length > 0)
  await pause(250)
  expect(searched).toEqual(['sof'])
})

test('never searches for half-composed characters, and at once for composed ones', async () => {
  await held.run('insight.add', { id: 'insight:a', title: '软银清仓英伟达' })
  shown = await show(held.connect('window-one'), <Window />)
  await act(async () => void field().dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true })))
  await typeInto(field(), 'ruan', true)
  await press('Enter', { isComposing: true })
  await pause(300)
  expect(searched).toEqual([])
  await typeInto(field(), '软', true)
  await act(async () => void field().dispatchEvent(new CompositionEvent('compositionend', { bubbles: true })))
  await until(() => rows().length === 1)
  expect(document.querySelector('mark')?.textContent).toBe('软')
})

test('finds a passage in a source and opens it there', async () => {
  const { id } = await held.run('source.add', { title: 'Bonds', markdown: 'A first line.\n\nThe euro bonds are **new** here.' })
  shown = await show(held.connect('window-one'), <Window />)
  await typeInto(field(), 'BONDS ARE new')
  const [row] = await until(() => (rows().length > 0 ? rows() : undefined))
  await click(row!)
  const [passage] = opened as { source: string; start: number; end: number }[]
  const { readingText } = (await held.notebook.readText(held.notebook.view.head('sources', id)!.revisions[0]!.text))!
  expect(passage).toMatchObject({ source: id })
  expect(readingText.slice(passage!.start, passage!.end)).toBe('bonds are new')
})

test('a highlight opens at its passage, an insight and a report as themselves', async () => {
  const { id: source } = await held.run('source.add', { title: 'Source', markdown: 'Some quoted marker text.' })
  const { id: highlight } = await held.run('highlight.add', { source, start: 5, end: 18, comment: 'needle' })
  const { id: insight } = await held.run('insight.add', { title: 'An insight', body: 'with a needle' })
  const { id: report } = await held.run('report.add', { title: 'needle report' })
  shown = await show(held.connect('window-one'), <Window />)
  await typeInto(field(), 'needle')
  await until(() => rows().length === 3)
  expect([...document.querySelectorAll('section[aria-label] h3')].map((heading) => heading.textContent)).toEqual([
    'Insights 1',
    'Highlights 1',
    'Reports 1',
  ])
  for (const row of rows()) await click(row)
  expect(opened).toEqual([insight, { source, highlight }, report])
})

test('arrows go through the places, and back into the field', async () => {
  for (const name of ['one', 'two', 'three']) await held.run('insight.add', { title: `needle ${name}` })
  shown = await show(held.connect('window-one'), <Window />)
  await typeInto(field(), 'needle')
  await until(() => rows().length === 3)
  await press('ArrowDown')
  expect(document.activeElement).toBe(rows()[0])
  await press('End')
  expect(document.activeElement).toBe(rows()[2])
  await press('ArrowDown')
  expect(document.activeElement).toBe(rows()[2])
  await press('Home')
  await press('ArrowUp')
  expect(document.activeElement).toBe(field())
})

test('follows the notebook, and says when nothing is left', async () => {
  await held.run('insight.add', { id: 'insight:a', title: 'needle' })
  shown = await show(held.connect('window-one'), <Window />)
  await typeInto(field(), 'needle')
  await until(() => rows().length === 1)
  await held.run('insight.remove', { id: 'insight:a' })
  await until(() => document.body.textContent?.includes('Nothing holds “needle”'))
})

test('shows the first hundred and says that there are more', async () => {
  for (let count = 0; count < 105; count += 1) await held.run('insight.add', { title: `needle ${count}` })
  shown = await show(held.connect('window-one'), <Window />)
  await typeInto(field(), 'needle')
  await until(() => rows().length === 100)
  expect(document.querySelector('output')?.textContent).toMatch(/^The best 100 matches .* There are more/)
})

test('markup in what was found stays text', async () => {
  await held.run('insight.add', { title: '<img src=x onerror=alert(1)> needle' })
  shown = await show(held.connect('window-one'), <Window />)
  await typeInto(field(), 'needle')
  await until(() => rows().length === 1)
  expect(rows()[0]?.textContent).toBe('<img src=x onerror=alert(1)> needle')
  expect(document.querySelector('img')).toBeNull()
})
