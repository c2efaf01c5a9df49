// The menu bar: every command of the window, what the shell does itself, and what every program of the platform has. Pure: facts in, template out.

import type { MenuItemConstructorOptions } from 'electron'
import type { RecentNotebook, ShellMenu, ShellMenuItem } from '../../core/contract/shell-messages.ts'
import type { Language } from '../../core/strings/language.ts'
import { menuLabel, toAccelerator } from './menu-keys.ts'

/** Done by the shell itself, so that they work before a page is there, and when it hangs. */
export type OwnCommand = 'notebook.new' | 'notebook.open' | 'notebook.show-folder' | 'window.new' | 'window.close' | 'logs.show' | 'app.quit'

export type MenuFacts = {
  platform: NodeJS.Platform
  words: Language['desktop']
  /** What the focused window sent; none before its page is there. */
  menus: readonly ShellMenu[]
  recents: readonly RecentNotebook[]
  hasWindow: boolean
  runInPage: (action: string) => void
  runOwn: (command: OwnCommand) => void
  openRecent: (folder: string) => void
  forgetRecents: () => void
}

/** Until the window tells its own, which the analyst may have changed. */
const firstKeys: Readonly<Record<OwnCommand, string>> = {
  'notebook.new': 'Shift+Mod+N',
  'notebook.open': 'Mod+O',
  'notebook.show-folder': 'Alt+Mod+O',
  'window.new': 'Shift+Mod+O',
  'window.close': 'Shift+Mod+W',
  'logs.show': 'Shift+Mod+L',
  'app.quit': 'Mod+Q',
}
const isOwn = (id: string): id is OwnCommand => Object.hasOwn(firstKeys, id)

// No Close among them: its key is for what lies open in the window, and the File menu has one.
const windowRolesOfMac = [{ role: 'zoom' }, { type: 'separator' }, { role: 'front' }] satisfies MenuItemConstructorOptions[]

const separator: MenuItemConstructorOptions = { type: 'separator' }

export function buildMenu(facts: MenuFacts): MenuItemConstructorOptions[] {
  const { words, platform, menus } = facts
  const isMac = platform === 'darwin'
  const pageItems = (id: string) => itemsOf(facts, id)
  const own = (command: OwnCommand, title: string, isEnabled = true) => ownItem(facts, command, title, isEnabled)
  const known = new Set(['file', 'edit', 'view', 'help'])
  const bar: MenuItemConstructorOptions[] = [
    {
      label: words.menus.file,
      submenu: inGroups(
        pageItems('file'),
        [own('notebook.new', words.newNotebook), own('notebook.open', words.openNotebook), recentItem(facts)],
        [own('notebook.show-folder', words.showFolder, facts.hasWindow)],
        [own('window.new', words.newWindow, facts.hasWindow), own('window.close', words.closeWindow, facts.hasWindow)],
        isMac ? [] : [own('app.quit', words.quit)],
      ),
    },
    { label: words.menus.edit, submenu: editItems(pageItems('edit'), menus) },
    {
      label: words.menus.view,
      submenu: inGroups(pageItems('view'), [{ role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' }], [{ role: 'togglefullscreen' }]),
    },
    ...menus.filter(({ id }) => !known.has(id)).map(({ id, title }) => ({ label: menuLabel(title, undefined), submenu: pageItems(id) })),
    { role: 'window', label: words.menus.window, submenu: [{ role: 'minimize' }, ...(isMac ? windowRolesOfMac : [])] },
    {
      role: 'help',
      label: words.menus.help,
      submenu: inGroups(pageItems('help'), [own('logs.show', words.showLogs)], isMac ? [] : [{ role: 'about' }]),
    },
  ]
  const filled = bar.filter(({ submenu }) => !Array.isArray(submenu) || submenu.length > 0)
  return isMac ? [{ role: 'appMenu' }, ...filled] : filled
}

/** The first two of the window's are Undo and Redo, which it gives to the text field that has the focus; without a page they are the editor's own. */
function editItems(items: MenuItemConstructorOptions[], menus: readonly ShellMenu[]): MenuItemConstructorOptions[] {
  const ids = menus.find(({ id }) => id === 'edit')?.items.map(({ id }) => id) ?? []
  const isHistory = (position: number) => ids[position]?.startsWith('history.') === true
  const history = items.filter((_item, position) => isHistory(position))
  const rest = items.filter((_item, position) => !isHistory(position))
  const roles = [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { role: 'selectAll' },
  ] satisfies MenuItemConstructorOptions[]
  return inGroups(history.length > 0 ? history : [{ role: 'undo' }, { role: 'redo' }], roles, rest)
}

function itemsOf(facts: MenuFacts, menu: string): MenuItemConstructorOptions[] {
  const items = facts.menus.find(({ id }) => id === menu)?.items ?? []
  return items.filter(({ id }) => !isOwn(id)).map((item) => pageItem(facts, item))
}

function pageItem({ runInPage }: MenuFacts, { id, title, key, isEnabled }: ShellMenuItem): MenuItemConstructorOptions {
  const accelerator = key === undefined ? undefined : toAccelerator(key)
  return {
    id,
    label: menuLabel(title, key),
    enabled: isEnabled,
    click: () => runInPage(id),
    // Shown, and not registered where that can be told apart (Windows, Linux): the page has the focus and sees every key first. Registered, the
    // menu would act on those that the page lets pass on purpose: while an input method composes, or when a key is held down.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  }
}

function ownItem({ menus, runOwn }: MenuFacts, command: OwnCommand, title: string, isEnabled: boolean): MenuItemConstructorOptions {
  const told = menus.flatMap(({ items }) => items).find(({ id }) => id === command)
  const key = told ? told.key : firstKeys[command]
  const accelerator = key === undefined ? undefined : toAccelerator(key)
  return {
    id: command,
    label: menuLabel(told?.title ?? title, key),
    enabled: isEnabled,
    click: () => runOwn(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  }
}

function recentItem({ words, recents, openRecent, forgetRecents }: MenuFacts): MenuItemConstructorOptions {
  const named = recents.map(({ folder, title }) => {
    const isTwice = recents.filter((other) => other.title === title).length > 1
    return { label: menuLabel(isTwice ? `${title} – ${folder}` : title, undefined), click: () => openRecent(folder) }
  })
  return {
    label: words.openRecent,
    enabled: recents.length > 0,
    submenu: inGroups(named, [{ label: words.forgetRecents, enabled: recents.length > 0, click: forgetRecents }]),
  }
}

function inGroups(...groups: readonly MenuItemConstructorOptions[][]): MenuItemConstructorOptions[] {
  return groups.filter((group) => group.length > 0).flatMap((group, position) => (position === 0 ? group : [separator, ...group]))
}
