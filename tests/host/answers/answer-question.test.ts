// The one-shot questions, asked of a small notebook.

import { beforeEach, describe, expect, test } from 'vitest'
import type { QuestionAnswers, QuestionInput, QuestionName } from '../../../src/core/contract/questions.ts'
import { answerQuestion } from '../../../src/host/answers/answer-question.ts'
import { type MemoryNotebook, makeMemoryNotebook } from '../session/memory-notebook.ts'

let notebook: MemoryNotebook
async function ask<Name extends QuestionName>(question: Name, input: QuestionInput<Name>): Promise<QuestionAnswers[Name]> {
  const answer = await answerQuestion(notebook, question, input)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as QuestionAnswers[Name]
}

beforeEach(async () => {
  notebook = makeMemoryNotebook()
  await notebook.must('source.add', {
    id: 'source:sina',
    citekey: 'sina2025-exit',
    title: 'SoftBank sells NVIDIA',
    titleTranslations: [{ language: 'zh', title: '软银清仓英伟达' }],
    markdown: 'Alpha beta gamma. **58.3亿美元** at once.',
  })
  await notebook.must('source.add', { id: 'source:ft', citekey: 'ft2025', title: 'Bonds', markdown: 'Alpha of another kind.' })
  for (let number = 1; number <= 11; number += 1) {
    await notebook.must('highlight.add', {
      id: `highlight:s${number}`,
      source: 'source:sina',
      start: 0,
      end: 5 + number,
      comment: number === 3 ? '孙正义' : '',
    })
  }
  await notebook.must('highlight.add', { id: 'highlight:f1', source: 'source:ft', start: 0, end: 5, colour: 'blue' })
})

describe('text.read', () => {
  test('gives the Markdown and the reading text', async () => {
    const text = notebook.view.head('sources', 'source:sina')?.revisions[0]?.text ?? 'text:'
    const { markdown, readingText } = await ask('text.read', { text })
    expect(markdown).toContain('**58.3亿美元**')
    expect(readingText).toContain('58.3亿美元')
    expect(readingText).not.toContain('**')
  })

  test('of a text that is not in the notebook is refused', async () => {
    await expect(ask('text.read', { text: 'text:__proto__' })).rejects.toThrow('not-found')
  })
})

describe('suggest.citations', () => {
  const suggest = async (text: string, limit = 20) =>
    (await ask('suggest.citations', { text, limit })).map(({ citekey, highlight }) => `${citekey}#h${highlight.number}`)

  test('a citekey narrows as it is typed', async () => {
    expect(await suggest('ft2')).toEqual(['ft2025#h1'])
    expect(await suggest('SINA2025', 3)).toEqual(['sina2025-exit#h1', 'sina2025-exit#h2', 'sina2025-exit#h3'])
    expect(await suggest('sina2025-exit#h1')).toEqual(['sina2025-exit#h1', 'sina2025-exit#h10', 'sina2025-exit#h11'])
    expect(await suggest('sina2025-exit#h11')).toEqual(['sina2025-exit#h11'])
    expect(await suggest('sina2025-exit#', 2)).toEqual(['sina2025-exit#h1', 'sina2025-exit#h2'])
    expect(await suggest('nobody#h1')).toEqual([])
  })

  test('words of the quote, the comment and the titles find it too, in any order', async () => {
    expect(await suggest('孙正')).toEqual(['sina2025-exit#h3'])
    expect(await suggest('bonds alpha')).toEqual(['ft2025#h1'])
    expect(await suggest('清仓', 1)).toHaveLength(1)
    expect(await suggest('clearly nothing')).toEqual([])
  })

  test('nothing typed gives the newest; the trash is left out', async () => {
    expect((await suggest('', 2))[0]).toBe('ft2025#h1')
    await notebook.must('highlight.remove', { id: 'highlight:f1' })
    expect(await suggest('ft2025')).toEqual([])
    await notebook.must('source.remove', { id: 'source:sina' })
    expect(await suggest('')).toEqual([])
  })

  test('a suggestion has what the list shows', async () => {
    expect(await ask('suggest.citations', { text: 'ft2' })).toEqual([
      { citekey: 'ft2025', highlight: { id: 'highlight:f1', number: 1, quote: 'Alpha', colour: 'blue' }, source: 'source:ft', sourceTitle: 'Bonds' },
    ])
  })
})

