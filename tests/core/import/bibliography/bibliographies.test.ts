// Bibliographies come in as sources with the keys they had, and go out again as they came.

import { expect, test } from 'vitest'
import { cslOfSource } from '../../../../src/core/export/bibliography/csl-of-source.ts'
import { writeBibliography } from '../../../../src/core/export/bibliography/write-bibliography.ts'
import { bibtexBibliography } from '../../../../src/core/import/bibliography/bibtex-bibliography.ts'
import { parseBibtex } from '../../../../src/core/import/bibliography/parse-bibtex.ts'
import type { Parsed, SourceItem } from '../../../../src/core/import/import-item.ts'
import { otherFormatOf } from '../../../../src/core/import/other-formats.ts'
import type { Source } from '../../../../src/core/records/source.ts'
import { MemoryNotebook } from '../../commands/memory-notebook.ts'

function read(name: string, text: string): SourceItem[] {
  const format = otherFormatOf(name, text)
  if (format === bibtexBibliography) return parseBibtex(text).items as SourceItem[]
  return ((format?.parse(name, text) as Parsed | undefined)?.items ?? []) as SourceItem[]
}
async function notebookOf(items: readonly SourceItem[]): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook()
  for (const { fields, origins, markdown } of items) await notebook.run('source.add', { ...fields, origins, markdown })
  return notebook
}
const sourcesOf = (notebook: MemoryNotebook) => [...notebook.tables.heads('sources')].map(({ id }) => notebook.record('sources', id) as Source)
const facts = ({ fields: { title, authors, publisher, published, url, doi, kind, language } }: SourceItem) => ({
  title,
  authors,
  publisher,
  published,
  url,
  doi,
  kind,
  language,
})

const bib = String.raw`
% a comment with @ in it
@string{nat = "Nature"}
@article{müller2020,
  author = {M{\"u}ller, J{\'o}zsef and {World Health Organization} and de la Fuente, Mar{\'\i}a and others},
  title = {The {DNA} of \emph{E. coli}: 50\% more --- $\alpha$-decay \& H\textsubscript{2}O},
  journal = nat # " Physics", year = 2020, month = mar, pages = {12--34}, volume = 7, number = 2,
  doi = {10.1038/S41567-020-0001}, url = {https://example.com/a_b%20c?x=1&y=2#frag~1},
}
@book{孙2019, author = {孙正义 and 山田, 太郎}, title = {人工智能的未来}, date = {2019-11-03/2020-01}, publisher = {人民出版社}, langid = {chinese}}
@inproceedings{child, crossref = {parent}, title = "A {T}itle", author = "Doe, John"}
@proceedings{parent, title = {Proc. of X}, year = {1999}}
@online{no valid key?, title = {Nameless}, urldate = {2020-01-02}}
`

test('BibTeX and BibLaTeX: names, accents, strings, cross references, dates, verbatim addresses, Chinese and Japanese', () => {
  const [article, book, child] = read('library.bib', bib)
  expect(facts(article as SourceItem)).toEqual({
    title: 'The DNA of E. coli: 50% more — α-decay & H₂O',
    authors: ['Müller, József', 'World Health Organization', 'de la Fuente, María'],
    publisher: 'Nature Physics',
    published: '2020-03',
    url: 'https://example.com/a_b%20c?x=1&y=2#frag~1',
    doi: '10.1038/s41567-020-0001',
    kind: 'article',
    language: '',
  })
  expect(facts(book as SourceItem)).toMatchObject({
    title: '人工智能的未来',
    authors: ['孙正义', '山田, 太郎'],
    published: '2019-11-03',
    publisher: '人民出版社',
    language: 'zh',
    kind: 'book',
  })
  expect(facts(child as SourceItem)).toMatchObject({ title: 'A Title', publisher: 'Proc. of X', published: '1999' })
})

test('RIS: names with suffixes, the day, pages, a DOI with its resolver, lines that go on', () => {
  const ris =
    'TY  - JOUR\r\nAU  - Doe, Jane, Jr.\r\nAU  - 山田, 太郎\r\nTI  - Test of RIS\r\nT2  - Nature\r\nPY  - 2020///\r\nDA  - 2020/03/12/\r\nSP  - 1\r\nEP  - 9\r\nDO  - https://doi.org/10.1000/ABC\r\nAB  - Long\r\nabstract\r\nER  - \r\n\r\nTY  - ELEC\r\nTI  - 软银\r\nUR  - https://example.com/x\r\nER  - \r\n'
  const [article, page] = read('x.txt', ris)
  expect(facts(article as SourceItem)).toMatchObject({
    title: 'Test of RIS',
    authors: ['Jane Doe, Jr.', '山田, 太郎'],
    publisher: 'Nature',
    published: '2020-03-12',
    doi: '10.1000/abc',
    kind: 'article',
  })
  expect(article?.markdown).toContain('Long\\\nabstract')
  expect(facts(page as SourceItem)).toMatchObject({ title: '软银', url: 'https://example.com/x', kind: 'web page' })
})

