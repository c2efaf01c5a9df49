// A chart in a report: a picture beside the text, words for those who cannot see it, and a footnote for each figure that it draws.

import { describe, expect, test } from 'vitest'
import { exportMarkdown } from '../../../src/core/export/export-markdown.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import { day, LedgerNotebook } from '../ledger/ledger-notebook.ts'

const early = 'In January 2024 the debt stood at $4 billion, the group said.'
const late = '到2025年10月，债务为58亿美元。'

async function withDebt({ caption = '', name = 'Debt' } = {}) {
  const notebook = new LedgerNotebook()
  await notebook.run('metric.add', { id: 'metric:debt', name })
  await notebook.say(early, { metric: 'metric:debt', asOf: day('2024-01-31'), published: '2024-02-01', language: 'en' })
  await notebook.say(late, { metric: 'metric:debt', asOf: day('2025-10-31'), published: '2025-11-14', language: 'zh' })
  await notebook.run('report.add', {
    id: 'report:r',
    title: 'Memo',
    outline: [
      { key: 'h', type: 'heading', level: 1, text: 'Debt' },
      { key: 'c', type: 'chart', metric: 'metric:debt', caption },
      { key: 'p', type: 'prose', markdown: 'After it.' },
    ],
  })
  return { notebook, exported: () => exportMarkdown(notebook.tables, { report: 'report:r' }) }
}

