// Connects this window to its host, and again whenever the connection is lost: after sleep, a restart of the host or a closed lid.

import { isPastMessage } from '../../core/contract/is-past-message.ts'
import { isShellMessage } from '../../core/contract/is-shell-message.ts'
import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import { NotebookClient } from '../../core/contract/notebook-client.ts'
import { PastLink } from '../../core/contract/past-link.ts'
import type { PastDownMessage, PastUpMessage } from '../../core/contract/past-messages.ts'
import type { ShellDownMessage, ShellUpMessage } from '../../core/contract/shell-messages.ts'
import { splitWire } from '../../core/wire/split-wire.ts'
import type { Wire } from '../../core/wire/wire.ts'
import { openBrowserWire } from './browser-wire.ts'
import { attachDesktop } from './shell-link.ts'

declare global {
  interface Window {
    /** What the preload exposes in Electron: the wire, and nothing else. */
    readonly footing?: { openWire: () => Wire<UpMessage | ShellUpMessage, DownMessage | ShellDownMessage> }
  }
}

const firstRetryMs = 250
const lastRetryMs = 5_000

/** The present notebook, and the way to look at it as it was: both speak on the one wire of this window. */
export function connect(): { client: NotebookClient; past: PastLink } {
  const newId = () => crypto.randomUUID()
  const name = windowName()
  const client = new NotebookClient(name, newId)
  const past = new PastLink(name, newId)
  const attach = (wire: Wire<UpMessage, DownMessage>) => {
    const { first, second } = splitWire<UpMessage, DownMessage, PastUpMessage, PastDownMessage>(wire, isPastMessage)
    client.attach(first)
    past.attach(second)
  }
  if (window.footing) {
    const { first, second } = splitWire<UpMessage, DownMessage, ShellUpMessage, ShellDownMessage>(window.footing.openWire(), isShellMessage)
    attach(first)
    attachDesktop(second)
  } else keepConnected(attach, `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/wire`)
  return { client, past }
}

function keepConnected(attach: (wire: Wire<UpMessage, DownMessage>) => void, url: string): void {
  let retryMs = firstRetryMs
  let timer: ReturnType<typeof setTimeout> | undefined
  let wire: Awaited<ReturnType<typeof openBrowserWire>> | undefined
  let isOpening = false
  let hasBeenOpen = false
  const retry = () => {
    timer = setTimeout(open, retryMs)
    retryMs = Math.min(retryMs * 2, lastRetryMs)
  }
  const open = () => {
    clearTimeout(timer)
    if (isOpening || wire) return
    isOpening = true
    openBrowserWire(url)
      .then((opened) => {
        // A build for development alone: its host is started again because something was built anew.
        if (import.meta.env.MODE === 'development' && hasBeenOpen) location.reload()
        hasBeenOpen = true
        wire = opened
        retryMs = firstRetryMs
        opened.onClose(() => {
          wire = undefined
          retry()
        })
        attach(opened)
      }, retry)
      .finally(() => {
        isOpening = false
      })
  }
  // A machine that wakes up, or comes back from the page cache, should not wait out the rest of a long pause.
  const openSoon = () => {
    retryMs = firstRetryMs
    open()
  }
  window.addEventListener('online', openSoon)
  window.addEventListener('pageshow', openSoon)
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && openSoon())
  open()
}

/** Kept for the life of the tab: a reload goes on with the same undo history. A duplicated tab copies the storage but does not count as a reload. */
function windowName(): string {
  const key = 'footing.window'
  const navigation = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined
  const held = navigation?.type === 'reload' ? sessionStorage.getItem(key) : null
  const name = held ?? crypto.randomUUID()
  sessionStorage.setItem(key, name)
  return name
}
