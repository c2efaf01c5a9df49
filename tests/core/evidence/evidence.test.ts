// How many voices support an insight, and what falls with one of them.

import { beforeEach, expect, test } from 'vitest'
import { evidenceBalance } from '../../../src/core/evidence/balance.ts'
import { fallingWith, metricsOn, restingOn } from '../../../src/core/evidence/resting-on.ts'
import { likeness, sketchText } from '../../../src/core/evidence/text-sketch.ts'
import { MemoryNotebook } from '../commands/memory-notebook.ts'

let notebook: MemoryNotebook

beforeEach(async () => {
  notebook = new MemoryNotebook()
  for (const id of ['a', 'b', 'c', 'd']) await notebook.run('source.add', { id: `source:${id}`, title: id, markdown: `Text of ${id}` })
  for (const id of ['one', 'two']) await notebook.run('insight.add', { id: `insight:${id}`, title: id })
  for (const id of ['a', 'b', 'c']) await notebook.run('evidence.add', { insight: 'insight:one', source: `source:${id}`, stance: 'supports' })
  await notebook.run('evidence.add', { insight: 'insight:one', source: 'source:d', stance: 'contradicts' })
  await notebook.run('evidence.add', { insight: 'insight:two', source: 'source:a', stance: 'supports' })
  await notebook.run('evidence.add', { insight: 'insight:two', source: 'source:d', stance: 'context' })
})

const balance = (compare?: Parameters<typeof evidenceBalance>[2]) => evidenceBalance(notebook.tables, 'insight:one', compare)
const falling = (source: `source:${string}`, compare?: Parameters<typeof fallingWith>[2]) =>
  fallingWith(notebook.tables, source, compare).map(({ id }) => id)

test('copies, translations and quotations count once, through others too; the analyst overrules a comparison', async () => {
  expect(balance()).toEqual({ supports: 3, contradicts: 1, context: 0, independent: 3 })
  await notebook.run('source.relate', { id: 'source:b', to: 'source:a', relation: 'translation' })
  expect(balance().independent).toBe(2)
  await notebook.run('source.relate', { id: 'source:b', to: 'source:c', relation: 'quotes' })
  expect(balance().independent).toBe(1)
  await notebook.run('source.relate', { id: 'source:b', to: 'source:c', relation: 'independent' })
  expect(balance(() => 'copy').independent).toBe(1)
  for (const [id, to] of [
    ['a', 'b'],
    ['a', 'c'],
  ] as const)
    await notebook.run('source.relate', { id: `source:${id}`, to: `source:${to}`, relation: 'independent' })
  await notebook.run('source.relate', { id: 'source:b', to: 'source:a', relation: 'independent' })
  expect(balance(() => 'copy').independent).toBe(3)
})

test('retired passages, the trash, and evidence without support do not count', async () => {
  await notebook.run('highlight.add', { id: 'highlight:h', source: 'source:a', start: 0, end: 4 })
  await notebook.run('evidence.add', { insight: 'insight:two', highlight: 'highlight:h', stance: 'supports' })
  const two = () => evidenceBalance(notebook.tables, 'insight:two')
  expect(two()).toEqual({ supports: 2, contradicts: 0, context: 1, independent: 1 })
  await notebook.run('highlight.retire', { id: 'highlight:h' })
  expect(two().supports).toBe(1)
  await notebook.run('source.remove', { id: 'source:a' })
  expect(two()).toEqual({ supports: 0, contradicts: 0, context: 1, independent: 0 })
})

test('what falls with a source is what nothing else supports; its copies are no second support', async () => {
  expect(falling('source:a')).toEqual(['insight:two'])
  expect(falling('source:d')).toEqual([])
  await notebook.run('source.relate', { id: 'source:a', to: 'source:b', relation: 'copy' })
  expect(falling('source:a')).toEqual(['insight:two'])
  await notebook.run('source.relate', { id: 'source:c', to: 'source:a', relation: 'translation' })
  expect(falling('source:a').toSorted()).toEqual(['insight:one', 'insight:two'])
  expect(falling('source:b')).toEqual([])
})

