// `app`: the program's life from its start to its end, in the order that Electron's browser process keeps.

import { mkdirSync, readFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onWindows } from './browser-window.ts'
import { endChromium } from './chromium.ts'
import { commandLine, programArguments, programFolder } from './command-line.ts'
import { emitPreventable } from './events.ts'
import { lifecycle, mustBeBeforeReady } from './lifecycle.ts'
import { menuRoles } from './shell/menu-roles.ts'
import { leaveInstanceLock, takeInstanceLock } from './single-instance.ts'
import { refuseUnknown, StrictEmitter } from './strict.ts'
import { windows } from './windows.ts'

type Kept =
  | 'name'
  | 'getName'
  | 'setName'
  | 'getVersion'
  | 'isPackaged'
  | 'getLocale'
  | 'getPreferredSystemLanguages'
  | 'getAppPath'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'isReady'
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'focus'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'enableSandbox'
  | 'setAsDefaultProtocolClient'
  | 'addRecentDocument'
  | 'clearRecentDocuments'
  | 'setAboutPanelOptions'
  | 'showAboutPanel'
  | 'setAppUserModelId'
  | 'commandLine'

const manifest = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')) as { name: string; productName?: string; version: string }

class App extends StrictEmitter implements Pick<Electron.App, Kept> {
  name = manifest.productName ?? manifest.name
  readonly isPackaged = false
  readonly commandLine = refuseUnknown('app.commandLine', commandLine) as Electron.CommandLine
  readonly #paths = new Map<string, string>()
  readonly #ready = Promise.withResolvers<void>()
  #hasLock = false
  #state: 'runs' | 'quits' | 'exits' | 'gone' = 'runs'
  #exitCode = 0

  constructor() {
    super()
    windows.onAllClosed(() => this.#allClosed())
    onWindows({
      made: (window) => {
        emitPreventable(this, 'web-contents-created', {}, window.webContents)
        emitPreventable(this, 'browser-window-created', {}, window)
        window.webContents.on('render-process-gone', (_event, details) =>
          emitPreventable(this, 'render-process-gone', {}, window.webContents, details),
        )
        window.on('focus', () => emitPreventable(this, 'browser-window-focus', {}, window))
        window.on('blur', () => emitPreventable(this, 'browser-window-blur', {}, window))
      },
      kept: () => {
        if (this.#state === 'quits') this.#state = 'runs'
      },
    })
  }

  getName(): string {
    return this.name
  }
  setName(name: string): void {
    this.name = name
  }
  getVersion(): string {
    return manifest.version
  }
  getLocale(): string {
    return lifecycle.isReady ? commandLine.getSwitchValue('lang') || 'en-US' : ''
  }
  /** Of the system, ready or not: `LANG`, as on Linux. */
  getPreferredSystemLanguages(): string[] {
    return [(process.env.LANG ?? '').split('.')[0]?.replace('_', '-') || 'en-US']
  }
  getAppPath(): string {
    return resolve(programFolder)
  }

  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const configuration = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config')
    const userData = this.#paths.get('userData') ?? (commandLine.getSwitchValue('user-data-dir') || join(configuration, this.name))
    const known: Partial<Record<typeof name, string>> = {
      userData,
      sessionData: userData,
      logs: join(userData, 'logs'),
      crashDumps: join(userData, 'Crashpad'),
      home: homedir(),
      appData: configuration,
      temp: tmpdir(),
      documents: join(homedir(), 'Documents'),
      downloads: join(homedir(), 'Downloads'),
      desktop: join(homedir(), 'Desktop'),
      exe: process.argv[0] ?? '',
    }
    const path = this.#paths.get(name) ?? known[name]
    if (path === undefined) throw new Error(`the stand-in has no app.getPath('${name}')`)
    return path
  }
  setPath(name: string, path: string): void {
    this.#paths.set(name, path)
  }
  setAppLogsPath(path?: string): void {
    this.#paths.set('logs', path ?? join(this.getPath('userData'), 'logs'))
    mkdirSync(this.getPath('logs'), { recursive: true })
  }

  isReady(): boolean {
    return lifecycle.isReady
  }
  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  enableSandbox(): void {
    mustBeBeforeReady('app.enableSandbox()')
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> = {}): boolean {
    if (this.#hasLock) return true
    const letter = { argv: [...programArguments], workingDirectory: process.cwd(), additionalData }
    this.#hasLock = takeInstanceLock(this.getPath('userData'), letter, (second) =>
      emitPreventable(this, 'second-instance', {}, second.argv, second.workingDirectory, second.additionalData),
    )
    return this.#hasLock
  }
  hasSingleInstanceLock(): boolean {
    return this.#hasLock
  }
  releaseSingleInstanceLock(): void {
    if (this.#hasLock) leaveInstanceLock(this.getPath('userData'))
    this.#hasLock = false
  }

  /** Windows are asked, then the program, and only then it ends: each may say no. */
  quit(): void {
    if (this.#state !== 'runs' || emitPreventable(this, 'before-quit')) return
    this.#state = 'quits'
    if (windows.all().length === 0) this.#willQuit()
    for (const window of windows.all()) window.close()
  }
  exit(exitCode = 0): void {
    if (this.#state === 'gone') return
    this.#state = 'exits'
    this.#exitCode = exitCode
    if (windows.all().length === 0) this.#end()
    for (const window of windows.all()) window.destroy()
  }
  focus(): void {
    windows.all().at(-1)?.focus()
  }

  /** What the desktop around a program keeps is nobody's business in a test. */
  setAsDefaultProtocolClient(_scheme: string): boolean {
    return true
  }
  addRecentDocument(_path: string): void {}
  clearRecentDocuments(): void {}
  setAboutPanelOptions(_options: Electron.AboutPanelOptionsOptions): void {}
  showAboutPanel(): void {}
  setAppUserModelId(_id: string): void {}

  /** For the start alone. */
  static becomeReady(): void {
    lifecycle.becomeReady()
    app.emit('ready', {}, {})
    app.#ready.resolve()
  }

  #allClosed(): void {
    if (this.#state === 'exits') this.#end()
    else if (this.#state === 'quits') this.#willQuit()
    else if (this.listenerCount('window-all-closed') > 0) this.emit('window-all-closed')
    else this.quit()
  }
  #willQuit(): void {
    if (emitPreventable(this, 'will-quit')) this.#state = 'runs'
    else this.#end()
  }
  #end(): void {
    this.#state = 'gone'
    emitPreventable(this, 'quit', {}, this.#exitCode)
    // What pages stored a moment ago is written as Chromium ends.
    void endChromium().finally(() => {
      this.releaseSingleInstanceLock()
      process.exit(this.#exitCode)
    })
  }
}

export const app = new App()
menuRoles.set('quit', { label: `Quit ${app.name}`, run: () => app.quit() })
export const becomeReady = App.becomeReady
