// Backups of an open notebook: made where something changed, whole, in both places, and brought back in every way.

import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { chooseBackup, findBackups, findBackupsIn } from '../../../src/host/backups/find-backups.ts'
import { restoreToFolder } from '../../../src/host/backups/restore-folder.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { nodeFileSystem } from '../../../src/host/storage/file-system.ts'
import { workerUrl } from '../../../src/host/worker-url.ts'
import { contentsOf, flipByte, makeFolder, must, openNew, readContents } from '../storage/work-folder.ts'

type Setting = { folder: string; outside: string; open: (options?: object) => Promise<OpenNotebook> }

function setUp(): Setting {
  const folder = makeFolder()
  const outside = join(folder, '../outside')
  return { folder, outside, open: (options = {}) => openNew(folder, { backups: { outside }, ...options }) }
}

async function fill(notebook: OpenNotebook): Promise<void> {
  await must(notebook.run('me', 'source.add', { id: 'source:a', title: '来源', markdown: 'SoftBank sold.\n\n软银出售。' }))
  await must(notebook.run('me', 'insight.add', { id: 'insight:a', title: 'A', body: 'First body.' }))
}

const piecesIn = (store: string) => readdirSync(join(store, 'pieces'))

test('a backup lies in both places, whole, and comes back byte for byte as a notebook of its own', async () => {
  const { folder, outside, open } = setUp()
  const notebook = await open()
  await fill(notebook)
  const then = contentsOf(notebook.view)
  const { backup, isNew, problems } = (await notebook.backups?.make('asked')) ?? {}
  expect(problems).toEqual([])
  expect(isNew).toBe(true)
  expect(backup).toMatchObject({ seq: 2, counts: { insights: 1, sources: 1 }, damage: [], reason: 'asked' })
  expect(backup?.places.map(({ kind }) => kind)).toEqual(['inside', 'outside'])
  await must(notebook.run('me', 'insight.revise', { id: 'insight:a', body: 'Second body.' }))
  await notebook.close()
  rmSync(folder, { recursive: true })
  const found = await findBackups(nodeFileSystem, folder, outside)
  const restored = join(folder, '../restored')
  await restoreToFolder(nodeFileSystem, await chooseBackup(found, 'newest'), restored)
  expect(await readContents(restored)).toEqual(then)
  expect(await checkNotebook(restored)).toEqual([])
  const again = await openNew(restored)
  expect(await again.readText([...again.view.heads('texts')][0]?.id as `text:${string}`)).toMatchObject({ markdown: 'SoftBank sold.\n\n软银出售。' })
  await must(again.run('me', 'insight.add', { title: 'goes on' }))
  await again.close()
})

test.each([
  ['is proved in a thread of its own', workerUrl],
  ['is proved here where the thread does not come up', new URL('./no-such-worker.ts', workerUrl)],
])('a backup of a notebook with damage %s, and says what it holds', async (_where, url) => {
  const { folder, open } = setUp()
  const first = await open()
  await fill(first)
  await must(first.run('me', 'insight.add', { id: 'insight:b', title: 'B', body: 'Another body.' }))
  await first.close()
  flipByte(join(folder, readdirSync(folder).find((name) => name.startsWith('records-')) ?? ''), 40)
  const notebook = await open({ workerUrl: url })
  const { backup, problems } = (await notebook.backups?.make('asked')) ?? {}
  await notebook.close()
  expect(problems).toEqual([])
  expect(backup).toMatchObject({ seq: 3, counts: { insights: 2, sources: 1 } })
  expect(backup?.damage).toHaveLength(1)
})

test('nothing changed is no backup; a change is one that stores only what changed', async () => {
  const { folder, open } = setUp()
  const notebook = await open()
  await fill(notebook)
  const first = await notebook.backups?.make('asked')
  expect(await notebook.backups?.make('asked')).toMatchObject({ isNew: false, backup: { name: first?.backup?.name } })
  const before = piecesIn(join(folder, 'backups'))
  await must(notebook.run('me', 'insight.revise', { id: 'insight:a', body: 'Second.' }))
  expect(await notebook.backups?.make('asked')).toMatchObject({ isNew: true })
  // The journal, and the list of files that names it.
  expect(piecesIn(join(folder, 'backups')).filter((name) => !before.includes(name))).toHaveLength(2)
  await notebook.close()
})

test('what is changed while a backup is made is not in it', async () => {
  const { open } = setUp()
  const notebook = await open()
  await fill(notebook)
  const making = notebook.backups?.make('asked')
  for (let number = 0; number < 50; number += 1) void notebook.run('me', 'insight.add', { title: `later ${number}` })
  expect((await making)?.backup).toMatchObject({ seq: 2, counts: { insights: 1 } })
  await notebook.close()
})

