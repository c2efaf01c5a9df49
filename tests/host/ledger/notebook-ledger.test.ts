// The ledger keeps in step: after any commits its metrics stand as they do when everything is looked at anew.

import { expect, test } from 'vitest'
import { metricsTouchedBy } from '../../../src/core/ledger/resting-metrics.ts'
import { byState, NotebookLedger } from '../../../src/host/ledger/notebook-ledger.ts'
import { seededRandom } from '../../core/commands/memory-notebook.ts'
import { day, LedgerNotebook } from '../../core/ledger/ledger-notebook.ts'

const sentences = [
  'sold for $5.83 billion',
  '作价58亿美元',
  '作价61亿美元',
  'sold for $58 billion',
  '9036億円で売却',
  'more than $5 billion',
  'a stake of 11%',
]
const metrics = ['metric:a', 'metric:b', 'metric:c', 'metric:d'] as const

test.each([1, 2, 3, 4])('whatever was kept, assigned, tied, removed and undone (seed %i)', async (seed) => {
  const random = seededRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[random(items.length)] as Item
  const notebook = new LedgerNotebook()
  const ledger = new NotebookLedger(notebook.tables)
  for (const id of metrics) await notebook.run('metric.add', { id, name: id })
  const figures: string[] = []
  const states = new Set<string>()
  let told = 0
  for (let round = 0; round < 60; round += 1) {
    const metric = pick(metrics)
    const rules = [
      { type: 'part-of', of: pick(metrics) },
      { type: 'share-of', of: pick(metrics), atMost: '50' },
    ].slice(0, random(3))
    switch (random(9)) {
      case 0:
      case 1:
      case 2:
        figures.push(
          await notebook.say(pick(sentences), {
            metric,
            ...(random(2) ? { asOf: day(pick(['2024-12-31', '2025-11-14'])) } : {}),
            published: '2025-11-14',
            publisher: pick(['A', 'B']),
          }),
        )
        break
      case 3:
        await notebook.sendRaw('figure.revise', { id: pick(figures), metric: pick([null, metric]) })
        break
      case 4:
        await notebook.sendRaw('metric.revise', { id: metric, rules })
        break
      case 5:
        await notebook.sendRaw('metric.revise', { id: metric, formula: pick([null, `{${pick(metrics)}} * 2`]) })
        break
      case 6:
        await notebook.sendRaw('rate.add', { base: 'USD', quote: 'JPY', rate: pick(['155', '120']), date: pick(['2025-11-14', '2020-01-01']) })
        break
      case 7:
        await notebook.sendRaw('source.revise', {
          id: notebook.tables.head('figures', pick(figures) as 'figure:f1')?.source,
          publisher: pick(['A', 'B', '']),
          published: pick(['2025', '']),
        })
        break
      default:
        await notebook.sendRaw(
          pick(['history.undo', 'history.redo', 'figure.remove', 'metric.remove', 'metric.accept']),
          random(2) ? { id: pick(figures) } : { id: metric },
        )
    }
    for (; told < notebook.commits.length; told += 1) ledger.note(notebook.commits[told] as never)
    const fresh = new NotebookLedger(notebook.tables)
    const [kept, anew] = [await ledger.standings(), await fresh.standings()]
    expect(new Map([...kept].sort())).toEqual(new Map([...anew].sort()))
    expect(ledger.counts).toEqual(fresh.counts)
    for (const [state] of byState(kept)) states.add(state)
  }
  // Else the comparison is one of nothing with nothing.
  expect(states.size).toBeGreaterThan(4)
})

test('a change of one metric’s figure has that metric looked at again, and those that stand on it, and no other', async () => {
  const notebook = new LedgerNotebook()
  for (const id of metrics) await notebook.run('metric.add', { id, name: id })
  await notebook.run('metric.add', { id: 'metric:twice', name: 'twice', formula: '{metric:a} * 2' })
  await notebook.run('metric.add', { id: 'metric:more', name: 'more', formula: '{metric:twice} + 1' })
  await notebook.run('metric.revise', { id: 'metric:b', rules: [{ type: 'part-of', of: 'metric:a' }] })
  const figure = await notebook.say('sold for $5.83 billion', { metric: 'metric:a' })
  await notebook.run('figure.revise', { id: figure, note: 'n' })
  const [change] = notebook.commits.at(-1)?.changes ?? []
  expect([...metricsTouchedBy(notebook.tables, change as never)].sort()).toEqual(['metric:a', 'metric:b', 'metric:more', 'metric:twice'])
})
