// Forgetting history: nothing of today changes, what is kept reads as before, and what was to go is in no file any more, wherever a kill comes.

import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { answerQuestion } from '../../../src/host/answers/answer-question.ts'
import { bringBackHistory } from '../../../src/host/history/bring-back-history.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { type FileSystem, nodeFileSystem } from '../../../src/host/storage/file-system.ts'
import { contentsOf, makeFolder, must, openNew, readContents } from '../storage/work-folder.ts'

type Written = { folder: string; notebook: OpenNotebook; copies: Map<number, object[]>; times: Map<number, number> }

/** Twelve commits a day apart, each with a word of its own, in generations of three. */
async function written(): Promise<Written> {
  const folder = makeFolder()
  let now = Date.parse('2026-01-01T12:00:00.000Z')
  const notebook = await openNew(folder, { now: () => new Date(now).toISOString() })
  const copies: Written['copies'] = new Map()
  const times: Written['times'] = new Map()
  for (let day = 1; day <= 12; day += 1) {
    now += 86_400_000
    await must(
      day === 1
        ? notebook.run('me', 'insight.add', { id: 'insight:a', title: '软银', body: wordOf(day) })
        : notebook.run('me', 'insight.revise', { id: 'insight:a', body: wordOf(day) }),
    )
    copies.set(day, contentsOf(notebook.view))
    times.set(day, now)
    if (day % 3 === 0) await notebook.snapshot()
  }
  return { folder, notebook, copies, times }
}

const wordOf = (day: number) => `secret-${String(day).padStart(2, '0')}`

/** Every file of the notebook but backups/, unpacked, as one text. */
function everythingIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('backups'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    .map((bytes) => (bytes.length >= 4 && bytes.readUInt32LE(0) === 0xfd2fb528 ? zstdDecompressSync(bytes) : bytes).toString('utf8'))
    .join('\n')
}

async function asOf(folder: string, moment: { seq: number } | { time: number }): Promise<object[] | string> {
  try {
    const past = await openNotebook(folder, { mode: 'read', asOf: moment })
    try {
      return contentsOf(past.view)
    } finally {
      await past.close()
    }
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}

async function expectForgotten(folder: string, first: number, { copies }: Pick<Written, 'copies'>, days = [...copies.keys()]): Promise<void> {
  for (const [day, contents] of [...copies].filter(([each]) => days.includes(each)))
    expect(await asOf(folder, { seq: day }), `change ${day}`).toEqual(day < first ? 'not-found' : contents)
  const text = everythingIn(folder)
  for (const day of copies.keys()) expect(text.includes(wordOf(day)), `${wordOf(day)} in a file`).toBe(day >= first)
}

test.each([2, 4, 8, 12])('what is before change %i goes, in the midst of a generation and at its ends', async (first) => {
  const { folder, notebook, copies, times } = await written()
  const before = times.get(first) as number
  const loss = await answerQuestion(notebook, 'history.loss', { before: { time: before } })
  expect(loss).toMatchObject({ ok: true, value: { commits: first - 1, firstAt: '2026-01-02T12:00:00.000Z' } })
  expect(await notebook.run('me', 'history.forget', { before: { time: before } })).toMatchObject({ ok: true, result: { commits: first - 1 } })
  expect(contentsOf(notebook.view)).toEqual(copies.get(12))
  await expectForgotten(folder, first, { copies })
  // The very millisecond before, although nothing was changed since the last change that went.
  expect(await asOf(folder, { time: before - 1 })).toBe('not-found')
  expect(await asOf(folder, { time: before })).toEqual(copies.get(first))
  // It goes on as before: commits, generations, versions and undo.
  await must(notebook.run('me', 'insight.revise', { id: 'insight:a', body: 'and on' }))
  await notebook.snapshot()
  const versions = await answerQuestion(notebook, 'history.versions', { id: 'insight:a' })
  expect((versions as { value: { seq: number }[] }).value.map(({ seq }) => seq)).toEqual([
    ...[...copies.keys()].filter((day) => day >= first),
    notebook.queue.lastSeq,
  ])
  expect(await answerQuestion(notebook, 'history.version', { id: 'insight:a', seq: first })).toMatchObject({ value: { body: wordOf(first) } })
  expect(await answerQuestion(notebook, 'history.size', {})).toMatchObject({
    value: { commits: 12 - first + 2, firstAt: new Date(before).toISOString() },
  })
  await must(notebook.run('me', 'entity.add', { names: [{ name: 'x', language: '' }] }))
  expect(await notebook.run('me', 'history.undo', {})).toMatchObject({ ok: true, result: { command: 'entity.add' } })
  await notebook.close()
  expect(await readContents(folder)).toMatchObject([{ body: 'and on' }])
})

test('twice, and before what is kept anyway', async () => {
  const { folder, notebook, copies, times } = await written()
  const forget = (before: object, keepCopy = false) => notebook.run('me', 'history.forget', { before, keepCopy })
  expect(await forget({ time: times.get(5) })).toMatchObject({ ok: true, result: { commits: 4 } })
  expect(await forget({ time: times.get(5) })).toMatchObject({ ok: true, result: { commits: 0 } })
  expect(await forget({ time: times.get(2) })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await forget({ seq: 9 }, true)).toMatchObject({ ok: true, result: { commits: 4, copy: 'backups/history-before-change-9' } })
  expect(await forget({ when: 'now' })).toMatchObject({ ok: false, error: { code: 'invalid' } })
  await expectForgotten(folder, 9, { copies })
  await notebook.close()
  // The copy is what was there: put back into history/, it can be read again.
  const copied = makeFolder()
  cpSync(folder, copied, { recursive: true })
  cpSync(join(copied, 'backups/history-before-change-9'), join(copied, 'history'), { recursive: true })
  const past = await openNotebook(copied, { mode: 'read' })
  await past.close()
  expect(readdirSync(join(folder, 'backups/history-before-change-9')).length).toBeGreaterThan(0)
})

test('killed at any step, the next writer finishes it, and until it is decided nothing is gone', async () => {
  let isDead = Number.POSITIVE_INFINITY
  let step = 0
  const dying = <Args extends unknown[], Result>(call: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      step += 1
      if (step > isDead) throw Object.assign(new Error('killed'), { code: 'EIO' })
      return call(...args)
    }
  }
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    rename: dying(nodeFileSystem.rename),
    unlink: dying(nodeFileSystem.unlink),
    syncFolder: dying(nodeFileSystem.syncFolder),
  }
  const template = await written()
  await template.notebook.close()
  const { copies, times } = template
  const outcomes = new Set<string>()
  for (let die = 1; die <= 40; die += 1) {
    isDead = Number.POSITIVE_INFINITY
    const folder = makeFolder()
    cpSync(template.folder, folder, { recursive: true })
    const notebook = await openNotebook(folder, { fileSystem })
    step = 0
    isDead = die
    const answer = await notebook.run('me', 'history.forget', { before: { time: times.get(8) } })
    isDead = 0
    await notebook.close().catch(() => {})
    // Before anybody opens it for writing.
    expect(await readContents(folder)).toEqual(copies.get(12))
    const reopened = await openNotebook(folder)
    expect(contentsOf(reopened.view)).toEqual(copies.get(12))
    await reopened.close()
    const isForgotten = existsSync(join(folder, 'history/forgotten.json'))
    outcomes.add(answer.ok ? 'done' : isForgotten ? 'finished later' : 'as if it had never been asked')
    if (isForgotten) await expectForgotten(folder, 8, { copies }, [1, 7, 8])
    else for (const day of [1, 7, 8]) expect(await asOf(folder, { seq: day })).toEqual(copies.get(day))
    expect(readdirSync(join(folder, 'history')).filter((name) => name.includes('forgetting') || name.includes('tmp'))).toEqual([])
    if (answer.ok) break
  }
  expect([...outcomes].sort()).toEqual(['as if it had never been asked', 'done', 'finished later'])
})