describe('suggest.insights', () => {
  test('beginnings first, then what holds it, then what holds its words; newest first', async () => {
    for (const title of ['The bond issue', 'Bond issue of May', 'Issue of a bond', 'Bond issue of June', 'ＢＯＮＤ issue', 'Equity'])
      await notebook.must('insight.add', { title })
    await notebook.must('insight.add', { id: 'insight:gone', title: 'Bond issue, removed' })
    await notebook.must('insight.remove', { id: 'insight:gone' })
    const titles = (await ask('suggest.insights', { text: 'bond issue' })).map(({ title }) => title)
    expect(titles).toEqual(['ＢＯＮＤ issue', 'Bond issue of June', 'Bond issue of May', 'The bond issue', 'Issue of a bond'])
    expect(await ask('suggest.insights', { text: 'bond issue', limit: 1 })).toHaveLength(1)
    expect((await ask('suggest.insights', { text: '' })).map(({ title }) => title)[0]).toBe('Equity')
  })
})

describe('resolve', () => {
  test('gives what citations and titles lead to, and nothing for what leads nowhere', async () => {
    await notebook.must('insight.add', { id: 'insight:old', title: '清仓 ＮＶＩＤＩＡ' })
    await notebook.must('insight.add', { id: 'insight:new', title: '清仓 nvidia' })
    const answer = await ask('resolve', {
      citations: [
        { citekey: 'ft2025', highlight: 1 },
        { citekey: 'ft2025' },
        { citekey: 'ft2025', highlight: 9 },
        { citekey: '__proto__', highlight: 1 },
      ],
      titles: ['清仓  NVIDIA', 'constructor', '清仓  NVIDIA'],
    })
    expect(answer).toEqual({
      citations: [
        { citekey: 'ft2025', number: 1, source: 'source:ft', sourceTitle: 'Bonds', highlight: 'highlight:f1', quote: 'Alpha' },
        { citekey: 'ft2025', source: 'source:ft', sourceTitle: 'Bonds' },
        { citekey: 'ft2025', number: 9, source: 'source:ft', sourceTitle: 'Bonds' },
      ],
      insights: [{ title: '清仓  NVIDIA', id: 'insight:old' }],
    })
    await notebook.must('trash.remove', { ids: ['insight:old', 'highlight:f1'] })
    const after = await ask('resolve', { citations: [{ citekey: 'ft2025', highlight: 1 }], titles: ['清仓 nvidia'] })
    expect(after.citations[0]).not.toHaveProperty('highlight')
    expect(after.insights).toEqual([{ title: '清仓 nvidia', id: 'insight:new' }])
  })
})

describe('list.ids', () => {
  test('gives a list in its order, and the rows between two of them whichever comes first', async () => {
    for (const title of ['c', 'a', 'd', 'b'])
      await notebook.must('insight.add', { id: `insight:${title}`, title, topics: title === 'd' ? [] : ['x'] })
    const params = { order: 'title', topic: 'x' }
    expect(await ask('list.ids', { query: 'insights', params })).toEqual(['insight:a', 'insight:b', 'insight:c'])
    for (const between of [
      ['insight:c', 'insight:b'],
      ['insight:b', 'insight:c'],
    ] as const)
      expect(await ask('list.ids', { query: 'insights', params, between: [...between] })).toEqual(['insight:b', 'insight:c'])
    expect(await ask('list.ids', { query: 'insights', params, between: ['insight:a', 'insight:d'] })).toEqual([])
    await expect(ask('list.ids', { query: 'insights', params: { order: 'luck' } })).rejects.toThrow('invalid: insights: order')
  })
})

