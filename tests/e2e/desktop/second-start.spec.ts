// A second start of the program: it shows what is there, or opens what it was given, and ends.

import { dirname, join } from 'node:path'
import { expect, test } from '../notebook-fixture.ts'
import { expectSaved, openInsight, paintedWords, titleField } from '../window-steps.ts'
import { startAgain, windowFrom } from './desktop-steps.ts'

test.use({ content: 'starter' })

test('without an argument it shows the first window', { tag: '@desktop' }, async ({ page, desktop }) => {
  await expectSaved(page)
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
  expect(await startAgain(desktop, dirname(desktop.folder))).toBe(0)
  await expect.poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isMinimized())).toBe(false)
  expect(desktop.app.windows()).toHaveLength(1)
})

test('its folder, named from where it was started, opens in a window of its own', { tag: '@desktop' }, async ({ page, desktop }) => {
  const directory = dirname(desktop.folder)
  expect((await desktop.cli('new', join(directory, 'Beside.footing'), '--title', 'Beside')).code).toBe(0)
  await expectSaved(page)
  const second = await windowFrom(desktop, async () => expect(await startAgain(desktop, directory, 'Beside.footing')).toBe(0))
  await expect(second).toHaveTitle(/Beside/)
  // The notebook that is open already is shown, by its file as by its folder.
  expect(await startAgain(desktop, directory, 'Notebook/notebook.json')).toBe(0)
  await expectSaved(page)
  expect(desktop.app.windows()).toHaveLength(2)
})

test('a link shows what it names and changes nothing', { tag: '@desktop' }, async ({ page, desktop }) => {
  await openInsight(page, 'SoftBank sold its whole NVIDIA stake for $5.83 billion')
  const before = await desktop.dump()
  const wanted = before.find(({ table, title }) => table === 'insights' && title?.startsWith('The') === true)
  if (!wanted) throw new Error('the starter has no such insight')
  expect(await startAgain(desktop, '/', `footing://show/${wanted.id}`)).toBe(0)
  await expect(titleField(page)).toHaveValue(String(wanted.title))
  const cited = before.find(({ table, source }) => table === 'highlights' && source === 'source:sina-en')
  expect(await startAgain(desktop, '/', `footing://show/source:sina-en?highlight=${cited?.id}`)).toBe(0)
  await expect.poll(() => paintedWords(page, 'current')).toContain((cited?.passage as { exact: string } | undefined)?.exact)
  await openInsight(page, String(wanted.title))
  for (const link of ['footing://remove/insight:a', 'footing://show/highlight:a', 'footing://show/insight:a%20b'])
    await startAgain(desktop, '/', link)
  await expect(titleField(page)).toHaveValue(String(wanted.title))
  expect(await desktop.dump()).toEqual(before)
})
