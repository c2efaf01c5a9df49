// What an audit finds in one insight, and what it leaves alone.

import { beforeEach, describe, expect, test } from 'vitest'
import { foldText } from '../../../src/core/anchoring/fold-text.ts'
import { auditInsight, comparable } from '../../../src/core/audit/audit-insight.ts'
import { isClaim } from '../../../src/core/audit/is-claim.ts'
import { splitSentences } from '../../../src/core/diff/split-sentences.ts'
import type { Insight } from '../../../src/core/records/insight.ts'
import { PassageFigures } from '../../../src/host/audit/passage-figures.ts'
import { MemoryNotebook } from '../commands/memory-notebook.ts'

const text = 'SoftBank “sold its whole stake” for $5.83 billion. 软银称将在明年第一季度之前完成交割，并偿还全部过桥贷款。'
let notebook: MemoryNotebook

beforeEach(async () => {
  notebook = new MemoryNotebook()
  await notebook.run('source.add', { id: 'source:s', citekey: 'sina', title: 'S', markdown: text })
  await notebook.run('highlight.add', { id: 'highlight:one', source: 'source:s', start: 0, end: 49 })
  await notebook.run('highlight.add', { id: 'highlight:two', source: 'source:s', start: 50, end: text.length })
})

async function audit(body: string, content: Partial<Insight> = {}, today = '2026-01-31') {
  await notebook.run('insight.add', { id: 'insight:i', title: 'I', body, ...content } as never)
  return find(today)
}

function find(today = '2026-01-31') {
  const folded = (id: `text:${string}`) => {
    const reading = notebook.tables.readingText(id)
    return reading === undefined ? undefined : comparable(foldText(reading).text)
  }
  const figuresOf = new PassageFigures(notebook.tables).of
  return auditInsight({ view: notebook.tables, today, folded, figuresOf }, notebook.record('insights', 'insight:i')).findings
}

const kinds = (findings: { kind: string }[]) => findings.map(({ kind }) => kind)

describe('sentences', () => {
  test.each<[string, string[]]>([
    ['One. Two! Three? Four', ['One.', 'Two!', 'Three?', 'Four']],
    ['The U.S. sold 5.83 billion, i.e. all of it. Mr. Son agreed.', ['The U.S. sold 5.83 billion, i.e. all of it.', 'Mr. Son agreed.']],
    ['他说：“都卖了。”市场上涨。', ['他说：“都卖了。”', '市场上涨。']],
    ['売却した。次は？終わり', ['売却した。', '次は？', '終わり']],
    ['He waited … and left. Then', ['He waited … and left.', 'Then']],
    ['It sold … $5 billion… Then nothing', ['It sold … $5 billion…', 'Then nothing']],
    ['price is $5.8.中文也行。', ['price is $5.8.', '中文也行。']],
    ['  \n ', []],
  ])('of %j', (written, sentences) => {
    expect(splitSentences(written).map((sentence) => sentence.text)).toEqual(sentences)
    for (const sentence of splitSentences(written)) expect(written.slice(sentence.start, sentence.end)).toBe(sentence.text)
  })
})

describe('claims', () => {
  test.each([
    'SoftBank sold its whole stake.',
    'The proceeds came to $5.83 billion.',
    'Margins were 12 % of sales in that year.',
    'Shares fell after the news.',
    'The company announced a buyback.',
    '软银清仓了英伟达。',
    '营收同比增长百分之八。',
    '估值约5000亿美元，为半年前的两倍。',
    'ソフトバンクは株式を売却した。',
    '純利益は2兆5000億円に上る。',
  ])('%s', (sentence) => expect(isClaim(sentence)).toBe(true))

  test.each([
    'Did SoftBank sell its stake for $5.83 billion?',
    'See the next note.',
    'This is a question of taste.',
    'A report on costs and plans',
    'If it sold now, the group would look smaller.',
    '这只是一个看法。',
    '软银是否会继续出售？',
  ])('none: %s', (sentence) => expect(isClaim(sentence)).toBe(false))
})

