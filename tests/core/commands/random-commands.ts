// Seeded random commands over one notebook: what an analyst with quick fingers, or two of them, might do.

import type { RecipeName } from '../../../src/core/commands/commands.ts'
import { tablesWithTrash } from '../../../src/core/commands/trash-commands.ts'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { type TableName, tableNames } from '../../../src/core/records/tables.ts'
import { type MemoryNotebook, seededRandom } from './memory-notebook.ts'

const titles = ['', 'Title', '软银：“豪赌”', '__proto__', '😀', 'a\nb', '[[x]] [@y#h1]', '\ud800 alone', 'İ', '---']
const texts = ['One 😀 two 软银 three', 'x', '# Heading\n\nText', '軟銀グループ', 'Sold for $5.83 billion', '作价58.3亿美元，约占30%']

/** Sends `count` commands, refused ones included; answers how many were accepted. */
export async function sendRandomCommands(
  notebook: MemoryNotebook,
  seed: number,
  count: number,
  actors: readonly string[] = ['window-1'],
): Promise<number> {
  const random = seededRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[random(items.length)]
  const idsOf = (table: TableName) => [...notebook.tables.heads(table)].map(({ id }) => id)
  // Now and then an id that is not there.
  const anId = (table: TableName, kind: string): RecordId => (random(12) === 0 ? undefined : pick(idsOf(table))) ?? (`${kind}:missing` as RecordId)
  const title = () => pick(titles) ?? ''
  const item = (key: string) =>
    pick([
      { key, type: 'heading', level: 1 + random(6), text: title() },
      { key, type: 'prose', markdown: title() },
      { key, type: 'insight', insight: anId('insights', 'insight') },
      { key, type: 'chart', metric: anId('metrics', 'metric'), caption: title() },
    ])
  const someIds = (isRemoved: boolean) => {
    const ids = tablesWithTrash.flatMap((table) => [...notebook.tables.heads(table)].filter((head) => (head.removedAt !== undefined) === isRemoved))
    return { ids: Array.from({ length: 1 + random(3) }, () => pick(ids)?.id ?? 'insight:missing') }
  }
  const several = (table: TableName, kind: string) => Array.from({ length: 1 + random(3) }, () => anId(table, kind))
  const report = () => anId('reports', 'report')
  const key = () => `k${random(6)}`
  const makers: { [Name in Exclude<RecipeName, 'starter.reset' | 'version.restore' | 'backup.restore' | 'insight.keep-readable'>]: () => object } = {
    'insight.add': () => ({ title: title(), body: title(), topics: random(2) ? ['t'] : [] }),
    'insight.revise': () => ({ id: anId('insights', 'insight'), title: title(), body: title() }),
    'insight.rename': () => ({ id: anId('insights', 'insight'), title: title() }),
    'insight.revise-many': () => ({
      ids: several('insights', 'insight'),
      set: { kind: pick(['fact', 'question']) },
      addTopics: [pick(['t', 'u', '软银'])],
      removeTopics: random(2) ? ['t'] : [],
    }),
    'insight.remove': () => ({ id: anId('insights', 'insight') }),
    'source.add': () => ({ title: title() || 'Source', markdown: pick(texts) ?? 'x', ...(random(3) ? {} : { citekey: `key${random(4)}` }) }),
    'source.revise': () => ({ id: anId('sources', 'source'), publisher: title() }),
    'source.revise-many': () => ({ ids: several('sources', 'source'), set: { language: pick(['en', 'zh', '']), publisher: title() } }),
    'source.renew-text': () => ({ id: anId('sources', 'source'), markdown: `${pick(texts) ?? 'x'}${random(2) ? ' And more.' : ''}` }),
    'source.relate': () => ({
      id: anId('sources', 'source'),
      to: anId('sources', 'source'),
      relation: pick(['copy', 'translation', 'quotes', 'independent', null]),
    }),
    'source.remove': () => ({ id: anId('sources', 'source') }),
    'highlight.add': () => {
      const start = random(8)
      return { source: anId('sources', 'source'), start, end: start + 1 + random(6) }
    },
    'highlight.import': () => ({
      source: anId('sources', 'source'),
      highlights: [{ quote: (pick(texts) ?? 'x').slice(0, 1 + random(8)) || 'x', origins: [`o:${random(5)}`] }, { quote: `nowhere ${random(3)}` }],
    }),
    'highlight.revise': () => ({ id: anId('highlights', 'highlight'), comment: title() }),
    'highlight.revise-many': () => ({ ids: several('highlights', 'highlight'), set: { colour: pick(['blue', 'pink']) }, addTags: ['t'] }),
    'highlight.accept': () => ({ id: anId('highlights', 'highlight') }),
    'highlight.relink': () => {
      const start = random(8)
      return { id: anId('highlights', 'highlight'), start, end: start + 1 + random(6) }
    },
    'highlight.pin': () => ({ id: anId('highlights', 'highlight') }),
    'highlight.retire': () => ({ id: anId('highlights', 'highlight') }),
    'highlight.follow': () => ({ id: anId('highlights', 'highlight') }),
    'highlight.remove': () => ({ id: anId('highlights', 'highlight') }),
    'evidence.add': () => ({
      insight: anId('insights', 'insight'),
      ...(random(4) ? { highlight: anId('highlights', 'highlight') } : { source: anId('sources', 'source') }),
      stance: pick(['supports', 'contradicts', 'context']),
    }),
    'evidence.add-many': () => ({
      insight: anId('insights', 'insight'),
      highlights: several('highlights', 'highlight'),
      sources: several('sources', 'source'),
      stance: pick(['supports', 'contradicts', 'context']),
    }),
    'evidence.revise': () => ({ id: anId('evidence', 'evidence'), stance: pick(['supports', 'contradicts', 'context']) }),
    'evidence.remove': () => ({ id: anId('evidence', 'evidence') }),
    'entity.add': () => ({ names: [{ name: title() || 'x', language: '' }] }),
    'entity.revise': () => ({ id: anId('entities', 'entity'), note: title() }),
    'entity.remove': () => ({ id: anId('entities', 'entity') }),
    'figure.keep': () => {
      const start = random(20)
      return { source: anId('sources', 'source'), start, end: start + 1 + random(8), ...(random(2) ? { metric: anId('metrics', 'metric') } : {}) }
    },
    'figure.revise': () => ({
      id: anId('figures', 'figure'),
      note: title(),
      metric: pick([null, anId('metrics', 'metric')]),
      asOf: pick([null, { fiscal: { year: 2025 } }]),
    }),
    'figure.assign-many': () => ({
      ids: several('figures', 'figure'),
      metric: anId('metrics', 'metric'),
      entity: pick([null, anId('entities', 'entity')]),
    }),
    'figure.accept': () => ({ id: anId('figures', 'figure') }),
    'figure.remove': () => ({ id: anId('figures', 'figure') }),
    'metric.add': () => ({
      name: title() || 'Metric',
      ...(random(2) ? { entity: anId('entities', 'entity') } : {}),
      ...(random(3) ? {} : { rules: [{ type: 'part-of', of: anId('metrics', 'metric') }] }),
      ...(random(3) ? {} : { formula: `{${anId('metrics', 'metric')}} * 2` }),
    }),
    'metric.revise': () => ({
      id: anId('metrics', 'metric'),
      entity: pick([null, anId('entities', 'entity')]),
      formula: pick([null, `{${anId('metrics', 'metric')}} / 3`]),
    }),
    'metric.merge': () => ({ ids: several('metrics', 'metric'), into: anId('metrics', 'metric') }),
    'metric.accept': () => ({ id: anId('metrics', 'metric') }),
    'metric.remove': () => ({ id: anId('metrics', 'metric') }),
    'rate.add': () => ({
      base: 'USD',
      quote: pick(['JPY', 'CNY']),
      rate: `${100 + random(60)}.5`,
      date: '2025-11-14',
      ...(random(2) ? { source: anId('sources', 'source') } : {}),
    }),
    'rate.revise': () => ({ id: anId('rates', 'rate'), note: title() }),
    'rate.remove': () => ({ id: anId('rates', 'rate') }),
    'report.add': () => ({ title: title(), outline: [item('k1'), item('k2')] }),
    'report.revise': () => ({ id: report(), title: title() }),
    'report.insert-item': () => ({ id: report(), item: item(key()), ...(random(2) ? { before: key() } : {}) }),
    'report.insert-insights': () => ({ id: report(), insights: several('insights', 'insight'), ...(random(2) ? { before: key() } : {}) }),
    'report.revise-item': () => ({ id: report(), item: item(key()) }),
    'report.move-item': () => ({ id: report(), key: key(), ...(random(2) ? { before: key() } : {}) }),
    'report.remove-item': () => ({ id: report(), key: key() }),
    'report.remove': () => ({ id: report() }),
    'trash.remove': () => someIds(false),
    'trash.restore': () => someIds(true),
    'trash.delete': () => someIds(true),
    'trash.empty': () => ({}),
  }
  const names = Object.keys(makers) as (keyof typeof makers)[]
  // Adding more often than the rest, so that there is something to work on; emptying the trash seldom.
  const weighted = names.flatMap((name) => Array<typeof name>(name.endsWith('.add') ? 4 : name === 'trash.empty' ? 1 : 2).fill(name))
  let accepted = 0
  for (let sent = 0; sent < count; sent += 1) {
    const name = pick(weighted) ?? 'insight.add'
    notebook.atMs += random(5_000)
    const answer = await notebook.sendRaw(name, makers[name](), pick(actors))
    if (answer.ok) accepted += 1
  }
  return accepted
}

/** Every id in every record that leads nowhere: found by looking at all text that looks like an id, not by the rules under test. */
export function danglingReferences(notebook: MemoryNotebook): string[] {
  const ids = new Set<string>(tableNames.flatMap((table) => [...notebook.tables.heads(table)].map(({ id }) => id)))
  const dangling: string[] = []
  const visit = (owner: string, value: unknown): void => {
    if (typeof value === 'string') {
      if (/^(?:insight|source|text|highlight|evidence|entity|report|figure|metric|rate):\S+$/.test(value) && !ids.has(value))
        dangling.push(`${owner} → ${value}`)
    } else if (typeof value === 'object' && value !== null) for (const held of Object.values(value)) visit(owner, held)
  }
  for (const [id, record] of notebook.content()) visit(id, record)
  return dangling
}
