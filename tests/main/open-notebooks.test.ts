// The desktop's notebooks: opened once whatever the number of windows, closed with the last, and with the starter's resources at hand.

import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { answerQuestion } from '../../src/host/answers/answer-question.ts'
import { openNotebook } from '../../src/host/open-notebook.ts'
import { openDesktopNotebook } from '../../src/main/notebooks/desktop-notebook.ts'
import { notebookName, trueFolder } from '../../src/main/notebooks/notebook-folder.ts'
import { OpenNotebooks } from '../../src/main/notebooks/open-notebooks.ts'

const parent = await mkdtemp(join(tmpdir(), 'footing-desktop-'))
afterAll(() => rm(parent, { recursive: true, force: true }))
const resources = join(import.meta.dirname, '../../resources')

let folder = ''
let count = 0
beforeEach(() => {
  count += 1
  folder = join(parent, `Notebook ${count}`)
})
const makeNotebooks = () =>
  new OpenNotebooks((path, missing) => openDesktopNotebook(path, { resourcesFolder: resources, workerUrl: undefined }, missing), 10_000)

test('on the first run and on later ones a notebook can tell what the starter ships', async () => {
  const notebooks = makeNotebooks()
  for (const missing of ['make-starter', 'refuse'] as const) {
    const { notebook, release } = await notebooks.acquire(folder, missing)
    expect(await answerQuestion(notebook, 'starter.read', {})).toMatchObject({ ok: true, value: { isHere: true } })
    expect(await release()).toBe(true)
  }
})

test('a notebook is opened once for two windows, and closed with the second', async () => {
  const notebooks = makeNotebooks()
  const [one, other] = await Promise.all([notebooks.acquire(folder, 'make-empty'), notebooks.acquire(folder, 'make-empty')])
  expect(one.notebook).toBe(other.notebook)
  expect(one.notebook.manifest.title).toBe(notebookName(folder))
  await one.release()
  await one.release()
  expect(await other.notebook.run('window', 'insight.add', { title: 'still open' })).toMatchObject({ ok: true })
  await expect(openNotebook(folder, { mode: 'write' })).rejects.toMatchObject({ code: 'locked' })
  await other.release()
  const reopened = await openNotebook(folder, { mode: 'write' })
  expect([...reopened.view.heads('insights')]).toHaveLength(1)
  await reopened.close()
})

test('a window that opens while the last one closes waits for the lock instead of being refused', async () => {
  const notebooks = makeNotebooks()
  const first = await notebooks.acquire(folder, 'make-empty')
  const closing = first.release()
  const second = await notebooks.acquire(folder, 'refuse')
  expect(await closing).toBe(true)
  expect(second.notebook).not.toBe(first.notebook)
  expect(notebooks.folders()).toEqual([folder])
  expect(await notebooks.closeAll()).toBe(true)
  expect(notebooks.folders()).toEqual([])
})

test('what could not be opened can be tried again', async () => {
  const notebooks = makeNotebooks()
  const elsewhere = await openNotebook(folder, { mode: 'write', create: { title: 'Elsewhere' } })
  await expect(notebooks.acquire(folder, 'refuse')).rejects.toMatchObject({ code: 'locked' })
  expect(notebooks.folders()).toEqual([])
  await elsewhere.close()
  const { release } = await notebooks.acquire(folder, 'refuse')
  await release()
})

test('a folder that holds something else is refused, and nothing is laid into it', async () => {
  await mkdir(folder)
  await writeFile(join(folder, 'holiday.jpg'), '')
  await expect(makeNotebooks().acquire(folder, 'make-starter')).rejects.toMatchObject({ code: 'exists' })
  await expect(makeNotebooks().acquire(folder, 'refuse')).rejects.toMatchObject({ code: 'not-found' })
})

test('a notebook that cannot be written to opens for reading', async () => {
  await (await openNotebook(folder, { mode: 'write', create: { title: 'Backup' } })).close()
  // As on read-only media, where the lock cannot be taken; these tests may run as root, who may write anywhere.
  await rm(join(folder, 'lock'), { force: true })
  await mkdir(join(folder, 'lock'))
  const { notebook, release } = await makeNotebooks().acquire(folder, 'refuse')
  expect(notebook.status()).toMatchObject({ kind: 'read-only' })
  await release()
})

test('a notebook has one name, however its folder is written', async () => {
  await mkdir(join(parent, 'real'), { recursive: true })
  await symlink(join(parent, 'real'), join(parent, `link ${count}`))
  const real = await trueFolder(join(parent, 'real'))
  expect(await trueFolder(join(parent, `link ${count}`))).toBe(real)
  expect(await trueFolder(`${parent}/real/../real/`)).toBe(real)
  expect(await trueFolder(join(parent, `link ${count}`, 'not', 'there'))).toBe(join(real, 'not', 'there'))
})
