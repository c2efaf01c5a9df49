// What a failing disk answers becomes what the analyst is told; nothing that was refused comes back, nothing acknowledged goes.

import { expect, test } from 'vitest'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { type FileSystem, nodeFileSystem, type OpenFile } from '../../../src/host/storage/file-system.ts'
import { contentsOf, makeFolder, must, openNew, readContents } from './work-folder.ts'

type Fault = { call: 'write' | 'datasync' | 'sync' | 'rename'; code: string; name: RegExp; partial?: boolean }

function failWith(code: string): never {
  throw Object.assign(new Error(`${code}: made by a test`), { code })
}

/** A disk that is well until a fault is set. Counts the calls that came after a fault. */
function makeDisk(): { fileSystem: FileSystem; set: (fault: Fault | undefined) => void; calls: string[] } {
  let fault: Fault | undefined
  const calls: string[] = []
  const hit = (call: Fault['call'], path: string) => {
    if (fault?.call !== call || !fault.name.test(path)) return false
    calls.push(call)
    return true
  }
  const fileSystem: FileSystem = {
    ...nodeFileSystem,
    open: async (path, flags) => {
      const file = await nodeFileSystem.open(path, flags)
      const write = file.write.bind(file) as (
        bytes: Uint8Array,
        offset: number,
        length: number,
        position: number,
      ) => Promise<{ bytesWritten: number }>
      const [datasync, sync] = [file.datasync.bind(file), file.sync.bind(file)]
      return Object.assign(file, {
        write: async (bytes: Uint8Array, offset: number, length: number, position: number) => {
          if (!hit('write', path)) return write(bytes, offset, length, position)
          if (fault?.partial) await write(bytes, offset, Math.floor(length * 0.9), position)
          return failWith(fault?.code as string)
        },
        datasync: async () => (hit('datasync', path) ? failWith(fault?.code as string) : datasync()),
        sync: async () => (hit('sync', path) ? failWith(fault?.code as string) : sync()),
      }) as OpenFile
    },
    rename: async (from, to) => (hit('rename', to) ? failWith(fault?.code as string) : nodeFileSystem.rename(from, to)),
  }
  return {
    fileSystem,
    calls,
    set: (next) => {
      fault = next
    },
  }
}

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
  disk.set(undefined)
  expect(await notebook.run('me', 'insight.add', { title: 'Later' })).toMatchObject({ ok: false, error: { code: refusal } })
  // A failed fsync is never tried again on its file: the kernel may call the next one a success.
  expect(disk.calls).toHaveLength(1)
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
  disk.set(undefined)
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
  disk.set(undefined)
  await must(notebook.run('me', 'source.add', { title: 'S', markdown: 'Text' }))
  await notebook.close()
  expect(await checkNotebook(folder)).toEqual([])
})
