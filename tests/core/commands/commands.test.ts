// Every command: what it does when all is well, and what it answers when it is not.

import { describe, expect, test } from 'vitest'
import { commands, type RecipeName } from '../../../src/core/commands/commands.ts'
import { passageAt } from '../../../src/core/records/passage.ts'
import type { RefusalCode } from '../../../src/core/store/refusal.ts'
import { MemoryNotebook } from './memory-notebook.ts'

const text = 'One 😀 two 软银 three'
const figures = 'It sold for $5.83 billion, or as some say 58亿美元, at 30 % more than in 2019.'

/** One of everything and one insight more, insight:j, and source:f with two figures, figure:f and figure:g of metric:m; rate:d: insight:i, source:s with highlight:h (h1) over “One”, evidence:v, entity:e, report:r with items a and b. */
async function furnished(): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook()
  await notebook.run('insight.add', { id: 'insight:i', title: 'Title', body: 'Body', topics: ['x'] })
  await notebook.run('insight.add', { id: 'insight:j', title: 'Second', topics: ['x', 'y'] })
  await notebook.run('source.add', { id: 'source:s', citekey: 'src', title: 'Source', markdown: text })
  await notebook.run('highlight.add', { id: 'highlight:h', source: 'source:s', start: 0, end: 3, exact: 'One' })
  await notebook.run('evidence.add', { id: 'evidence:v', insight: 'insight:i', highlight: 'highlight:h', stance: 'supports' })
  await notebook.run('entity.add', { id: 'entity:e', names: [{ name: 'SoftBank', language: 'en' }] })
  await notebook.run('source.add', { id: 'source:f', citekey: 'sale', title: 'Sale', language: 'en', markdown: figures })
  await notebook.run('metric.add', { id: 'metric:m', name: 'NVIDIA stake sale', entity: 'entity:e' })
  await notebook.run('figure.keep', { id: 'figure:f', source: 'source:f', start: 12, end: 25, metric: 'metric:m' })
  await notebook.run('figure.keep', { id: 'figure:g', source: 'source:f', start: 42, end: 47 })
  await notebook.run('metric.add', { id: 'metric:k', name: 'Half', formula: '{metric:m} / 2' })
  await notebook.run('rate.add', { id: 'rate:d', base: 'USD', quote: 'CNY', rate: '7.11', date: '2025-11-14' })
  await notebook.run('report.add', {
    id: 'report:r',
    title: 'Report',
    outline: [
      { key: 'a', type: 'heading', level: 1, text: 'A' },
      { key: 'b', type: 'insight', insight: 'insight:i' },
    ],
  })
  return notebook
}

type Case = { input: unknown; result?: object; after?: (notebook: MemoryNotebook) => void }
const keys = (notebook: MemoryNotebook) => notebook.record('reports', 'report:r').outline.map(({ key }) => key)
const isRemoved = (notebook: MemoryNotebook) =>
  [...notebook.content()].filter(([, record]) => (record as { removedAt?: string }).removedAt !== undefined).map(([id]) => id)

const prose = (key: string, markdown: string) => ({ key, type: 'prose', markdown })

// These have tests of their own: what they bring is the host's to read, or more than one command tells their story (revisions.test.ts, import-highlights.test.ts).
const exempt = [
  'starter.reset',
  'version.restore',
  'backup.restore',
  'insight.keep-readable',
  'source.renew-text',
  'source.relate',
  'highlight.import',
  'highlight.accept',
  'highlight.relink',
  'highlight.pin',
  'highlight.retire',
  'highlight.follow',
  'figure.accept',
] as const
type Exempt = (typeof exempt)[number]

