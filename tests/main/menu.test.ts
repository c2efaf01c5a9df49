// The menu bar: every command in it, keys that never take a letter from somebody who types, and a bar of the shell's own before there is a page.

import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import type { ShellMenu } from '../../src/core/contract/shell-messages.ts'
import { english } from '../../src/core/strings/language.ts'
import { buildMenu, type MenuFacts } from '../../src/main/menu/build-menu.ts'
import { menuLabel, toAccelerator } from '../../src/main/menu/menu-keys.ts'

test.each([
  ['Mod+K', 'CmdOrCtrl+K'],
  ['Shift+Mod+E', 'Shift+CmdOrCtrl+E'],
  ['Alt+Mod+N', 'Alt+CmdOrCtrl+N'],
  ['Mod++', 'CmdOrCtrl+Plus'],
  ['Mod+,', 'CmdOrCtrl+,'],
  ['Mod+ArrowUp', 'CmdOrCtrl+Up'],
  ['Alt+ArrowLeft', 'Alt+Left'],
  ['F2', 'F2'],
  ['Shift+F10', 'Shift+F10'],
  ['F25', undefined],
  ['H', undefined],
  ['Shift+N', undefined],
  ['Alt+N', undefined],
  ['?', undefined],
  ['+', undefined],
  ['Delete', undefined],
  ['Escape', undefined],
  ['Enter', undefined],
  ['Mod+ü', undefined],
  ['Mod+Unidentified', undefined],
])('%s is the accelerator %s', (key, expected) => {
  expect(toAccelerator(key)).toBe(expected)
})

test('a key that is no accelerator stands in the label, and an ampersand is one', () => {
  expect(menuLabel('Highlight', 'H')).toBe('Highlight  (H)')
  expect(menuLabel('New source', 'Shift+N')).toBe('New source  (Shift N)')
  expect(menuLabel('Palette', 'Mod+K')).toBe('Palette')
  expect(menuLabel('Larger', '+')).toBe('Larger  (+)')
  expect(menuLabel('Q&A', undefined)).toBe('Q&&A')
})

const pageMenus: ShellMenu[] = [
  {
    id: 'file',
    title: 'File',
    items: [
      { id: 'insight.new', title: 'New insight', key: 'N', isEnabled: true },
      { id: 'notebook.open', title: 'Open notebook…', key: 'F7', isEnabled: true },
    ],
  },
  {
    id: 'edit',
    title: 'Edit',
    items: [
      { id: 'history.undo', title: 'Undo', key: 'Mod+Z', isEnabled: true },
      { id: 'history.redo', title: 'Redo', key: 'Shift+Mod+Z', isEnabled: true },
      { id: 'search.focus', title: 'Search', key: 'S', isEnabled: true },
    ],
  },
  { id: 'source', title: 'Source', items: [{ id: 'reader.highlight', title: 'Highlight', key: 'H', isEnabled: false }] },
  { id: 'report', title: 'Report', items: [] },
]

function build(changes: Partial<MenuFacts> = {}): { bar: MenuItemConstructorOptions[]; done: string[] } {
  const done: string[] = []
  const bar = buildMenu({
    platform: 'linux',
    words: english.desktop,
    menus: pageMenus,
    recents: [],
    hasWindow: true,
    runInPage: (action) => done.push(`page ${action}`),
    runOwn: (command) => done.push(`own ${command}`),
    openRecent: (folder) => done.push(`recent ${folder}`),
    forgetRecents: () => done.push('forget'),
    ...changes,
  })
  return { bar, done }
}
const itemsIn = (bar: MenuItemConstructorOptions[], label: string) =>
  bar.find((menu) => menu.label === label)?.submenu as MenuItemConstructorOptions[]
const click = (item: MenuItemConstructorOptions | undefined) => (item?.click as (() => void) | undefined)?.()
const allItems = (bar: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  bar.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])])

test('has every command of the page once, greyed where it cannot be run, and runs it there', () => {
  const { bar, done } = build()
  const ids = allItems(bar).flatMap(({ id }) => id ?? [])
  for (const { items } of pageMenus) for (const { id } of items) expect(ids.filter((one) => one === id)).toEqual([id])
  const [highlight] = itemsIn(bar, 'Source')
  expect(highlight).toMatchObject({ label: 'Highlight  (H)', enabled: false })
  click(itemsIn(bar, 'File').find(({ id }) => id === 'insight.new'))
  click(itemsIn(bar, 'Edit')[0])
  expect(done).toEqual(['page insight.new', 'page history.undo'])
  expect(bar.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Source', 'Window', 'Help'])
})

test('no accelerator is a plain key, and the page’s are shown without being taken from it', () => {
  const { bar } = build()
  for (const { id, accelerator, registerAccelerator } of allItems(bar)) {
    if (accelerator === undefined) continue
    expect(String(accelerator)).toMatch(/CmdOrCtrl|^(?:Shift\+)?F\d/)
    if (id?.startsWith('history.')) expect(registerAccelerator).toBe(false)
  }
})

test('what the shell does itself goes to the shell, by the key that the analyst gave it', () => {
  const { bar, done } = build()
  const open = itemsIn(bar, 'File').find(({ id }) => id === 'notebook.open')
  expect(open).toMatchObject({ accelerator: 'F7', enabled: true })
  click(open)
  expect(done).toEqual(['own notebook.open'])
})

test('before a page is there it can open, make and quit, and text fields have their own undo', () => {
  const { bar, done } = build({ menus: [], hasWindow: false })
  expect(bar.map(({ label }) => label)).toEqual(['File', 'Edit', 'View', 'Window', 'Help'])
  expect(itemsIn(bar, 'Edit')[0]).toEqual({ role: 'undo' })
  const file = itemsIn(bar, 'File')
  expect(file.filter(({ enabled, type }) => enabled !== false && type !== 'separator').map(({ label }) => label)).toEqual([
    'New notebook…',
    'Open notebook…',
    'Quit Footing',
  ])
  click(itemsIn(bar, 'Help')[0])
  expect(done).toEqual(['own logs.show'])
})

test('on a Mac the program has a menu of its own, and Quit is there', () => {
  const { bar } = build({ platform: 'darwin' })
  expect(bar[0]).toEqual({ role: 'appMenu' })
  expect(itemsIn(bar, 'File').some(({ id }) => id === 'app.quit')).toBe(false)
})

test('recent notebooks are told apart, opened and forgotten', () => {
  const recents = [
    { folder: '/a/Notes', title: 'Notes' },
    { folder: '/b/Notes', title: 'Notes' },
    { folder: '/c', title: 'R&D' },
  ]
  const { bar, done } = build({ recents })
  const list = itemsIn(bar, 'File').find(({ label }) => label === 'Open recent')?.submenu as MenuItemConstructorOptions[]
  expect(list.map(({ label }) => label)).toEqual(['Notes – /a/Notes', 'Notes – /b/Notes', 'R&&D', undefined, 'Clear this list'])
  click(list[1])
  click(list[4])
  expect(done).toEqual(['recent /b/Notes', 'forget'])
})
