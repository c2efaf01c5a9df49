// A record's versions over several generations, and each of them whole, also after it was deleted for good.

import { expect, test } from 'vitest'
import { answerQuestion } from '../../../src/host/answers/answer-question.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { makeFolder, must, openNew } from '../storage/work-folder.ts'

test('every version that is listed can be read, across generations and beside new edits', async () => {
  const folder = makeFolder()
  let now = Date.parse('2026-01-01T00:00:00.000Z')
  const notebook = await openNew(folder, {
    now: () => {
      now += 20 * 60_000
      return new Date(now).toISOString()
    },
  })
  const bodies = ['一', 'two 二', '', 'four\n\n**四**']
  await must(notebook.run('me', 'insight.add', { id: 'insight:__proto__', title: 'T', body: bodies[0] }))
  for (const body of bodies.slice(1)) {
    await notebook.snapshot()
    await must(notebook.run('me', 'insight.add', { title: 'another', body: 'noise' }))
    await must(notebook.run('you', 'insight.revise', { id: 'insight:__proto__', body }))
  }
  await must(notebook.run('me', 'insight.remove', { id: 'insight:__proto__' }))
  await must(notebook.run('me', 'trash.empty', {}))
  const listed = await answerQuestion(notebook, 'history.versions', { id: 'insight:__proto__' })
  if (!listed.ok) throw new Error(listed.error.message)
  const versions = listed.value as { seq: number; actor: string; command: string; state: string }[]
  expect(versions.map(({ actor, command, state }) => [actor, command, state])).toEqual([
    ['me', 'insight.add', 'there'],
    ['you', 'insight.revise', 'there'],
    ['you', 'insight.revise', 'there'],
    ['you', 'insight.revise', 'there'],
    ['me', 'insight.remove', 'in trash'],
    ['me', 'trash.empty', 'gone'],
  ])
  for (const [index, body] of bodies.entries()) {
    const read = await answerQuestion(notebook, 'history.version', { id: 'insight:__proto__', seq: versions[index]?.seq })
    expect(read).toMatchObject({ ok: true, value: { id: 'insight:__proto__', body } })
  }
  expect(await answerQuestion(notebook, 'history.version', { id: 'insight:__proto__', seq: versions.at(-1)?.seq })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
  await notebook.close()
  const reader = await openNotebook(folder, { mode: 'read' })
  expect(await answerQuestion(reader, 'history.versions', { id: 'insight:__proto__' })).toEqual(listed)
  expect(await answerQuestion(reader, 'history.versions', { id: 'insight:never' })).toEqual({ ok: true, value: [] })
  await reader.close()
})

test('two versions are compared, with what stood behind the claim then, also after it was deleted', async () => {
  const notebook = await openNew(makeFolder())
  const run = (command: string, input: unknown) => must(notebook.run('me', command, input))
  await run('source.add', { id: 'source:s', title: 'Brief', citekey: 'brief2026', markdown: '软银 sold its stake.' })
  await run('highlight.add', { id: 'highlight:h', source: 'source:s', start: 0, end: 7 })
  const first = await run('insight.add', { id: 'insight:a', title: 'T', body: 'Old words' })
  const linked = await run('evidence.add', { insight: 'insight:a', highlight: 'highlight:h', stance: 'contradicts' })
  const last = await run('insight.revise', { id: 'insight:a', body: 'New words', status: 'reviewed' })
  await run('trash.remove', { ids: ['source:s'] })
  await run('trash.empty', {})
  const ask = async (question: string, input: unknown) => {
    const answer = await answerQuestion(notebook, question, input)
    return answer.ok ? answer.value : answer.error.code
  }
  const fields = [
    { kind: 'value', field: 'status', before: 'draft', after: 'reviewed' },
    { kind: 'prose', field: 'body', blocks: [{ kind: 'changed' }] },
  ]
  expect(await ask('history.difference', { id: 'insight:a', from: first, to: last })).toMatchObject({ before: 'there', after: 'there', fields })
  expect(await ask('history.difference', { id: 'insight:a', from: first, to: 'now' })).toMatchObject({ fields })
  expect(await ask('history.difference', { id: 'insight:a', from: 'nothing', to: first })).toMatchObject({ before: 'gone', after: 'there' })
  expect(await ask('history.evidence', { id: 'insight:a', seq: first })).toEqual([])
  expect(await ask('history.evidence', { id: 'insight:a', seq: linked })).toMatchObject([
    { stance: 'contradicts', citekey: 'brief2026', number: 1, quote: '软银 sold' },
  ])
  expect(await ask('history.versions', { id: 'insight:a' })).toMatchObject([
    { seq: first, changed: [], length: 9 },
    { seq: last, changed: ['body', 'status'], length: 9 },
  ])
  await notebook.close()
})
