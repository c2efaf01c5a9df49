// What a failing disk answers becomes what the analyst is told; nothing that was refused comes back, nothing acknowledged goes.

import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { makeDisk } from './failing-disk.ts'
import { contentsOf, makeFolder, must, openNew, readContents } from './work-folder.ts'

test.each([
  ['write', 'ENOSPC', 'no-space'],
  ['write', 'EDQUOT', 'no-space'],
  ['write', 'EIO', 'fate-unknown'],
  ['datasync', 'EIO', 'fate-unknown'],
  ['datasync', 'ENOSPC', 'fate-unknown'],
] as const)('a %s that fails with %s refuses as %s and leaves memory as it was', async (call, code, refusal) => {
  const folder = makeFolder()
  const disk = makeDisk()
  const notebook = await openNew(folder, { fileSystem: disk.fileSystem })
  await must(notebook.run('me', 'insight.add', { id: 'insight:kept', title: 'Kept', body: 'Body' }))
  const before = contentsOf(notebook.view)
  disk.set({ call, code, name: /journal-/, partial: true })
  const group = ['a', 'b', 'c'].map((name) => notebook.run('me', 'insight.add', { id: `insight:${name}`, title: name }))
  for (const answer of await Promise.all(group)) expect(answer).toMatchObject({ ok: false, error: { code: refusal } })
  expect(contentsOf(notebook.view)).toEqual(before)
  expect(notebook.status()).toMatchObject({ kind: 'read-only', reason: { code: refusal } })
  // A failed fsync is never tried again on its descriptor: the kernel may call the next one a success.
  expect(disk.calls).toHaveLength(1)
  if (refusal === 'fate-unknown')
    expect(await notebook.run('me', 'insight.add', { title: 'Later' })).toMatchObject({ ok: false, error: { code: refusal } })
  await notebook.close()
  const after = await readContents(folder)
  if (refusal === 'no-space') expect(after).toEqual(before)
  else for (const record of before) expect(after).toContainEqual(record)
  expect(await checkNotebook(folder)).toEqual([])
  const again = await openNotebook(folder)
  await must(again.run('me', 'insight.add', { title: 'Saved again' }))
  await again.close()
})

test.each([
  ['write', 'ENOSPC', 'no-space'],
  ['write', 'EIO', 'fate-unknown'],
  ['write', 'EROFS', 'read-only'],
  ['datasync', 'EIO', 'fate-unknown'],
  ['datasync', 'ENOSPC', 'fate-unknown'],
] as const)('once a disk that answered a %s with %s is well again, saving goes on in the same process', async (call, code, refusal) => {
  const folder = makeFolder()
  const disk = makeDisk()
  const notebook = await openNew(folder, { fileSystem: disk.fileSystem })
  await must(notebook.run('me', 'insight.add', { id: 'insight:kept', title: 'Kept', body: 'Body' }))
  disk.set({ call, code, name: /journal-1/, partial: true }, { call: 'write', code, name: /room/ })
  const refused = await notebook.run('me', 'insight.add', { id: 'insight:refused', title: 'Refused' })
  expect(refused).toMatchObject({ ok: false, error: { code: refusal } })
  // While the disk is as it was, asking for another try changes nothing, and says so.
  if (call === 'write') {
    disk.set({ call, code, name: /journal-|room/ })
    expect(await notebook.retrySaving()).toMatchObject({ kind: 'read-only', reason: { code: refusal }, isPassing: true })
  }
  disk.set()
  expect(await notebook.retrySaving()).toEqual({ kind: 'saved' })
  expect(await notebook.run('me', 'insight.add', { id: 'insight:refused', title: 'Refused' })).toMatchObject({ ok: true, seq: 2 })
  await must(notebook.run('me', 'insight.revise', { id: 'insight:kept', body: 'Later' }))
  const live = contentsOf(notebook.view)
  expect(live).toHaveLength(2)
  expect(await readContents(folder)).toEqual(live)
  expect(await checkNotebook(folder)).toEqual([])
  await notebook.snapshot()
  await notebook.close()
  expect(await readContents(folder)).toEqual(live)
  expect(await checkNotebook(folder)).toEqual([])
  // What was refused, and then taken, has one place in the history.
  const again = await openNotebook(folder, { mode: 'read' })
  expect((await again.history.versions('insight:refused')).map(({ seq }) => seq)).toEqual([2])
  await again.close()
})

