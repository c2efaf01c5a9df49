// A source gets a new text: the old one stays, every highlight is carried or named, and the analyst's decisions can all be undone.

import { expect, test } from 'vitest'
import { MemoryNotebook } from './memory-notebook.ts'

const before =
  'SoftBank sold its whole NVIDIA stake for $5.83 billion. The commitment to OpenAI reaches $30 billion.\n\n软银发行了5亿欧元债券。 A paragraph that nobody cites stands here.\n\nThe last word is about Arizona, where one trillion dollars were named.'
const after =
  'An editor’s note comes first.\n\nSoftBank sold its whole NVIDIA stake for $5.83 billion. The commitment to OpenAI rises to $34.7 billion.\n\n软银发行了５亿欧元债券。 A paragraph that nobody cites stands here.'

const quotes = [
  'sold its whole NVIDIA stake',
  'The commitment to OpenAI reaches $30 billion',
  '软银发行了5亿欧元债券',
  'where one trillion dollars were named',
]

async function cited(): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook()
  await notebook.run('source.add', { id: 'source:s', title: 'S', markdown: before })
  for (const [position, exact] of quotes.entries()) {
    const start = before.indexOf(exact)
    await notebook.run('highlight.add', { id: `highlight:h${position}`, source: 'source:s', start, end: start + exact.length, exact })
  }
  return notebook
}

const stateOf = (notebook: MemoryNotebook, position: number) => notebook.record('highlights', `highlight:h${position}`)
const oldText = (notebook: MemoryNotebook) => notebook.record('sources', 'source:s').revisions[0]?.text

test('what is still there is followed, what was edited waits, what is gone is lost and keeps its words', async () => {
  const notebook = await cited()
  const { text, highlights, isNew } = await notebook.run('source.renew-text', { id: 'source:s', markdown: after })
  expect({ highlights, isNew }).toEqual({ highlights: { exact: 0, moved: 2, changed: 1, lost: 1 }, isNew: true })
  expect(notebook.record('sources', 'source:s').revisions.map((revision) => revision.text)).toEqual([oldText(notebook), text])
  expect(stateOf(notebook, 0)).toMatchObject({ state: 'moved', text, passage: { exact: quotes[0], start: after.indexOf(quotes[0] as string) } })
  const changed = stateOf(notebook, 1)
  expect(changed).toMatchObject({ state: 'changed', text: oldText(notebook), passage: { exact: quotes[1] }, found: { text } })
  expect(changed.found?.passage.exact).toBe('The commitment to OpenAI rises to $34.7 billion')
  expect(stateOf(notebook, 2)).toMatchObject({ state: 'moved', text, passage: { exact: '软银发行了５亿欧元债券' } })
  expect(stateOf(notebook, 3)).toMatchObject({ state: 'lost', text: oldText(notebook), passage: { exact: quotes[3] } })
  expect(stateOf(notebook, 3).found).toBeUndefined()
})

test('the same text again changes nothing, and one undo takes a new text back with all that it did', async () => {
  const notebook = await cited()
  const content = notebook.content()
  expect(await notebook.run('source.renew-text', { id: 'source:s', markdown: before })).toMatchObject({ isNew: false, rev: 5 })
  expect(notebook.content()).toEqual(content)
  await notebook.run('source.renew-text', { id: 'source:s', markdown: after })
  await notebook.undo()
  expect(notebook.content()).toEqual(content)
})

test('what was lost or changed comes back where a later text has the old words again', async () => {
  const notebook = await cited()
  await notebook.run('source.renew-text', { id: 'source:s', markdown: after })
  const { highlights } = await notebook.run('source.renew-text', { id: 'source:s', markdown: `Corrected.\n\n${before}` })
  expect(highlights).toEqual({ exact: 0, moved: 4, changed: 0, lost: 0 })
  expect(stateOf(notebook, 1).found).toBeUndefined()
  expect(stateOf(notebook, 3).passage.exact).toBe(quotes[3])
})

test('new words are accepted, a lost passage is tied to others, one is pinned, one retired; all follow again when asked', async () => {
  const notebook = await cited()
  const { text } = await notebook.run('source.renew-text', { id: 'source:s', markdown: after })
  await notebook.run('highlight.accept', { id: 'highlight:h1' })
  expect(stateOf(notebook, 1)).toMatchObject({ state: 'exact', text, passage: { exact: 'The commitment to OpenAI rises to $34.7 billion' } })
  expect(await notebook.send('highlight.accept', { id: 'highlight:h3' })).toMatchObject({ ok: false, error: { code: 'invalid' } })

  const start = after.indexOf('A paragraph')
  expect(await notebook.send('highlight.relink', { id: 'highlight:h3', start, end: start + 11, exact: 'Another one' })).toMatchObject({ ok: false })
  await notebook.run('highlight.relink', { id: 'highlight:h3', start, end: start + 11, exact: 'A paragraph' })
  expect(stateOf(notebook, 3)).toMatchObject({ state: 'exact', text, passage: { exact: 'A paragraph' } })
  await notebook.undo()
  expect(stateOf(notebook, 3)).toMatchObject({ state: 'lost', text: oldText(notebook) })

  await notebook.run('highlight.pin', { id: 'highlight:h3' })
  await notebook.run('highlight.retire', { id: 'highlight:h0' })
  const { highlights } = await notebook.run('source.renew-text', { id: 'source:s', markdown: 'Nothing of it is left.' })
  expect(highlights).toEqual({ exact: 0, moved: 0, changed: 0, lost: 2 })
  expect(stateOf(notebook, 3)).toMatchObject({ standing: 'pinned', text: oldText(notebook) })
  expect(stateOf(notebook, 0)).toMatchObject({ standing: 'retired', text, state: 'moved' })
  await notebook.run('highlight.follow', { id: 'highlight:h0' })
  expect(stateOf(notebook, 0)).toMatchObject({ state: 'lost' })
  expect(stateOf(notebook, 0).standing).toBeUndefined()
})

test('a highlight in the trash is carried too, so that it can come back', async () => {
  const notebook = await cited()
  await notebook.run('highlight.remove', { id: 'highlight:h0' })
  const { text } = await notebook.run('source.renew-text', { id: 'source:s', markdown: after })
  await notebook.run('trash.restore', { ids: ['highlight:h0'] })
  expect(stateOf(notebook, 0)).toMatchObject({ text, state: 'moved' })
})

test('relations of sources are set, changed, taken back, and go with the source that they lead to', async () => {
  const notebook = await cited()
  await notebook.run('source.add', { id: 'source:t', title: 'T', markdown: 'Another.' })
  const kinOf = () => notebook.record('sources', 'source:t').kin
  await notebook.run('source.relate', { id: 'source:t', to: 'source:s', relation: 'copy' })
  await notebook.run('source.relate', { id: 'source:t', to: 'source:s', relation: 'translation' })
  expect(kinOf()).toEqual([{ source: 'source:s', relation: 'translation' }])
  await notebook.run('source.relate', { id: 'source:t', to: 'source:s', relation: null })
  expect(kinOf()).toBeUndefined()
  expect(await notebook.send('source.relate', { id: 'source:t', to: 'source:t', relation: 'copy' })).toMatchObject({ ok: false })
  expect(await notebook.send('source.relate', { id: 'source:t', to: 'source:none', relation: 'copy' })).toMatchObject({ ok: false })
  await notebook.run('source.relate', { id: 'source:t', to: 'source:s', relation: 'quotes' })
  await notebook.run('source.remove', { id: 'source:s' })
  await notebook.run('trash.delete', { ids: ['source:s'] })
  expect(kinOf()).toBeUndefined()
})
