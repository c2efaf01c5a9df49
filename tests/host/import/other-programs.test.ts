// Bibliographies and highlights into a real notebook: twice, beside what is there, and grown.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ImportKit, makeImportKit } from './import-kit.ts'

let kit: ImportKit
beforeEach(async () => {
  kit = await makeImportKit()
})
afterEach(() => kit.close())

const run = (command: string, input: unknown) => kit.notebook.run('test', command, input)
const bring = (name: string, content: string) => kit.run([kit.file(name, content)])
const highlights = () => [...kit.notebook.view.heads('highlights')].toSorted((one, other) => one.number - other.number)
const clipping = (location: string, words: string) =>
  `The Book (Doe, Jane)\n- Your Highlight on Location ${location} | Added on Monday, 1 January 2018\n\n${words}\n==========\n`
const quotes = () => highlights().map(({ passage, state }) => [passage.exact, state])

test('clippings grow: the new ones join the text, the old ones keep what the analyst made of them', async () => {
  await bring('My Clippings.txt', clipping('10-12', 'The first words of it.'))
  const [first] = highlights()
  await run('highlight.revise', { id: first?.id, colour: 'pink', comment: 'mine' })
  const both = clipping('10-12', 'The first words of it.') + clipping('4-5', 'Words that stand before.')
  expect(await bring('My Clippings.txt', both)).toMatchObject([{ outcome: 'renewed', notes: expect.arrayContaining(['1 new highlight']) }])
  expect(kit.sources()).toHaveLength(1)
  expect(quotes()).toEqual([
    ['The first words of it.', 'moved'],
    ['Words that stand before.', 'exact'],
  ])
  expect(highlights()[0]).toMatchObject({ id: first?.id, colour: 'pink', comment: 'mine' })
  expect(await bring('My Clippings.txt', clipping('4-5', 'Words that stand before.'))).toMatchObject([{ outcome: 'skipped' }])
  expect(highlights()).toHaveLength(2)
})

test('into a source whose text is here: quotes find their words, and the text stays', async () => {
  const markdown = 'It begins. The first words of it are **here**.\n\nNothing else is.'
  await run('source.add', { id: 'source:own', title: 'The Book', authors: ['Jane Doe'], publisher: 'Mine', markdown })
  await bring('k.txt', clipping('1-2', 'The first words of it are here.') + clipping('9-10', 'Somebody else wrote about volcanoes in Iceland.'))
  expect(kit.sources()).toMatchObject([{ id: 'source:own', publisher: 'Mine', revisions: [{}] }])
  expect(await kit.textOf('The Book')).toBe(markdown)
  expect(quotes()).toEqual([
    ['The first words of it are here.', 'exact'],
    ['Somebody else wrote about volcanoes in Iceland.', 'lost'],
  ])
})

test('a bibliography fills in what is empty in a known source, and nothing else; the rest becomes new', async () => {
  await run('source.add', { id: 'source:own', citekey: 'mine', title: 'My own title', doi: '10.1000/a', markdown: 'The whole text.' })
  await bring('x.bib', '@article{doe2020, title={Their title}, author={Doe, Jane}, year=2020, doi={10.1000/A}}\n@book{other, title={Another}}')
  expect(kit.sources().find(({ id }) => id === 'source:own')).toMatchObject({
    citekey: 'mine',
    title: 'My own title',
    authors: ['Doe, Jane'],
    published: '2020',
    revisions: [{}],
  })
  expect(await kit.textOf('My own title')).toBe('The whole text.')
  expect(
    kit
      .sources()
      .map(({ citekey }) => citekey)
      .sort(),
  ).toEqual(['mine', 'other'])
})

test('a source of the trash does not come back by itself; what is no list of anything is passed over in words', async () => {
  await bring('x.bib', '@book{a, title={Title of it}, author={Doe, Jane}}')
  await run('source.remove', { id: kit.sources()[0]?.id })
  expect(await bring('x.bib', '@book{a, title={Title of it}, author={Doe, Jane}}')).toMatchObject([
    { outcome: 'skipped', reason: expect.stringContaining('in the trash') },
  ])
  expect(await bring('y.json', '{"name":"package"}')).toMatchObject([{ outcome: 'skipped', reason: expect.stringContaining('no bibliography') }])
})
