// `BrowserWindow`: a window of Chromium's with a page of the program's in it. Its size is the page's, as in a window without a frame of its own.

import { emitPreventable } from './events.ts'
import { mustBeReady } from './lifecycle.ts'
import { StrictEmitter } from './strict.ts'
import { WebContents } from './web-contents.ts'
import { windows } from './windows.ts'

type Kept =
  | 'id'
  | 'webContents'
  | 'loadURL'
  | 'reload'
  | 'close'
  | 'destroy'
  | 'isDestroyed'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'isVisible'
  | 'focus'
  | 'blur'
  | 'isFocused'
  | 'minimize'
  | 'restore'
  | 'isMinimized'
  | 'maximize'
  | 'unmaximize'
  | 'isMaximized'
  | 'setFullScreen'
  | 'isFullScreen'
  | 'getBounds'
  | 'setBounds'
  | 'getNormalBounds'
  | 'getContentSize'
  | 'setContentSize'
  | 'getSize'
  | 'getPosition'
  | 'setTitle'
  | 'getTitle'
  | 'setRepresentedFilename'
  | 'getRepresentedFilename'
  | 'setDocumentEdited'
  | 'isDocumentEdited'
  | 'setBackgroundColor'
  | 'setMenuBarVisibility'

/** What the program may leave to Electron's own preferences, it has to write out here: a page with more rights than these is not served. */
const needed = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true } as const

export class BrowserWindow extends StrictEmitter implements Pick<Electron.BrowserWindow, Kept> {
  readonly id: number
  readonly webContents: Electron.WebContents
  readonly #contents: WebContents
  #bounds: Electron.Rectangle
  #title: string
  #state: 'normal' | 'minimized' | 'maximized' | 'full-screen' = 'normal'
  #isVisible: boolean
  #isGone = false
  #representedFilename = ''
  #isDocumentEdited = false