test('a generation that begins while a backup waits does not take its moment away', async () => {
  const { open } = setUp()
  const notebook = await open()
  await fill(notebook)
  const first = notebook.backups?.make('asked')
  await must(notebook.run('me', 'insight.add', { title: 'later' }))
  const second = notebook.backups?.make('asked')
  for (let round = 0; round < 3; round += 1) {
    await must(notebook.run('me', 'insight.add', { title: `round ${round}` }))
    await notebook.snapshot()
  }
  expect((await first)?.backup).toMatchObject({ seq: 2 })
  expect(await second).toMatchObject({ problems: [], backup: { seq: 3, counts: { insights: 2 } } })
  await notebook.close()
})

test('the clock makes one where the last is an hour old and something changed', async () => {
  let now = '2026-10-15T09:00:00.000Z'
  const { folder, outside, open } = setUp()
  const wait = () => new Promise((resolve) => setTimeout(resolve, 300))
  const notebook = await open({ now: () => now, backups: { outside, firstCheckMs: 1, checkEveryMs: 20 } })
  await fill(notebook)
  await wait()
  const made = async () => (await findBackups(nodeFileSystem, folder, undefined)).map(({ head }) => [head.reason, head.at.slice(0, 13)])
  expect(await made()).toEqual([['automatic', '2026-10-15T09']])
  await must(notebook.run('me', 'insight.add', { title: 'within the hour' }))
  await wait()
  expect(await made()).toHaveLength(1)
  now = '2026-10-15T10:30:00.000Z'
  await wait()
  expect(await made()).toHaveLength(2)
  now = '2026-10-15T12:30:00.000Z'
  await wait()
  expect(await made(), 'nothing changed since').toHaveLength(2)
  // A clock that was set back by decades puts nothing off.
  now = '1990-01-01T00:00:00.000Z'
  await must(notebook.run('me', 'insight.add', { title: 'in the past' }))
  await wait()
  expect(await made()).toHaveLength(3)
  await notebook.close()
})

test('a command that changes more than a hundred records leaves a backup of what was there before', async () => {
  const { folder, outside, open } = setUp()
  const notebook = await open()
  const ids = Array.from({ length: 150 }, (_, number) => `insight:n${number}`)
  await Promise.all(ids.map((id) => must(notebook.run('me', 'insight.add', { id, title: id }))))
  await must(notebook.run('me', 'trash.remove', { ids: ids.slice(0, 101), confirmed: true }))
  await notebook.close()
  const [found] = await findBackups(nodeFileSystem, folder, undefined)
  expect(found?.head).toMatchObject({ reason: 'before bulk change', seq: 150, counts: { insights: 150 } })
  expect(await findBackupsIn(nodeFileSystem, join(outside, readdirSync(outside)[0] as string))).toHaveLength(1)
})

test('restoring in place is one change: the present is backed up, undo takes it back, redo does it again', async () => {
  const { folder, open } = setUp()
  const notebook = await open()
  await fill(notebook)
  const then = contentsOf(notebook.view)
  const made = await notebook.backups?.make('asked')
  await must(notebook.run('me', 'insight.revise', { id: 'insight:a', title: 'B', body: 'Second.' }))
  await must(notebook.run('me', 'insight.add', { id: 'insight:later', title: 'later' }))
  await must(notebook.run('me', 'source.remove', { id: 'source:a' }))
  await must(notebook.run('me', 'trash.empty', {}))
  for (const name of readdirSync(join(folder, 'texts'))) rmSync(join(folder, 'texts', name))
  const before = contentsOf(notebook.view)
  expect(await notebook.backups?.compare(made?.backup?.name as string)).toEqual({
    comesBack: [['sources', 1]],
    changesBack: [['insights', 1]],
    goes: [['insights', 1]],
  })
  expect(await notebook.run('me', 'backup.restore', { backup: made?.backup?.name })).toMatchObject({ ok: true, result: { brought: 3, removed: 1 } })
  const words = (records: Record<string, unknown>[]) => records.map(({ rev: _rev, updatedAt: _at, ...record }) => record)
  expect(words(contentsOf(notebook.view))).toEqual(words(then))
  const [text] = notebook.view.heads('texts')
  expect(await notebook.readText(text?.id as `text:${string}`)).toMatchObject({ readingText: 'SoftBank sold.\n\n软银出售。' })
  expect((await notebook.backups?.list())?.[0]).toMatchObject({ reason: 'before restore', counts: { insights: 2, sources: 0 } })
  await must(notebook.run('me', 'history.undo', {}))
  expect(words(contentsOf(notebook.view))).toEqual(words(before))
  await must(notebook.run('me', 'history.redo', {}))
  expect(words(contentsOf(notebook.view))).toEqual(words(then))
  await notebook.close()
  expect(await checkNotebook(folder)).toEqual([])
})

