import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { createNotebook } from '../../../src/host/storage/create-notebook.ts'
import { nodeFileSystem } from '../../../src/host/storage/file-system.ts'
import { contentsOf, makeFolder, must, openNew, readContents } from './work-folder.ts'

test('what was saved is there after closing and opening, however strange its letters', async () => {
  const folder = makeFolder()
  const bodies = [
    '',
    '\0',
    'a\ud800b',
    '\udc00',
    '\u2028\u2029',
    '"\\n"\r\n\t',
    '软银集团 ソフトバンク 😀',
    '__proto__',
    '{"length":3,"crc32":"',
    'x'.repeat(200_000),
  ]
  const first = await openNew(folder)
  await must(first.run('me', 'insight.add', { id: 'insight:__proto__', title: '__proto__', body: 'proto' }))
  for (const [index, body] of bodies.entries())
    await must(first.run('me', 'insight.add', { id: `insight:n${index}`, title: `t\0${body.slice(0, 10)}`, body }))
  await first.close()
  // Once from the journal, once from a snapshot.
  for (const round of ['journal', 'snapshot']) {
    const notebook = await openNotebook(folder)
    const read = bodies.map((_, index) => notebook.view.get('insights', `insight:n${index}`)?.body)
    expect(read, round).toEqual(bodies)
    expect(notebook.view.get('insights', 'insight:__proto__')).toMatchObject({ title: '__proto__', body: 'proto', rev: 1, createdSeq: 1 })
    expect(notebook.queue.lastSeq).toBe(bodies.length + 1)
    expect(notebook.damage).toEqual([])
    await notebook.snapshot()
    await notebook.close()
  }
})

test('the folder holds the files that the format names, for its owner alone', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'source.add', { title: 'Source', markdown: '# Title\n\nSome **bold** words.' }))
  await notebook.snapshot()
  await notebook.close()
  expect(readdirSync(folder).toSorted()).toEqual([
    'backups',
    'bodies-1.ndjson',
    'bodies-2.ndjson',
    'cache',
    'files',
    'history',
    'journal-1.ndjson',
    'journal-2.ndjson',
    'lock',
    'notebook.json',
    'records-1.ndjson',
    'records-2.ndjson',
    'saved.json',
    'texts',
  ])
  const [markdown, reading] = readdirSync(join(folder, 'texts')).toSorted()
  expect(markdown).toMatch(/^[0-9a-f]{64}\.md$/)
  expect(reading).toBe(markdown?.replace('.md', '.reading.txt'))
  expect(readFileSync(join(folder, 'texts', String(reading)), 'utf8')).toBe('Title\n\nSome bold words.')
  expect(readdirSync(join(folder, 'history')).toSorted()).toEqual([
    'bodies-1.ndjson.zst',
    'index.ndjson',
    'journal-1.ndjson.zst',
    'records-1.ndjson.zst',
  ])
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const stats = statSync(join(folder, name))
    expect(`${name} ${(stats.mode & 0o777).toString(8)}`).toBe(`${name} ${stats.isDirectory() ? '700' : '600'}`)
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'notebook.json'), 'utf8'))
  expect(manifest).toMatchObject({ schema: 1, generation: 2, title: 'Test', id: expect.stringMatching(/^notebook:/) })
})

test('every line of records, bodies and journal is JSON that anybody can read', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'insight.add', { id: 'insight:a', title: 'A', body: 'line one\nline two' }))
  await notebook.snapshot()
  await must(notebook.run('me', 'insight.revise', { id: 'insight:a', title: 'B' }))
  await notebook.close()
  for (const name of ['records-2.ndjson', 'bodies-2.ndjson', 'journal-1.ndjson', 'journal-2.ndjson']) {
    const text = readFileSync(join(folder, name), 'utf8')
    expect(text.endsWith('\n')).toBe(true)
    for (const line of text.trimEnd().split('\n')) expect(JSON.parse(line)).toBeTypeOf('object')
  }
  const last = JSON.parse(readFileSync(join(folder, 'journal-2.ndjson'), 'utf8').trimEnd().split('\n').at(-1) as string)
  expect(last.commit).toMatchObject({
    seq: 2,
    actor: 'me',
    command: 'insight.revise',
    changes: [{ table: 'insights', id: 'insight:a', after: { title: 'B' } }],
  })
})

test('opening says what is wrong with a folder', async () => {
  const folder = makeFolder()
  await expect(openNotebook(folder)).rejects.toMatchObject({ code: 'not-found' })
  mkdirSync(folder)
  writeFileSync(join(folder, 'holiday.jpg'), 'x')
  await expect(openNotebook(folder)).rejects.toMatchObject({ code: 'not-found' })
  await expect(createNotebook(folder, { title: 'T' })).rejects.toMatchObject({ code: 'exists' })
  expect(readdirSync(folder)).toEqual(['holiday.jpg'])
  rmSync(join(folder, 'holiday.jpg'))
  await createNotebook(folder, { title: 'T' })
  await expect(createNotebook(folder, { title: 'T' })).rejects.toMatchObject({ code: 'exists' })
})

