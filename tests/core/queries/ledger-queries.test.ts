// The lists of the ledger follow every commit: what a window holds is what a fresh look would show.

import { expect, test } from 'vitest'
import { findLedgerNames } from '../../../src/core/queries/ledger-filter.ts'
import { LiveQuery } from '../../../src/core/queries/live-query.ts'
import { type QueryName, queries, queryNamed } from '../../../src/core/queries/queries.ts'
import { seededRandom } from '../commands/memory-notebook.ts'
import { day, LedgerNotebook } from '../ledger/ledger-notebook.ts'

const sentences = ['sold for $5.83 billion', '作价58亿美元', '作价61亿美元', 'sold for $58 billion', '9036億円で売却']
const metrics = ['metric:a', 'metric:b', 'metric:c'] as const
const entities = ['entity:x', 'entity:y'] as const
const watched: [QueryName, object][] = [
  ['figures', {}],
  ['figures', { metric: 'metric:a', order: 'time' }],
  ['figures', { entity: 'entity:x', order: 'metric' }],
  ['figures', { metrics: ['metric:a', 'metric:b'], order: 'source' }],
  ['figures', { isUnassigned: true, filter: 'sold' }],
  ['metrics', {}],
  ['metrics', { order: 'entity', entities: ['entity:y', 'entity:x'] }],
  ['metrics', { entity: 'entity:x', order: 'updated' }],
  ['metric', { id: 'metric:b' }],
  ['entities', {}],
  ['rates', { currency: 'JPY' }],
  ['trash', {}],
]

test.each([1, 2, 3])('after any commands (seed %i)', async (seed) => {
  const random = seededRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item
  const notebook = new LedgerNotebook()
  for (const id of entities) await notebook.run('entity.add', { id, names: [{ name: id, language: '' }] }, 'another')
  for (const id of metrics) await notebook.run('metric.add', { id, name: id, entity: pick(entities) }, 'another')
  const page = { start: 0, count: 100 }
  const parsed = watched.map(([name, params]) => ({ name, params: queries[name].params.parse(params) }))
  const lists = parsed.map(({ name, params }) => new LiveQuery(queryNamed(name), notebook.tables, params, page))
  const rows = lists.map((list) => new Map(list.difference(true)?.rows.map((row) => [row.id, row])))
  const figures: `figure:${string}`[] = []
  let told = notebook.commits.length
  for (let round = 0; round < 50; round += 1) {
    const commands: (() => Promise<unknown>)[] = [
      async () => figures.push(await notebook.say(pick(sentences), { metric: pick(metrics), published: '2025-11-14', publisher: pick(['A', 'B']) })),
      async () => figures.push(await notebook.say(pick(sentences), { metric: pick(metrics), asOf: day(pick(['2024-12-31', '2025-11-14'])) })),
      () => notebook.sendRaw('figure.revise', { id: pick(figures), metric: pick([null, ...metrics]), entity: pick([null, ...entities]) }),
      () => notebook.sendRaw('entity.revise', { id: pick(entities), names: [{ name: `name ${round}`, language: 'en' }] }),
      () => notebook.sendRaw('metric.revise', { id: pick(metrics), name: `name ${round}`, formula: pick([null, `{${pick(metrics)}} + 1`]) }),
      () => notebook.sendRaw('metric.revise', { id: pick(metrics), rules: [{ type: pick(['part-of']), of: pick(metrics) }] }),
      () => notebook.sendRaw('rate.add', { base: 'USD', quote: 'JPY', rate: pick(['155', '120']), date: '2025-11-14' }),
      () => notebook.sendRaw(pick(['figure.remove', 'source.remove']), { id: pick([...figures, 'source:s1', 'source:s2']) }),
      () => notebook.sendRaw('source.revise', { id: pick(['source:s1', 'source:s2']), title: `title ${round}`, publisher: pick(['A', 'B']) }),
      () => notebook.undo(),
    ]
    await pick(commands)()
    for (; told < notebook.commits.length; told += 1) for (const list of lists) list.note(notebook.commits[told] as never)
    for (const [position, list] of lists.entries()) {
      const difference = list.difference()
      const held = rows[position] as Map<string, { id: string }>
      for (const row of difference?.rows ?? []) held.set(row.id, row)
      const { name, params } = parsed[position] as (typeof parsed)[number]
      const fresh = new LiveQuery(queryNamed(name), notebook.tables, params, page).difference(true)
      if (difference) expect(difference.ids).toEqual(fresh?.ids)
      expect(
        fresh?.ids.map((id) => held.get(id)),
        `${name} ${JSON.stringify(params)}`,
      ).toEqual(fresh?.rows)
    }
  }
  // Else the comparison is one of nothing with nothing.
  expect(rows.filter((held) => held.size > 0).length).toBeGreaterThan(7)
})