const happy: { [Name in Exclude<RecipeName, Exempt>]: Case } = {
  'insight.add': {
    input: { id: 'insight:new', title: '软银：“豪赌” 🧊' },
    result: { id: 'insight:new', rev: 1 },
    after: (notebook) =>
      expect(notebook.record('insights', 'insight:new')).toMatchObject({
        title: '软银：“豪赌” 🧊',
        body: '',
        kind: 'fact',
        status: 'draft',
        confidence: 'medium',
        topics: [],
      }),
  },
  'insight.revise': {
    input: { id: 'insight:i', rev: 1, body: 'New' },
    result: { id: 'insight:i', rev: 2 },
    after: (notebook) => expect(notebook.record('insights', 'insight:i')).toMatchObject({ title: 'Title', body: 'New', topics: ['x'] }),
  },
  'insight.rename': {
    input: { id: 'insight:i', title: 'Other title' },
    result: { id: 'insight:i', rev: 2, links: 0, records: 0 },
    after: (notebook) => expect(notebook.record('insights', 'insight:i').title).toBe('Other title'),
  },
  'insight.revise-many': {
    input: { ids: ['insight:i', 'insight:j'], set: { kind: 'question', status: 'reviewed' }, addTopics: ['y', ' z '], removeTopics: ['x'] },
    result: { count: 2 },
    after: (notebook) => {
      for (const id of ['insight:i', 'insight:j'] as const)
        expect(notebook.record('insights', id)).toMatchObject({ kind: 'question', status: 'reviewed', confidence: 'medium', topics: ['y', 'z'] })
      expect(notebook.record('insights', 'insight:i').body).toBe('Body')
    },
  },
  'insight.remove': {
    input: { id: 'insight:i' },
    result: { id: 'insight:i' },
    after: (notebook) => expect(isRemoved(notebook)).toEqual(['insight:i']),
  },
  'source.add': {
    input: { title: 'SoftBank sells', publisher: 'Sina Securities', published: '2025-11-14', markdown: 'x' },
    result: { citekey: 'sina2025-softbank' },
  },
  'source.revise': {
    input: { id: 'source:s', title: 'Other' },
    after: (notebook) => expect(notebook.record('sources', 'source:s').title).toBe('Other'),
  },
  'source.revise-many': {
    input: { ids: ['source:s'], set: { language: 'zh', kind: 'filing', publisher: '新浪' } },
    result: { count: 1 },
    after: (notebook) =>
      expect(notebook.record('sources', 'source:s')).toMatchObject({ language: 'zh', kind: 'filing', publisher: '新浪', title: 'Source' }),
  },
  'source.remove': { input: { id: 'source:s' }, after: (notebook) => expect(isRemoved(notebook)).toEqual(['source:s']) },
  'highlight.add': {
    input: { source: 'source:s', start: 11, end: 13, exact: '软银', colour: 'blue', tags: [' a '] },
    result: { number: 2, rev: 1 },
    after: (notebook) => {
      const [made] = [...notebook.tables.heads('highlights')].filter(({ number }) => number === 2)
      expect(made).toMatchObject({ state: 'exact', colour: 'blue', tags: ['a'], passage: { exact: '软银', prefix: 'One 😀 two ', suffix: ' three' } })
      expect(notebook.record('sources', 'source:s').nextHighlight).toBe(3)
    },
  },
  'highlight.revise': {
    input: { id: 'highlight:h', comment: 'c' },
    after: (notebook) => expect(notebook.record('highlights', 'highlight:h').comment).toBe('c'),
  },
  'highlight.revise-many': {
    input: { ids: ['highlight:h'], set: { colour: 'pink' }, addTags: ['a', 'b'] },
    result: { count: 1 },
    after: (notebook) => expect(notebook.record('highlights', 'highlight:h')).toMatchObject({ colour: 'pink', tags: ['a', 'b'], comment: '' }),
  },
  'highlight.remove': { input: { id: 'highlight:h' }, after: (notebook) => expect(isRemoved(notebook)).toEqual(['highlight:h']) },
  'evidence.add': {
    input: { insight: 'insight:i', source: 'source:s', stance: 'context' },
    after: (notebook) => expect([...notebook.tables.heads('evidence')].map(({ highlight }) => highlight)).toEqual(['highlight:h', undefined]),
  },
  'evidence.add-many': {
    input: { insight: 'insight:i', highlights: ['highlight:h'], sources: ['source:s', 'source:s'], stance: 'contradicts' },
    after: (notebook) =>
      expect([...notebook.tables.heads('evidence')].map(({ highlight, source, stance }) => [highlight ?? source, stance])).toEqual([
        ['highlight:h', 'supports'],
        ['source:s', 'contradicts'],
      ]),
  },
  'evidence.revise': {
    input: { id: 'evidence:v', stance: 'contradicts' },
    after: (notebook) => expect(notebook.record('evidence', 'evidence:v').stance).toBe('contradicts'),
  },
  'evidence.remove': { input: { id: 'evidence:v' }, after: (notebook) => expect(isRemoved(notebook)).toEqual(['evidence:v']) },
  'entity.add': { input: { kind: 'person', names: [{ name: '孫正義', language: 'ja' }] }, result: { rev: 1 } },
  'entity.revise': { input: { id: 'entity:e', note: 'n' }, after: (notebook) => expect(notebook.record('entities', 'entity:e').note).toBe('n') },
  'entity.remove': { input: { id: 'entity:e' }, after: (notebook) => expect(isRemoved(notebook)).toEqual(['entity:e']) },
  'figure.keep': {
    input: { source: 'source:f', start: 53, end: 55, asOf: { from: '2025-11-14', to: '2025-11-14' }, note: 'n' },
    result: { rev: 1, isNew: true },
    after: (notebook) => {
      const kept = [...notebook.tables.heads('figures')].at(-1)
      // The selection was the digits alone: what is kept is the figure.
      expect(kept).toMatchObject({
        passage: { exact: '30 %', start: 52, end: 56 },
        amount: { kind: 'percent', value: '3e1', precision: '5e-1' },
        basis: 'actual',
        state: 'exact',
      })
    },
  },
  'figure.revise': {
    input: { id: 'figure:f', rev: 1, metric: null, basis: 'estimate', corrected: { kind: 'money', value: '5.38e9', currency: 'USD' } },
    result: { id: 'figure:f', rev: 2 },
    after: (notebook) => {
      const figure = notebook.record('figures', 'figure:f')
      expect(figure).toMatchObject({ entity: 'entity:e', basis: 'estimate', amount: { value: '583e7' }, corrected: { value: '538e7' } })
      expect(figure.metric).toBeUndefined()
    },
  },
  'figure.assign-many': {
    input: { ids: ['figure:f', 'figure:g'], metric: 'metric:m', asOf: { fiscal: { year: 2025, quarter: 2 } } },
    result: { count: 2 },
    after: (notebook) => {
      for (const id of ['figure:f', 'figure:g'] as const)
        expect(notebook.record('figures', id)).toMatchObject({ metric: 'metric:m', entity: 'entity:e', asOf: { fiscal: { year: 2025, quarter: 2 } } })
    },
  },
  'figure.remove': { input: { id: 'figure:f' }, after: (notebook) => expect(isRemoved(notebook)).toEqual(['figure:f']) },
  'metric.add': {
    input: { id: 'metric:n', name: 'Twice', formula: '2 * {metric:m}' },
    result: { id: 'metric:n' },
    after: (notebook) =>
      expect(notebook.record('metrics', 'metric:n')).toMatchObject({
        kind: 'money',
        rules: [],
        accepted: { bases: [{ term: '{metric:m}', value: '583e7' }] },
      }),
  },
  'metric.revise': {
    input: { id: 'metric:m', entity: null, name: 'Sale' },
    result: { id: 'metric:m', rev: 2 },
    after: (notebook) => {
      expect(notebook.record('metrics', 'metric:m').entity).toBeUndefined()
      expect(notebook.record('figures', 'figure:f').entity).toBeUndefined()
    },
  },
  'metric.accept': {
    input: { id: 'metric:k' },
    result: { id: 'metric:k' },
    after: (notebook) => expect(notebook.record('metrics', 'metric:k').accepted?.bases).toEqual([{ term: '{metric:m}', value: '583e7' }]),
  },
  'metric.merge': {
    input: { ids: ['metric:k'], into: 'metric:m' },
    result: { id: 'metric:m', count: 0 },
    after: (notebook) => expect(isRemoved(notebook)).toEqual(['metric:k']),
  },
  'metric.remove': { input: { id: 'metric:m' }, after: (notebook) => expect(isRemoved(notebook)).toEqual(['metric:m']) },
  'rate.add': {
    input: { id: 'rate:new', base: 'USD', quote: 'JPY', rate: '155.0', date: '2025-11-14', note: 'ECB' },
    result: { id: 'rate:new' },
    after: (notebook) => expect(notebook.record('rates', 'rate:new').rate).toBe('155'),
  },
  'rate.revise': {
    input: { id: 'rate:d', source: 'source:s' },
    result: { id: 'rate:d', rev: 2 },
    after: (notebook) => expect(notebook.record('rates', 'rate:d')).toMatchObject({ source: 'source:s', rate: '711e-2' }),
  },
  'rate.remove': { input: { id: 'rate:d' }, after: (notebook) => expect(isRemoved(notebook)).toEqual(['rate:d']) },
  'report.add': { input: { title: 'Two' }, result: { rev: 1 } },
  'report.revise': {
    input: { id: 'report:r', subtitle: 'S' },
    after: (notebook) => expect(notebook.record('reports', 'report:r').subtitle).toBe('S'),
  },
  'report.insert-item': {
    input: { id: 'report:r', item: prose('c', 'C'), before: 'b' },
    after: (notebook) => expect(keys(notebook)).toEqual(['a', 'c', 'b']),
  },
  'report.insert-insights': {
    input: { id: 'report:r', insights: ['insight:j', 'insight:i', 'insight:j'], before: 'b' },
    after: (notebook) => {
      expect(notebook.record('reports', 'report:r').outline.map((item) => (item.type === 'insight' ? item.insight : item.key))).toEqual([
        'a',
        'insight:j',
        'insight:i',
      ])
    },
  },
  'report.revise-item': {
    input: { id: 'report:r', item: prose('a', 'A') },
    after: (notebook) => expect(notebook.record('reports', 'report:r').outline[0]).toEqual(prose('a', 'A')),
  },
  'report.move-item': { input: { id: 'report:r', key: 'a' }, after: (notebook) => expect(keys(notebook)).toEqual(['b', 'a']) },
  'report.remove-item': { input: { id: 'report:r', key: 'a' }, after: (notebook) => expect(keys(notebook)).toEqual(['b']) },
  'report.remove': { input: { id: 'report:r' }, after: (notebook) => expect(isRemoved(notebook)).toEqual(['report:r']) },
  'trash.remove': {
    input: { ids: ['insight:i', 'entity:e'] },
    result: { count: 2 },
    after: (notebook) => expect(isRemoved(notebook)).toEqual(['entity:e', 'insight:i']),
  },
  'trash.restore': { input: { ids: ['insight:i'] }, result: { count: 1 }, after: (notebook) => expect(isRemoved(notebook)).toEqual([]) },
  'trash.delete': {
    input: { ids: ['entity:gone', 'insight:missing'] },
    after: (notebook) => expect(notebook.tables.head('entities', 'entity:gone')).toBeUndefined(),
  },
  'trash.empty': { input: {}, result: { count: 1 }, after: (notebook) => expect(isRemoved(notebook)).toEqual([]) },
}

