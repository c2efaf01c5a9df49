// Columns are a head start and nothing else: whatever becomes of their file, the notebook is what its records say.

import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { readColumns } from '../../../src/host/storage/columns-file.ts'
import { nodeFileSystem } from '../../../src/host/storage/file-system.ts'
import type { Manifest } from '../../../src/host/storage/manifest.ts'
import { contentsOf, flipByte, makeFolder, must, openNew, readContents } from './work-folder.ts'

const columns = 'cache/columns-2.json'

/** Insights whose fields differ in every way that columns could get wrong; the last in the trash. */
async function makeNotebook(folder: string): Promise<Record<string, unknown>[]> {
  const notebook = await openNew(folder)
  const add = (id: string, fields: object) =>
    must(notebook.run('me', 'insight.add', { id: `insight:${id}`, title: '', body: `Body of ${id}`, ...fields }))
  await add('__proto__', { title: '__proto__', kind: 'forecast', confidence: 'high', topics: ['__proto__', 'a'] })
  await add('软银', { title: '软银\n出售\u2028全部', kind: 'question' })
  await add('a', { title: 'ends in half a pair \ud83d' })
  await add('b', { title: '\ude00 begins with the other half', status: 'reviewed', topics: ['a'] })
  await add('c', { title: 'with "quotes", \\ and \u0000', topics: ['a'] })
  await must(notebook.run('me', 'source.add', { title: 'S', markdown: 'Text' }))
  await must(notebook.run('me', 'insight.remove', { id: 'insight:c' }))
  await notebook.snapshot()
  const contents = contentsOf(notebook.view)
  await notebook.close()
  return contents
}

async function columnsOf(folder: string) {
  const { generation, files } = JSON.parse(readFileSync(join(folder, 'notebook.json'), 'utf8')) as Manifest
  return readColumns(nodeFileSystem, folder, generation, files.records.sha256)
}

test('what is opened from columns is what the lines say, field by field', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  const read = await columnsOf(folder)
  expect(read?.insights.map(({ id }) => id)).toEqual(['insight:__proto__', 'insight:软银', 'insight:a', 'insight:b', 'insight:c'])
  const lines = readFileSync(join(folder, 'records-2.ndjson'), 'utf8').split('\n')
  const insights = lines.filter((line) => line.startsWith('{"id":"insight:')).map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(read?.insights.map(({ whole }) => whole)).toEqual(insights)
  for (const [index, insight] of (read?.insights ?? []).entries())
    for (const [field, value] of Object.entries(insights[index] as object)) expect(insight[field as 'title'], field).toEqual(value)
  expect(await readContents(folder)).toEqual(contents)
  rmSync(join(folder, columns))
  expect(await columnsOf(folder)).toBeUndefined()
  expect(await readContents(folder)).toEqual(contents)
})

test('a flipped bit, a lost end or columns of other records are not used and cost nothing', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  const whole = readFileSync(join(folder, columns))
  const foot = whole.lastIndexOf('\n', -2)
  for (let offset = 0; offset < whole.length; offset += offset < foot ? 3 : 1) {
    writeFileSync(join(folder, columns), whole)
    flipByte(join(folder, columns), offset, 1 << (offset % 8))
    const read = await columnsOf(folder)
    // The last byte is the newline, which nobody misses.
    if (offset < whole.length - 1) expect(read, `byte ${offset}`).toBeUndefined()
    if (offset % 20 === 0) expect(await readContents(folder), `byte ${offset}`).toEqual(contents)
  }
  for (const length of [0, 1, Math.floor(whole.length / 2), whole.length - 1]) {
    writeFileSync(join(folder, columns), whole.subarray(0, length))
    expect(await readContents(folder)).toEqual(contents)
  }
  const other = makeFolder()
  await makeNotebook(other)
  copyFileSync(join(other, columns), join(folder, columns))
  expect(await columnsOf(folder)).toBeUndefined()
  expect(await readContents(folder)).toEqual(contents)
  expect(await checkNotebook(folder)).toEqual([])
})

test('records from columns can be revised, undone and written again, and the folder may be thrown away meanwhile', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  const copy = `${folder}-lines`
  cpSync(folder, copy, { recursive: true })
  rmSync(join(copy, 'cache'), { recursive: true })
  const now = () => '2026-01-02T03:04:05.678Z'
  for (const path of [folder, copy]) {
    const notebook = await openNotebook(path, { now })
    await must(notebook.run('me', 'insight.revise', { id: 'insight:a', title: 'Revised' }))
    await must(notebook.run('me', 'insight.revise', { id: 'insight:b', body: 'Revised' }))
    await must(notebook.run('me', 'history.undo', {}))
    rmSync(join(path, 'cache'), { recursive: true, force: true })
    await notebook.snapshot()
    expect([...(notebook.tables.maps.get('insights')?.values() ?? [])].map((record) => Object.keys(record).length)).not.toContain(0)
    await notebook.close()
  }
  expect(await readContents(folder)).toEqual(await readContents(copy))
  expect((await readContents(folder)).map(({ id }) => id)).toEqual(contents.map(({ id }) => id))
  expect(readdirSync(join(folder, 'cache'))).toEqual(['columns-3.json'])
  expect(await columnsOf(folder)).toBeDefined()
})