test('metrics by entity stand in the order of the entities given, then the others, those of nobody last', async () => {
  const notebook = new LedgerNotebook()
  for (const id of ['entity:a', 'entity:b', 'entity:c'] as const) {
    await notebook.run('entity.add', { id, names: [{ name: id, language: '' }] })
    for (const name of ['two', 'one']) await notebook.run('metric.add', { id: `metric:${id.slice(7)}-${name}`, name, entity: id })
  }
  await notebook.run('metric.add', { id: 'metric:nobody', name: 'a' })
  const query = queryNamed('metrics')
  const params = query.params.parse({ order: 'entity', entities: ['entity:b', 'entity:a'] })
  const listed = new LiveQuery(query, notebook.tables, params, { start: 0, count: 20 }).difference(true)?.ids
  expect(listed).toEqual(['b-one', 'b-two', 'a-one', 'a-two', 'c-one', 'c-two', 'nobody'].map((name) => `metric:${name}`))
})

test('the filter looks through entities and sources too, each of its words in any of them', async () => {
  const notebook = new LedgerNotebook()
  await notebook.run('entity.add', {
    id: 'entity:sb',
    names: [
      { name: 'SoftBank', language: 'en' },
      { name: '软银集团', language: 'zh' },
    ],
  })
  await notebook.run('entity.add', { id: 'entity:nv', names: [{ name: 'NVIDIA', language: 'en' }] })
  await notebook.run('metric.add', { id: 'metric:stake', name: 'Stake sale', entity: 'entity:sb' })
  await notebook.run('metric.add', { id: 'metric:revenue', name: 'Revenue', entity: 'entity:nv' })
  const sale = await notebook.say('sold for $5.83 billion', { metric: 'metric:stake', publisher: '新浪证券' })
  await notebook.run('source.revise', { id: 'source:s1', title: 'SoftBank sells NVIDIA' })
  const revenue = await notebook.say('revenue of $58 billion', { metric: 'metric:revenue', publisher: 'Reuters' })
  const found = (name: 'figures' | 'metrics', filter: string) => {
    const query = queryNamed(name)
    const params = query.params.parse({ filter, names: findLedgerNames(notebook.tables, filter) })
    return new LiveQuery(query, notebook.tables, params, { start: 0, count: 20 }).difference(true)?.ids
  }
  for (const [filter, figures, metrics] of [
    ['softbank', [sale], ['metric:stake']],
    ['软银', [sale], ['metric:stake']],
    ['ＳｏｆｔＢａｎｋ stake', [sale], ['metric:stake']],
    ['新浪', [sale], ['metric:stake']],
    ['reuters revenue', [revenue], ['metric:revenue']],
    ['nvidia 新浪', [sale], []],
    ['softbank revenue', [], []],
    // The article is on both; a metric that is called so comes alone.
    ['nvidia', [sale, revenue], ['metric:revenue']],
  ] as const) {
    expect([found('figures', filter), found('metrics', filter)], filter).toEqual([figures, metrics])
  }
})
