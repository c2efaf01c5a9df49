// What a window is told of the ledger, over a real notebook: the starter, and what is kept from it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { QuestionAnswers, QuestionInput, QuestionName } from '../../../src/core/contract/questions.ts'
import { answerQuestion } from '../../../src/host/answers/answer-question.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { createStarter } from '../../../src/host/starter/starter-notebook.ts'

const resources = fileURLToPath(new URL('../../../resources/', import.meta.url))
let folder: string
let notebook: OpenNotebook
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footing-ledger-'))
  notebook = await openNotebook(join(folder, 'notebook'), { create: { title: 'Starter' } })
  await createStarter(notebook, resources)
})
afterAll(async () => {
  await notebook.close()
  rmSync(folder, { recursive: true })
})

async function ask<Name extends QuestionName>(name: Name, input: QuestionInput<Name>): Promise<QuestionAnswers[Name]> {
  const answer = await answerQuestion(notebook, name, input)
  return answer.ok ? (answer.value as QuestionAnswers[Name]) : expect.unreachable(answer.error.message)
}

function placeOf(source: `source:${string}`, words: string) {
  const text = notebook.view.head('sources', source)?.revisions.at(-1)?.text as `text:${string}`
  const start = notebook.view.readingText(text)?.indexOf(words) ?? -1
  return { text, start, end: start + words.length }
}

describe('the figures of a text', () => {
  test('are those that keeping reads, at their places', async () => {
    const { text } = placeOf('source:sina-en', '$5.83 billion')
    const { figures } = await ask('figures.in-text', { text })
    const reading = notebook.view.readingText(text) ?? ''
    for (const { start, end, text: written } of figures) expect(reading.slice(start, end)).toBe(written)
    for (const kept of notebook.view.by('figuresByText', text)) {
      const found = figures.find(({ start, end }) => start === kept.passage.start && end === kept.passage.end)
      expect(found?.kind, kept.passage.exact).toBe(kept.amount.kind)
    }
  })

  test('are found in slices in a long text, and none at a cut is lost', async () => {
    const line = 'The group sold its stake for $5.83 billion and pledged 225亿美元 more.\n\n'
    const answer = await notebook.run('test', 'source.add', { title: 'Long', language: 'en', markdown: line.repeat(1_500) })
    const { id } = (answer as { result: { id: `source:${string}` } }).result
    const { text } = placeOf(id, 'The')
    const { figures } = await ask('figures.in-text', { text })
    expect(figures).toHaveLength(3_000)
    const last = figures.at(-2)
    expect(notebook.view.readingText(text)?.slice(last?.start, last?.end)).toBe('$5.83 billion')
    const kept = await notebook.run('test', 'figure.keep', { source: id, start: last?.start, end: last?.end, exact: '$5.83 billion' })
    expect(kept).toMatchObject({ ok: true })
    await notebook.run('test', 'source.remove', { id })
  })
})

describe('what a figure probably measures', () => {
  test('the metric of the same amount in the other language, with its time', async () => {
    const suggestion = await ask('figure.suggest', placeOf('source:sina-zh', '70亿美元'))
    expect(suggestion).toMatchObject({ asOf: { time: { from: '2019-01-01', to: '2019-12-31' }, written: '2019年' }, basis: 'actual' })
    expect(suggestion?.metrics[0]).toMatchObject({ id: 'metric:nvidia-first-sale' })
  })

  test('the entity that is named, and words for a new metric', async () => {
    const suggestion = await ask('figure.suggest', placeOf('source:sina-en', '$4 trillion'))
    expect(suggestion?.entity).toMatchObject({ name: 'NVIDIA' })
    // Nothing of the kind was kept.
    expect(suggestion?.metrics.filter(({ score }) => score > 0.5)).toEqual([])
  })

  test('a plan is a target, and where no figure stands nothing is suggested', async () => {
    expect(await ask('figure.suggest', placeOf('source:sina-zh', '5亿欧元'))).toMatchObject({ basis: 'target' })
    expect(await ask('figure.suggest', placeOf('source:sina-en', 'The exit and'))).toBeUndefined()
  })
})

