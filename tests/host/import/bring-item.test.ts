// Bibliographies and highlights into a real notebook: twice, beside what is there, and grown.

import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportOutcome } from '../../../src/host/import/import-outcome.ts'
import { type ImportKit, makeImportKit } from './import-kit.ts'

let kit: ImportKit
beforeEach(async () => {
  kit = await makeImportKit()
})
afterEach(() => kit.close())

const run = (command: string, input: unknown) => kit.target.run(command, input)
const bring = (name: string, content: string): Promise<ImportOutcome[]> => kit.run([kit.file(name, content)])
const sources = () => kit.sources()
const highlights = () => [...kit.notebook.view.heads('highlights')].toSorted((one, other) => one.number - other.number)
const clipping = (location: string, words: string) =>
  `The Book (Doe, Jane)\n- Your Highlight on Location ${location} | Added on Monday, 1 January 2018\n\n${words}\n==========\n`
const quotes = () => highlights().map(({ passage, state }) => [passage.exact, state])

test('clippings grow: the new ones join the text, the old ones keep what the analyst made of them', async () => {
  await bring('My Clippings.txt', clipping('10-12', 'The first words of it.'))
  const [first] = highlights()
  await run('highlight.revise', { id: first?.id, colour: 'pink', comment: 'mine' })
  const outcomes = await bring('My Clippings.txt', clipping('10-12', 'The first words of it.') + clipping('4-5', 'Words that stand before.'))
  expect(outcomes).toMatchObject([{ outcome: 'renewed', notes: ['it has a new text; the old one stays readable', '1 new highlight'] }])
  expect(sources()).toHaveLength(1)
  expect(quotes()).toEqual([
    ['The first words of it.', 'moved'],
    ['Words that stand before.', 'exact'],
  ])
  expect(highlights()[0]).toMatchObject({ id: first?.id, colour: 'pink', comment: 'mine' })
  expect(await bring('My Clippings.txt', clipping('4-5', 'Words that stand before.'))).toMatchObject([{ outcome: 'skipped' }])
  expect(highlights()).toHaveLength(2)
})

test('into a source whose text is here: quotes find their words, and the text stays', async () => {
  await run('source.add', {
    id: 'source:own',
    title: 'The Book',
    authors: ['Jane Doe'],
    publisher: 'Mine',
    markdown: 'It begins. The first words of it are **here**.\n\nNothing else is.',
  })
  await bring('k.txt', clipping('1-2', 'The first words of it are here.') + clipping('9-10', 'Somebody else wrote about volcanoes in Iceland.'))
  expect(sources()).toMatchObject([{ id: 'source:own', publisher: 'Mine', revisions: [{}] }])
  expect(quotes()).toEqual([
    ['The first words of it are here.', 'exact'],
    ['Somebody else wrote about volcanoes in Iceland.', 'lost'],
  ])
})

test('a bibliography fills in what is empty in a known source, and nothing else; the rest becomes new', async () => {
  await run('source.add', { id: 'source:own', citekey: 'mine', title: 'My own title', doi: '10.1000/a', markdown: 'The whole text.' })
  await bring('x.bib', '@article{doe2020, title={Their title}, author={Doe, Jane}, year=2020, doi={10.1000/A}}\n@book{other, title={Another}}')
  expect(sources().find(({ id }) => id === 'source:own')).toMatchObject({
    citekey: 'mine',
    title: 'My own title',
    authors: ['Doe, Jane'],
    published: '2020',
    revisions: [{}],
  })
  expect(
    sources()
      .map(({ citekey }) => citekey)
      .sort(),
  ).toEqual(['mine', 'other'])
})

test('a source of the trash does not come back by itself, and what is no list is refused in words', async () => {
  await bring('x.bib', '@book{a, title={Title of it}, author={Doe, Jane}}')
  await run('source.remove', { id: sources()[0]?.id })
  expect(await bring('x.bib', '@book{a, title={Title of it}, author={Doe, Jane}}')).toMatchObject([
    { outcome: 'skipped', reason: expect.stringContaining('is in the trash') },
  ])
  expect(await bring('y.json', '{"name":"package"}')).toMatchObject([
    { outcome: 'refused', reason: expect.stringContaining('not a bibliography or list of highlights') },
  ])
})
