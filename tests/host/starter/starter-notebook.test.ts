// The starter in a real notebook: everything resolves over the true reading texts, and a reset gives back what ships and nothing else.

import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { MetricAgreementAnswer } from '../../../src/core/ledger/ledger-answers.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import { titleKey } from '../../../src/core/records/tables.ts'
import { answerQuestion } from '../../../src/host/answers/answer-question.ts'
import { dumpRecords } from '../../../src/host/dump/dump-records.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { createStarter, resetStarter } from '../../../src/host/starter/starter-notebook.ts'

const resources = fileURLToPath(new URL('../../../resources/', import.meta.url))
let folder: string
let notebook: OpenNotebook
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footing-starter-'))
  notebook = await openNotebook(join(folder, 'notebook'), { create: { title: 'Starter' } })
})
afterEach(async () => {
  await notebook.close()
  rmSync(folder, { recursive: true })
})

/** What the records say, without their bookkeeping. */
function contents(): Map<string, unknown> {
  return new Map(
    [...dumpRecords(notebook.view, { withTrash: true })].map((dumped) => {
      if (!('record' in dumped)) throw new Error(dumped.problem)
      const { rev, createdSeq, createdAt, updatedAt, nextHighlight, ...content } = dumped.record as Record<string, unknown>
      return [
        dumped.id,
        'revisions' in content ? { ...content, revisions: (content.revisions as { text: string }[]).map(({ text }) => text) } : content,
      ]
    }),
  )
}

async function run(command: string, input: unknown): Promise<unknown> {
  const answer = await notebook.run('analyst', command, input)
  if (!answer.ok) throw new Error(`${command}: ${answer.error.message}`)
  return answer.result
}

describe('a fresh starter', () => {
  beforeEach(() => createStarter(notebook, resources))

  test('is one commit, and laying it again is none', async () => {
    expect(notebook.queue.lastSeq).toBe(1)
    await createStarter(notebook, resources)
    expect(notebook.queue.lastSeq).toBe(1)
  })

  test('has at least two sources, 20 highlights, 12 insights, evidence of all stances, and a report', () => {
    const count = (table: 'sources' | 'highlights' | 'insights' | 'reports' | 'entities') => [...notebook.view.heads(table)].length
    expect(count('sources')).toBe(2)
    expect(count('highlights')).toBeGreaterThanOrEqual(20)
    expect(count('insights')).toBeGreaterThanOrEqual(12)
    expect(count('reports')).toBe(1)
    expect(count('entities')).toBeGreaterThanOrEqual(3)
    expect(new Set([...notebook.view.heads('evidence')].map(({ stance }) => stance))).toEqual(new Set(['supports', 'contradicts', 'context']))
  })

  test('every highlight stands where it says in the reading text of its source, which is what the window renders', async () => {
    for (const { id, source, text, passage } of notebook.view.heads('highlights')) {
      const files = await notebook.readText(text)
      expect(files?.readingText.slice(passage.start, passage.end), id).toBe(passage.exact)
      expect(files?.readingText, id).toBe(renderMarkdown(files?.markdown ?? '').readingText)
      expect(notebook.view.head('sources', source)?.revisions.at(-1)?.text, id).toBe(text)
      expect(passage.prefix + passage.exact + passage.suffix, id).toBe(
        files?.readingText.slice(passage.start - passage.prefix.length, passage.end + passage.suffix.length),
      )
    }
  })

  test('its figures agree across languages, and the valuation of OpenAI is doubtful against what was put into it', async () => {
    const standing = async (metric: string) => {
      const answer = await answerQuestion(notebook, 'metric.agreement', { metric })
      return answer.ok ? (answer.value as MetricAgreementAnswer) : expect.unreachable(answer.error.message)
    }
    const sale = await standing('metric:nvidia-sale')
    expect(sale.figures.map(({ written }) => written).sort()).toEqual(['$5.83 billion', '58.3亿美元', '58亿美元'])
    expect(sale).toMatchObject({
      pairs: [],
      groups: [{ state: 'agree', by: 'within-written', agreed: { value: '583e7', low: '5825e6', high: '5835e6' } }],
    })
    expect(sale.metric.state).toBe('agree')
    const valuation = await standing('metric:openai-valuation')
    expect(valuation.metric).toMatchObject({
      state: 'doubtful',
      agreement: 'agree',
      namedBy: [{ metric: 'metric:openai-invested', state: 'doubtful' }],
    })
    const stake = (await standing('metric:openai-stake')).metric.derived
    expect(stake).toMatchObject({ value: '6e1', isAccepted: true })
  })

  test('every citation and link of insights and report resolves, and numbers are the highlights’ own', () => {
    const bodies = [...notebook.view.heads('insights')].map(({ id }) => [id, notebook.view.get('insights', id)?.body ?? ''] as const)
    const prose = [...notebook.view.heads('reports')].flatMap(({ id, outline }) =>
      outline.flatMap((item) => (item.type === 'prose' ? [[id, item.markdown] as const] : [])),
    )
    let citationCount = 0
    for (const [id, markdown] of [...bodies, ...prose]) {
      const { citations, wikilinks } = renderMarkdown(markdown)
      for (const { citekey, highlight } of citations) {
        const [source] = notebook.view.by('sourcesByCitekey', citekey)
        expect(source, `${id} cites ${citekey}`).toBeDefined()
        const found = notebook.view.by('highlightsBySource', source?.id ?? '').filter(({ number }) => number === highlight)
        expect(found, `${id} cites ${citekey}#h${highlight}`).toHaveLength(1)
        citationCount += 1
      }
      for (const { title } of wikilinks) expect(notebook.view.by('insightsByTitle', titleKey(title)), `${id} links to ${title}`).toHaveLength(1)
    }
    expect(citationCount).toBeGreaterThan(40)
  })

  test('all of it is there after a restart', async () => {
    const before = contents()
    await notebook.close()
    notebook = await openNotebook(join(folder, 'notebook'))
    expect(contents()).toEqual(before)
  })
})