  constructor({
    x = 0,
    y = 0,
    width = 800,
    height = 600,
    show = true,
    title = 'Electron',
    ...options
  }: Electron.BrowserWindowConstructorOptions = {}) {
    super()
    mustBeReady('BrowserWindow')
    for (const [name, value] of Object.entries(needed))
      if ((options.webPreferences?.[name as keyof typeof needed] ?? value) !== value) throw new Error(`the stand-in gives no page ${name}: ${!value}`)
    this.#bounds = { x, y, width, height }
    this.#title = title
    this.#isVisible = show
    this.#contents = new WebContents({ width, height }, options.webPreferences?.preload)
    this.id = this.#contents.id
    this.webContents = this.#contents.asElectron
    this.#contents.on('page-title-updated', (_event, text: string) => {
      if (!emitPreventable(this, 'page-title-updated', {}, text, true)) this.#title = text
    })
    this.#contents.once('destroyed', () => this.#close())
    this.#contents.target
      .then(({ page, frames }) => {
        const paint = ({ frameId, name }: { frameId: string; name: string }) => {
          if (name !== 'firstPaint' || !frames.isMain(frameId) || frames.main.url === '' || wasPainted) return
          wasPainted = true
          this.emit('ready-to-show')
        }
        let wasPainted = false
        page.on('Page.lifecycleEvent', paint)
        return this.#resize()
      })
      .catch((error: unknown) => console.error(error))
    windows.add(this)
    announceWindow(this)
    if (show) windows.focus(this)
  }

  static getAllWindows(): Electron.BrowserWindow[] {
    return windows.all().map((window) => window.asElectron)
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    return windows.focused()?.asElectron ?? null
  }
  static fromWebContents(contents: Electron.WebContents): Electron.BrowserWindow | null {
    return windows.all().find((window) => window.webContents === contents)?.asElectron ?? null
  }
  static fromId(id: number): Electron.BrowserWindow | null {
    return windows.all().find((window) => window.id === id)?.asElectron ?? null
  }

  /** The part of Electron's class that is here; what is not throws. */
  get asElectron(): Electron.BrowserWindow {
    return this as unknown as Electron.BrowserWindow
  }

  loadURL(address: string): Promise<void> {
    return this.#contents.loadURL(address)
  }
  reload(): void {
    this.#contents.reload()
  }

  /** Asks first; then the page's own end runs, and with it the window is gone. */
  close(): void {
    if (this.#isGone) return
    if (emitPreventable(this, 'close')) windowsKept()
    else this.#contents.close()
  }
  /** Without asking. */
  destroy(): void {
    if (this.#isGone) return
    this.#contents.destroy()
    this.#close()
  }
  isDestroyed(): boolean {
    return this.#isGone
  }

  show(): void {
    this.showInactive()
    windows.focus(this)
  }
  showInactive(): void {
    if (this.#isVisible) return
    this.#isVisible = true
    this.emit('show')
  }
  hide(): void {
    if (!this.#isVisible) return
    this.#isVisible = false
    if (windows.focused() === this) windows.focus(null)
    this.emit('hide')
  }
  isVisible(): boolean {
    return this.#isVisible && this.#state !== 'minimized'
  }
  focus(): void {
    windows.focus(this)
  }
  blur(): void {
    if (windows.focused() === this) windows.focus(null)
  }
  isFocused(): boolean {
    return windows.focused() === this
  }

  minimize(): void {
    this.#become('minimized', 'minimize')
  }
  maximize(): void {
    this.#become('maximized', 'maximize')
  }
  unmaximize(): void {
    if (this.#state === 'maximized') this.#become('normal', 'unmaximize')
  }
  restore(): void {
    if (this.#state === 'minimized') this.#become('normal', 'restore')
  }
  setFullScreen(isFull: boolean): void {
    if (isFull !== this.isFullScreen()) this.#become(isFull ? 'full-screen' : 'normal', isFull ? 'enter-full-screen' : 'leave-full-screen')
  }
  isMinimized(): boolean {
    return this.#state === 'minimized'
  }
  isMaximized(): boolean {
    return this.#state === 'maximized'
  }
  isFullScreen(): boolean {
    return this.#state === 'full-screen'
  }

  getBounds(): Electron.Rectangle {
    return { ...this.#bounds }
  }
  getNormalBounds(): Electron.Rectangle {
    return this.getBounds()
  }
  setBounds(bounds: Partial<Electron.Rectangle>): void {
    const before = this.#bounds
    this.#bounds = { ...before, ...bounds }
    const { x, y, width, height } = this.#bounds
    if (x !== before.x || y !== before.y) for (const name of ['move', 'moved']) this.emit(name)
    if (width === before.width && height === before.height) return
    void this.#resize()
    for (const name of ['resize', 'resized']) this.emit(name)
  }
  getContentSize(): number[] {
    return this.getSize()
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }
  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height]
  }
  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y]
  }

  setTitle(title: string): void {
    this.#title = title
  }
  getTitle(): string {
    return this.#title
  }
  setRepresentedFilename(path: string): void {
    this.#representedFilename = path
  }
  getRepresentedFilename(): string {
    return this.#representedFilename
  }
  setDocumentEdited(isEdited: boolean): void {
    this.#isDocumentEdited = isEdited
  }
  isDocumentEdited(): boolean {
    return this.#isDocumentEdited
  }
  /** Seen only before the first paint, and nobody looks at headless Chromium then. */
  setBackgroundColor(_colour: string): void {}
  setMenuBarVisibility(_isVisible: boolean): void {}

  #become(state: 'normal' | 'minimized' | 'maximized' | 'full-screen', event: string): void {
    if (this.#state === state) return
    this.#state = state
    if (state === 'minimized' && windows.focused() === this) windows.focus(null)
    this.emit(event)
  }

  /** Headless Chromium's windows have a frame, which the page's size does not count. */
  async #resize(): Promise<void> {
    const { connection, id, frameHeight } = await this.#contents.target
    const { windowId } = await connection.browser.send('Browser.getWindowForTarget', { targetId: id })
    const { width, height } = this.#bounds
    await connection.browser.send('Browser.setWindowBounds', { windowId, bounds: { width, height: height + frameHeight } })
  }

  #close(): void {
    if (this.#isGone) return
    this.#isGone = true
    this.emit('closed')
    windows.remove(this)
  }
}

let announceWindow: (window: BrowserWindow) => void = () => {}
let windowsKept: () => void = () => {}

/** For the app, which tells of every window that is made, and stays where one will not close. */
export function onWindows(listeners: { made: (window: BrowserWindow) => void; kept: () => void }): void {
  announceWindow = listeners.made
  windowsKept = listeners.kept
}
