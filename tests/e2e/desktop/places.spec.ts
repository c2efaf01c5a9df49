// Windows come back: where they stood, with the notebooks that were open, and on the screens that are there.

import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { DesktopHost } from '../hosts/desktop-host.ts'
import { expect, test } from '../notebook-fixture.ts'
import { expectSaved } from '../window-steps.ts'
import { chooseFolder, windowFrom, windowTitles } from './desktop-steps.ts'

const boundsOf = (desktop: DesktopHost) => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds())
const place = { x: 300, y: 120, width: 1100, height: 700 }

test('a window comes back where it stood, maximised if it was', { tag: '@desktop' }, async ({ page, desktop }) => {
  await expectSaved(page)
  await desktop.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place)
  await desktop.restart()
  await desktop.app.firstWindow()
  expect(await boundsOf(desktop)).toEqual(place)
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.maximize())
  await desktop.restart()
  await desktop.app.firstWindow()
  await expect.poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMaximized())).toBe(true)
  expect(await boundsOf(desktop)).toEqual(place)
})

test('a window whose screen is gone comes back on one that is there', { tag: '@desktop' }, async ({ page, desktop }) => {
  await expectSaved(page)
  await desktop.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place)
  await desktop.stop()
  const path = join(desktop.userData, 'desktop.json')
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/"x": \d+/g, '"x": 9000'))
  await desktop.start()
  await desktop.app.firstWindow()
  const bounds = await boundsOf(desktop)
  const screen = await desktop.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
  expect(bounds?.x).toBe(screen.x + screen.width - place.width)
  expect(bounds?.width).toBe(place.width)
})

test('the notebooks that were open come back without being named', { tag: '@desktop' }, async ({ page, desktop }) => {
  const other = join(dirname(desktop.folder), 'Other')
  expect((await desktop.cli('new', other, '--title', 'The other one')).code).toBe(0)
  await expectSaved(page)
  await chooseFolder(desktop, other)
  await windowFrom(desktop, () => desktop.clickMenu('notebook.open'))
  const titles = ['SoftBank AI strategy – Footing', 'The other one – Footing']
  await expect.poll(() => windowTitles(desktop)).toEqual(titles)
  await desktop.stop()
  await desktop.start([])
  await expect.poll(() => windowTitles(desktop)).toEqual(titles)
})

test('a damaged memory is a first run, and no reason not to start', { tag: '@desktop' }, async ({ page, desktop }) => {
  await expectSaved(page)
  await desktop.stop()
  writeFileSync(join(desktop.userData, 'desktop.json'), '{"version":1,"open":[')
  await desktop.start()
  await expectSaved(await desktop.firstWindow())
})