describe('a reset', () => {
  beforeEach(() => createStarter(notebook, resources))

  test('of an untouched starter changes nothing', async () => {
    expect(await resetStarter(notebook, resources)).toEqual({ changed: 0 })
    expect(notebook.queue.lastSeq).toBe(1)
  })

  test('gives back what was edited, removed and deleted for good, in one commit that undo takes back', async () => {
    const shipped = contents()
    await run('insight.revise', { id: 'insight:nvidia-exit', title: 'Mine', body: 'rewritten', topics: [] })
    await run('insight.remove', { id: 'insight:arizona' })
    await run('source.revise', { id: 'source:sina-en', publisher: 'Somebody' })
    await run('highlight.revise', { id: 'highlight:sina-en-h1', colour: 'pink', comment: '' })
    await run('entity.remove', { id: 'entity:softbank' })
    await run('trash.remove', { ids: ['highlight:sina-en-h3', 'insight:bond-spreads'] })
    await run('trash.delete', { ids: ['highlight:sina-en-h3', 'insight:bond-spreads'] })
    const report = [...notebook.view.heads('reports')][0]
    await run('report.remove-item', { id: report?.id, key: report?.outline[0]?.key })
    const edited = contents()
    expect(edited).not.toEqual(shipped)
    const seq = notebook.queue.lastSeq
    const { changed } = await resetStarter(notebook, resources)
    expect(changed).toBeGreaterThan(8)
    expect(notebook.queue.lastSeq).toBe(seq + 1)
    expect(contents()).toEqual(shipped)
    expect(await notebook.run('starter', 'history.undo', {})).toMatchObject({ ok: true })
    expect(contents()).toEqual(edited)
  })

  test('gives back a source that was deleted for good with all that hung on it', async () => {
    const shipped = contents()
    await run('trash.remove', { ids: ['source:sina-zh'] })
    await run('trash.delete', { ids: ['source:sina-zh'] })
    await resetStarter(notebook, resources)
    expect(contents()).toEqual(shipped)
  })

  test('can be sent by a window: it asks for what ships, and its own undo takes the reset back', async () => {
    const resourcesUrl = pathToFileURL(resources)
    await run('insight.revise', { id: 'insight:arizona', title: 'Mine' })
    const asked = await answerQuestion({ ...notebook, resourcesUrl }, 'starter.read', {})
    expect(asked).toMatchObject({ ok: true, value: { isHere: true } })
    await run('starter.reset', (asked as { value: { content: unknown } }).value.content)
    expect(notebook.view.head('insights', 'insight:arizona')?.title).toMatch(/^The Arizona plan/)
    await run('history.undo', {})
    expect(notebook.view.head('insights', 'insight:arizona')?.title).toBe('Mine')
    expect(await answerQuestion({ ...notebook, resourcesUrl: undefined }, 'starter.read', {})).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    })
  })

  test('leaves the analyst’s records alone, also those on the starter’s own', async () => {
    await run('insight.add', { id: 'insight:mine', title: 'Mine', body: 'See [[The 2019 exit]] [@sina2025-exit#h1].' })
    const { number } = (await run('highlight.add', { id: 'highlight:mine', source: 'source:sina-en', start: 0, end: 5 })) as { number: number }
    await run('evidence.add', { id: 'evidence:mine', insight: 'insight:nvidia-exit', highlight: 'highlight:mine', stance: 'context' })
    const mine = ['insight:mine', 'highlight:mine', 'evidence:mine'].map((id) => contents().get(id))
    await run('insight.revise', { id: 'insight:nvidia-exit', title: 'changed' })
    await resetStarter(notebook, resources)
    expect(['insight:mine', 'highlight:mine', 'evidence:mine'].map((id) => contents().get(id))).toEqual(mine)
    const next = (await run('highlight.add', { source: 'source:sina-en', start: 6, end: 9 })) as { number: number }
    expect(next.number, 'a number is never given twice').toBe(number + 1)
  })
})

