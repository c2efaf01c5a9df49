// The built desktop program: in real Electron, or in the stand-in for it. Playwright drives both alike.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test'
import { projectFolder } from '../../../tools/run-node-tool.ts'
import { expectOpen, Host, type Look, type OnContext, type SavedFile, savedFile } from './host.ts'

const standIn = join(projectFolder, 'tests/electron-stand-in/electron')
/** `https:` where the stand-in shows the pages: Chromium knows no `app:`. */
const ownAddress = /^(?:app:\/\/footing|https:\/\/footing\.app\.invalid)\//

type Setting = { folder: string; env: NodeJS.ProcessEnv; isStandIn: boolean; look: Look; onContext: OnContext }

export class DesktopHost extends Host {
  readonly #setting: Setting
  /** What belongs to the person: settings, drafts, documents. It outlives the program. */
  readonly home = mkdtempSync(join(tmpdir(), 'footing-home-'))
  #app: ElectronApplication | undefined

  constructor(setting: Setting) {
    super(setting.folder, setting.env)
    this.#setting = setting
  }

  /** The running program, for what is the desktop's alone: menus, dialogs, windows. */
  get app(): ElectronApplication {
    if (!this.#app) throw new Error('the program does not run')
    return this.#app
  }

  get userData(): string {
    return join(this.home, 'settings')
  }

  /** How the program is called with other arguments, for a second start. */
  command(...words: string[]): string[] {
    return [projectFolder, ...words, `--user-data-dir=${this.userData}`]
  }

  get executable(): string | undefined {
    return this.#setting.isStandIn ? standIn : undefined
  }

  /** A home of its own, and nothing that would make Electron start as plain Node. */
  get processEnv(): Record<string, string> {
    const env = { ...process.env, ...this.env, HOME: this.home, XDG_CONFIG_HOME: join(this.home, '.config'), ELECTRON_RUN_AS_NODE: undefined }
    return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined))
  }

  async start(words: readonly string[] = [this.folder]): Promise<void> {
    const { look, onContext } = this.#setting
    mkdirSync(join(this.home, 'Documents'), { recursive: true })
    const app = await _electron.launch({
      ...(this.executable ? { executablePath: this.executable } : {}),
      args: this.command(...words),
      env: this.processEnv,
      acceptDownloads: true,
      ...(look.locale ? { locale: look.locale } : {}),
      ...(look.timezoneId ? { timezoneId: look.timezoneId } : {}),
    })
    this.#app = app
    onContext(app.context(), (address) => ownAddress.test(address))
    app.on('close', () => {
      if (this.#app === app) this.#app = undefined
    })
  }

  async stop(): Promise<void> {
    await this.#app?.close()
  }

  async kill(): Promise<void> {
    const app = this.#app
    const { pid } = app?.process() ?? {}
    if (!app || pid === undefined) return
    const closed = app.waitForEvent('close')
    // With everything that it has started: elsewhere than on Windows, Playwright gives it a process group of its own.
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
    await closed
  }

  async close(): Promise<void> {
    await this.stop()
    rmSync(this.home, { recursive: true, force: true })
  }

  async firstWindow(): Promise<Page> {
    return await this.#look(await this.app.firstWindow())
  }

  async openWindow(): Promise<Page> {
    const [page] = await Promise.all([this.app.waitForEvent('window'), this.clickMenu('window.new')])
    return await this.#look(page)
  }

  /** Chooses an item of the native menu, with the window in front as it is. */
  async clickMenu(id: string): Promise<void> {
    await this.app.evaluate(({ BrowserWindow, Menu }, wanted) => {
      const item = Menu.getApplicationMenu()?.getMenuItemById(wanted)
      if (!item) throw new Error(`the menu has no item ${wanted}`)
      const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
      item.click({}, window, window?.webContents)
    }, id)
  }

  /** By the dialog for a place to save at, which is answered with one. */
  async savedFile(_page: Page, action: () => Promise<void>): Promise<SavedFile> {
    const folder = mkdtempSync(join(this.home, 'Documents', 'saved-'))
    const proposedName = await this.answerSaveDialog(folder)
    await action()
    const name = await proposedName()
    await expect.poll(() => existsSync(join(folder, name))).toBe(true)
    return savedFile(name, readFileSync(join(folder, name)))
  }

  /** From here on, files are saved in this folder under the name that the program proposes. Returns how to wait for that name. */
  async answerSaveDialog(folder: string): Promise<() => Promise<string>> {
    await this.app.evaluate(({ dialog }, chosen) => {
      const state = globalThis as { proposedName?: string }
      delete state.proposedName
      dialog.showSaveDialog = async (...given: unknown[]) => {
        const { defaultPath = '' } = given.at(-1) as { defaultPath?: string }
        state.proposedName = defaultPath.replace(/^.*[\\/]/, '')
        return { canceled: false, filePath: `${chosen}/${state.proposedName}` }
      }
    }, folder)
    return async () => {
      let name = ''
      await expect
        .poll(async () => {
          name = await this.app.evaluate(() => (globalThis as { proposedName?: string }).proposedName ?? '')
          return name
        })
        .not.toBe('')
      return name
    }
  }

  async #look(page: Page): Promise<Page> {
    const { viewport, colorScheme, reducedMotion } = this.#setting.look
    if (viewport) await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme, reducedMotion })
    await expectOpen(page)
    return page
  }
}
