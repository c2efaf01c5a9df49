// The notebook as of any moment is the copy that was taken then, byte for byte, whatever the clock did and wherever the generations end.

import { readFileSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRecipeName } from '../../../src/core/commands/commands.ts'
import { exportMarkdown } from '../../../src/core/export/export-markdown.ts'
import type { Moment } from '../../../src/core/history/moment.ts'
import { tableNames } from '../../../src/core/records/tables.ts'
import { dumpRecords } from '../../../src/host/dump/dump-records.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { searchNotebook } from '../../../src/host/search/search-notebook.ts'
import { makeRandom, randomCommand } from '../../core/queries/random-commands.ts'
import type { MemoryNotebook } from '../session/memory-notebook.ts'
import { contentsOf, flipByte, makeFolder, must, openNew, ownTemporaryFolder } from '../storage/work-folder.ts'

type Copy = { seq: number; time: number; text: string }

/** All that `dump --all`, `dump`, `list`, `report` and `search` say, as the text of a file. */
async function copyOf(notebook: Pick<OpenNotebook, 'view' | 'scanBodies' | 'readText'>): Promise<string> {
  const lines: unknown[] = []
  for (const withTrash of [true, false]) lines.push(...dumpRecords(notebook.view, { withTrash }))
  for (const table of tableNames) lines.push(table, ...dumpRecords(notebook.view, { tables: [table] }))
  for (const { id } of [...notebook.view.heads('reports')].sort((one, other) => (one.id < other.id ? -1 : 1)))
    lines.push(exportMarkdown(notebook.view, { report: id }))
  for (const query of ['软银', 'debt', 'élan']) lines.push(await searchNotebook(notebook, { query, limit: 200 }))
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

async function copyAsOf(folder: string, asOf: Moment): Promise<string> {
  const notebook = await openNotebook(folder, { mode: 'read', asOf })
  try {
    return await copyOf(notebook)
  } finally {
    await notebook.close()
  }
}

/** The truth that the promise is held against: the last copy, in the order of numbers, whose time is not after `time`. */
const lastNotAfter = (copies: readonly Copy[], time: number) => copies.findLast((copy) => copy.time <= time)

const decadeMs = 10 * 365 * 86_400_000

test.each([1, 2])('seed %i: 50 random moments, with a clock that jumps by decades and stands still', async (seed) => {
  const folder = makeFolder()
  const random = makeRandom(seed)
  let now = Date.parse('2026-01-01T00:00:00.000Z')
  const notebook = await openNew(folder, { now: () => new Date(now).toISOString() })
  const copies: Copy[] = [{ seq: 0, time: Number.NEGATIVE_INFINITY, text: await copyOf(notebook) }]
  const done = new Set<string>()
  let generations = 1
  while (copies.length < 120 || generations < 4) {
    // Every third commit has the millisecond of the one before it.
    now += random.below(12) === 0 ? (random.below(2) === 0 ? -3 : 1) * random.below(decadeMs) : random.below(3) * 1_000
    const sent = random.below(8) === 0 ? rename(notebook, random) : randomCommand(random, notebook as unknown as MemoryNotebook)
    const answer = await notebook.run(sent.actor, sent.command, sent.input)
    if (answer.ok && notebook.queue.lastSeq > (copies.at(-1)?.seq ?? 0)) {
      copies.push({ seq: notebook.queue.lastSeq, time: now, text: await copyOf(notebook) })
      if (isRecipeName(sent.command)) done.add(sent.command)
    }
    if (random.below(25) === 0) {
      await notebook.snapshot()
      generations += 1
    }
  }
  expect([...done]).toEqual(expect.arrayContaining(['insight.rename', 'insight.remove', 'trash.restore', 'report.insert-item', 'source.add']))
  for (let turn = 0; turn < 25; turn += 1) {
    const copy = copies[random.below(copies.length)] as Copy
    expect(await copyAsOf(folder, { seq: copy.seq })).toBe(copy.text)
    const other = copies[1 + random.below(copies.length - 1)] as Copy
    const time = other.time + random.below(3) * 500 - 500
    expect(await copyAsOf(folder, { time })).toBe(lastNotAfter(copies, time)?.text)
  }
  await notebook.close()
  const last = copies.at(-1) as Copy
  expect(await copyAsOf(folder, { seq: last.seq + 1_000 })).toBe(last.text)
})

function rename(notebook: OpenNotebook, random: ReturnType<typeof makeRandom>) {
  const ids = [...notebook.view.heads('insights')].map(({ id }) => id)
  const title = `${random.pick(['软银', 'debt', 'Élan'])} ${random.below(50)}`
  return { actor: 'window-one', command: 'insight.rename', input: { id: ids.length > 0 ? random.pick(ids) : 'insight:none', title } }
}

async function readAsOf(folder: string, asOf: Moment): Promise<Record<string, unknown>[]> {
  const notebook = await openNotebook(folder, { mode: 'read', asOf })
  try {
    return contentsOf(notebook.view)
  } finally {
    await notebook.close()
  }
}

test('it reads beside a writer that begins generation after generation, and leaves no files behind', async () => {
  const folder = makeFolder()
  const unpackedFolders = ownTemporaryFolder()
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'insight.add', { id: 'insight:a', title: 'First', body: '软银 first' }))
  const first = contentsOf(notebook.view)
  const reading: Promise<Record<string, unknown>[]>[] = []
  for (let round = 0; round < 6; round += 1) {
    await must(notebook.run('me', 'insight.revise', { id: 'insight:a', body: `round ${round}` }))
    reading.push(readAsOf(folder, { seq: 1 }))
    await notebook.snapshot()
  }
  for (const contents of await Promise.all(reading)) expect(contents).toEqual(first)
  await notebook.close()
  expect(unpackedFolders()).toEqual([])
})

