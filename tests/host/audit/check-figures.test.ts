// What a host answers about the figures of a draft, and what its audit finds of them, as sources and evidence change.

import { beforeEach, expect, test } from 'vitest'
import { proseBlocks } from '../../../src/core/audit/prose-blocks.ts'
import type { CitationItem } from '../../../src/core/markdown/citation-syntax.ts'
import { checkFiguresAnswer } from '../../../src/host/audit/check-figures-answer.ts'
import { NotebookAudit } from '../../../src/host/audit/notebook-audit.ts'
import { MemoryNotebook } from '../../core/commands/memory-notebook.ts'

const words = 'SoftBank sold its whole stake for $5.83 billion. Loans and bonds brought at least $24 billion in all.'
let notebook: MemoryNotebook

beforeEach(async () => {
  notebook = new MemoryNotebook()
  await notebook.run('source.add', {
    id: 'source:s',
    citekey: 'sina',
    title: '软银套现58亿美元',
    publisher: 'Sina',
    published: '2025-11-14',
    language: 'en',
    markdown: words,
  })
  await notebook.run('highlight.add', { id: 'highlight:one', source: 'source:s', start: 0, end: words.indexOf(' Loans') })
})

async function check(body: string, insight?: `insight:${string}`) {
  const blocks = proseBlocks(body)
  const cited = blocks.flatMap(({ citations }) => citations.flatMap(({ items }) => items))
  const plain = ({ citekey, highlight }: CitationItem) => (highlight === undefined ? { citekey } : { citekey, highlight })
  const answer = await checkFiguresAnswer({ view: notebook.tables }, { ...(insight ? { insight } : {}), blocks, citations: cited.map(plain) })
  return answer.blocks.flat().map((mark) => `${mark.written} → ${mark.kind}${'match' in mark ? ` ${mark.match.part}` : ''}`)
}

const audit = () => new NotebookAudit(notebook.tables, () => '2026-01-31').findings()

test('a draft is compared with passage, its surroundings, the title and the date of its source', async () => {
  expect(await check('It brought $5.83 billion, 58亿美元, on 14 November 2025, beside $24 billion [@sina#h1].')).toEqual([
    '$5.83 billion → agrees passage',
    '58亿美元 → agrees passage',
    '14 November 2025 → elsewhere date',
    '$24 billion → elsewhere beside',
  ])
})

test('the evidence of an insight explains what its note does not cite', async () => {
  await notebook.run('highlight.add', { id: 'highlight:two', source: 'source:s', start: words.indexOf('Loans'), end: words.length })
  await notebook.run('insight.add', { id: 'insight:i', title: 'I', body: '' })
  const body = 'Debt and sale come to $29.83 billion [@sina#h1].'
  expect(await check(body, 'insight:i')).toEqual(['$29.83 billion → absent'])
  await notebook.run('evidence.add', { id: 'evidence:e', insight: 'insight:i', highlight: 'highlight:two', stance: 'supports' })
  expect(await check(body, 'insight:i')).toEqual(['$29.83 billion → computed'])
})

test('a long source that is cited as a whole is read to its end, in an answer and in the audit', async () => {
  const filling = 'Nothing of any interest happened on that day, as on the others before it.\n\n'.repeat(2_000)
  await notebook.run('source.add', { id: 'source:long', citekey: 'long', title: 'L', markdown: `${filling}The stake brought $5.83 billion.` })
  expect(await check('It brought $5.83 billion [@long], not so $59.1 billion.')).toEqual(['$5.83 billion → agrees passage', '$59.1 billion → absent'])
  await notebook.run('insight.add', { title: 'I', body: 'It brought $5.83 billion [@long]. It cost $777 million [@long].' })
  expect((await audit()).flatMap((finding) => ('said' in finding ? [finding.said] : []))).toEqual(['$777 million'])
})

test('the audit names the figure, what the passage has and where, and looks again when the passage is another', async () => {
  const kept = new NotebookAudit(notebook.tables, () => '2026-01-31')
  const figures = async () => {
    for (const commit of notebook.commits.splice(0)) kept.note(commit)
    return (await kept.findings()).filter((finding) => 'said' in finding)
  }
  await notebook.run('insight.add', { id: 'insight:i', title: 'I', body: 'The sale brought $58.3 billion [@sina#h1].' })
  expect(await figures()).toMatchObject([
    {
      kind: 'figure-contradicts',
      said: '$58.3 billion',
      stated: '$5.83 billion',
      citation: '@sina#h1',
      place: { source: 'source:s', highlight: 'highlight:one' },
      relation: 'slip',
      factor: 10,
      sentence: 'The sale brought $58.3 billion.',
    },
  ])
  await notebook.run('insight.revise', { id: 'insight:i', body: 'The sale brought $5.83 billion [@sina#h1].' })
  expect(await figures()).toEqual([])
  await notebook.run('source.renew-text', { id: 'source:s', markdown: words.replace('$5.83', '$6.83') })
  await notebook.run('highlight.relink', { id: 'highlight:one', start: 0, end: words.indexOf(' Loans') })
  expect(await figures()).toMatchObject([{ kind: 'figure-contradicts', said: '$5.83 billion', stated: '$6.83 billion', relation: 'near' }])
  await notebook.run('insight.revise', { id: 'insight:i', status: 'retired' })
  expect(await figures()).toEqual([])
})