describe('every command does its work, in one commit that one undo takes back', () => {
  // Tests of their own: starter.test.ts, restore-version.test.ts, backups.test.ts and damage-desk.test.ts, since what they bring is the host's to read.
  test('the table is complete', () => expect([...Object.keys(happy), ...exempt].sort()).toEqual(Object.keys(commands).sort()))

  test.each(Object.entries(happy))('%s', async (name, { input, result, after }) => {
    const notebook = await furnished()
    if (name === 'trash.restore') await notebook.run('insight.remove', { id: 'insight:i' })
    if (name === 'trash.delete' || name === 'trash.empty') {
      await notebook.run('entity.add', { id: 'entity:gone', names: [{ name: 'x', language: '' }] })
      await notebook.run('entity.remove', { id: 'entity:gone' })
    }
    const before = notebook.content()
    const seq = notebook.queue.lastSeq
    // Long after the furnishing, so that nothing is joined with it.
    notebook.atMs += 60_000
    const answer = await notebook.sendRaw(name, input)
    expect(answer).toMatchObject({ ok: true, seq: seq + 1, ...(result ? { result } : {}) })
    after?.(notebook)
    const done = notebook.content()
    expect(done).not.toEqual(before)
    expect(await notebook.undo()).toMatchObject({ ok: true, result: { command: name } })
    expect(notebook.content()).toEqual(before)
    expect(await notebook.redo()).toMatchObject({ ok: true, result: { command: name } })
    expect(notebook.content()).toEqual(done)
  })
})

