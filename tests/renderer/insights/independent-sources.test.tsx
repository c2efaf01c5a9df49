// @vitest-environment jsdom
// How many voices support an insight, and who says which of them are one, over a real notebook.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { IndependentSources } from '../../../src/renderer/features/insights/independent-sources.tsx'
import { click, named, openTestNotebook, type Shown, show, type TestNotebook, until } from '../window-under-test.tsx'

let held: TestNotebook
let shown: Shown
beforeEach(async () => {
  held = await openTestNotebook()
  await held.run('insight.add', { id: 'insight:claim', title: 'The claim' })
})
afterEach(async () => {
  await shown.unmount()
  await held.close()
})

/** Words that no two subjects share. */
const text = (subject: string) => Array.from({ length: 150 }, (_, at) => `${subject}${(at * 7919) % 1009}`).join(' ')

async function support(citekey: string, markdown: string): Promise<void> {
  await held.run('source.add', { id: `source:${citekey}`, citekey, title: `Title of ${citekey}`, markdown })
  await held.run('evidence.add', { insight: 'insight:claim', source: `source:${citekey}`, stance: 'supports' })
}

const says = (words: string) => until(() => document.body.textContent?.includes(words))

test('copies found by their texts count once until the analyst says that they are independent', async () => {
  await support('ledger', text('ships'))
  await support('reprint', `${text('ships')} Reprinted by permission.`)
  await support('herald', text('鉄道'))
  shown = await show(held.connect('window-one'), <IndependentSources insight="insight:claim" />)
  await says('from 2 independent sources')
  await says('ledger and reprint are copies')
  await says('as their texts say')
  await click(await until(() => named('Count ledger and reprint apart')))
  await says('from 3 independent sources')
  expect(document.querySelector('details')).toBeNull()
  await click(await until(() => named('Undo', 'button')))
  await says('from 2 independent sources')
})

test('a translation that the analyst named counts once with its original, and a retired passage for nothing', async () => {
  await support('ledger', text('ships'))
  await support('sina', text('船舶'))
  await held.run('source.relate', { id: 'source:sina', to: 'source:ledger', relation: 'translation' })
  shown = await show(held.connect('window-one'), <IndependentSources insight="insight:claim" />)
  await says('from 1 independent source')
  await says('ledger and sina: one is a translation of the other')
  await says('as you said')

  await held.run('source.add', { id: 'source:herald', citekey: 'herald', title: 'Herald', markdown: text('rails') })
  await held.run('highlight.add', { id: 'highlight:one', source: 'source:herald', start: 0, end: 20 })
  await held.run('evidence.add', { insight: 'insight:claim', highlight: 'highlight:one', stance: 'supports' })
  await says('from 2 independent sources')
  await held.run('highlight.retire', { id: 'highlight:one' })
  await says('from 1 independent source')
})
