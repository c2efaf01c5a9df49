// The desktop's notebook brings its resources along, on the first run and on every later one: the window can reset the starter.

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerQuestion } from '../../src/host/answers/answer-question.ts'
import { openDesktopNotebook } from '../../src/main/desktop-notebook.ts'

const folder = await mkdtemp(join(tmpdir(), 'footing-desktop-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

test.each(['the first run', 'a later run'])('on %s it can tell what the starter ships', async () => {
  const { notebook, close } = await openDesktopNotebook(join(folder, 'notebook'), join(import.meta.dirname, '../../resources'))
  const answer = await answerQuestion(notebook, 'starter.read', {})
  expect(answer).toMatchObject({ ok: true, value: { isHere: true } })
  expect(await close(10_000)).toBe(true)
})
