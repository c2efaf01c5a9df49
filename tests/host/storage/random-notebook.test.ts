// Seeded random commands on a real folder: what is in memory, what the journal replays and what the files say are one; undoing all is the start.

import { expect, test } from 'vitest'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { makeRandom, randomCommand } from '../../core/queries/random-commands.ts'
import type { MemoryNotebook } from '../session/memory-notebook.ts'
import { contentsOf, makeFolder, openNew, readContents } from './work-folder.ts'

const seeds = Array.from({ length: 6 }, (_, index) => index + 1)

async function runRandomly(notebook: OpenNotebook, seed: number, count: number): Promise<void> {
  const random = makeRandom(seed)
  const waiting: Promise<unknown>[] = []
  for (let step = 0; step < count; step += 1) {
    const { actor, command, input } = randomCommand(random, notebook as unknown as MemoryNotebook)
    waiting.push(notebook.run(actor, command, input))
    // Some wait for each other and some form groups; some meet a generation that is just being written.
    if (random.below(3) === 0) await Promise.all(waiting.splice(0))
    if (random.below(40) === 0) waiting.push(notebook.snapshot())
  }
  await Promise.all(waiting)
}

test.each(seeds)('seed %i: live, replayed, reopened and checked agree', async (seed) => {
  const folder = makeFolder()
  let notebook = await openNew(folder)
  for (let sitting = 0; sitting < 3; sitting += 1) {
    await runRandomly(notebook, seed * 10 + sitting, 150)
    const live = contentsOf(notebook.view)
    expect(await readContents(folder)).toEqual(live)
    const { lastSeq } = notebook.queue
    await notebook.close()
    notebook = await openNotebook(folder)
    expect(contentsOf(notebook.view)).toEqual(live)
    expect(notebook.queue.lastSeq).toBe(lastSeq)
    expect(notebook.damage).toEqual([])
  }
  await notebook.close()
  expect(await checkNotebook(folder)).toEqual([])
})

/** What an analyst sees: bookkeeping counts on, and highlight numbers are never given twice. */
function contentOnly(records: Record<string, unknown>[]): unknown[] {
  return records.map(({ rev, updatedAt, createdAt, createdSeq, nextHighlight, ...content }) => content)
}

test.each(seeds)('seed %i: undoing everything leads back to the start', async (seed) => {
  const folder = makeFolder()
  // Apart in time, so that no two revisions join into one step.
  let now = Date.parse('2026-01-01T00:00:00.000Z')
  const nextMinute = () => {
    now += 60_000
    return new Date(now).toISOString()
  }
  const notebook = await openNew(folder, { now: nextMinute })
  const random = makeRandom(seed)
  for (let step = 0; step < 30; step += 1) {
    const { command, input } = randomCommand(random, notebook as unknown as MemoryNotebook)
    if (!command.startsWith('history.')) await notebook.run('before', command, input)
  }
  const start = contentOnly(contentsOf(notebook.view))
  for (let step = 0; step < 60; step += 1) {
    const { command, input } = randomCommand(random, notebook as unknown as MemoryNotebook)
    if (!command.startsWith('history.')) await notebook.run('me', command, input)
  }
  for (let step = 0; ; step += 1) {
    const answer = await notebook.run('me', 'history.undo', {})
    if (!answer.ok) {
      expect(answer.error.code).toBe('nothing-to-undo')
      break
    }
    expect(step).toBeLessThan(61)
  }
  expect(contentOnly(contentsOf(notebook.view))).toEqual(start)
  await notebook.close()
  expect(contentOnly(await readContents(folder))).toEqual(start)
})