test('a key is kept where it is one, made unique, and never changes; else one is proposed', async () => {
  const csl = JSON.stringify([
    { id: 'son2024', type: 'article-journal', title: 'One' },
    { id: 'son2024', type: 'article-journal', title: 'Two' },
    {
      id: 'http://zotero.org/users/1/items/A B',
      type: 'book',
      title: 'Three Kingdoms',
      author: [{ family: 'Luo', given: 'Guanzhong' }],
      issued: { 'date-parts': [['1522']] },
    },
  ])
  const notebook = await notebookOf(read('x.json', csl))
  expect(sourcesOf(notebook).map(({ citekey }) => citekey)).toEqual(['son2024', 'son2024-2', 'luo1522-three'])
  const [first] = sourcesOf(notebook)
  await notebook.run('source.revise', { id: first?.id as 'source:x', title: 'Another title' })
  expect(sourcesOf(notebook)[0]?.citekey).toBe('son2024')
})

const item = {
  id: 'fuente2021',
  type: 'article-journal',
  title: 'On “quotes” & 50% of $x_1$ {braces} #1 ~ ^',
  'container-title': 'Journal of Tests',
  publisher: 'Press & Co',
  author: [
    { family: 'Fuente', given: 'María', 'non-dropping-particle': 'de la' },
    { family: 'Smith', given: 'Jane', suffix: 'Jr.' },
    { literal: 'Barnes and Noble, Inc.' },
    { family: '孫', given: '正義' },
  ],
  editor: [{ family: 'Itor', given: 'Ed' }],
  issued: { 'date-parts': [[2021, 4, 30]] },
  accessed: { 'date-parts': [[2022, 1, 5]] },
  volume: '3',
  issue: '4',
  page: '12–34',
  DOI: '10.1000/xyz_1',
  URL: 'https://example.com/a_b%20c?x=1&y=2#z~',
  ISSN: '1234-567X',
  language: 'en',
  abstract: 'An abstract.',
  keyword: 'ai, chips',
}

test('CSL-JSON comes out as it went in, its id the citekey', async () => {
  const notebook = await notebookOf(read('x.json', JSON.stringify([item])))
  expect(JSON.parse(writeBibliography(notebook.tables, 'csl'))).toEqual([item])
})

test.each(['bibtex', 'ris'] as const)('out as %s and in again: the same source, the same reference', async (format) => {
  const before = await notebookOf(read('x.json', JSON.stringify([item])))
  const written = writeBibliography(before.tables, format)
  const after = await notebookOf(read(`x.${format === 'ris' ? 'ris' : 'bib'}`, written))
  const [one] = sourcesOf(before)
  const [other] = sourcesOf(after)
  const kept = ({ title, authors, publisher, published, accessed, url, doi, language, kind, citekey }: Source) => ({
    title,
    authors,
    publisher,
    published,
    accessed,
    url,
    doi,
    language,
    kind,
    citekey,
  })
  expect(kept(other as Source)).toEqual(kept(one as Source))
  const { publisher: _, ...whole } = item
  const csl = cslOfSource(other as Source)
  // RIS has no particles of its own: they are part of the family name.
  const { author, ...rest } =
    format === 'ris'
      ? {
          ...whole,
          author: [{ family: 'de la Fuente', given: 'María' }, item.author[1], { family: 'Barnes and Noble', given: 'Inc.' }, item.author[3]],
        }
      : whole
  expect(csl).toMatchObject(rest)
  expect(csl.author).toEqual(author)
})

test('what the analyst changed goes out as it is now', async () => {
  const notebook = await notebookOf(read('x.json', JSON.stringify([item])))
  const [source] = sourcesOf(notebook)
  await notebook.run('source.revise', { id: source?.id as 'source:x', title: 'New', authors: ['Doe, Jane'], published: '2020' })
  expect(cslOfSource(sourcesOf(notebook)[0] as Source)).toMatchObject({
    title: 'New',
    author: [{ family: 'Doe', given: 'Jane' }],
    issued: { 'date-parts': [[2020]] },
    volume: '3',
  })
})
