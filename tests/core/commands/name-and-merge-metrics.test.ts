// A figure with what it measures is one step, and so is making several metrics one.

import { expect, test } from 'vitest'
import { MemoryNotebook } from './memory-notebook.ts'

const text = 'It sold for $5.83 billion, or as some say 58亿美元, at 30 % more than in 2019.'

async function withSource(): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook()
  await notebook.run('source.add', { id: 'source:f', citekey: 'sale', title: 'Sale', language: 'en', markdown: text })
  return notebook
}

const live = (notebook: MemoryNotebook, table: 'metrics' | 'entities') =>
  [...notebook.tables.heads(table)].filter(({ removedAt }) => removedAt === undefined).length

test('a metric and an entity that are named are made once, and one undo takes them back with the figure', async () => {
  const notebook = await withSource()
  const names = { newMetric: { name: 'Stake sale' }, newEntity: { name: 'SoftBank', language: 'en' } }
  const first = await notebook.run('figure.keep', { source: 'source:f', start: 12, end: 25, ...names })
  const figure = notebook.record('figures', first.id)
  const metric = figure.metric
  expect(metric && notebook.record('metrics', metric)).toMatchObject({ name: 'Stake sale', kind: 'money', currency: 'USD', entity: figure.entity })

  const second = await notebook.run('figure.keep', {
    source: 'source:f',
    start: 42,
    end: 47,
    newMetric: { name: 'ｓtake  SALE' },
    newEntity: { name: 'softbank' },
  })
  expect(notebook.record('figures', second.id).metric).toBe(metric)
  expect([live(notebook, 'metrics'), live(notebook, 'entities')]).toEqual([1, 1])

  await notebook.run('history.undo', {})
  await notebook.run('history.undo', {})
  expect([live(notebook, 'metrics'), live(notebook, 'entities')]).toEqual([0, 0])
  expect([...notebook.tables.heads('figures')]).toEqual([])
})

test('metrics that are one: figures, rules and formulas follow, the others go to the trash, undo parts them again', async () => {
  const notebook = await withSource()
  for (const id of ['metric:a', 'metric:b', 'metric:whole'] as const) await notebook.run('metric.add', { id, name: id })
  await notebook.run('metric.add', { id: 'metric:half', name: 'Half', formula: '{metric:a} / 2', rules: [{ type: 'part-of', of: 'metric:a' }] })
  await notebook.run('figure.keep', { id: 'figure:f', source: 'source:f', start: 12, end: 25, metric: 'metric:a' })
  await notebook.run('metric.merge', { ids: ['metric:a', 'metric:b'], into: 'metric:b' })
  expect(notebook.record('figures', 'figure:f').metric).toBe('metric:b')
  expect(notebook.record('metrics', 'metric:half')).toMatchObject({ formula: '{metric:b} / 2', rules: [{ type: 'part-of', of: 'metric:b' }] })
  expect(notebook.record('metrics', 'metric:a').removedAt).toBeDefined()
  await notebook.run('history.undo', {})
  expect(notebook.record('figures', 'figure:f').metric).toBe('metric:a')
  expect(notebook.record('metrics', 'metric:half').formula).toBe('{metric:a} / 2')
  expect(live(notebook, 'metrics')).toBe(4)
})

test('an amount and a share are not made one', async () => {
  const notebook = await withSource()
  await notebook.run('metric.add', { id: 'metric:a', name: 'Amount' })
  await notebook.run('metric.add', { id: 'metric:p', name: 'Share', kind: 'percent' })
  expect(await notebook.send('metric.merge', { ids: ['metric:a'], into: 'metric:p' })).toMatchObject({ ok: false, error: { code: 'invalid' } })
})
