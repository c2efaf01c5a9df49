// Quotes from elsewhere: each stands where its words stand, or is lost with its words; what was imported before stays as the analyst left it.

import { expect, test } from 'vitest'
import { MemoryNotebook } from './memory-notebook.ts'

const text =
  'SoftBank sold its whole NVIDIA stake for $5.83 billion. The fund was short of cash.\n\n软银发行了5亿欧元债券。\n\nThe fund was short of friends as well, said one banker.'

async function notebookWith(markdown = text): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook()
  await notebook.run('source.add', { id: 'source:s', title: 'S', markdown })
  return notebook
}
const highlights = (notebook: MemoryNotebook) =>
  notebook.tables.by('highlightsBySource', 'source:s').toSorted((one, other) => one.number - other.number)

test('quotes are marked where they stand, in other width forms and by their surroundings too', async () => {
  const notebook = await notebookWith()
  const { added } = await notebook.run('highlight.import', {
    source: 'source:s',
    highlights: [
      { quote: 'The fund was short of', suffix: ' friends as', colour: 'green', comment: 'twice', tags: ['a'], origins: ['x:1'] },
      { quote: '软银发行了５亿欧元债券', origins: ['x:2'] },
    ],
  })
  expect(added.map(({ number, state }) => [number, state])).toEqual([
    [1, 'exact'],
    [2, 'exact'],
  ])
  const [first, second] = highlights(notebook)
  expect(first).toMatchObject({ passage: { start: text.lastIndexOf('The fund') }, colour: 'green', comment: 'twice', tags: ['a'], origins: ['x:1'] })
  expect(second?.passage.exact).toBe('软银发行了5亿欧元债券')
})

test('a quote that is nowhere in the text is lost, keeps its words, and is on no lookalike', async () => {
  const notebook = await notebookWith()
  const quote = 'The committee was worried about inflation in Argentina'
  await notebook.run('highlight.import', { source: 'source:s', highlights: [{ quote, prefix: 'before ', suffix: ' after', start: 4, end: 58 }] })
  expect(highlights(notebook)[0]).toMatchObject({
    state: 'lost',
    passage: { exact: quote, prefix: 'before ', suffix: ' after', start: 0, end: quote.length },
  })
  expect(highlights(notebook)[0]?.found).toBeUndefined()
})

test('a quote that reads otherwise in the text waits as changed, with the place beside it', async () => {
  const notebook = await notebookWith()
  const quote = 'SoftBank sold its whole NVIDIA stake for $5.8 billion.'
  await notebook.run('highlight.import', { source: 'source:s', highlights: [{ quote }] })
  expect(highlights(notebook)[0]).toMatchObject({ state: 'changed', passage: { exact: quote }, found: { passage: { start: 0 } } })
})

test('importing again changes nothing, also after the analyst recoloured one and threw one away', async () => {
  const notebook = await notebookWith()
  const given = [
    { quote: 'NVIDIA stake', origins: ['x:1'] },
    { quote: 'one banker', origins: ['x:2'] },
  ]
  const { added } = await notebook.run('highlight.import', { source: 'source:s', highlights: given })
  await notebook.run('highlight.revise', { id: added[0]?.id as 'highlight:x', colour: 'pink', comment: 'mine' })
  await notebook.run('highlight.remove', { id: added[1]?.id as 'highlight:x' })
  const before = highlights(notebook)
  expect(await notebook.run('highlight.import', { source: 'source:s', highlights: given })).toEqual({ added: [], known: 2 })
  expect(highlights(notebook)).toEqual(before)
})

test('a passage that the analyst marked already is not marked twice: it gets the name, and keeps its colour', async () => {
  const notebook = await notebookWith()
  await notebook.run('highlight.add', { id: 'highlight:own', source: 'source:s', start: 0, end: 8, colour: 'blue', comment: 'mine' })
  const { added, known } = await notebook.run('highlight.import', {
    source: 'source:s',
    highlights: [{ quote: 'SoftBank', prefix: '', colour: 'pink', origins: ['x:9'] }],
  })
  expect({ added, known }).toEqual({ added: [], known: 1 })
  expect(highlights(notebook)).toMatchObject([{ colour: 'blue', comment: 'mine', origins: ['x:9'] }])
})

test('one undo takes the whole import back', async () => {
  const notebook = await notebookWith()
  await notebook.run('highlight.import', { source: 'source:s', highlights: [{ quote: 'NVIDIA' }, { quote: 'banker' }] })
  await notebook.undo()
  expect(highlights(notebook)).toEqual([])
})