describe('a chart', () => {
  test('stands where the outline has it, with a caption, and notes that quote the sentence of each figure', async () => {
    const { exported } = await withDebt({ caption: 'What is owed' })
    const { markdown, charts, problems } = exported()
    expect(problems).toEqual([])
    const [chart] = charts
    expect(chart?.series.points.map(({ value }) => value)).toEqual([4e9, 5.8e9])
    expect(chart?.file).toMatch(/^charts\/debt-[0-9a-f]{8}\.svg$/)
    expect(markdown).toContain(
      `## Debt\n\n![Chart of Debt (USD): 2 figures from 2024-01-31 to 2025-10-31](${chart?.file})\\\nWhat is owed [^s1-figure][^s2-figure]\n\nAfter it.\n`,
    )
    const { readingText, footnotes } = renderMarkdown(markdown)
    expect(footnotes).toHaveLength(2)
    expect(readingText).toContain(`“${early}”`)
    expect(readingText).toContain(`“${late}”`)
    expect(readingText).toContain('s2 figure:f2')
    expect(markdown).toMatch(/## Sources\n\n- `s1` .*\n- `s2` /)
  })

  test('leads to the highlight around a figure, the closest one, in the note that a citation of it has too', async () => {
    const { notebook, exported } = await withDebt()
    await notebook.run('highlight.add', { source: 'source:s1', start: 0, end: early.length })
    const from = early.indexOf('the debt')
    await notebook.run('highlight.add', { source: 'source:s1', start: from, end: early.indexOf(',') })
    await notebook.run('report.insert-item', { id: 'report:r', item: { key: 'q', type: 'prose', markdown: 'It owed that [@s1#h2].' } })
    const { markdown } = exported()
    expect(markdown).toContain('\nDebt [^s1-h2][^s2-figure]\n')
    expect(markdown).toContain('It owed that [^s1-h2].')
    expect(markdown.match(/^\[\^s1-h2\]: “the debt stood at \$4 billion” /gm)).toHaveLength(1)
  })

  test('has another file once a figure changes, and the same bytes where nothing does', async () => {
    const { notebook, exported } = await withDebt()
    const before = exported()
    expect(exported()).toEqual(before)
    await notebook.say('By March 2026 debt was $6.1 billion.', { metric: 'metric:debt', asOf: day('2026-03-31'), published: '2026-04-01' })
    const after = exported()
    expect(after.charts[0]?.file).not.toBe(before.charts[0]?.file)
    await notebook.undo()
    await notebook.undo()
    expect(exported()).toEqual(before)
  })

  test('twice in a report is one file', async () => {
    const { notebook, exported } = await withDebt()
    await notebook.run('report.insert-item', { id: 'report:r', item: { key: 'c2', type: 'chart', metric: 'metric:debt', caption: 'Again' } })
    const { markdown, charts } = exported()
    expect(charts).toHaveLength(1)
    expect(markdown.split(`](${charts[0]?.file})`)).toHaveLength(3)
  })

  test('of a formula stands on the figures of its bases', async () => {
    const { notebook, exported } = await withDebt()
    await notebook.run('metric.add', { id: 'metric:half', name: 'Half of it', formula: '{metric:debt} / 2' })
    await notebook.run('report.revise', { id: 'report:r', outline: [{ key: 'c', type: 'chart', metric: 'metric:half', caption: '' }] })
    const { markdown, charts } = exported()
    expect(charts[0]?.series).toMatchObject({ unit: 'USD', points: [{ value: 2.9e9 }] })
    expect(markdown).toContain('\nHalf of it [^s1-figure][^s2-figure]\n')
  })

  test.each(['[not] a link](x) `code` *and* <b>', '# 1. == 软银 | a\\', '===', '- - -', '![x](y)', '![', '$5 & $6'])(
    'whose caption and metric are %j shows just that',
    async (words) => {
      const { exported } = await withDebt({ caption: words, name: words })
      const { markdown, charts } = exported()
      const pictures: string[] = []
      const shown = renderMarkdown(markdown, { resolveImage: (src) => void pictures.push(src) })
      expect(pictures).toEqual([charts[0]?.file])
      const lines = shown.readingText.split('\n')
      const at = lines.findIndex((line) => line.startsWith('Chart of '))
      expect(lines[at]).toBe(`Chart of ${words} (USD): 2 figures from 2024-01-31 to 2025-10-31`)
      expect(lines[at + 1]).toMatch(new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s?`))
      expect(shown.headings.map(({ text }) => text)).toEqual(['Memo', 'Debt', 'Sources'])
    },
  )
})

describe('what a chart cannot show is said', () => {
  test('figures that contradict each other, and those left out', async () => {
    const { notebook, exported } = await withDebt()
    await notebook.say('In October 2025 debt was $9.9 billion.', { metric: 'metric:debt', asOf: day('2025-10-31') })
    await notebook.say('Debt was ¥700 billion.', { metric: 'metric:debt', asOf: day('2023-10-31'), language: 'ja' })
    expect(exported().problems).toEqual([
      'the chart of Debt shows 2 figures that contradict each other',
      'the chart of Debt leaves out 1 figure without a time, a value or an exchange rate',
    ])
  })

  test('nothing to draw, in the trash: the rest of the report is there', async () => {
    const { notebook, exported } = await withDebt()
    await notebook.run('metric.add', { id: 'metric:none', name: 'None' })
    await notebook.run('report.insert-item', { id: 'report:r', item: { key: 'n', type: 'chart', metric: 'metric:none', caption: '' } })
    expect(exported().problems).toEqual(['“None” has no figure with a value and a time: its chart is left out'])
    await notebook.run('trash.remove', { ids: ['metric:debt'] })
    const { markdown, charts, problems } = exported()
    expect(problems[0]).toBe('the metric “Debt” lies in the trash: its chart is left out')
    expect(charts).toEqual([])
    expect(markdown).toContain('After it.')
  })

  test('a source in the trash', async () => {
    const { notebook, exported } = await withDebt()
    await notebook.run('trash.remove', { ids: ['source:s1'] })
    const { problems, markdown } = exported()
    expect(problems).toEqual([])
    expect(markdown).not.toContain('s1-figure')
  })
})

describe('a chart follows its metric', () => {
  test('into the one that it was merged with', async () => {
    const { notebook } = await withDebt()
    await notebook.run('metric.add', { id: 'metric:owed', name: 'Owed' })
    await notebook.run('metric.merge', { ids: ['metric:debt'], into: 'metric:owed' })
    expect(notebook.record('reports', 'report:r').outline[1]).toMatchObject({ type: 'chart', metric: 'metric:owed' })
    await notebook.undo()
    expect(notebook.record('reports', 'report:r').outline[1]).toMatchObject({ type: 'chart', metric: 'metric:debt' })
  })

  test('out of the report where it is deleted for good, and back', async () => {
    const { notebook } = await withDebt()
    await notebook.run('trash.remove', { ids: ['metric:debt'] })
    await notebook.run('trash.delete', { ids: ['metric:debt'] })
    expect(notebook.record('reports', 'report:r').outline.map(({ key }) => key)).toEqual(['h', 'p'])
    await notebook.undo()
    expect(notebook.record('reports', 'report:r').outline.map(({ key }) => key)).toEqual(['h', 'c', 'p'])
  })

  test('one that is not there is refused', async () => {
    const { notebook } = await withDebt()
    const item = { key: 'x', type: 'chart' as const, metric: 'metric:nowhere' as const, caption: '' }
    expect(await notebook.send('report.insert-item', { id: 'report:r', item })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})