test('a notebook of a newer schema is refused, and stays as it is', async () => {
  const folder = makeFolder()
  await createNotebook(folder, { title: 'Future', schema: 99 })
  const before = readFileSync(join(folder, 'notebook.json'))
  for (const mode of ['write', 'read'] as const)
    await expect(openNotebook(folder, { mode })).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining('schema 99') })
  expect(readFileSync(join(folder, 'notebook.json'))).toEqual(before)
})

test('reading beside a writer sees a moment, writes nothing and refuses commands', async () => {
  const folder = makeFolder()
  const writer = await openNew(folder)
  await must(writer.run('me', 'insight.add', { id: 'insight:a', title: 'A', body: 'first' }))
  const names = readdirSync(folder, { recursive: true }).toSorted()
  const reader = await openNotebook(folder, { mode: 'read' })
  expect(reader.status()).toMatchObject({ kind: 'read-only' })
  expect(await reader.run('me', 'insight.add', { title: 'X' })).toMatchObject({ ok: false, error: { code: 'read-only' } })
  await must(writer.run('me', 'insight.revise', { id: 'insight:a', body: 'second' }))
  for (let round = 0; round < 4; round += 1) await writer.snapshot()
  expect(reader.view.get('insights', 'insight:a')?.body).toBe('first')
  await reader.close()
  await writer.close()
  expect((await readContents(folder))[0]).toMatchObject({ body: 'second' })
  expect(names).toContain('journal-1.ndjson')
})

test('the status tells when something is being saved', async () => {
  const notebook = await openNew(makeFolder())
  const told: string[] = []
  notebook.onStatus(({ kind }) => told.push(kind))
  const saving = notebook.run('me', 'insight.add', { title: 'A' })
  expect(notebook.status().kind).toBe('saving')
  await must(saving)
  expect(notebook.status().kind).toBe('saved')
  expect(told).toEqual(['saving', 'saved'])
  await notebook.close()
  expect(await notebook.run('me', 'insight.add', { title: 'B' })).toMatchObject({ ok: false, error: { code: 'closed' } })
})

test('listeners hear every commit in order, after it can be read', async () => {
  const notebook = await openNew(makeFolder())
  const heard: [number, string | undefined][] = []
  const stop = notebook.onCommit(({ seq, changes }) => heard.push([seq, notebook.view.head('insights', changes[0]?.id as RecordId)?.title]))
  await Promise.all(['a', 'b', 'c'].map((title) => must(notebook.run('me', 'insight.add', { title }))))
  stop()
  await must(notebook.run('me', 'insight.add', { title: 'd' }))
  expect(heard).toEqual([
    [1, 'a'],
    [2, 'b'],
    [3, 'c'],
  ])
  await notebook.close()
})

test('scanning bodies gives every body once, while generations change under it', async () => {
  const notebook = await openNew(makeFolder())
  const bodies = new Map(Array.from({ length: 500 }, (_, index) => [`insight:n${index}`, `body ${index} ${'x'.repeat((index * 97) % 9_000)}`]))
  await Promise.all([...bodies].map(([id, body]) => must(notebook.run('me', 'insight.add', { id, title: 'T', body }))))
  await notebook.snapshot()
  const changed = [...bodies.keys()].slice(0, 3)
  for (const id of changed) {
    bodies.set(id, 'new')
    await must(notebook.run('me', 'insight.revise', { id, body: 'new' }))
  }
  const found = new Map<string, string>()
  for await (const { id, body } of notebook.scanBodies()) {
    if (found.size === 10) {
      await notebook.snapshot()
      await notebook.snapshot()
    }
    expect(found.has(id)).toBe(false)
    found.set(id, body)
  }
  expect(found).toEqual(bodies)
  await notebook.close()
})

test('read-only media: dump-like reading needs no write call at all', async () => {
  const folder = makeFolder()
  const writer = await openNew(folder)
  await must(writer.run('me', 'insight.add', { title: 'A', body: 'B' }))
  await writer.close()
  const refuse = () => Promise.reject(Object.assign(new Error('read-only file system'), { code: 'EROFS' }))
  const readOnly = {
    ...nodeFileSystem,
    open: (path: string, flags: 'r' | 'r+' | 'wx') => (flags === 'r' ? nodeFileSystem.open(path, flags) : refuse()),
    rename: refuse,
    unlink: refuse,
    makeFolder: refuse,
    copyFile: refuse,
    syncFolder: refuse,
  }
  const reader = await openNotebook(folder, { mode: 'read', fileSystem: readOnly })
  expect(contentsOf(reader.view)).toMatchObject([{ title: 'A', body: 'B' }])
  await reader.close()
})
