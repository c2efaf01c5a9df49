// The notebook as of any moment is the copy that was taken then, record for record, whatever the clock did and wherever the generations end.

import { readdirSync, readFileSync, unlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Moment } from '../../../src/core/history/moment.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { makeRandom, randomCommand } from '../../core/queries/random-commands.ts'
import type { MemoryNotebook } from '../session/memory-notebook.ts'
import { contentsOf, flipByte, makeFolder, must, openNew } from '../storage/work-folder.ts'

type Copy = { seq: number; time: number; contents: Record<string, unknown>[] }

async function readAsOf(folder: string, asOf: Moment): Promise<Record<string, unknown>[]> {
  const notebook = await openNotebook(folder, { mode: 'read', asOf })
  try {
    return contentsOf(notebook.view)
  } finally {
    await notebook.close()
  }
}

/** The truth that the promise is held against: the last copy, in the order of numbers, whose time is not after `time`. */
const lastNotAfter = (copies: readonly Copy[], time: number) => copies.findLast((copy) => copy.time <= time)

test.each([1, 2, 3, 4])('seed %i: 50 random moments, with a clock that jumps by decades', async (seed) => {
  const folder = makeFolder()
  const random = makeRandom(seed)
  let now = Date.parse('2026-01-01T00:00:00.000Z')
  const notebook = await openNew(folder, { now: () => new Date(now).toISOString() })
  const copies: Copy[] = [{ seq: 0, time: Number.NEGATIVE_INFINITY, contents: contentsOf(notebook.view) }]
  while (copies.length < 120) {
    now += random.below(12) === 0 ? (random.below(2) === 0 ? -1 : 1) * random.below(30 * 365) * 86_400_000 : random.below(3) * 1_000
    const { actor, command, input } = randomCommand(random, notebook as unknown as MemoryNotebook)
    const answer = await notebook.run(actor, command, input)
    if (answer.ok && notebook.queue.lastSeq > (copies.at(-1)?.seq ?? 0))
      copies.push({ seq: notebook.queue.lastSeq, time: now, contents: contentsOf(notebook.view) })
    if (random.below(25) === 0) await notebook.snapshot()
  }
  for (let turn = 0; turn < 25; turn += 1) {
    const copy = copies[random.below(copies.length)] as Copy
    expect(await readAsOf(folder, { seq: copy.seq })).toEqual(copy.contents)
    const other = copies[1 + random.below(copies.length - 1)] as Copy
    const time = other.time + random.below(3) * 500 - 500
    expect(await readAsOf(folder, { time })).toEqual(lastNotAfter(copies, time)?.contents)
  }
  await notebook.close()
  const last = copies.at(-1) as Copy
  expect(await readAsOf(folder, { seq: last.seq + 1_000 })).toEqual(last.contents)
})

test('it reads beside a writer that begins generation after generation, and leaves no files behind', async () => {
  const folder = makeFolder()
  const leftBefore = unpackedFolders()
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
  expect(unpackedFolders()).toEqual(leftBefore)
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

function unpackedFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('footing-history-'))
}
