// New generations: written beside edits, archived whole, readable by anybody with zstd, and without holding the event loop.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { isRotationDue } from '../../../src/host/storage/rotation-policy.ts'
import { makeNotebook, makeNotes } from '../../bench/storage/made-notes.ts'
import { contentsOf, makeFolder, must, openNew, readContents } from './work-folder.ts'

test('edits during a rotation are in memory, in the new journal and after reopening', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  const ids = Array.from({ length: 300 }, (_, index) => `insight:n${index}`)
  await Promise.all(ids.map((id) => must(notebook.run('me', 'insight.add', { id, title: 'T', body: 'x'.repeat(3_000) }))))
  for (let round = 0; round < 5; round += 1) {
    const rotation = notebook.snapshot()
    const edits: Promise<number>[] = []
    for (let step = 0; step < 60; step += 1) {
      edits.push(must(notebook.run('me', 'insight.revise', { id: ids[(step * 7 + round) % 300], body: `round ${round} step ${step}` })))
      if (step % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    edits.push(must(notebook.run('me', 'insight.add', { id: `insight:r${round}`, title: 'New' })))
    await Promise.all([rotation, ...edits])
    expect(await readContents(folder)).toEqual(contentsOf(notebook.view))
  }
  const live = contentsOf(notebook.view)
  await notebook.close()
  expect(await readContents(folder)).toEqual(live)
})

test('history holds every generation whole: its snapshot and the commits after it, without a gap', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  for (let round = 0; round < 4; round += 1) {
    await must(notebook.run('me', 'insight.add', { id: `insight:${round}`, title: `T${round}`, body: `Body ${round}` }))
    await must(notebook.run('me', 'insight.revise', { id: 'insight:0', body: `Again ${round}` }))
    await notebook.snapshot()
  }
  await notebook.close()
  const history = join(folder, 'history')
  const linesOf = (name: string) =>
    zstdDecompressSync(readFileSync(join(history, name)))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  expect(readdirSync(history).filter((name) => name.endsWith('.zst'))).toHaveLength(12)
  const seqs = [1, 2, 3, 4].flatMap((generation) =>
    linesOf(`journal-${generation}.ndjson.zst`)
      .slice(1)
      .map(({ commit }) => commit.seq),
  )
  expect(seqs).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  expect(linesOf('records-3.ndjson.zst')[0]).toMatchObject({ generation: 3, seq: 4, schema: 1 })
  expect(linesOf('bodies-3.ndjson.zst').map(({ body }) => body.text)).toEqual(['Again 1', 'Body 1'])
})

test('300 autosaves of a 20,000-word note take little room in history', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  const [note] = makeNotes(1, 5)
  let body = Array.from({ length: 80 }, () => note?.body).join('\n\n')
  await must(notebook.run('me', 'insight.add', { id: 'insight:long', title: 'Long', body }))
  for (let save = 0; save < 300; save += 1) {
    const at = (save * 397) % body.length
    body = `${body.slice(0, at)} word${save} ${body.slice(at)}`
    await must(notebook.run('me', 'insight.revise', { id: 'insight:long', body }))
  }
  await notebook.snapshot()
  await notebook.close()
  const journal = readdirSync(join(folder, 'history')).find((name) => name.startsWith('journal-1')) as string
  expect(readFileSync(join(folder, 'history', journal)).length).toBeLessThan(100_000)
})

test('writing a generation of 20,000 insights lets everybody else have their turn', async () => {
  const folder = makeFolder()
  await makeNotebook(folder, makeNotes(20_000))
  const notebook = await openNotebook(folder)
  let turns = 0
  const ticking = setInterval(() => {
    turns += 1
  }, 1)
  await notebook.snapshot()
  clearInterval(ticking)
  // How long a turn had to wait is measured by `bench storage`, where nothing else shares the machine.
  expect(turns).toBeGreaterThan(5)
  await notebook.close()
})

test.each([
  ['after a commit', 1_000, 1_000, false],
  ['after a commit', 40e6, 50e6, true],
  ['after a commit', 40e6, 200e6, false],
  ['idle', 2e6, 1e6, true],
  ['idle', 100_000, 1e6, false],
  ['closing', 300_000, 1e6, true],
  ['closing', 10_000, 1_000, false],
] as const)('%s with a journal of %i bytes and a snapshot of %i a new generation is due: %s', (moment, journal, snapshot, due) => {
  expect(isRotationDue(moment, journal, snapshot)).toBe(due)
})

test('a long journal becomes a generation when the notebook is closed', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'insight.add', { title: 'T', body: 'x'.repeat(400_000) }))
  await notebook.close()
  const again = await openNotebook(folder, { mode: 'read' })
  expect(again.manifest.generation).toBe(2)
  await again.close()
})