test('what was forgotten twice, with copies, comes back whole; a second time, and a kill on the way, change nothing', async () => {
  const { folder, notebook, copies } = await written()
  for (const seq of [5, 8]) await must(notebook.run('me', 'history.forget', { before: { seq }, keepCopy: true }))
  await notebook.close()
  expect(await asOf(folder, { seq: 7 })).toBe('not-found')
  const killed = makeFolder()
  cpSync(folder, killed, { recursive: true })
  let renames = 0
  const dying: FileSystem = {
    ...nodeFileSystem,
    rename: async (from, to) => {
      renames += 1
      if (renames > 3) throw new Error('killed')
      await nodeFileSystem.rename(from, to)
    },
  }
  await expect(bringBackHistory(dying, killed)).rejects.toThrow('killed')
  expect(await asOf(killed, { seq: 7 })).toBe('not-found')
  expect(await asOf(killed, { seq: 9 })).toEqual(copies.get(9))
  await expectWholeAfterwards(killed, copies)
  expect(await bringBackHistory(nodeFileSystem, folder)).toEqual(['backups/history-before-change-8', 'backups/history-before-change-5'])
  await expectWholeAfterwards(folder, copies)
  await expect(bringBackHistory(nodeFileSystem, makeFolder())).rejects.toMatchObject({ code: 'not-found' })
})

async function expectWholeAfterwards(folder: string, copies: Written['copies']): Promise<void> {
  await bringBackHistory(nodeFileSystem, folder)
  for (const [seq, contents] of copies) expect(await asOf(folder, { seq })).toEqual(contents)
  expect(await checkNotebook(folder)).toEqual([])
  const notebook = await openNotebook(folder)
  await must(notebook.run('me', 'insight.add', { title: 'Goes on' }))
  await notebook.close()
  expect(await asOf(folder, { seq: 1 })).toEqual(copies.get(1))
}
