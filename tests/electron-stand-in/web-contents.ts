// `webContents`: what the program knows of a page.

import { setTimeout as delay } from 'node:timers/promises'
import { fromChromium, toChromium } from './devtools/addresses.ts'
import { emitPreventable } from './events.ts'
import { answerInvoke, ipcMain } from './ipc-main.ts'
import { followNavigation } from './navigation.ts'
import { readClone, writeClone } from './page/clone.ts'
import { type EditCommand, editPage, factorOfLevel, levelOfFactor, zoomPage } from './page/edit-page.ts'
import { makePageTarget, type PageTarget } from './page-target.ts'
import { settlePermissions } from './permissions.ts'
import { answerRequests } from './requests.ts'
import { session } from './session.ts'
import { StrictEmitter } from './strict.ts'

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0]
type Told = ['send', string, unknown[]] | ['invoke', string, unknown[], number] | ['open', string] | ['title', string]

/** A page that does not answer within this is closed as it is. */
const hungMs = 500

const all = new Map<number, WebContents>()
let made = 0

export class WebContents
  extends StrictEmitter
  implements
    Pick<
      Electron.WebContents,
      | 'id'
      | 'send'
      | 'loadURL'
      | 'reload'
      | 'getURL'
      | 'isDestroyed'
      | 'isCrashed'
      | 'forcefullyCrashRenderer'
      | 'setWindowOpenHandler'
      | 'executeJavaScript'
      | 'close'
      | 'undo'
      | 'redo'
      | 'cut'
      | 'copy'
      | 'paste'
      | 'pasteAndMatchStyle'
      | 'delete'
      | 'selectAll'
      | 'getZoomLevel'
      | 'setZoomLevel'
      | 'getZoomFactor'
      | 'setZoomFactor'
      | 'setVisualZoomLevelLimits'
      | 'openDevTools'
      | 'mainFrame'
      | 'session'
    >
{
  readonly id: number
  /** Resolves once the page is in Chromium; what comes before waits for it. */
  readonly #target: Promise<PageTarget>
  #known: PageTarget | undefined
  #state: 'whole' | 'crashed' | 'destroyed' = 'whole'
  #openHandler: OpenHandler = () => ({ action: 'allow' })
  #zoomFactor = 1
  #loading = ''

  readonly undo = () => this.#edit('undo')
  readonly redo = () => this.#edit('redo')
  readonly cut = () => this.#edit('cut')
  readonly copy = () => this.#edit('copy')
  readonly paste = () => this.#edit('paste')
  readonly pasteAndMatchStyle = () => this.#edit('pasteAndMatchStyle')
  readonly delete = () => this.#edit('delete')
  readonly selectAll = () => this.#edit('selectAll')

  constructor(size: { width: number; height: number }, preloadPath: string | undefined) {
    super()
    made += 1
    this.id = made
    all.set(this.id, this)
    this.#target = makePageTarget(size, preloadPath).then(async (target) => {
      this.#known = target
      this.#follow(target)
      const { mayNavigate } = followNavigation(this, target)
      await answerRequests(target.page, { contents: this.asElectron, frameOf: (id) => target.frames.withId(id), mayNavigate })
      return target
    })
    this.#target.catch((error: unknown) => console.error(error))
  }

  /** The part of Electron's class that is here; what is not throws. */
  get asElectron(): Electron.WebContents {
    return this as unknown as Electron.WebContents
  }

  get target(): Promise<PageTarget> {
    return this.#target
  }

  get mainFrame(): Electron.WebFrameMain {
    if (!this.#known) throw new Error('the page has no frame yet')
    return this.#known.frames.main
  }

  get session(): Electron.Session {
    return session.defaultSession
  }

  async loadURL(address: string): Promise<void> {
    const { page, connection } = await this.#target
    await settlePermissions(connection, this.asElectron, address)
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve))
    this.#loading = address
    const { errorText } = await page.send('Page.navigate', { url: toChromium(address) })
    if (errorText !== undefined) {
      emitPreventable(this, 'did-fail-load', {}, -2, errorText, address, true, 0, 0)
      throw new Error(`${errorText} (-2) loading '${address}'`)
    }
    await loaded
  }

  reload(): void {
    this.#state = 'whole'
    void this.#target.then(({ page }) => page.send('Page.reload')).catch((error: unknown) => console.error(error))
  }

  getURL(): string {
    return this.#known?.frames.main.url ?? ''
  }

  isDestroyed(): boolean {
    return this.#state === 'destroyed'
  }

  isCrashed(): boolean {
    return this.#state === 'crashed'
  }

  /** What comes before the page's preload is lost, as in Electron. */
  send(channel: string, ...values: unknown[]): void {
    this.#tell(writeClone(['send', channel, values]))
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  /** For navigation: whether the program itself loads this. */
  loadsItself(address: string): boolean {
    return address === this.#loading
  }

  /** For navigation: a page asks for a window of its own. None ever opens, as the program here denies every one. */
  askToOpen(url: string): void {
    const { action } = this.#openHandler({
      url,
      frameName: '',
      features: '',
      disposition: 'foreground-tab',
      referrer: { url: '', policy: 'default' },
    })
    if (action !== 'deny') throw new Error('the stand-in opens no window for a page')
  }

  async executeJavaScript(code: string): Promise<unknown> {
    const { page } = await this.#target
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', { expression: code, awaitPromise: true, returnByValue: true })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value
  }

  forcefullyCrashRenderer(): void {
    // Never answered: the page that would is gone.
    void this.#target.then(({ page }) => page.send('Page.crash')).catch(() => {})
  }

  /** Lets the page's own `pagehide` run. Without the wait for `beforeunload`, as the program's pages have none. */
  close(): void {
    void this.#target.then(({ page }) => page.send('Page.close')).catch(() => this.#gone())
  }

  getZoomFactor(): number {
    return this.#zoomFactor
  }
  setZoomFactor(factor: number): void {
    this.#zoomFactor = factor
    void this.#target.then(({ page }) => zoomPage(page, factor)).catch((error: unknown) => console.error(error))
  }
  getZoomLevel(): number {
    return levelOfFactor(this.#zoomFactor)
  }
  setZoomLevel(level: number): void {
    this.setZoomFactor(factorOfLevel(level))
  }
  /** Fingers do not zoom here. */
  async setVisualZoomLevelLimits(_least: number, _most: number): Promise<void> {}
  openDevTools(): void {
    console.error('developer tools: headless Chromium shows none')
  }

  /** For a window that is destroyed: the page's own end does not run, as in Electron. */
  destroy(): void {
    const expression = `for (const name of ['beforeunload', 'pagehide', 'visibilitychange', 'unload'])
      addEventListener(name, (event) => event.stopImmediatePropagation(), true)`
    void this.#target
      .then(async ({ page, connection, id }) => {
        await Promise.race([page.send('Runtime.evaluate', { expression }), delay(hungMs)]).catch(() => {})
        await connection.browser.send('Target.closeTarget', { targetId: id })
      })
      .catch(() => this.#gone())
  }

  /** For Playwright, which knows pages by what DevTools calls them. */
  static fromDevToolsTargetId(id: string): Electron.WebContents | undefined {
    return [...all.values()].find((contents) => contents.#known?.id === id)?.asElectron
  }

  static fromId(id: number): Electron.WebContents | undefined {
    return all.get(id)?.asElectron
  }

  static getAllWebContents(): Electron.WebContents[] {
    return [...all.values()].map((contents) => contents.asElectron)
  }

  #edit(command: EditCommand): void {
    void this.#target.then(({ page }) => editPage(page, command)).catch((error: unknown) => console.error(error))
  }

  #tell(text: string): void {
    const { page, frames, scripts } = this.#known ?? {}
    if (!page || !scripts || frames?.preloadWorld === undefined) return
    const declaration = `(text) => globalThis[${JSON.stringify(scripts.receiver)}](text)`
    page
      .send('Runtime.callFunctionOn', { functionDeclaration: declaration, arguments: [{ value: text }], executionContextId: frames.preloadWorld })
      // A page that went away meanwhile is not there to be told.
      .catch(() => {})
  }

  #follow({ page, frames, scripts, connection, id }: PageTarget): void {
    page.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== scripts?.binding) return
      const told = readClone(payload) as Told
      if (told[0] === 'open') this.askToOpen(fromChromium(told[1]))
      else if (told[0] === 'title') emitPreventable(this, 'page-title-updated', {}, told[1], true)
      else this.#receive(told, frames.ofWorld(executionContextId))
    })
    page.on('Page.lifecycleEvent', ({ frameId, name }) => {
      if (!frames.isMain(frameId) || frames.main.url === '') return
      if (name === 'DOMContentLoaded') this.emit('dom-ready')
      if (name === 'load') this.emit('did-finish-load')
    })
    page.on('Inspector.targetCrashed', () => {
      this.#state = 'crashed'
      frames.clear()
      emitPreventable(this, 'render-process-gone', {}, { reason: 'crashed', exitCode: 5 })
    })
    connection.browser.on('Target.detachedFromTarget', ({ targetId }) => {
      if (targetId === id) this.#gone()
    })
  }

  #receive([kind, channel, values, call]: Exclude<Told, ['open' | 'title', string]>, senderFrame: Electron.WebFrameMain | null): void {
    const event = { sender: this.asElectron, senderFrame, frameId: 0, processId: 0, type: 'frame', ports: [] }
    if (kind === 'send') {
      ipcMain.emit(channel, { ...event, reply: (name: string, ...replies: unknown[]) => this.send(name, ...replies) }, ...values)
      return
    }
    const reply = (answer: { value?: unknown; error?: string }) => this.#tell(writeClone(['reply', call, [answer]]))
    answerInvoke(channel, event, values).then(
      (value) => reply({ value }),
      (error: unknown) => reply({ error: `Error invoking remote method '${channel}': ${String(error)}` }),
    )
  }

  #gone(): void {
    if (this.#state === 'destroyed') return
    this.#state = 'destroyed'
    all.delete(this.id)
    this.emit('destroyed')
  }
}