describe('a starter that does not fit is an error that names the entry', () => {
  type File = {
    sources: { highlights: { exact: string }[] }[]
    insights: { key: string; evidence: { stance: string; highlight: number }[] }[]
    entities: { kind: string }[]
  }
  const cases: [name: string, spoil: (file: File) => void, message: RegExp][] = [
    [
      'a quote that is not there',
      ({ sources }) => {
        sources[0]!.highlights[4]!.exact = 'never written'
      },
      /sina-en h5.*never written/,
    ],
    [
      'a quote that is there twice',
      ({ sources }) => {
        sources[0]!.highlights[0]!.exact = 'SoftBank'
      },
      /sina-en h1.*more than once/,
    ],
    [
      'a stance that does not exist',
      ({ insights }) => {
        insights[2]!.evidence[0]!.stance = 'proves'
      },
      /insights [a-z-]+, evidence\.0\.stance/,
    ],
    [
      'evidence without its highlight',
      ({ insights }) => {
        insights[1]!.evidence[0]!.highlight = 99
      },
      /h99/,
    ],
    [
      'a kind that does not exist',
      ({ entities }) => {
        entities[1]!.kind = 'planet'
      },
      /entities nvidia, kind/,
    ],
  ]
  test.each(cases)('%s', async (_name, spoil, message) => {
    const copy = join(folder, 'resources')
    cpSync(join(resources, 'starter'), join(copy, 'starter'), { recursive: true })
    const path = join(copy, 'starter/notebook.json')
    const file = JSON.parse(readFileSync(path, 'utf8')) as File
    spoil(file)
    writeFileSync(path, JSON.stringify(file))
    await expect(createStarter(notebook, copy)).rejects.toThrow(message)
    expect(contents().size).toBe(0)
  })
})
