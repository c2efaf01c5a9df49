// Keeps the menu bar that of the window in front.

import { Menu } from 'electron'
import type { Language } from '../../core/strings/language.ts'
import type { DesktopMemory } from '../desktop-memory.ts'
import type { NotebookWindows } from '../windows/notebook-windows.ts'
import { buildMenu, type OwnCommand } from './build-menu.ts'

/** Several windows' menus can change in one turn of the event loop: the bar is made once. */
export function makeMenuBar(
  { words, memory, windows }: { words: Language['desktop']; memory: DesktopMemory; windows: () => NotebookWindows },
  runOwn: (command: OwnCommand) => void,
  openRecent: (folder: string) => void,
): { refresh: () => void } {
  let shown = ''
  let isDue = false
  const show = () => {
    isDue = false
    const { current } = windows()
    const template = buildMenu({
      platform: process.platform,
      words,
      menus: current?.menus ?? [],
      recents: memory.recents,
      hasWindow: current !== undefined,
      runInPage: (action) => windows().current?.send({ type: 'shell.run', action }),
      runOwn,
      openRecent,
      forgetRecents: () => {
        memory.forgetRecents()
        windows().sendStates()
        refresh()
      },
    })
    // A new bar closes a menu that is open: it is made only where it is another.
    const wanted = JSON.stringify(template)
    if (wanted === shown) return
    shown = wanted
    Menu.setApplicationMenu(Menu.buildFromTemplate(template))
  }
  const refresh = () => {
    if (isDue) return
    isDue = true
    setImmediate(show)
  }
  return { refresh }
}