test('what rests on a source names the places in reports', async () => {
  await notebook.run('report.add', {
    id: 'report:r',
    title: 'Memo',
    outline: [
      { key: 'h', type: 'heading', level: 1, text: 'H' },
      { key: 'i', type: 'insight', insight: 'insight:two' },
    ],
  })
  expect(restingOn(notebook.tables, 'source:d')).toEqual([
    { id: 'insight:one', title: 'one', stances: ['contradicts'], reports: [] },
    { id: 'insight:two', title: 'two', stances: ['context'], reports: [{ id: 'report:r', title: 'Memo', line: 2 }] },
  ])
})

const words = (seed: number, count: number) => {
  let state = seed
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state.toString(36).slice(0, 3 + (state % 5))
  }).join(' ')
}
const article = words(1, 900)
const chinese = Array.from({ length: 900 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7_919 + at * at) % 6_000))).join('')

test.each<[string, string, string, 'copy' | 'quotes' | undefined]>([
  ['itself', article, article, 'copy'],
  ['itself with other line breaks, quotation marks and a new last sentence', article, `${article.replaceAll(' ', '\n')} One more.`, 'copy'],
  ['a few words changed', article, article.replace(/\b\w{4}\b/g, (word, at: number) => (at % 40 === 0 ? 'xxxx' : word)), 'copy'],
  ['a piece of it', article, article.slice(1_000, 3_000), 'quotes'],
  ['a piece of it in a longer text of its own', `${words(5, 200)} ${article}`, `${words(6, 90)} ${article.slice(0, 4_000)}`, 'quotes'],
  ['another article', article, words(99, 900), undefined],
  ['another with one sentence of it', article, `${words(98, 900)} ${article.slice(0, 120)}`, undefined],
  ['Chinese and its full-width copy', chinese, `“${chinese}”`, 'copy'],
  ['too little to compare', 'It sold.', 'It sold.', undefined],
])('compared with %s', (_name, one, other, expected) => {
  expect(likeness(sketchText(one), sketchText(other))).toBe(expected)
  expect(likeness(sketchText(other), sketchText(one))).toBe(expected)
})

test('metrics rest on a source by its figures, and fall where no other voice has any; so do the charts of reports', async () => {
  const text = 'It sold for $5 billion, and it has 300 people.'
  for (const id of ['e', 'f']) await notebook.run('source.add', { id: `source:${id}`, title: id, markdown: text })
  for (const id of ['metric:sale', 'metric:people'] as const) await notebook.run('metric.add', { id, name: id })
  await notebook.run('figure.keep', { source: 'source:e', start: 12, end: 22, metric: 'metric:sale' })
  await notebook.run('figure.keep', { source: 'source:f', start: 12, end: 22, metric: 'metric:sale' })
  await notebook.run('figure.keep', { source: 'source:e', start: 35, end: 45, metric: 'metric:people' })
  await notebook.run('report.add', {
    id: 'report:r',
    title: 'Memo',
    outline: [
      { key: 'a', type: 'prose', markdown: '' },
      { key: 'b', type: 'chart', metric: 'metric:people', caption: '' },
    ],
  })
  const on = () => metricsOn(notebook.tables, 'source:e').map(({ name, figures, falls, reports }) => [name, figures, falls, reports])
  const line = { id: 'report:r', title: 'Memo', line: 2 }
  expect(on()).toEqual([
    ['metric:sale', 1, false, []],
    ['metric:people', 1, true, [line]],
  ])
  await notebook.run('source.relate', { id: 'source:f', to: 'source:e', relation: 'copy' })
  expect(on()[0]).toEqual(['metric:sale', 1, true, []])
  await notebook.run('metric.remove', { id: 'metric:sale' })
  expect(on()).toEqual([['metric:people', 1, true, [line]]])
})
