// The desktop app's start and end, in order, with Electron made up and all else real: first run, window, quit with everything on disk.

import { EventEmitter } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openNotebook } from '../../src/host/open-notebook.ts'

const calls: string[] = []
const preferences: Record<string, unknown> = {}
let answerPage: ((request: Request) => Promise<Response>) | undefined
let becomeReady: () => void = () => {}
let exitCode: number | undefined
class App extends EventEmitter {
  isPackaged = false
  enableSandbox = () => void calls.push('enableSandbox')
  requestSingleInstanceLock = () => calls.push('requestSingleInstanceLock') > 0
  whenReady = () => {
    calls.push('whenReady')
    return new Promise<void>((resolve) => (becomeReady = resolve))
  }
  quit = () => void this.emit('will-quit', { preventDefault: () => calls.push('quit held up') })
  exit = (code: number) => {
    calls.push('exit')
    exitCode = code
  }
}
const app = new App()
const windows: EventEmitter[] = []
class BrowserWindow extends EventEmitter {
  constructor(options: { webPreferences: object; show: boolean }) {
    super()
    calls.push('window')
    windows.push(this)
    Object.assign(preferences, options.webPreferences, { show: options.show })
  }
  show = () => void calls.push('show')
  loadURL = async (address: string) => void calls.push(`load ${address}`)
  isDestroyed = () => false
  isMinimized = () => false
  focus = () => void calls.push('focus')
}
vi.mock('electron', () => ({
  app,
  BrowserWindow,
  dialog: { showErrorBox: () => calls.push('error box'), showMessageBox: async () => calls.push('message box') },
  ipcMain: new EventEmitter(),
  protocol: {
    registerSchemesAsPrivileged: ([{ scheme }]: [{ scheme: string }]) => calls.push(`scheme ${scheme}`),
    handle: (scheme: string, answer: typeof answerPage) => {
      calls.push(`handle ${scheme}`)
      answerPage = answer
    },
  },
  session: {
    defaultSession: {
      setPermissionCheckHandler: () => calls.push('session guarded'),
      setPermissionRequestHandler: () => {},
      setDevicePermissionHandler: () => {},
      setDisplayMediaRequestHandler: () => {},
      setSpellCheckerEnabled: () => {},
      webRequest: { onBeforeRequest: () => {} },
    },
  },
  shell: {},
}))

const folder = await mkdtemp(join(tmpdir(), 'footing-desktop-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

async function until(isSo: () => boolean): Promise<void> {
  for (let count = 0; count < 500 && !isSo(); count += 1) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(isSo()).toBe(true)
}

test('starts in the order that keeps it safe, makes the starter on the first run, says when the window is there, and quits with all on disk', async () => {
  const notebook = join(folder, 'My notebook')
  const lines = vi.spyOn(console, 'log').mockImplementation(() => {})
  const argv = process.argv
  process.argv = ['electron', '.', notebook]
  await import('../../src/main/index.ts')
  process.argv = argv
  expect(calls).toEqual(['enableSandbox', 'scheme app', 'requestSingleInstanceLock', 'whenReady'])

  becomeReady()
  await until(() => calls.includes('load app://footing/'))
  expect(calls.slice(4)).toEqual(['session guarded', 'handle app', 'window', 'load app://footing/'])
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
    show: false,
  })
  expect(String(preferences.preload)).toMatch(/preload[\\/]index\.cjs$/)
  expect(await (await answerPage?.(new Request('app://footing/')))?.text()).toContain('<div id="root">')
  expect(lines).not.toHaveBeenCalled()
  windows[0]?.emit('ready-to-show')
  expect(lines).toHaveBeenCalledWith('footing: window ready')
  await expect(openNotebook(notebook, { mode: 'write' })).rejects.toMatchObject({ code: 'locked' })

  app.emit('second-instance', {}, [], '', { folder: notebook })
  expect(calls.at(-1)).toBe('focus')
  app.emit('second-instance', {}, [], '', { folder: join(folder, 'other') })
  expect(calls.at(-1)).toBe('message box')

  app.emit('window-all-closed')
  expect(calls.at(-1)).toBe('quit held up')
  await until(() => exitCode !== undefined)
  expect(exitCode).toBe(0)
  expect(existsSync(join(notebook, 'notebook.json'))).toBe(true)
  const reopened = await openNotebook(notebook, { mode: 'write' })
  expect([...reopened.view.heads('insights')].length).toBeGreaterThanOrEqual(12)
  await reopened.close()
})