test('restoring over a body that is damaged brings it back', async () => {
  const { folder, open } = setUp()
  const first = await open()
  await fill(first)
  await first.snapshot()
  await first.snapshot()
  await first.backups?.make('asked')
  await first.close()
  // In both generations: from the one before alone it would heal by itself.
  for (const name of readdirSync(folder).filter((name) => name.startsWith('bodies-')))
    flipByte(join(folder, name), readFileSync(join(folder, name)).indexOf('First'))
  const notebook = await open()
  expect(() => notebook.view.get('insights', 'insight:a')).toThrow('damaged')
  expect(await notebook.run('me', 'backup.restore', { backup: 'newest', only: ['insight:a'] })).toMatchObject({
    ok: true,
    result: { brought: 1, removed: 0 },
  })
  expect(notebook.view.get('insights', 'insight:a')).toMatchObject({ body: 'First body.' })
  await notebook.close()
})

test('damage in the notebook does not come into its backups where an earlier one has the file whole', async () => {
  const { folder, open } = setUp()
  const notebook = await open()
  await fill(notebook)
  await notebook.backups?.make('asked')
  const [text] = readdirSync(join(folder, 'texts')).filter((name) => name.endsWith('.md'))
  flipByte(join(folder, 'texts', text as string), 3)
  await must(notebook.run('me', 'insight.add', { title: 'later' }))
  expect(await notebook.backups?.make('asked')).toMatchObject({ isNew: true, backup: { damage: [] } })
  await notebook.close()
  const restored = join(folder, '../restored')
  await restoreToFolder(nodeFileSystem, await chooseBackup(await findBackups(nodeFileSystem, folder, undefined), 'newest'), restored)
  expect(await checkNotebook(restored)).toEqual([])
})

test('a damaged piece is noticed when it is restored, never handed out; the other place still has it', async () => {
  const { folder, outside, open } = setUp()
  const notebook = await open()
  await fill(notebook)
  await notebook.backups?.make('asked')
  await notebook.close()
  const store = join(folder, 'backups')
  for (const name of piecesIn(store)) flipByte(join(store, 'pieces', name), statSync(join(store, 'pieces', name)).size >> 1)
  const inside = (await findBackups(nodeFileSystem, folder, undefined)).filter(({ place }) => place.kind === 'inside')
  await expect(chooseBackup(inside, 'newest')).rejects.toThrow('damaged')
  const chosen = await chooseBackup(await findBackups(nodeFileSystem, folder, outside), 'newest')
  expect(chosen.place.kind).toBe('outside')
  // The next backup mends what the last one shares with it.
  const again = await open()
  expect(await again.backups?.make('asked')).toMatchObject({ problems: [] })
  await again.close()
  await restoreToFolder(
    nodeFileSystem,
    await chooseBackup(await findBackups(nodeFileSystem, folder, undefined), 'newest'),
    join(folder, '../restored'),
  )
  expect(await checkNotebook(join(folder, '../restored'))).toEqual([])
})

test('a place that cannot be written is told, the other one has the backup, and saving goes on', async () => {
  const { folder, outside, open } = setUp()
  mkdirSync(join(folder, '..'), { recursive: true })
  writeFileSync(outside, 'a file where the folder should be')
  const notebook = await open()
  await fill(notebook)
  const outcome = await notebook.backups?.make('asked')
  expect(outcome?.backup?.places).toMatchObject([{ kind: 'inside' }])
  expect(outcome?.problems).toHaveLength(1)
  expect(notebook.backups?.state().problem).toContain(outside)
  await must(notebook.run('me', 'insight.add', { title: 'saved all the same' }))
  await notebook.close()
})

test('a head that is half written or damaged is no backup', async () => {
  const { folder, open } = setUp()
  const notebook = await open()
  await fill(notebook)
  await notebook.backups?.make('asked')
  await notebook.close()
  const store = join(folder, 'backups')
  const head = readdirSync(store).find((name) => name.endsWith('.backup.json')) as string
  writeFileSync(join(store, `copy-${head}`), readFileSync(join(store, head)))
  writeFileSync(join(store, 'half.backup.json'), readFileSync(join(store, head)).subarray(0, 300))
  expect(await findBackups(nodeFileSystem, folder, undefined)).toHaveLength(1)
  flipByte(join(store, head), 200)
  expect(await findBackups(nodeFileSystem, folder, undefined)).toHaveLength(0)
})

test('a copy of the folder has backups of its own, and takes none of the first one’s away', async () => {
  const { folder, outside, open } = setUp()
  const notebook = await open()
  await fill(notebook)
  await notebook.backups?.make('asked')
  await notebook.close()
  const copy = join(folder, '../copy')
  cpSync(folder, copy, { recursive: true })
  const other = await openNew(copy, { backups: { outside } })
  for (let number = 0; number < 3; number += 1) {
    await must(other.run('me', 'insight.add', { title: `in the copy ${number}` }))
    await other.backups?.make('asked')
  }
  await other.close()
  const found = await findBackups(nodeFileSystem, folder, outside)
  expect(found.filter(({ head, place }) => place.kind === 'outside' && head.folder.endsWith('/notebook'))).toHaveLength(1)
  expect(existsSync(outside)).toBe(true)
})
