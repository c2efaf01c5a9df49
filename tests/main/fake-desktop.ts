// As much of Electron as the shell touches around its pages, written down as it is called: Electron itself cannot run in a test.

import { EventEmitter } from 'node:events'
import type { MenuItemConstructorOptions, MessageBoxOptions } from 'electron'
import { FakeContents, ipcMain } from './fake-electron.ts'

/** What was called, in order. */
export const calls: string[] = []
export const windows: FakeWindow[] = []
/** What the person answers to the next dialogs; a dialog without an answer waits for ever. */
export const answers: { response?: number; filePaths?: string[]; filePath?: string }[] = []
export const asked: MessageBoxOptions[] = []

const paths = new Map<string, string>()
export function setPath(name: string, path: string): void {
  paths.set(name, path)
}

let becomeReady: () => void = () => {}
/** As Electron's loop does once everything is there. */
export function makeReady(): void {
  becomeReady()
}

class FakeApp extends EventEmitter {
  isPackaged = false
  exitCode: number | undefined
  handedOver: unknown
  enableSandbox = () => void calls.push('enableSandbox')
  getPath = (name: string) => paths.get(name) ?? ''
  getVersion = () => '0.0.0'
  getPreferredSystemLanguages = () => ['en-GB']
  addRecentDocument = (path: string) => void calls.push(`recent ${path}`)
  isReady = () => calls.includes('ready')
  requestSingleInstanceLock = (data: unknown) => {
    this.handedOver = data
    return calls.push('requestSingleInstanceLock') > 0
  }
  whenReady = () => {
    calls.push('whenReady')
    return new Promise<void>((resolve) => {
      becomeReady = () => {
        calls.push('ready')
        resolve()
      }
    })
  }
  quit = () => {
    calls.push('quit')
    this.emit('before-quit', { preventDefault: () => calls.push('quit held up') })
  }
  exit = (code: number) => {
    calls.push('exit')
    this.exitCode ??= code
  }
}
export const app = new FakeApp()

export class FakeWindow extends EventEmitter {
  readonly webContents = Object.assign(new FakeContents(), {
    reload: () => void calls.push('reload'),
    forcefullyCrashRenderer: () => void this.webContents.emit('render-process-gone', {}, { reason: 'killed', exitCode: 9 }),
  })
  readonly options: { webPreferences: object; show: boolean; x?: number; y?: number; width: number; height: number }
  bounds: { x: number; y: number; width: number; height: number }
  #isDestroyed = false

  constructor(options: FakeWindow['options']) {
    super()
    calls.push('window')
    windows.push(this)
    this.options = options
    const { x = 0, y = 0, width, height } = options
    this.bounds = { x, y, width, height }
    app.emit('browser-window-created', {}, this)
  }
  show = () => void calls.push('show')
  focus = () => {
    calls.push('focus')
    this.emit('focus')
  }
  maximize = () => void calls.push('maximize')
  restore = () => void calls.push('restore')
  loadURL = async (address: string) => void calls.push(`load ${address}`)
  isDestroyed = () => this.#isDestroyed
  isMinimized = () => false
  isMaximized = () => false
  isFullScreen = () => false
  getNormalBounds = () => this.bounds
  close = () => {
    let isHeld = false
    this.emit('close', { preventDefault: () => (isHeld = true) })
    if (!isHeld) this.destroy()
  }
  destroy = () => {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.webContents.isGone = true
    this.webContents.emit('destroyed')
    windows.splice(windows.indexOf(this), 1)
    this.emit('closed')
    if (windows.length === 0) app.emit('window-all-closed')
  }
}

/** What stands on the menu bar. */
export let menuBar: MenuItemConstructorOptions[] = []

type AnswerPage = (request: Request) => Promise<Response>
export const pages: { answer: AnswerPage | undefined } = { answer: undefined }

async function answerDialog(): Promise<{ response: number; canceled: boolean; filePaths: string[]; filePath: string }> {
  const answer = answers.shift() ?? (await new Promise<never>(() => {}))
  return { response: 0, canceled: !answer.filePath && !answer.filePaths, filePaths: [], filePath: '', ...answer }
}

export const electron = {
  app,
  BrowserWindow: FakeWindow,
  dialog: {
    showErrorBox: () => calls.push('error box'),
    // The parent comes first, where there is one.
    showMessageBox: (...values: unknown[]) => {
      asked.push(values.at(-1) as MessageBoxOptions)
      return answerDialog()
    },
    showOpenDialog: answerDialog,
    showSaveDialog: answerDialog,
  },
  ipcMain,
  Menu: {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (template: MenuItemConstructorOptions[]) => {
      menuBar = template
    },
  },
  powerMonitor: new EventEmitter(),
  protocol: {
    registerSchemesAsPrivileged: ([{ scheme }]: [{ scheme: string }]) => calls.push(`scheme ${scheme}`),
    handle: (scheme: string, answer: AnswerPage) => {
      calls.push(`handle ${scheme}`)
      pages.answer = answer
    },
  },
  screen: {
    getPrimaryDisplay: () => ({ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }),
    getAllDisplays: () => [{ id: 1, workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
  },
  session: {
    defaultSession: {
      setPermissionCheckHandler: () => calls.push('session guarded'),
      setPermissionRequestHandler: () => {},
      setDevicePermissionHandler: () => {},
      setDisplayMediaRequestHandler: () => {},
      setSpellCheckerEnabled: () => {},
      flushStorageData: () => calls.push('storage flushed'),
      webRequest: { onBeforeRequest: () => {} },
    },
  },
  shell: {
    openPath: async (path: string) => {
      calls.push(`open ${path}`)
      return ''
    },
    showItemInFolder: (path: string) => void calls.push(`show ${path}`),
  },
}

export async function until(isSo: () => boolean): Promise<void> {
  const deadline = performance.now() + 10_000
  while (!isSo()) {
    if (performance.now() > deadline) throw new Error(`not within ten seconds: ${isSo.toString()}\n${calls.join('\n')}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}
