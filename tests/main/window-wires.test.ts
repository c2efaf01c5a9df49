// The built preload and the main process speak to each other: a real client, a real notebook, and between them only Electron itself made up.

import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { isShellMessage } from '../../src/core/contract/is-shell-message.ts'
import type { DownMessage, UpMessage } from '../../src/core/contract/messages.ts'
import { NotebookClient } from '../../src/core/contract/notebook-client.ts'
import type { ShellDownMessage, ShellUpMessage } from '../../src/core/contract/shell-messages.ts'
import { splitWire } from '../../src/core/wire/split-wire.ts'
import type { Wire } from '../../src/core/wire/wire.ts'
import { openNotebook } from '../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../src/host/opened-notebook.ts'
import { serveWire } from '../../src/host/session/serve-wire.ts'
import type { WindowWire } from '../../src/main/ipc/window-wires.ts'
import { buildShell } from '../preload/build-shell.ts'
import { FakeContents, ipcMain } from './fake-electron.ts'

vi.mock('electron', async () => ({ ipcMain: (await import('./fake-electron.ts')).ipcMain }))
const { acceptWindowWires, upChannel, downChannel } = await import('../../src/main/ipc/window-wires.ts')

type Page = { footing: { openWire: () => Wire<UpMessage, DownMessage> } }
let preload = ''
let built = ''
let folder = ''
let notebook: OpenNotebook
let stop: () => void
let openedWires: WindowWire[] = []
beforeAll(async () => {
  built = await buildShell()
  preload = await readFile(join(built, 'preload/index.cjs'), 'utf8')
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footing-wires-'))
  notebook = await openNotebook(join(folder, 'notebook'), { mode: 'write', create: { title: 'Wires' } })
  openedWires = []
  stop = acceptWindowWires((wire) => {
    openedWires.push(wire)
    serveWire(notebook, splitWire<DownMessage, UpMessage, ShellDownMessage, ShellUpMessage>(wire, isShellMessage).first)
  })
})
afterEach(async () => {
  stop()
  await notebook.close()
  await rm(folder, { recursive: true, force: true })
})
afterAll(() => rm(built, { recursive: true, force: true }))

const settle = () => new Promise((resolve) => setTimeout(resolve, 60))
let ids = 0
const connect = (page: unknown, name = 'window-one') => {
  const client = new NotebookClient(name, () => `id-${ids++}`)
  const wire = (page as Page).footing.openWire()
  client.attach(wire)
  return { client, wire }
}

test('a command goes up, its answer and the rows that it changes come down', async () => {
  const { client } = connect(new FakeContents().load(preload))
  const titles: string[][] = []
  client.watch('insights', {}, { start: 0, count: 10 }, ({ rows }) => titles.push(rows.map((row) => row.title)))
  await settle()
  expect(client.state).toMatchObject({ connection: 'connected', notebook: { title: 'Wires' } })
  const answer = await client.send('insight.add', { id: 'insight:__proto__', title: '软银 __proto__' })
  expect(answer).toMatchObject({ ok: true, result: { id: 'insight:__proto__' } })
  await settle()
  expect(titles.at(-1)).toEqual(['软银 __proto__'])
})

test('the page gets one name with one function, and of the wire three verbs', () => {
  const page = new FakeContents().load(preload) as Page
  expect(Object.keys(page)).toEqual(['footing'])
  expect(Object.keys(page.footing)).toEqual(['openWire'])
  expect(Object.keys(page.footing.openWire())).toEqual(['send', 'onMessage', 'onClose'])
})

test.each([
  ['a frame that is gone', null],
  ['a frame inside the page', { origin: 'app://footing', parent: { origin: 'app://footing', parent: null, detached: false }, detached: false }],
  ['a frame that was taken out', { origin: 'app://footing', parent: null, detached: true }],
  ['another origin', { origin: 'https://example.com', parent: null, detached: false }],
  ['an address that begins like ours', { origin: 'app://footing.example', parent: null, detached: false }],
])('%s opens no wire', async (_who, frame) => {
  const contents = new FakeContents()
  contents.frame = frame
  const { client } = connect(contents.load(preload))
  await settle()
  expect(openedWires).toEqual([])
  expect(client.state.connection).toBe('connecting')
})