const long = (length: number) => 'x'.repeat(length)
const refusals: [command: string, input: unknown, code: RefusalCode, message: RegExp][] = [
  ['figure.keep', { source: 'source:f', start: 0, end: 2 }, 'invalid', /no figure is read in “It”/],
  ['figure.keep', { source: 'source:f', start: 12, end: 25, exact: '$5.38 billion' }, 'invalid', /reads “\$5\.83 billion”/],
  ['figure.keep', { source: 'source:f', start: 12, end: 2500 }, 'invalid', /outside the text/],
  ['figure.revise', { id: 'figure:f', metric: 'metric:none' }, 'not-found', /metric:none/],
  ['figure.assign-many', { ids: ['figure:f'] }, 'invalid', /say what is to be changed/],
  ['figure.accept', { id: 'figure:f' }, 'invalid', /no new words/],
  ['metric.add', { name: 'Bad', formula: '{metric:m} +' }, 'invalid', /character 13: the formula ends too early/],
  ['metric.add', { name: 'Bad', formula: '{metric:none} + 1' }, 'not-found', /metric:none/],
  ['metric.revise', { id: 'metric:m', formula: '{metric:k}' }, 'invalid', /leads back/],
  ['metric.accept', { id: 'metric:m' }, 'invalid', /no formula/],
  ['metric.merge', { ids: ['metric:m'], into: 'metric:m' }, 'invalid', /at least one other/],
  ['metric.merge', { ids: ['metric:m'], into: 'metric:k' }, 'invalid', /not one/],
  ['rate.add', { base: 'USD', quote: 'USD', rate: '1', date: '2025-11-14' }, 'invalid', /two currencies/],
  ['rate.add', { base: 'USD', quote: 'JPY', rate: '0', date: '2025-11-14' }, 'invalid', /more than 0/],
  ['insight.burn', {}, 'unknown-command', /there is no command "insight.burn"/],
  ['__proto__', {}, 'unknown-command', /no command "__proto__"/],
  ['constructor', {}, 'unknown-command', /no command/],
  ['insight.add', {}, 'invalid', /title/],
  ['insight.add', null, 'invalid', /expected object/],
  ['insight.add', { title: 'x', colour: 'red' }, 'invalid', /colour/],
  ['insight.add', JSON.parse('{"title":"x","__proto__":1}'), 'invalid', /__proto__/],
  ['insight.add', { title: 7 }, 'invalid', /title: .*string/],
  ['insight.add', { title: long(2_001) }, 'too-large', /title/],
  ['insight.add', { title: 'x', topics: Array(201).fill('t') }, 'too-large', /topics/],
  ['insight.add', { title: 'x', kind: 'rumour' }, 'invalid', /kind/],
  ['insight.add', { id: 'source:x', title: 'x' }, 'invalid', /id: expected an id such as insight:abc/],
  ['insight.add', { id: 'insight:', title: 'x' }, 'invalid', /expected an id/],
  ['insight.add', { id: 'insight:a b', title: 'x' }, 'invalid', /expected an id/],
  ['insight.add', { id: 'insight:a\n', title: 'x' }, 'invalid', /expected an id/],
  ['insight.add', { id: `insight:${long(201)}`, title: 'x' }, 'invalid', /expected an id/],
  ['insight.add', { id: 'insight:\ud800', title: 'x' }, 'invalid', /expected an id/],
  ['insight.add', { id: 'insight:i', title: 'Other' }, 'exists', /insight:i exists with other content/],
  ['insight.revise', { id: 'insight:x', title: 'x' }, 'not-found', /there is no insight:x/],
  ['insight.revise', { id: 'insight:i', rev: 7, title: 'x' }, 'stale', /insight:i was changed meanwhile: it is at revision 1/],
  ['insight.revise-many', { ids: ['insight:i', 'insight:x'], set: { kind: 'question' } }, 'not-found', /there is no insight:x/],
  ['insight.revise-many', { ids: [], set: { kind: 'question' } }, 'invalid', /ids/],
  ['insight.revise-many', { ids: ['insight:i'] }, 'invalid', /say what is to be changed/],
  ['insight.revise-many', { ids: ['insight:i'], set: { title: 'x' } }, 'invalid', /title/],
  ['insight.revise-many', { ids: ['insight:i', 'insight:j'], addTopics: Array.from({ length: 200 }, (_, at) => `t${at}`) }, 'too-large', /topics/],
  ['source.revise-many', { ids: ['source:s'], set: {} }, 'invalid', /say what is to be changed/],
  ['source.revise-many', { ids: ['source:s', 'source:x'], set: { language: 'zh' } }, 'not-found', /source:x/],
  ['source.revise-many', { ids: ['source:s'], set: { language: 'not a tag' } }, 'invalid', /language tag/],
  ['highlight.revise-many', { ids: ['highlight:h', 'highlight:x'], set: { colour: 'blue' } }, 'not-found', /highlight:x/],
  ['highlight.revise-many', { ids: ['highlight:h'], set: { colour: 'mauve' } }, 'invalid', /colour/],
  ['evidence.add-many', { insight: 'insight:i', stance: 'supports' }, 'invalid', /a highlight or a source/],
  ['evidence.add-many', { insight: 'insight:x', sources: ['source:s'], stance: 'supports' }, 'not-found', /insight:x/],
  ['evidence.add-many', { insight: 'insight:j', highlights: ['highlight:h', 'highlight:x'], stance: 'supports' }, 'not-found', /highlight:x/],
  ['report.insert-insights', { id: 'report:r', insights: ['insight:j', 'insight:x'] }, 'not-found', /insight:x/],
  ['report.insert-insights', { id: 'report:r', insights: ['insight:j'], before: 'x' }, 'not-found', /no item x/],
  ['insight.remove', { id: 'insight:x' }, 'not-found', /insight:x/],
  ['insight.remove', { id: 'insight:i', rev: 0 }, 'stale', /revision/],
  ['source.add', { title: '', markdown: 'x' }, 'invalid', /a source needs a title/],
  ['source.add', { title: 'x', citekey: 'src', markdown: 'x' }, 'exists', /the citekey src is taken by source:s/],
  ['source.add', { title: 'x', citekey: 'a b', markdown: 'x' }, 'invalid', /citekey/],
  ['source.add', { title: 'x', citekey: 'a--b', markdown: 'x' }, 'invalid', /citekey/],
  ['source.add', { title: 'x', citekey: '-a', markdown: 'x' }, 'invalid', /citekey/],
  ['source.add', { title: 'x', published: '2025-13', markdown: 'x' }, 'invalid', /published: expected a date/],
  ['source.add', { id: 'source:s', title: 'Source', markdown: 'other text' }, 'exists', /source:s exists/],
  ['source.revise', { id: 'source:s', citekey: 'new' }, 'invalid', /citekey/],
  ['highlight.add', { source: 'source:x', start: 0, end: 1 }, 'not-found', /source:x/],
  ['highlight.add', { source: 'source:s', start: 2, end: 2 }, 'invalid', /the passage 2–2 lies outside/],
  ['highlight.add', { source: 'source:s', start: 0, end: 99 }, 'invalid', /outside the text \(19 characters\)/],
  ['highlight.add', { source: 'source:s', start: -1, end: 3 }, 'invalid', /start/],
  ['highlight.add', { source: 'source:s', start: 0, end: 3, exact: 'one' }, 'invalid', /reads “One”, not the quote/],
  ['highlight.add', { source: 'source:s', text: 'text:x', start: 0, end: 3 }, 'invalid', /text:x is not a text of source:s/],
  ['highlight.add', { id: 'highlight:h', source: 'source:s', start: 0, end: 3 }, 'exists', /highlight:h/],
  ['evidence.add', { insight: 'insight:i', stance: 'supports' }, 'invalid', /a highlight or a source/],
  ['evidence.add', { insight: 'insight:x', highlight: 'highlight:h', stance: 'supports' }, 'not-found', /insight:x/],
  ['evidence.add', { insight: 'insight:i', source: 'source:x', stance: 'supports' }, 'not-found', /source:x/],
  ['evidence.add', { insight: 'insight:i', highlight: 'highlight:h', stance: 'context' }, 'exists', /already \(supports\)/],
  [
    'evidence.add',
    { insight: 'insight:i', highlight: 'highlight:h', source: 'source:x', stance: 'context' },
    'invalid',
    /not a highlight of source:x/,
  ],
  ['evidence.revise', { id: 'evidence:v', stance: 'maybe' }, 'invalid', /stance/],
  ['entity.add', { names: [] }, 'invalid', /names/],
  ['entity.add', { names: [{ name: 'x', language: 'not a tag' }] }, 'invalid', /language tag/],
  ['report.add', { title: 'x', outline: [{ key: 'a', type: 'insight', insight: 'insight:x' }] }, 'not-found', /insight:x/],
  ['report.add', { title: 'x', outline: [prose('a', ''), prose('a', '')] }, 'invalid', /two items with the key a/],
  ['report.add', { title: 'x', outline: [{ key: 'a', type: 'heading', level: 7, text: '' }] }, 'invalid', /level/],
  ['report.insert-item', { id: 'report:r', item: prose('a', '') }, 'exists', /has an item a already/],
  ['report.insert-item', { id: 'report:r', item: prose('c', ''), before: 'x' }, 'not-found', /no item x/],
  ['report.revise-item', { id: 'report:r', item: prose('x', '') }, 'not-found', /no item x/],
  ['report.move-item', { id: 'report:r', key: 'a', before: 'x' }, 'not-found', /no item x/],
  ['report.remove-item', { id: 'report:r', key: 'x' }, 'not-found', /no item x/],
  ['trash.remove', { ids: [] }, 'invalid', /ids/],
  ['trash.remove', { ids: ['text:abc'] }, 'invalid', /ids/],
  ['trash.restore', { ids: ['insight:x'] }, 'not-found', /insight:x/],
  ['trash.delete', { ids: ['insight:i'] }, 'invalid', /insight:i is not in the trash/],
  ['history.redo', {}, 'nothing-to-undo', /nothing to redo/],
]