describe('records.named', () => {
  test('says what each is called and cited as, and leaves out what is not there', async () => {
    await notebook.must('insight.add', { id: 'insight:i', title: 'Claim' })
    expect(await ask('records.named', { ids: ['insight:i', 'highlight:f1', 'source:ft', 'insight:none'] })).toEqual([
      { id: 'insight:i', title: 'Claim' },
      { id: 'highlight:f1', title: 'Alpha', citekey: 'ft2025', number: 1 },
      { id: 'source:ft', title: 'Bonds', citekey: 'ft2025' },
    ])
  })
})

describe('backlinks', () => {
  test('the notes that link to it, at their first link, and not those that only show how', async () => {
    await notebook.must('insight.add', { id: 'insight:to', title: 'The *puzzle*' })
    const bodies: [string, string][] = [
      ['b-plain', 'First line.\nSee [[the  *PUZZLE*]] and [[The *puzzle*]].'],
      ['a-label', 'See [[The *puzzle*|this]].'],
      ['code', 'Write `[[The *puzzle*]]` to link.'],
      ['fenced', '```\n[[The *puzzle*]]\n```'],
      ['other', '[[The puzzle]]'],
      ['removed', '[[The *puzzle*]]'],
    ]
    for (const [title, body] of bodies) await notebook.must('insight.add', { id: `insight:${title}`, title, body })
    await notebook.must('insight.revise', { id: 'insight:to', body: 'I am [[The *puzzle*]].' })
    await notebook.must('insight.remove', { id: 'insight:removed' })
    expect(await ask('backlinks', { insight: 'insight:to' })).toEqual([
      { id: 'insight:a-label', title: 'a-label', before: 'See ', match: '[[The *puzzle*|this]]', after: '.' },
      { id: 'insight:b-plain', title: 'b-plain', before: 'See ', match: '[[the  *PUZZLE*]]', after: ' and [[The *puzzle*]].' },
    ])
  })

  test('also by a heading, a block, and the folder that it came from', async () => {
    for (const folder of ['A', 'B'])
      await notebook.must('insight.add', { id: `insight:${folder}`, title: 'Note', body: folder, origins: [`vault:work/${folder}/Note.md`] })
    await notebook.must('insight.add', { id: 'insight:1', title: '1', body: '[[Note#Part two]]' })
    await notebook.must('insight.add', { id: 'insight:2', title: '2', body: '[[B/note#^x|words]] [[C/Note]]' })
    expect((await ask('backlinks', { insight: 'insight:A' })).map(({ id }) => id)).toEqual(['insight:1'])
    expect((await ask('backlinks', { insight: 'insight:B' })).map(({ id }) => id)).toEqual(['insight:2'])
    const { insights } = await ask('resolve', { citations: [], titles: ['Note#Part two', 'B/note#^x', 'C/Note', 'Note.md', '#Part'] })
    expect(insights).toEqual([
      { title: 'Note#Part two', id: 'insight:A' },
      { title: 'B/note#^x', id: 'insight:B' },
      { title: 'Note.md', id: 'insight:A' },
    ])
  })

  test('lead to the oldest of a title alone', async () => {
    for (const id of ['insight:1', 'insight:2']) await notebook.must('insight.add', { id, title: 'Twin', body: id })
    await notebook.must('insight.add', { id: 'insight:from', title: 'from', body: '[[Twin]]' })
    expect(await ask('backlinks', { insight: 'insight:1' })).toHaveLength(1)
    expect(await ask('backlinks', { insight: 'insight:2' })).toEqual([])
    await expect(ask('backlinks', { insight: 'insight:none' })).rejects.toThrow('not-found')
  })
})

describe('export.markdown', () => {
  test('gives a file with the quotes of what is cited', async () => {
    await notebook.must('insight.add', { id: 'insight:i', title: 'Claim', body: 'It is so. [@ft2025#h1]' })
    const { fileName, markdown, problems } = await ask('export.markdown', { insights: ['insight:i'] })
    expect(fileName).toMatch(/\.md$/)
    expect(markdown).toContain('Alpha')
    expect(problems).toEqual([])
  })
})
