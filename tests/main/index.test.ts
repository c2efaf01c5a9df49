// The desktop app from start to end, in order, with Electron made up and all else real: first run, windows, requests, quit with everything on disk.

import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MenuItemConstructorOptions } from 'electron'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { isShellMessage } from '../../src/core/contract/is-shell-message.ts'
import type { DownMessage, UpMessage } from '../../src/core/contract/messages.ts'
import { NotebookClient } from '../../src/core/contract/notebook-client.ts'
import type { ShellDownMessage, ShellUpMessage } from '../../src/core/contract/shell-messages.ts'
import { splitWire } from '../../src/core/wire/split-wire.ts'
import type { Wire } from '../../src/core/wire/wire.ts'
import { openNotebook } from '../../src/host/open-notebook.ts'
import { ShellLink } from '../../src/renderer/wire/shell-link.ts'
import { buildShell } from '../preload/build-shell.ts'
import { answers, app, asked, calls, electron, type FakeWindow, makeReady, menuBar, pages, setPath, until, windows } from './fake-desktop.ts'

vi.mock('electron', async () => (await import('./fake-desktop.ts')).electron)

const folder = await mkdtemp(join(tmpdir(), 'footing-desktop-'))
let built = ''
let preload = ''
beforeAll(async () => {
  built = await buildShell()
  preload = await readFile(join(built, 'preload/index.cjs'), 'utf8')
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await rm(built, { recursive: true, force: true })
})

/** The page of a window, as far as it speaks: its client, its link to the shell, and what it was told. */
function loadPage(window: FakeWindow | undefined) {
  if (!window) throw new Error('there is no such window')
  const { footing } = window.webContents.load(preload) as {
    footing: { openWire: () => Wire<UpMessage | ShellUpMessage, DownMessage | ShellDownMessage> }
  }
  const { first, second } = splitWire<UpMessage, DownMessage, ShellUpMessage, ShellDownMessage>(footing.openWire(), isShellMessage)
  let ids = 0
  const client = new NotebookClient(`window-of-${windows.length}`, () => `id-${windows.length}-${ids++}`)
  const link = new ShellLink(second)
  const told: string[] = []
  const page = { client, link, told, flush: async () => {} }
  client.attach(first)
  link.begin({
    onRun: (action) => told.push(`run ${action}`),
    onShow: (place) => told.push(`show ${place}`),
    onNotice: (_tone, message) => told.push(message),
    flush: () => page.flush(),
  })
  return page
}

function menuItem(label: string): MenuItemConstructorOptions {
  const all = menuBar.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
  const item = all.find((one) => one.label === label)
  if (!item) throw new Error(`no ${label} in ${all.map((one) => one.label ?? one.role).join(', ')}`)
  return item
}
const choose = (label: string) => (menuItem(label).click as unknown as () => void)()

