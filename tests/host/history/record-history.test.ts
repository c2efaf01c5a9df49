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