describe('refusals have a closed code, a sentence of one line, and change nothing', () => {
  test.each(refusals)('%s %j is %s', async (command, input, code, message) => {
    const notebook = await furnished()
    const before = notebook.content()
    const seq = notebook.queue.lastSeq
    const answer = await notebook.sendRaw(command, input)
    expect(answer).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(message) } })
    expect(answer.ok ? '' : answer.error.message).not.toContain('\n')
    expect(notebook.content()).toEqual(before)
    expect(notebook.queue.lastSeq).toBe(seq)
  })
})

describe('adding twice', () => {
  test('the same content is answered with the first commit, also within one group and after a restart of the page', async () => {
    const notebook = new MemoryNotebook()
    const input = { id: 'insight:a', title: 'A', topics: [' x '] } as const
    const [first, second] = await Promise.all([
      notebook.send('insight.add', { ...input, topics: [...input.topics] }),
      notebook.send('insight.add', { ...input, topics: [...input.topics] }),
    ])
    await notebook.run('insight.add', { title: 'B' })
    const third = await notebook.send('insight.add', { id: 'insight:a', title: 'A', topics: ['x'], body: '' })
    expect([first, second, third].map((answer) => answer?.ok && answer.seq)).toEqual([1, 1, 1])
    expect(notebook.commits).toHaveLength(2)
  })

  test('once revised it exists with other content; in the trash it says so', async () => {
    const notebook = new MemoryNotebook()
    await notebook.run('insight.add', { id: 'insight:a', title: 'A' })
    await notebook.run('insight.revise', { id: 'insight:a', title: 'B' })
    expect(await notebook.send('insight.add', { id: 'insight:a', title: 'A' })).toMatchObject({ ok: false, error: { code: 'exists' } })
    await notebook.run('insight.remove', { id: 'insight:a' })
    expect(await notebook.send('insight.add', { id: 'insight:a', title: 'B' })).toMatchObject({
      ok: false,
      error: { code: 'exists', message: expect.stringContaining('trash') },
    })
  })

  test('a source is answered the same way', async () => {
    const notebook = new MemoryNotebook()
    const input = { id: 'source:s', title: 'S', markdown: 'x' } as const
    await notebook.run('source.add', input)
    await notebook.run('highlight.add', { source: 'source:s', start: 0, end: 1 })
    expect(await notebook.send('source.add', input)).toMatchObject({ ok: true, seq: 1, result: { citekey: 's' } })
  })
})

