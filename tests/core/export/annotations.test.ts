// Annotations go out so that others accept them, and come in again with what docs/formats.md promises.

import { Validator } from '@cfworker/json-schema'
import { beforeAll, describe, expect, test } from 'vitest'
import { collectAnnotations } from '../../../src/core/export/annotations/collect-annotations.ts'
import { writeHypothesis } from '../../../src/core/export/annotations/write-hypothesis.ts'
import { writeAnnotationsMarkdown } from '../../../src/core/export/annotations/write-markdown.ts'
import { writeWebAnnotations } from '../../../src/core/export/annotations/write-web-annotations.ts'
import type { SourceItem } from '../../../src/core/import/import-item.ts'
import { otherFormatOf } from '../../../src/core/import/other-formats.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import type { Highlight } from '../../../src/core/records/highlight.ts'
import musts from '../../fixtures/web-annotation-schemas/musts.json' with { type: 'json' }
import { MemoryNotebook } from '../commands/memory-notebook.ts'

const text = 'SoftBank sold its whole *NVIDIA* stake.\n\n软银发行了5亿欧元债券。\n\nThe last paragraph [1] is **bold**\\\nand breaks.'
const about = { id: 'notebook:n1', title: 'Research “A”', now: '2025-11-14T02:27:00.000Z' }
let notebook: MemoryNotebook
let reading: string

async function fill(): Promise<void> {
  notebook = new MemoryNotebook((markdown) => renderMarkdown(markdown).readingText)
  reading = renderMarkdown(text).readingText
  await notebook.run('source.add', {
    id: 'source:a',
    citekey: 'nikkei2025',
    title: 'A page_with *marks*',
    authors: ['Son, Masayoshi'],
    publisher: 'Nikkei',
    published: '2025-11',
    language: 'ja',
    doi: '10.1000/a',
    url: 'https://example.com/a?b=软银 c',
    markdown: text,
  })
  await notebook.run('source.add', { id: 'source:b', citekey: 'other', title: 'No address', markdown: 'Other words stand here.' })
  const mark = (source: 'source:a' | 'source:b', quote: string, whole: string, more = {}) => {
    const start = whole.indexOf(quote)
    return notebook.run('highlight.add', { source, start, end: start + quote.length, exact: quote, ...more })
  }
  await mark('source:a', '软银发行了5亿', reading, { colour: 'blue', comment: 'A *comment*\n\nof two', tags: ['债券', 'two words'] })
  await mark('source:a', 'whole NVIDIA stake', reading)
  await mark('source:a', '[1] is bold\nand', reading, { colour: 'orange', tags: ['x'] })
  await mark('source:b', 'Other', 'Other words stand here.', { colour: 'green' })
  await notebook.run('highlight.import', {
    source: 'source:b',
    highlights: [{ quote: 'nowhere in this text at all', comment: 'lost', colour: 'pink' }],
  })
}
beforeAll(fill)

type Must = { path: string; schema: object }
/** The paths of the assertions that do not hold. */
function failures(value: unknown, assertions: readonly Must[]): string[] {
  return assertions
    .filter(({ schema }) => {
      const validator = new Validator(schema, '4', false)
      for (const definition of musts.definitions) validator.addSchema(definition, definition.id)
      return !validator.validate(value).valid
    })
    .map(({ path }) => path)
}

describe('W3C Web Annotations', () => {
  const exported = () => JSON.parse(writeWebAnnotations(collectAnnotations(notebook.tables), about))

  test('every annotation holds all that the test suite of the model demands, and so do the collection and its page', () => {
    const collection = exported()
    expect(collection.first.items).toHaveLength(5)
    for (const annotation of collection.first.items) expect(failures(annotation, musts.annotation)).toEqual([])
    expect(failures(collection, musts.collection)).toEqual([])
    expect(failures(collection, musts.page)).toEqual([])
  })

  test('an empty notebook gives an empty collection that holds too', () => {
    const collection = JSON.parse(writeWebAnnotations([], about))
    expect(failures(collection, musts.collection)).toEqual([])
  })

  test('the assertions can fail', () => {
    const [annotation] = exported().first.items
    const { target: _, ...withoutTarget } = annotation
    expect(failures(withoutTarget, musts.annotation)).not.toEqual([])
    expect(failures({ ...annotation, created: 'yesterday' }, musts.annotation)).not.toEqual([])
    expect(failures({ ...annotation, target: { ...annotation.target, selector: [{ type: 'TextQuoteSelector' }] } }, musts.annotation)).not.toEqual([])
  })

  test('each names its words, its place, its colour and the way back', () => {
    const [, second] = exported().first.items
    const start = reading.indexOf('软银发行了5亿')
    expect(second).toMatchObject({
      motivation: 'commenting',
      body: [
        { value: 'A *comment*\n\nof two', purpose: 'commenting' },
        { value: '债券', purpose: 'tagging' },
        { value: 'two words', purpose: 'tagging' },
      ],
      target: {
        source: 'https://example.com/a?b=%E8%BD%AF%E9%93%B6%20c',
        styleClass: 'footing-blue',
        selector: [
          { type: 'TextQuoteSelector', exact: '软银发行了5亿' },
          { type: 'TextPositionSelector', start, end: start + 7 },
        ],
      },
    })
    expect(second.id).toMatch(/^footing:\/\/show\/source:a\?notebook=notebook:n1&highlight=highlight:/)
  })
})

