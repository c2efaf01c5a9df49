// A whole notebook in one file: it comes back record for record; what is damaged, newer or in the way is refused and leaves nothing behind.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dumpRecords } from '../../../src/host/dump/dump-records.ts'
import { exportNotebook } from '../../../src/host/export/export-notebook.ts'
import { importNotebook } from '../../../src/host/export/import-notebook.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'

const folder = mkdtempSync(join(tmpdir(), 'footing-notebook-file-'))
const at = (name: string) => join(folder, name)
const file = at('notebook.ndjson')
const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
afterAll(() => rmSync(folder, { recursive: true }))

async function dumpOf(name: string): Promise<string[]> {
  const notebook = await openNotebook(at(name), { mode: 'read' })
  try {
    return [...dumpRecords(notebook.view, { withTrash: true })].map((each) => JSON.stringify(each))
  } finally {
    await notebook.close()
  }
}

let picture: string
beforeAll(async () => {
  const notebook = await openNotebook(at('old'), { create: { title: 'Old “one”' } })
  const run = (command: string, input: unknown) =>
    notebook.run('test', command, input).then((answer) => expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true }))
  await run('source.add', { id: 'source:s', title: '软银', markdown: '# One\n\nSome *words* stand here.\u2028And more 🧊.' })
  await run('highlight.add', { id: 'highlight:h', source: 'source:s', start: 5, end: 15 })
  await run('source.renew-text', { id: 'source:s', markdown: 'Other words stand here now.' })
  picture = await notebook.addImage(png)
  await run('insight.add', { id: 'insight:__proto__', title: 'I', body: `Body\r\nwith ![x](${picture}) and [@x#h1]` })
  await run('evidence.add', { insight: 'insight:__proto__', source: 'source:s', highlight: 'highlight:h', stance: 'supports' })
  await run('insight.add', { id: 'insight:gone', title: 'Gone' })
  await run('insight.remove', { id: 'insight:gone' })
  await exportNotebook(notebook, file)
  await notebook.close()
})

test('it comes back with every record, text and file, is whole, and goes on from there', async () => {
  await importNotebook(file, at('new'))
  expect(await dumpOf('new')).toEqual(await dumpOf('old'))
  expect(readdirSync(at('new/texts')).sort()).toEqual(readdirSync(at('old/texts')).sort())
  expect(readFileSync(join(at('new'), picture)).equals(png)).toBe(true)
  expect(await checkNotebook(at('new'))).toEqual([])
  const notebook = await openNotebook(at('new'))
  expect(notebook.manifest.title).toBe('Old “one”')
  expect(await notebook.readText(notebook.view.get('sources', 'source:s')?.revisions[0]?.text as `text:${string}`)).toMatchObject({
    markdown: '# One\n\nSome *words* stand here.\u2028And more 🧊.',
  })
  expect(await notebook.run('test', 'insight.add', { id: 'insight:next', title: 'Next' })).toMatchObject({ ok: true })
  await exportNotebook(notebook, at('again.ndjson'))
  await notebook.close()
  expect(await dumpOf('new')).toHaveLength((await dumpOf('old')).length + 1)
})

test('the same notebook gives the same bytes', async () => {
  const notebook = await openNotebook(at('old'), { mode: 'read' })
  await exportNotebook(notebook, at('same.ndjson'))
  await notebook.close()
  expect(readFileSync(at('same.ndjson')).equals(readFileSync(file))).toBe(true)
})

test('into a notebook that nobody wrote into, not into any other', async () => {
  await (await openNotebook(at('empty'), { create: { title: 'Empty' } })).close()
  await importNotebook(file, at('empty'))
  expect(await dumpOf('empty')).toEqual(await dumpOf('old'))
  await expect(importNotebook(file, at('empty'))).rejects.toThrow(/holds a notebook already.*new folder/)
  writeFileSync(at('plain'), '')
  await expect(importNotebook(file, at('plain'))).rejects.toThrow(/is a file/)
})

const lines = () => readFileSync(file, 'utf8').split('\n')
test.each<[string, () => string, RegExp]>([
  ['a changed letter', () => lines().join('\n').replace('Gone', 'Gune'), /damaged.*hash/],
  ['a line taken out', () => lines().toSpliced(3, 1).join('\n'), /damaged.*hash/],
  ['cut off', () => readFileSync(file, 'utf8').slice(0, -200), /damaged.*end is missing/],
  ['a newer version', () => lines().join('\n').replace('"version":1', '"version":2'), /newer Footing: update/],
  ['something after its end', () => `${lines().join('\n')}{"table":"insights","record":{}}\n`, /damaged/],
  ['another file', () => '{"a":1}\n', /no exported notebook/],
  ['empty', () => '', /empty/],
])('%s is refused, and leaves nothing behind', async (_, content, why) => {
  writeFileSync(at('bad.ndjson'), content())
  const before = readdirSync(folder).sort()
  await expect(importNotebook(at('bad.ndjson'), at('from-bad'))).rejects.toThrow(why)
  expect(readdirSync(folder).sort()).toEqual(before)
})