test('a revision that changes nothing is no commit and keeps the rev', async () => {
  const notebook = await furnished()
  const seq = notebook.queue.lastSeq
  expect(await notebook.send('insight.revise', { id: 'insight:i', title: 'Title' })).toMatchObject({ ok: true, seq, result: { rev: 1 } })
})

describe('names from outside', () => {
  const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '软银', '😀', 'a:b:c', '%00', '../x']
  test.each(names)('%s is an id and a title like any other', async (name) => {
    const notebook = new MemoryNotebook()
    const insight = `insight:${name}` as const
    const source = `source:${name}` as const
    await notebook.run('insight.add', { id: insight, title: name, body: name, topics: [name] })
    await notebook.run('source.add', { id: source, title: name, publisher: name, markdown: name })
    await notebook.run('highlight.add', { id: `highlight:${name}`, source, start: 0, end: name.length })
    await notebook.run('evidence.add', { id: `evidence:${name}`, insight, highlight: `highlight:${name}`, stance: 'supports' })
    await notebook.run('report.add', { id: `report:${name}`, title: name, outline: [{ key: name, type: 'insight', insight }] })
    await notebook.run('report.revise-item', { id: `report:${name}`, item: { key: name, type: 'prose', markdown: name } })
    expect(notebook.record('insights', insight)).toMatchObject({ title: name, body: name, topics: [name] })
    expect(notebook.tables.by('evidenceByInsight', insight)).toHaveLength(1)
    await notebook.run('insight.remove', { id: insight })
    await notebook.run('trash.empty', {})
    expect(notebook.tables.by('evidenceByInsight', insight)).toEqual([])
    expect(notebook.tables.head('insights', insight)).toBeUndefined()
  })

  const titles = ['İstanbul’da', '𠮷'.repeat(60), 'ﬁne', '!!!', '—', 'हिन्दी', 'ÅNGSTRÖM', '1', 'a_b', 'Ǆ', '\u0301']
  test('a page that has only its address for a title is called by what comes after https://', async () => {
    const notebook = new MemoryNotebook()
    const { citekey } = await notebook.run('source.add', { title: 'https://www.example.com/page1', markdown: 'x' })
    expect(citekey).toBe('example')
  })

  test.each(titles)('a source titled %j gets a citekey that reads back', async (title) => {
    const notebook = new MemoryNotebook()
    const { citekey } = await notebook.run('source.add', { title, publisher: title, published: '2025', markdown: 'x' })
    const second = await notebook.run('source.add', { title, publisher: title, published: '2025', markdown: 'x' })
    expect(second.citekey).toBe(`${citekey}-2`)
  })
})

