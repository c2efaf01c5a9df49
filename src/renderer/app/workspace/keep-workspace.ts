// Tabs and history outlive the window: in the session for a reload, and under the notebook's id for the next start.
//
// Each window has its own while it lives; the one that changed last is what the next start finds. A window that opens beside another one begins
// empty. The desktop's origin is always the same; the local host may listen on another port the next time, which is another origin to a browser,
// and then there is nothing to come back to.

import type { NotebookClient } from '../../../core/contract/notebook-client.ts'
import { adoptWorkspace, savedNow, useNavigation } from '../navigation.ts'
import { saveWorkspace } from './saved-workspace.ts'

const sessionKey = 'footing.workspace'
const nameOf = (notebook: string) => `footing.workspace ${notebook}`
const keepAfterMs = 300

/** Call once, before the first rendering: what a reload comes back to is there at once. */
export function keepWorkspace(client: NotebookClient): void {
  const isReload = (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'reload'
  const isBack = isReload && adoptWorkspace(sessionStorage.getItem(sessionKey), { isReload: true })
  const begin = () => {
    const id = client.state.notebook?.id
    if (id === undefined) return
    stopWaiting()
    const before = savedNow()
    const start = (isAlone: boolean) => {
      // Whoever was quicker than this has a workspace already.
      if (!isBack && isAlone && savedNow().history === before.history) adoptWorkspace(localStorage.getItem(nameOf(id)), { isReload: false })
      keep(nameOf(id))
    }
    if (isBack) start(false)
    else void isAlone(nameOf(id)).then(start)
    void navigator.locks?.request(nameOf(id), { mode: 'shared' }, () => new Promise(() => {}))
  }
  const stopWaiting = client.onState(begin)
  // The wire opens before the window does: the notebook may be known already, and then nothing more is said of it.
  begin()
}

/** A shared lock lives exactly as long as its window. */
async function isAlone(name: string): Promise<boolean> {
  const { held = [] } = (await navigator.locks?.query()) ?? {}
  return held.every((lock) => lock.name !== name)
}

function keep(name: string): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    clearTimeout(timer)
    timer = undefined
    const text = saveWorkspace(savedNow())
    sessionStorage.setItem(sessionKey, text)
    localStorage.setItem(name, text)
  }
  useNavigation.subscribe((now, before) => {
    if (now.workspace === before.workspace && now.history === before.history) return
    timer ??= setTimeout(write, keepAfterMs)
  })
  window.addEventListener('pagehide', () => timer !== undefined && write())
}