describe('an insight', () => {
  test('a claim without a citation is found, one with a citation in it or behind it is not', async () => {
    const body =
      'The sale brought $5.83 billion [@sina#h1]. It came to 58亿美元.[@sina]\n\nThe loans are $24 billion. And that is all.\n\nSee [[Other note]], which sold more.'
    expect(await audit(body)).toEqual([
      {
        kind: 'claim-uncited',
        key: 'claim-uncited insight:i The loans are $24 billion.',
        insight: 'insight:i',
        sentence: 'The loans are $24 billion.',
      },
    ])
  })

  test('one citation in a row of a table is for the row; headings, code and questions claim nothing', async () => {
    const body =
      '# It sold for $5 billion\n\n| what | how much |\n| --- | --- |\n| sale | $5.83 billion [@sina#h1] |\n| loan | $24 billion |\n\n```\nsold for $1 billion\n```\n\nWas it $6 billion?'
    expect(await audit(body)).toMatchObject([{ kind: 'claim-uncited', sentence: 'loan · $24 billion' }])
  })

  test('the same sentence twice is two findings, each with a key of its own', async () => {
    const keys = (await audit('It sold for $5 billion.\n\nIt sold for $5 billion.')).map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  test('the verbs of forecasts and questions are no claims, their amounts are', async () => {
    expect(kinds(await audit('SoftBank sold everything. It needs $5 billion.', { kind: 'forecast' }))).toEqual(['claim-uncited'])
  })

  test('a quotation has to stand in what it cites, whatever its quotation marks, width and first capital', async () => {
    const right = [
      'He wrote “Sold its whole stake for $5.83 billion” [@sina#h1].',
      'It “sold its whole … $5.83 billion” [@sina].',
      '文中写道“软银称将在明年第一季度之前完成交割”[@sina#h2]。',
      '> SoftBank "sold its whole stake" for ＄5.83 billion.\n> [@sina#h1]',
    ]
    expect(kinds(await audit(right.join('\n\n')))).toEqual([])
  })

  test('one that does not is found, with what it cites', async () => {
    expect(await audit('It “sold half of its whole stake” [@sina#h1].')).toMatchObject([
      { kind: 'quote-not-verbatim', quote: 'sold half of its whole stake', citation: '@sina#h1' },
    ])
    await notebook.run('insight.revise', { id: 'insight:i', body: '> 软银称将在明年第二季度之前完成交割 [@sina]' })
    expect(find()).toMatchObject([{ kind: 'quote-not-verbatim', citation: '@sina' }])
  })

  test('a citation that leads nowhere is found, also one whose highlight or source lies in the trash', async () => {
    const body = 'One [@nobody], two [@sina#h9], three [@sina#h1].'
    expect((await audit(body)).map((finding) => 'citation' in finding && finding.citation)).toEqual(['@nobody', '@sina#h9'])
    await notebook.run('highlight.remove', { id: 'highlight:one' })
    expect(kinds(find())).toEqual(['citation-broken', 'citation-broken', 'citation-broken'])
  })

  test('a contradiction is answered by its note; a retired passage is told', async () => {
    await audit('A view.')
    await notebook.run('evidence.add', { id: 'evidence:c', insight: 'insight:i', highlight: 'highlight:one', stance: 'contradicts' })
    expect(find()).toMatchObject([{ kind: 'contradiction-unanswered', evidence: 'evidence:c' }])
    await notebook.run('evidence.revise', { id: 'evidence:c', note: 'Of another year.' })
    expect(find()).toEqual([])
    await notebook.run('highlight.retire', { id: 'highlight:one' })
    expect(find()).toMatchObject([{ kind: 'passage-retired', highlight: 'highlight:one' }])
  })

  test.each<[string, string, string[]]>([
    ['2026-02', '2026-01-31', []],
    ['2026-01', '2026-01-31', []],
    ['2026-01', '2026-02-01', ['review-overdue']],
    ['2026-01-31', '2026-01-30', []],
    ['2026-01-31', '2026-01-31', ['review-overdue']],
    ['2024', '2026-01-31', []],
  ])('with a review by %s, on %s: %j', async (reviewBy, today, expected) => {
    await notebook.run('source.revise', { id: 'source:s', published: '2025-11-14' })
    await audit('A view.', { reviewBy })
    await notebook.run('evidence.add', { insight: 'insight:i', source: 'source:s', stance: 'supports' })
    expect(kinds(find(today))).toEqual(expected)
  })

  test('nothing is found in what was retired or thrown away', async () => {
    await audit('It sold for $5 billion [@nobody].', { status: 'retired' })
    expect(find()).toEqual([])
    await notebook.run('insight.revise', { id: 'insight:i', status: 'draft' })
    expect(find()).not.toEqual([])
    await notebook.run('insight.remove', { id: 'insight:i' })
    expect(find()).toEqual([])
  })
})