test('an insight that was deleted for good, and the text of a deleted source, are there again', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'insight.add', { id: 'insight:a', title: 'Gone', body: 'words' }))
  await must(notebook.run('me', 'source.add', { id: 'source:s', title: 'Source', markdown: '软银 sold' }))
  const seq = notebook.queue.lastSeq
  await must(notebook.run('me', 'trash.remove', { ids: ['insight:a', 'source:s'] }))
  await must(notebook.run('me', 'trash.empty', {}))
  await notebook.snapshot()
  await notebook.close()
  const past = await openNotebook(folder, { mode: 'read', asOf: { seq } })
  expect(past.view.get('insights', 'insight:a')?.body).toBe('words')
  const text = past.view.head('sources', 'source:s')?.revisions[0]?.text
  expect(text && (await past.readText(text))?.readingText).toContain('软银 sold')
  expect(await past.run('me', 'insight.add', { title: 'x' })).toMatchObject({ ok: false, error: { code: 'read-only' } })
  await past.close()
})

test('a moment before what the history keeps is refused in words, and damage in it is named', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  for (let round = 0; round < 3; round += 1) {
    await must(notebook.run('me', 'insight.add', { id: `insight:${round}`, title: `T${round}`, body: `body ${round}` }))
    await notebook.snapshot()
  }
  await notebook.close()
  const { length } = readFileSync(join(folder, 'journal-3.ndjson'))
  flipByte(join(folder, 'journal-3.ndjson'), length - 40)
  const past = await openNotebook(folder, { mode: 'read', asOf: { time: Date.now() } })
  expect(past.view.head('insights', 'insight:1')?.title).toBe('T1')
  expect(past.damage.map(({ message }) => message)).toContainEqual(expect.stringMatching(/^a change is lost: its line is damaged/))
  await past.close()
  unlinkSync(join(folder, 'history/records-1.ndjson.zst'))
  await expect(openNotebook(folder, { mode: 'read', asOf: { time: 0 } })).rejects.toMatchObject({ code: 'not-found' })
  await expect(openNotebook(makeFolder(), { mode: 'read', asOf: { seq: 2 } })).rejects.toMatchObject({ code: 'not-found' })
})