/** What a file brings into a notebook that has the sources' texts, and what it had before. */
async function throughFile(name: string, written: string): Promise<{ before: Highlight[]; after: Highlight[]; items: SourceItem[] }> {
  const all = (of: MemoryNotebook) =>
    [...of.tables.heads('highlights')].toSorted((one, other) => (one.source + one.number < other.source + other.number ? -1 : 1))
  const items = (await otherFormatOf(name, written)?.parse(name, written))?.items as SourceItem[]
  const target = new MemoryNotebook((markdown) => renderMarkdown(markdown).readingText)
  await target.run('source.add', { id: 'source:a', title: 'A', markdown: text })
  await target.run('source.add', { id: 'source:b', title: 'B', markdown: 'Other words stand here.' })
  for (const { highlights, fields } of items) await target.run('highlight.import', { source: fields.url ? 'source:a' : 'source:b', highlights })
  return { before: all(notebook), after: all(target), items }
}
const kept = (names: readonly (keyof Highlight)[]) => (each: Highlight) => names.map((name) => each[name])
const inPlace = (highlights: readonly Highlight[]) =>
  highlights.toSorted((one, other) =>
    one.source === other.source ? one.passage.start - other.passage.start || one.number - other.number : one.source < other.source ? -1 : 1,
  )

describe('round trips', () => {
  test('JSON-LD keeps quote, place, colour, comment, tags and state; of the source title, authors, publisher, date, language, DOI and address', async () => {
    const { before, after, items } = await throughFile('x.jsonld', writeWebAnnotations(collectAnnotations(notebook.tables), about))
    const same = kept(['source', 'passage', 'colour', 'comment', 'tags', 'state'])
    expect(inPlace(after).map(same)).toEqual(inPlace(before).map(same))
    expect(items[0]?.fields).toMatchObject({
      title: 'A page_with *marks*',
      authors: ['Son, Masayoshi'],
      publisher: 'Nikkei',
      published: '2025-11',
      language: 'ja',
      doi: '10.1000/a',
      url: 'https://example.com/a?b=%E8%BD%AF%E9%93%B6%20c',
    })
  })

  test('Hypothesis keeps quote, place, comment and tags, and loses the colour', async () => {
    const { before, after } = await throughFile('x.json', writeHypothesis(collectAnnotations(notebook.tables), about))
    const same = kept(['source', 'passage', 'comment', 'tags', 'state'])
    expect(inPlace(after).map(same)).toEqual(inPlace(before).map(same))
    expect(new Set(after.map(({ colour }) => colour))).toEqual(new Set(['yellow']))
  })
})

describe('Markdown', () => {
  test('the quote shows as it is; colour, paragraph, comment, tags and the way back stand with it', () => {
    const written = writeAnnotationsMarkdown(collectAnnotations(notebook.tables), about)
    const shown = renderMarkdown(written).readingText
    expect(shown).toContain('A page_with *marks*')
    expect(shown).toContain('[1] is bold\nand')
    expect(written).toContain('> [@nikkei2025#h1] · blue · ¶ 2 · [open in Footing](footing://show/source:a?notebook=notebook:n1&highlight=highlight:')
    expect(written).toContain('A *comment*\n\nof two')
    expect(written).toContain('#债券 #two words')
    expect(written).toContain('pink · lost · [open')
  })

  test('a template of one’s own says what is written, and names its mistake', () => {
    const annotated = collectAnnotations(notebook.tables, new Set(['source:b']))
    expect(
      writeAnnotationsMarkdown(annotated, about, '{{#sources}}{{citekey}}: {{#highlights}}{{{quote}}} ({{colour}}); {{/highlights}}{{/sources}}'),
    ).toBe('other: Other (green); nowhere in this text at all (pink);\n')
    expect(() => writeAnnotationsMarkdown(annotated, about, '{{#sources}}')).toThrow(/sources/)
  })
})