test('a full disk is noticed to have room again without anybody asking', async () => {
  const disk = makeDisk()
  const notebook = await openNew(makeFolder(), { fileSystem: disk.fileSystem })
  disk.set({ call: 'write', code: 'ENOSPC', name: /journal-|room/ })
  expect(await notebook.run('me', 'insight.add', { title: 'A' })).toMatchObject({ ok: false, error: { code: 'no-space' } })
  disk.set()
  const saved = new Promise((resolve) => notebook.onStatus(({ kind }) => kind === 'saved' && resolve(true)))
  expect(await saved).toBe(true)
  await notebook.close()
})

test('a disk that fails again and again never begins more than one journal, and loses nothing', async () => {
  const folder = makeFolder()
  const disk = makeDisk()
  const notebook = await openNew(folder, { fileSystem: disk.fileSystem })
  await must(notebook.run('me', 'insight.add', { id: 'insight:a', title: 'A', body: 'Body' }))
  disk.set({ call: 'datasync', code: 'EIO', name: /journal-1/ })
  await notebook.run('me', 'insight.revise', { id: 'insight:a', body: 'Doubtful' })
  disk.set({ call: 'sync', code: 'EIO', name: /records-/ })
  for (let attempt = 0; attempt < 5; attempt += 1) expect((await notebook.retrySaving()).kind).toBe('read-only')
  expect(readdirSync(folder).filter((name) => name.startsWith('journal-'))).toHaveLength(2)
  expect((await readContents(folder))[0]).toMatchObject({ body: 'Body' })
  disk.set()
  expect((await notebook.retrySaving()).kind).toBe('saved')
  await must(notebook.run('me', 'insight.revise', { id: 'insight:a', body: 'Certain' }))
  await notebook.close()
  expect((await readContents(folder))[0]).toMatchObject({ body: 'Certain' })
  expect(await checkNotebook(folder)).toEqual([])
})

test.each([
  ['write', /bodies-/],
  ['write', /records-/],
  ['sync', /records-/],
  ['rename', /notebook\.json/],
  ['write', /journal-/],
  ['sync', /journal-/],
] as const)('a new generation that fails at %s of %s costs nothing', async (call, name) => {
  const folder = makeFolder()
  const disk = makeDisk()
  const notebook = await openNew(folder, { fileSystem: disk.fileSystem })
  await must(notebook.run('me', 'insight.add', { id: 'insight:a', title: 'A', body: 'Body' }))
  disk.set({ call, code: 'ENOSPC', name })
  await expect(notebook.snapshot()).rejects.toMatchObject({ code: 'no-space' })
  disk.set()
  await must(notebook.run('me', 'insight.add', { id: 'insight:b', title: 'B' }))
  expect(await readContents(folder)).toEqual(contentsOf(notebook.view))
  await notebook.snapshot()
  await must(notebook.run('me', 'insight.add', { id: 'insight:c', title: 'C' }))
  const live = contentsOf(notebook.view)
  await notebook.close()
  expect(await readContents(folder)).toEqual(live)
  expect(await checkNotebook(folder)).toEqual([])
})

test('a text that cannot be stored refuses its command alone', async () => {
  const folder = makeFolder()
  const disk = makeDisk()
  const notebook = await openNew(folder, { fileSystem: disk.fileSystem })
  disk.set({ call: 'write', code: 'ENOSPC', name: /texts/ })
  expect(await notebook.run('me', 'source.add', { title: 'S', markdown: 'Text' })).toMatchObject({ ok: false, error: { code: 'no-space' } })
  expect(notebook.status().kind).toBe('saved')
  disk.set()
  await must(notebook.run('me', 'source.add', { title: 'S', markdown: 'Text' }))
  await notebook.close()
  expect(await checkNotebook(folder)).toEqual([])
})