describe('a metric', () => {
  test('is told with the sentences around its figures', async () => {
    const { passages, figures, groups } = await ask('metric.agreement', { metric: 'metric:nvidia-sale' })
    const sentences = passages.map(({ before, written, after }) => before + written + after)
    expect(sentences).toContain(
      'It disposed of the whole position for $5.83 billion, the second time that it has left the chip maker, and its strategy for AI now leans on another company, OpenAI.',
    )
    expect(figures).toHaveLength(3)
    expect(groups).toHaveLength(1)
  })

  test('over time: bounds are arrows, digits are bars, and amounts without a rate are counted', async () => {
    const valuation = await ask('metric.series', { metric: 'metric:openai-valuation' })
    expect(valuation.points).toHaveLength(2)
    for (const point of valuation.points)
      expect(point).toMatchObject({ bound: 'low', value: 50e9, low: 50e9, high: 50e9, from: '2025-11-14', isDated: false })
    const sold = await ask('metric.series', { metric: 'metric:nvidia-first-sale' })
    expect(sold.points[0]).toMatchObject({ from: '2019-01-01', to: '2019-12-31', isDated: true, low: 6.5e9, high: 7.5e9 })
    const kept = await notebook.run('test', 'figure.keep', {
      source: 'source:sina-en',
      ...withoutText(placeOf('source:sina-en', '€500 million')),
      metric: 'metric:nvidia-sale',
    })
    expect(kept.ok).toBe(true)
    expect(await ask('metric.series', { metric: 'metric:nvidia-sale' })).toMatchObject({ unit: 'USD', leftOut: 1, points: [{}, {}, {}] })
    await notebook.run('test', 'history.undo', {})
  })

  test('that is none is refused', async () => {
    expect(await answerQuestion(notebook, 'metric.agreement', { metric: 'metric:none' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})

describe('the timeline', () => {
  test('has dates, figures, sources and insights, oldest first', async () => {
    const { items, isComplete } = await ask('timeline', {})
    expect(isComplete).toBe(true)
    expect(new Set(items.map(({ kind }) => kind))).toEqual(new Set(['date', 'figure', 'source', 'insight']))
    expect(items.map(({ from }) => from)).toEqual(items.map(({ from }) => from).toSorted())
    expect(items[0]).toMatchObject({ title: 'First NVIDIA stake, bought', detail: '$4 billion', from: '2017-01-01' })
  })

  test('is cut to a span, an entity and a topic', async () => {
    const { items } = await ask('timeline', { from: '2023-01-01', to: '2023-12-31' })
    expect(items.map(({ title }) => title)).toEqual(['Large bond issue', 'Large bond issue'])
    const openai = (await ask('timeline', { entity: 'entity:openai' })).items
    expect(openai.some(({ metric }) => metric === 'metric:nvidia-first-cost')).toBe(false)
    expect(openai.some(({ kind }) => kind === 'insight')).toBe(true)
    const topic = notebook.view.head('insights', 'insight:nvidia-first-exit')?.topics[0] as string
    const ofTopic = (await ask('timeline', { topic })).items
    expect(ofTopic.filter(({ kind }) => kind === 'insight').every(({ detail }) => detail.split(', ').includes(topic))).toBe(true)
    expect(ofTopic.some(({ metric }) => metric === 'metric:nvidia-first-sale')).toBe(true)
    expect(ofTopic.some(({ metric }) => metric === 'metric:april-bond')).toBe(false)
  })

  test('says when there is more', async () => {
    expect(await ask('timeline', { limit: 3 })).toMatchObject({ isComplete: false, items: [{}, {}, {}] })
  })
})

test('the overview counts, and lists metrics under their states', async () => {
  const overview = await ask('ledger.overview', {})
  // The figure of the long text has no metric.
  expect(overview).toMatchObject({ figures: 26, metrics: 15, unassigned: 1 })
  expect(new Map(overview.states).get('doubtful')).toEqual(['metric:openai-invested', 'metric:openai-valuation'])
})

const withoutText = ({ start, end }: { start: number; end: number }) => ({ start, end })
