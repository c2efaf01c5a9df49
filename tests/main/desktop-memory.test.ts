// What the desktop remembers: written whole, read back, and nothing worse than forgotten when the file is damaged.

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createNotebook } from '../../src/host/storage/create-notebook.ts'
import { DesktopMemory } from '../../src/main/desktop-memory.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footing-memory-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true, force: true })
})

const place = { x: -1800, y: 10, width: 900, height: 600, isMaximized: false, isFullScreen: true }
const recent = (number: number) => ({ folder: join(folder, `notebook ${number}`), title: `Notebook ${number}`, id: `notebook:${number}` })

test('comes back as it was, written whole', async () => {
  const memory = await DesktopMemory.read(join(folder, 'data'))
  expect([memory.recents, memory.open, memory.placeOf('/n')]).toEqual([[], [], undefined])
  memory.noteOpened(recent(1))
  memory.noteOpened(recent(2))
  memory.noteOpened(recent(1))
  memory.noteOpen(['/n', '/m', '/n'])
  memory.notePlace('/n', place)
  await memory.write()
  expect(await readdir(join(folder, 'data'))).toEqual(['desktop.json'])
  const again = await DesktopMemory.read(join(folder, 'data'))
  expect(again.recents.map(({ title }) => title)).toEqual(['Notebook 1', 'Notebook 2'])
  expect(again.open).toEqual(['/n', '/m'])
  expect(again.placeOf('/n')).toEqual(place)
  expect(again.folderOf('notebook:2')).toBe(recent(2).folder)
})

test('keeps ten recent notebooks, and the last window’s when it is closed', async () => {
  const memory = await DesktopMemory.read(folder)
  for (let number = 1; number <= 12; number += 1) memory.noteOpened(recent(number))
  expect(memory.recents.map(({ title }) => title).slice(0, 2)).toEqual(['Notebook 12', 'Notebook 11'])
  expect(memory.recents).toHaveLength(10)
  memory.noteOpen(['/n'])
  memory.noteOpen([])
  expect(memory.open).toEqual(['/n'])
  memory.forgetRecents()
  expect(memory.recents).toEqual([])
  await memory.write()
})

test('drops folders that are not there any more', async () => {
  const memory = await DesktopMemory.read(folder)
  await createNotebook(recent(1).folder, { title: 'Notebook 1' })
  memory.noteOpened(recent(1))
  memory.noteOpened(recent(2))
  expect(await memory.dropMissing()).toBe(true)
  expect(memory.recents.map(({ title }) => title)).toEqual(['Notebook 1'])
  expect(await memory.dropMissing()).toBe(false)
  await memory.write()
})

test.each([
  ['nothing', ''],
  ['half a file', '{"version":1,"open":["/n"'],
  ['another shape', '{"version":1,"open":"everything"}'],
  ['another version', '{"version":2,"open":[],"recents":[],"places":[]}'],
  ['a place that is none', '{"version":1,"open":[],"recents":[],"places":[["/n",{"x":"left"}]]}'],
])('a file with %s in it is a first run, and is written anew', async (_what, text) => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  await writeFile(join(folder, 'desktop.json'), text)
  const memory = await DesktopMemory.read(folder)
  expect([memory.recents, memory.open]).toEqual([[], []])
  memory.noteOpen(['/n'])
  await memory.write()
  expect(JSON.parse(await readFile(join(folder, 'desktop.json'), 'utf8'))).toMatchObject({ open: ['/n'] })
})

test('a disk that takes nothing is said in the log and holds nobody up', async () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
  await writeFile(join(folder, 'a file'), '')
  const memory = await DesktopMemory.read(join(folder, 'a file'))
  memory.noteOpen(['/n'])
  await memory.write()
  expect(complaints).toHaveBeenCalled()
})