test('messages of a page are not taken once its frame is no longer ours', async () => {
  const contents = new FakeContents()
  const { client } = connect(contents.load(preload))
  await settle()
  contents.frame = { origin: 'https://example.com', parent: null, detached: false }
  void client.send('insight.add', { title: 'from elsewhere' })
  await settle()
  expect(notebook.queue.lastSeq).toBe(0)
})

test.each([
  ['a navigation', 'did-navigate', {}],
  ['a crash', 'render-process-gone', {}],
  ['the window’s end', 'destroyed', {}],
])('%s closes the wire and its queries', async (_what, event, details) => {
  const contents = new FakeContents()
  connect(contents.load(preload))
  await settle()
  let closes = 0
  openedWires[0]?.onClose(() => (closes += 1))
  contents.isGone = event !== 'did-navigate'
  contents.emit(event, details)
  contents.emit(event, details)
  expect(closes).toBe(1)
  const sent = vi.spyOn(contents, 'send')
  await notebook.run('other', 'insight.add', { title: 'after' })
  await settle()
  expect(sent).not.toHaveBeenCalled()
})

test('moves within the page, frames that load, and navigations that are refused leave the wire open', async () => {
  const contents = new FakeContents()
  const { client } = connect(contents.load(preload))
  await settle()
  contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: true })
  contents.emit('did-navigate-in-page', {})
  contents.emit('did-start-navigation', { isMainFrame: false, isSameDocument: false })
  // One that is refused: Electron tells of its start first, then asks.
  contents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
  contents.emit('will-frame-navigate', {})
  expect(await client.send('insight.add', { title: 'still here' })).toMatchObject({ ok: true })
})

test('a reloaded page goes on with the same window: its undo is still there', async () => {
  const contents = new FakeContents()
  const first = connect(contents.load(preload))
  await first.client.send('insight.add', { id: 'insight:a', title: 'before the reload' })
  contents.emit('did-navigate', {})
  const second = connect(contents.load(preload))
  expect(await second.client.send('history.undo', {})).toMatchObject({ ok: true, result: { command: 'insight.add' } })
})

test('a page that opens a second wire loses the first, and hears of it', async () => {
  const contents = new FakeContents()
  const page = contents.load(preload)
  const first = connect(page)
  await settle()
  const second = connect(page)
  await settle()
  expect(first.client.state.connection).toBe('lost')
  expect(second.client.state.connection).toBe('connected')
  expect(openedWires).toHaveLength(2)
})

test('two windows see each other’s commits', async () => {
  const one = connect(new FakeContents().load(preload), 'window-one')
  const other = connect(new FakeContents().load(preload), 'window-two')
  let total = 0
  other.client.watch('insights', {}, { start: 0, count: 10 }, (page) => (total = page.total))
  await one.client.send('insight.add', { title: 'seen' })
  await settle()
  expect(total).toBe(1)
})

test.each([[['open']], [[1, 'message', { type: 'hello' }]], [['1', 'open']], [[1, 'close']], [[{ toString: () => 'open' }, 'open']], [[]]])(
  'what no preload says, %j, opens nothing and breaks nothing',
  async (values) => {
    const contents = new FakeContents()
    expect(() => ipcMain.emit(upChannel, { sender: contents, senderFrame: contents.frame }, ...values)).not.toThrow()
    expect(openedWires).toEqual([])
  },
)

test('both ends use the same two channels', () => {
  expect(preload).toContain(JSON.stringify(upChannel))
  expect(preload).toContain(JSON.stringify(downChannel))
})
