// `footing backup`, `backups`, `restore`: from a terminal, also where the notebook is damaged or gone, and beside a process that has it open.

import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { BackupDescription } from '../../src/core/backups/backup.ts'
import { jsonLines, linesOf, makeWorkFolder, runFooting, spawnFooting } from './run-footing.ts'

let work: ReturnType<typeof makeWorkFolder>
let env: NodeJS.ProcessEnv
let folder: string

beforeEach(() => {
  work = makeWorkFolder()
  env = { ...work.env, FOOTING_BACKUPS: join(work.folder, 'outside') }
  folder = join(work.folder, 'notebook')
})
afterEach(() => work.remove())

const footing = (...words: string[]) => runFooting(words, { env })
const batch = (...commands: [string, object][]) =>
  runFooting(['batch', folder], { env, input: commands.map(([command, input], id) => `${JSON.stringify({ id, command, input })}\n`).join('') })
const dump = async (of = folder) => (await footing('dump', of, '--all')).stdout
const list = async () => jsonLines<BackupDescription>((await footing('backups', folder, '--json')).stdout)

test('a notebook that was deleted comes back from outside as it was', async () => {
  await footing('new', folder, '--starter')
  const made = await footing('backup', folder, '--json')
  expect(made.code).toBe(0)
  const then = await dump()
  rmSync(folder, { recursive: true })
  const missing = await footing('serve', folder, '--no-open')
  expect(missing.code).toBe(2)
  expect(missing.stderr).toMatch(/there is a backup of it of .*footing restore .* newest/)
  const [backup] = await list()
  expect(backup).toMatchObject({ reason: 'asked', places: [{ kind: 'outside' }] })
  const restored = join(work.folder, 'restored')
  expect(await footing('restore', folder, backup?.name as string, '--out', restored)).toMatchObject({ code: 0 })
  expect(await dump(restored)).toBe(then)
  // Or out of the folder of backups itself, for whoever has nothing else.
  const store = join(env.FOOTING_BACKUPS as string, readdirSync(env.FOOTING_BACKUPS as string)[0] as string)
  const other = join(work.folder, 'other')
  expect(await footing('restore', '--from', store, other)).toMatchObject({ code: 0 })
  expect(await dump(other)).toBe(then)
  expect((await footing('check', other)).code).toBe(0)
  // In place, where nothing is left of it.
  expect(await footing('restore', folder, 'newest')).toMatchObject({ code: 0 })
  expect(await dump()).toBe(then)
})

test('in place it is one change that asks before it takes away more than half, and leaves the present as the newest backup', async () => {
  await footing('new', folder)
  await batch(['insight.add', { id: 'insight:old', title: 'old' }])
  await footing('backup', folder)
  await batch(...Array.from({ length: 20 }, (_, number): [string, object] => ['insight.add', { title: `later ${number}` }]))
  const [old] = await list()
  const asked = await footing('restore', folder, old?.name as string)
  expect(asked.code).toBe(1)
  expect(asked.stderr).toMatch(/20 of 21 insights.*--yes/)
  expect(jsonLines(await dump())).toHaveLength(21)
  const done = await footing('restore', folder, old?.name as string, '--yes', '--json')
  expect(jsonLines(done.stdout)).toMatchObject([{ brought: 0, removed: 20 }])
  expect(jsonLines(await dump())).toHaveLength(1)
  expect((await list())[0]).toMatchObject({ reason: 'before restore', counts: { insights: 21 } })
  expect(await footing('restore', folder, 'newest')).toMatchObject({ code: 0 })
  expect(jsonLines(await dump())).toHaveLength(21)
})

test('a notebook that does not open any more is restored in place; what was left of it is kept', async () => {
  await footing('new', folder)
  await batch(['source.add', { title: 'S', markdown: '软银' }], ['insight.add', { title: 'A', body: 'B' }])
  await footing('backup', folder)
  const then = await dump()
  for (const name of readdirSync(folder)) if (/^(records|journal)-/.test(name)) rmSync(join(folder, name))
  writeFileSync(join(folder, 'notebook.json'), 'gone')
  expect((await footing('dump', folder)).stderr).toMatch(/footing restore .* newest/)
  const done = await footing('restore', folder, 'newest', '--json')
  expect(done.code).toBe(0)
  const [{ aside } = { aside: '' }] = jsonLines<{ aside: string }>(done.stdout)
  expect(readdirSync(join(folder, aside))).toContain('notebook.json')
  expect(await dump()).toBe(then)
  expect((await footing('check', folder)).code).toBe(0)
})

test('a backup is made beside the process that has the notebook open, and restored through it', async () => {
  await footing('new', folder)
  const child = spawnFooting(['serve', folder, '--no-open', '--json'], { env: { ...env, FOOTING_WINDOW: join(work.folder, 'window') } })
  try {
    const { mkdirSync } = await import('node:fs')
    mkdirSync(join(work.folder, 'window'))
    writeFileSync(join(work.folder, 'window/index.html'), '<!doctype html>')
    expect(await linesOf(child)()).toContain('127.0.0.1')
    await batch(['insight.add', { id: 'insight:a', title: 'first' }])
    expect((await footing('backup', folder)).code).toBe(0)
    await batch(['insight.revise', { id: 'insight:a', title: 'second' }])
    expect(await footing('restore', folder, 'newest')).toMatchObject({ code: 0 })
    expect(jsonLines(await dump())).toMatchObject([{ title: 'first' }])
  } finally {
    child.kill('SIGTERM')
    await new Promise((resolve) => child.once('close', resolve))
  }
})

test('importing leaves a backup of the state before it', async () => {
  await footing('new', folder)
  await batch(['insight.add', { title: 'before' }])
  writeFileSync(join(work.folder, 'a.md'), '# A\n\ntext')
  await footing('import', folder, join(work.folder, 'a.md'))
  expect((await list())[0]).toMatchObject({ reason: 'before import', counts: { insights: 1, sources: 0 } })
})

test('what cannot be meant is said, and nothing is written', async () => {
  await footing('new', folder)
  expect(await footing('backups', folder)).toMatchObject({ code: 0, stdout: '' })
  expect(await footing('restore', folder, 'newest')).toMatchObject({ code: 2 })
  await footing('backup', folder)
  expect(await footing('restore', folder)).toMatchObject({ code: 2 })
  expect(await footing('restore', folder, 'no-such')).toMatchObject({ code: 2 })
  expect(await footing('restore', folder, 'newest', '--out', folder)).toMatchObject({ code: 2 })
  expect(existsSync(join(folder, 'quarantine'))).toBe(false)
})