describe('passages', () => {
  const offsets = Array.from({ length: text.length }, (_, start) => start)
  test.each(offsets)('from %i on, none splits a character', async (start) => {
    for (let end = start + 1; end <= text.length; end += 1) {
      const passage = passageAt(text, start, end)
      expect(passage.exact).toBe(text.slice(passage.start, passage.end))
      for (const part of [passage.exact, passage.prefix, passage.suffix]) expect(part.isWellFormed()).toBe(true)
      expect(passage.start).toBeLessThanOrEqual(start)
      expect(passage.end).toBeGreaterThanOrEqual(end)
      expect(text).toContain(passage.prefix + passage.exact + passage.suffix)
    }
  })

  test('a highlight that would split one is widened', async () => {
    const notebook = await furnished()
    const { id } = await notebook.run('highlight.add', { source: 'source:s', start: 5, end: 7 })
    expect(notebook.record('highlights', id).passage).toMatchObject({ exact: '😀 ', start: 4, end: 7 })
  })

  test('one too long to quote is too large', async () => {
    const notebook = new MemoryNotebook()
    await notebook.run('source.add', { id: 'source:s', title: 'S', markdown: long(100_001) })
    expect(await notebook.send('highlight.add', { source: 'source:s', start: 0, end: 100_001 })).toMatchObject({
      ok: false,
      error: { code: 'too-large' },
    })
  })

  test('a text that cannot be read is said', async () => {
    const notebook = await furnished()
    for (const { id } of notebook.tables.heads('texts')) notebook.spoilReadingText(id, undefined)
    expect(await notebook.send('highlight.add', { source: 'source:s', start: 0, end: 1 })).toMatchObject({
      ok: false,
      error: { code: 'not-found', message: expect.stringContaining('footing check') },
    })
  })
})
