// All windows: one per notebook unless a second is asked for, each where it stood before, opened at once while its notebook is still opening.

import { app, type BrowserWindow, screen, type WebContents } from 'electron'
import type { ShellAnswer, ShellRequest } from '../../core/contract/shell-messages.ts'
import type { Language } from '../../core/strings/language.ts'
import { nodeFileSystem } from '../../host/storage/file-system.ts'
import { hasNotebook } from '../../host/storage/has-notebook.ts'
import type { DesktopMemory } from '../desktop-memory.ts'
import type { WindowWire } from '../ipc/window-wires.ts'
import { withBackups } from '../notebooks/backup-words.ts'
import type { Missing } from '../notebooks/desktop-notebook.ts'
import { notebookName, trueFolder } from '../notebooks/notebook-folder.ts'
import type { HeldNotebook, OpenNotebooks } from '../notebooks/open-notebooks.ts'
import { askAboutRefusal, tell } from '../shell/dialogs.ts'
import { createWindow, showWindow } from './create-window.ts'
import { besides, fitBounds } from './fit-bounds.ts'
import { followPlace } from './follow-place.ts'
import { NotebookWindow } from './notebook-window.ts'
import { recoverPage } from './recover-page.ts'

export type WindowsContext = {
  preloadPath: string
  iconPath: string
  notebooks: OpenNotebooks
  memory: DesktopMemory
  words: Language['desktop']
  showLogs: () => void
  /** A window is on the screen. */
  onShown: () => void
  /** Windows, their menus or the recent notebooks changed. */
  onChange: () => void
  answer: (window: NotebookWindow, request: ShellRequest) => Promise<ShellAnswer>
  /** No notebook could be opened and the person wants another. */
  chooseAnother: (parent: BrowserWindow) => Promise<string | undefined>
}

export type OpenOptions = {
  missing?: Missing
  /** A further window, also where the notebook has one. */
  isAnother?: boolean
  /** An id to show in it. */
  place?: string
}

export class NotebookWindows {
  readonly #context: WindowsContext
  readonly #windows: NotebookWindow[] = []
  #lastFocused: NotebookWindow | undefined
  #isLeaving = false

  constructor(context: WindowsContext) {
    this.#context = context
  }

  /** The window that the person works in, or worked in last. */
  get current(): NotebookWindow | undefined {
    return this.#lastFocused ?? this.#windows.at(-1)
  }

  get all(): readonly NotebookWindow[] {
    return this.#windows
  }

  /** Takes the wire that a page has opened. */
  serve(contents: WebContents, wire: WindowWire): void {
    const window = this.#windows.find((one) => one.window.webContents === contents)
    const { onChange, answer } = this.#context
    window?.serve(wire, {
      onHello: () => this.#sendState(window),
      onMenus: () => window === this.current && onChange(),
      onRequest: (request) => answer(window, request),
    })
  }

  /** Shows the notebook's window, or makes one. Says it in words where there is no notebook. False where nothing was opened. */
  async open(path: string, { missing = 'refuse', isAnother = false, place = '' }: OpenOptions = {}): Promise<boolean> {
    const folder = await trueFolder(path)
    const { words, memory, onChange } = this.#context
    if (missing === 'refuse' && !(await hasNotebook(nodeFileSystem, folder).catch(() => false))) {
      if (await memory.dropMissing()) onChange()
      const detail = await withBackups(words, folder, words.noNotebookThere(folder))
      await tell(this.current?.window, { message: words.cannotOpen(notebookName(folder)), detail })
      return false
    }
    // From here on nothing waits until the window is in the list: two that ask at once get one window.
    const there = this.#windows.find((window) => window.folder === folder)
    if (there && !isAnother) {
      showWindow(there.window)
      there.show(place)
      return true
    }
    this.#make(folder, missing, there).show(place)
    return true
  }

  /** Tells every page what is remembered now. */
  sendStates(): void {
    for (const window of this.#windows) this.#sendState(window)
  }

  /** Asks all pages for their drafts at once, then closes their windows; what was open is remembered as it was. */
  async closeAll(): Promise<void> {
    this.#isLeaving = true
    await Promise.all(this.#windows.map((window) => window.close()))
  }

  #make(folder: string, missing: Missing, beside: NotebookWindow | undefined): NotebookWindow {
    const { preloadPath, iconPath, memory, words, showLogs, onShown, onChange } = this.#context
    const remembered = beside ? besides(beside.window.getNormalBounds()) : memory.placeOf(folder)
    const browserWindow = createWindow(
      { preloadPath, iconPath },
      {
        bounds: fitBounds(remembered, workAreas()),
        isMaximized: !beside && memory.placeOf(folder)?.isMaximized === true,
        isFullScreen: !beside && memory.placeOf(folder)?.isFullScreen === true,
      },
      onShown,
    )
    const opening = this.#openNotebook(folder, missing, browserWindow)
    const window: NotebookWindow = new NotebookWindow(
      folder,
      browserWindow,
      opening.then((held) => held?.notebook ?? new Promise<never>(() => {})),
    )
    this.#windows.push(window)
    this.#noteOpen()
    followPlace(browserWindow, (place) => memory.notePlace(folder, place))
    recoverPage(browserWindow, words, { showLogs, close: () => void window.close() })
    browserWindow.on('focus', () => {
      this.#lastFocused = window
      onChange()
    })
    browserWindow.on('closed', () => {
      this.#windows.splice(this.#windows.indexOf(window), 1)
      if (this.#lastFocused === window) this.#lastFocused = undefined
      void opening.then((held) => held?.release())
      this.#noteOpen()
      onChange()
    })
    onChange()
    return window
  }

  /** Undefined where it could not be opened: then the person has been told, and the window is closed. */
  async #openNotebook(folder: string, missing: Missing, window: BrowserWindow): Promise<HeldNotebook | undefined> {
    const { notebooks, memory, words, onShown, chooseAnother } = this.#context
    for (;;) {
      try {
        const held = await notebooks.acquire(folder, missing)
        const { title, id } = held.notebook.manifest
        memory.noteOpened({ folder, title, id })
        app.addRecentDocument(folder)
        this.sendStates()
        this.#context.onChange()
        return held
      } catch (error) {
        console.error(`${folder} was not opened: ${error instanceof Error ? error.message : String(error)}`)
        // Whoever started Footing waits for a window: there is one, and it says why it is empty.
        onShown()
        if (window.isDestroyed()) return undefined
        const choice = await askAboutRefusal(window, words, folder, error)
        if (choice === 'try-again') continue
        const another = choice === 'open-another' ? await chooseAnother(window) : undefined
        if (another !== undefined) await this.open(another)
        if (!window.isDestroyed()) window.destroy()
        return undefined
      }
    }
  }

  /** The last window that goes is the first to come back, so an empty list is no news; and leaving closes all of them. */
  #noteOpen(): void {
    if (!this.#isLeaving) this.#context.memory.noteOpen(this.#windows.map(({ folder }) => folder))
  }

  #sendState(window: NotebookWindow): void {
    const { platform } = process
    window.send({ type: 'shell.state', platform, version: app.getVersion(), folder: window.folder, recents: [...this.#context.memory.recents] })
  }
}

function workAreas() {
  const primary = screen.getPrimaryDisplay()
  return [primary, ...screen.getAllDisplays().filter(({ id }) => id !== primary.id)].map(({ workArea }) => workArea)
}
