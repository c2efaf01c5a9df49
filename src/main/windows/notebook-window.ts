// One window and the notebook that it shows: serves its page's wire, and goes only when what is typed there is safe.

import type { BrowserWindow } from 'electron'
import { isShellMessage } from '../../core/contract/is-shell-message.ts'
import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import type { ShellDownMessage, ShellMenu, ShellUpMessage } from '../../core/contract/shell-messages.ts'
import { splitWire } from '../../core/wire/split-wire.ts'
import type { OpenNotebook } from '../../host/opened-notebook.ts'
import { serveWire } from '../../host/session/serve-wire.ts'
import type { WindowWire } from '../ipc/window-wires.ts'
import { type PageEvents, PageLink } from '../shell/page-link.ts'

/** What is typed is sent within this, or left to the page's storage, where it lies as well. */
const flushLimitMs = 3_000

export class NotebookWindow {
  /** By its true path. */
  readonly folder: string
  readonly window: BrowserWindow
  /** Settles when the notebook is open; never where it cannot be, since then the window goes. */
  readonly #opened: Promise<OpenNotebook>
  #page: PageLink | undefined
  #menus: readonly ShellMenu[] = []
  #closing: Promise<void> | undefined
  /** Shown as soon as there is a page that can. */
  #placeToShow = ''

  constructor(folder: string, window: BrowserWindow, opened: Promise<OpenNotebook>) {
    this.folder = folder
    this.window = window
    this.#opened = opened
    window.on('close', (event) => {
      // Held once: a second press, while the page is asked for its drafts, lets it go at once.
      if (this.#closing) return
      event.preventDefault()
      void this.close()
    })
    // Windows asks before it tells: by the time it tells, there is no time left.
    window.on('query-session-end', () => void this.flush())
  }

  /** What the page's menus are; none while there is no page. */
  get menus(): readonly ShellMenu[] {
    return this.#page?.isHere ? this.#menus : []
  }

  /** Takes the wire of this window's page, which speaks before the notebook is open: its messages wait. */
  serve(wire: WindowWire, events: PageEvents): void {
    const { first, second } = splitWire<DownMessage, UpMessage, ShellDownMessage, ShellUpMessage>(wire, isShellMessage)
    let isOpen = true
    wire.onClose(() => {
      isOpen = false
    })
    this.#page = new PageLink(second, {
      ...events,
      onHello: () => {
        events.onHello()
        this.show(this.#placeToShow)
      },
      onMenus: (menus) => {
        this.#menus = menus
        events.onMenus(menus)
      },
    })
    void this.#opened.then((notebook) => {
      if (isOpen) serveWire(notebook, first)
    })
  }

  send(message: ShellDownMessage): boolean {
    const isHere = this.#page?.isHere === true
    this.#page?.send(message)
    return isHere
  }

  /** Shows a record; '' is the notebook as it is. */
  show(place: string): void {
    this.#placeToShow = place !== '' && !this.send({ type: 'shell.show', place }) ? place : ''
  }

  /** True once all that is typed in the page is durable. */
  async flush(): Promise<boolean> {
    return (await this.#page?.flush(flushLimitMs)) ?? false
  }

  /** Asks the page for its drafts, within a limit, then closes the window whatever the page does. */
  close(): Promise<void> {
    this.#closing ??= this.flush().then(() => {
      // Not `close()`: a page that hangs would never let itself be closed. What it keeps for the next start, it has kept by now.
      if (!this.window.isDestroyed()) this.window.destroy()
    })
    return this.#closing
  }
}