test('starts in the order that keeps it safe, serves two notebooks, and quits with all that was typed on disk', async () => {
  const notebook = join(folder, 'My notebook')
  const other = join(folder, 'Other')
  setPath('logs', join(folder, 'logs'))
  setPath('userData', join(folder, 'data'))
  const lines = vi.spyOn(console, 'log').mockImplementation(() => {})
  // Before the log takes it over: what it writes to the terminal is not looked at here.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const argv = process.argv
  process.argv = ['electron', '.', '--some-switch', notebook]
  await import('../../src/main/index.ts')
  process.argv = argv
  expect(calls).toEqual(['enableSandbox', 'scheme app', 'requestSingleInstanceLock', 'whenReady'])
  expect(app.handedOver).toEqual({ wanted: { kind: 'folder', folder: notebook } })

  // The window and its page do not wait for the notebook, but the page's guards are there before it.
  makeReady()
  await until(() => calls.includes('load app://footing/'))
  expect(calls.slice(4)).toEqual(['ready', 'session guarded', 'handle app', 'window', 'load app://footing/'])
  const [window] = windows
  expect(window?.options).toMatchObject({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false, spellcheck: false },
  })
  expect(window?.options.webPreferences).toHaveProperty('preload', expect.stringMatching(/preload[\\/]index\.cjs$/))
  expect(await (await pages.answer?.(new Request('app://footing/')))?.text()).toContain('<div id="root">')
  await until(() => menuBar.length > 0)
  expect(menuItem('Open notebook…')).toMatchObject({ enabled: true, accelerator: 'CmdOrCtrl+O' })
  expect(lines).not.toHaveBeenCalled()
  window?.emit('ready-to-show')
  expect(lines).toHaveBeenCalledWith('footing: window ready')

  // What the page says before its notebook is open is not lost.
  const page = loadPage(window)
  await until(() => page.client.state.notebook !== undefined)
  await expect(openNotebook(notebook, { mode: 'write' })).rejects.toMatchObject({ code: 'locked' })

  // The page's menu is the menu bar's, and what is chosen there the page does.
  page.link.sendMenus([{ id: 'file', title: 'File', items: [{ id: 'insight.new', title: 'New insight', key: 'N', isEnabled: true }] }])
  await until(() => menuBar.some(({ submenu }) => Array.isArray(submenu) && submenu.some(({ id }) => id === 'insight.new')))
  expect(menuItem('New insight  (N)').accelerator).toBeUndefined()
  choose('New insight  (N)')
  await until(() => page.told.includes('run insight.new'))

  // A second start: the same folder shows the window, another opens in a window of its own.
  app.emit('second-instance', {}, ['electron', '.'], folder, { wanted: { kind: 'folder', folder: notebook } })
  await until(() => calls.at(-1) === 'focus')
  expect(windows).toHaveLength(1)
  app.emit('second-instance', {}, ['electron', '.', 'Other'], folder, undefined)
  await until(() => windows.length === 2)
  const otherPage = loadPage(windows[1])
  await until(() => otherPage.client.state.notebook !== undefined)

  // A link shows what it names, and what it may not name nothing.
  windows[0]?.focus()
  app.emit('second-instance', {}, ['electron', '.', 'footing://show/insight:abc'], folder, undefined)
  await until(() => page.told.includes('show insight:abc'))
  app.emit('second-instance', {}, ['electron', '.', 'footing://run/insight:abc'], folder, undefined)

  // One more window on the same notebook, beside the first.
  expect(await page.link.request({ name: 'window.new' })).toEqual({ ok: true })
  expect(windows).toHaveLength(3)
  expect(windows[2]?.bounds.x).toBe((windows[0]?.bounds.x ?? 0) + 32)

  // A file is saved where the person says, shown where it was saved, and no other.
  const path = join(folder, 'memo.md')
  answers.push({ filePath: path })
  expect(await page.link.request({ name: 'file.save', fileName: '../memo.md', content: '软银' })).toEqual({ ok: true, path })
  expect(await readFile(path, 'utf8')).toBe('软银')
  expect(await page.link.request({ name: 'file.show', path })).toEqual({ ok: true })
  expect(calls.at(-1)).toBe(`show ${path}`)
  expect(await page.link.request({ name: 'file.show', path: '/etc/passwd' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  answers.push({})
  expect(await page.link.request({ name: 'file.save', fileName: 'memo.md', content: '' })).toEqual({ ok: false, error: { code: 'cancelled' } })
  answers.push({ filePath: join(folder, 'no such folder', 'memo.md') })
  expect(await page.link.request({ name: 'file.save', fileName: 'memo.md', content: '' })).toMatchObject({ ok: false })

  // A folder without a notebook is said in words, and makes no window.
  answers.push({ filePaths: [join(folder, 'nothing here')] }, { response: 0 })
  expect(await page.link.request({ name: 'notebook.open' })).toEqual({ ok: false, error: { code: 'cancelled' } })
  expect(asked.at(-1)?.detail).toContain('nothing here')
  expect(windows).toHaveLength(3)

  // A crash is asked about once, and the page is loaded again; soon after that, it is said that it happened again.
  answers.push({ response: 0 })
  windows[2]?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  await until(() => calls.at(-1) === 'reload')
  expect(asked.at(-1)?.message).toBe('This window has crashed')
  answers.push({ response: 2 })
  windows[2]?.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
  await until(() => windows.length === 2)
  expect(asked.at(-1)?.message).toContain('again')

  // Errors that nobody expected are shown once.
  for (let count = 0; count < 3; count += 1) process.emit('uncaughtException', new Error('a bug'))
  await until(() => page.told.some((message) => message.includes('a bug')))
  expect(page.told.filter((message) => message.includes('a bug'))).toHaveLength(1)
  expect(await readFile(join(folder, 'logs/footing.log'), 'utf8')).toContain('a bug')

  // Quit asks the pages first: what is typed there is on disk before it ends.
  page.flush = async () => void (await page.client.send('insight.add', { title: 'typed at the last moment' }))
  otherPage.flush = () => new Promise(() => {})
  choose('Quit Footing')
  expect(calls).toContain('quit held up')
  await until(() => app.exitCode !== undefined)
  expect(app.exitCode).toBe(0)
  expect(windows).toHaveLength(0)
  expect(calls).toContain('storage flushed')
  const reopened = await openNotebook(notebook, { mode: 'write' })
  expect([...reopened.view.heads('insights')].map(({ title }) => title)).toContain('typed at the last moment')
  await reopened.close()
  expect(existsSync(join(other, 'notebook.json'))).toBe(true)
  const remembered = JSON.parse(await readFile(join(folder, 'data/desktop.json'), 'utf8')) as { open: string[]; recents: { folder: string }[] }
  expect(remembered.open).toEqual([notebook, other])
  // The second window on the first notebook was opened last.
  expect(remembered.recents.map((recent) => recent.folder)).toEqual([notebook, other])
  expect(electron.powerMonitor.listenerCount('shutdown')).toBe(1)
})
