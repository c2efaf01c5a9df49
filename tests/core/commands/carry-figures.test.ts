// A new text of a source: figures are carried with it, and never say what it does not.

import { beforeEach, expect, test } from 'vitest'
import { LedgerNotebook } from '../ledger/ledger-notebook.ts'

let notebook: LedgerNotebook
const markdown =
  'Opening words.\n\nThe group sold its whole position for $5.83 billion. Later it pledged $22.5 billion to the second round.\n\nClosing words.'
beforeEach(async () => {
  notebook = new LedgerNotebook()
  await notebook.run('metric.add', { id: 'metric:m', name: 'Sale' })
  await notebook.run('source.add', { id: 'source:s', citekey: 's', title: 'S', markdown })
  await keep('$5.83 billion', 'figure:sale', 'metric:m')
  await keep('$22.5 billion', 'figure:pledge')
})

function keep(words: string, id: `figure:${string}`, metric?: 'metric:m', text = markdown) {
  const start = text.indexOf(words)
  return notebook.run('figure.keep', { id, source: 'source:s', start, end: start + words.length, exact: words, ...(metric ? { metric } : {}) })
}

const renew = (text: string) => notebook.run('source.renew-text', { id: 'source:s', markdown: text })

test('what is there is followed, in its place or elsewhere', async () => {
  const { figures } = await renew(`A longer opening.\n\n${markdown}`)
  expect(figures).toEqual({ exact: 0, moved: 2, changed: 0, lost: 0 })
  const { passage, text } = notebook.record('figures', 'figure:sale')
  expect(notebook.tables.readingText(text)?.slice(passage.start, passage.end)).toBe('$5.83 billion')
})

test('another number in its place is a change that waits for the analyst, and is read anew once accepted', async () => {
  expect((await renew(markdown.replace('5.83', '6.21'))).figures).toMatchObject({ changed: 1 })
  expect(notebook.record('figures', 'figure:sale')).toMatchObject({
    state: 'changed',
    amount: { value: '583e7' },
    found: { passage: { exact: '$6.21 billion' } },
  })
  await notebook.run('figure.accept', { id: 'figure:sale' })
  expect(notebook.record('figures', 'figure:sale')).toMatchObject({ state: 'exact', amount: { value: '621e7' }, passage: { exact: '$6.21 billion' } })
  expect(notebook.record('figures', 'figure:sale').found).toBeUndefined()
})

test('what is gone counts no more, until an undo brings it back', async () => {
  await renew('Opening words.\n\nNothing of it is left here.\n\nClosing words.')
  expect(notebook.record('figures', 'figure:sale').state).toBe('lost')
  expect(notebook.standing('metric:m').agreement.state).toBe('none')
  await notebook.undo()
  expect(notebook.standing('metric:m').agreement.state).toBe('single')
})

test('the same digits under another head of their column are a change', async () => {
  const table = (unit: string) => `Results in ${unit} of yen\n\n| | 2025 |\n| --- | --- |\n| Net sales | 620,000 |\n`
  await notebook.run('source.add', { id: 'source:t', citekey: 't', title: 'T', language: 'en', markdown: table('millions') })
  const start = table('millions').indexOf('620,000')
  await notebook.run('figure.keep', { id: 'figure:t', source: 'source:t', start, end: start + 7 })
  expect(notebook.record('figures', 'figure:t').amount).toMatchObject({ kind: 'money', value: '62e10', currency: 'JPY' })
  const { figures } = await notebook.run('source.renew-text', { id: 'source:t', markdown: table('thousands') })
  expect(figures).toMatchObject({ changed: 1 })
  await notebook.run('figure.accept', { id: 'figure:t' })
  expect(notebook.record('figures', 'figure:t').amount).toMatchObject({ value: '62e7' })
})

test('keeping it twice is keeping it once, and what is given the second time is taken on', async () => {
  expect(await keep('$5.83 billion', 'figure:other')).toMatchObject({ id: 'figure:sale', isNew: false })
  expect(notebook.record('figures', 'figure:sale').metric).toBe('metric:m')
})
