// The desktop's dialogs: other notebooks, new ones, exports; and what is said where something is not as hoped.

import { mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from '../notebook-fixture.ts'
import { expectSaved, goTo, openInsight } from '../window-steps.ts'
import { answerQuestions, chooseFolder, menuItems, questionsAsked, watchHandedOut, windowFrom, windowTitles } from './desktop-steps.ts'

test.use({ content: 'starter' })

test('another notebook opens in a window of its own, once', { tag: '@desktop' }, async ({ page, desktop }) => {
  const other = join(dirname(desktop.folder), 'Other.footing')
  expect((await desktop.cli('new', other, '--title', 'The other one')).code).toBe(0)
  await chooseFolder(desktop, other)
  const second = await windowFrom(desktop, () => desktop.clickMenu('notebook.open'))
  await expect(second).toHaveTitle(/The other one/)
  await page.bringToFront()
  await desktop.clickMenu('notebook.open')
  await expectSaved(page)
  expect((await windowTitles(desktop)).filter((title) => title.includes('The other one'))).toHaveLength(1)
  // The window's own menu lists the notebooks that were open here.
  await page.getByRole('button', { name: /menu of the notebook/ }).click()
  await expect(page.getByRole('menuitem', { name: 'The other one' })).toBeVisible()
})

test('a new notebook is made where the person says', { tag: '@desktop' }, async ({ page, desktop }) => {
  const fresh = join(dirname(desktop.folder), 'Bonds 债券')
  await expectSaved(page)
  await chooseFolder(desktop, fresh)
  const second = await windowFrom(desktop, () => desktop.clickMenu('notebook.new'))
  await expect(second).toHaveTitle(/Bonds 债券/)
  expect(JSON.parse(readFileSync(join(fresh, 'notebook.json'), 'utf8'))).toMatchObject({ title: 'Bonds 债券' })
})

test('a folder without a notebook is said in words, and opens nothing', { tag: '@desktop' }, async ({ page, desktop }) => {
  const pictures = join(dirname(desktop.folder), 'Pictures')
  mkdirSync(pictures)
  await expectSaved(page)
  await answerQuestions(desktop, 'OK')
  await chooseFolder(desktop, pictures)
  await desktop.clickMenu('notebook.open')
  await expect.poll(() => questionsAsked(desktop)).toEqual([expect.stringContaining('There is no notebook in')])
  expect(desktop.app.windows()).toHaveLength(1)
})

test('a notebook that another program has open is said to be, and opens once that is closed', { tag: '@desktop' }, async ({ page, desktop }) => {
  const other = join(dirname(desktop.folder), 'Elsewhere')
  expect((await desktop.cli('new', other, '--title', 'Elsewhere')).code).toBe(0)
  await expectSaved(page)
  const { openNotebook } = await import('../../../src/host/open-notebook.ts')
  const elsewhere = await openNotebook(other, { mode: 'write' })
  await answerQuestions(desktop, 'Try again')
  await chooseFolder(desktop, other)
  const opened = windowFrom(desktop, () => desktop.clickMenu('notebook.open'))
  await expect.poll(async () => (await questionsAsked(desktop)).at(-1)).toContain('is open in another program')
  await elsewhere.close()
  await expect(await opened).toHaveTitle(/Elsewhere/)
})

test('an export says where it went, and can be shown there', { tag: '@desktop' }, async ({ page, desktop }) => {
  const handedOut = await watchHandedOut(desktop)
  await goTo(page, 'Reports')
  await page.getByRole('listbox', { name: 'Reports' }).getByRole('option').first().click()
  const { text, name } = await desktop.savedFile(page, () => page.keyboard.press('Control+Shift+E'))
  expect(text).toContain('[^')
  await expect(page.getByText(`Saved as`)).toContainText(name)
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect.poll(handedOut).toEqual([expect.stringMatching(new RegExp(`${name.replaceAll('.', '\\.')}$`))])
})

test('the menu lists recent notebooks, and forgets them', { tag: '@desktop' }, async ({ page, desktop }) => {
  await openInsight(page, /./)
  const labels = () =>
    desktop.app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File')
      return file?.submenu?.items.find(({ label }) => label === 'Open recent')?.submenu?.items.map(({ label }) => label) ?? []
    })
  await expect.poll(labels).toContain('SoftBank AI strategy')
  await desktop.app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === 'File')
    const recent = file?.submenu?.items.find(({ label }) => label === 'Open recent')
    recent?.submenu?.items.find(({ label }) => label === 'Clear this list')?.click()
  })
  await expect.poll(labels).not.toContain('SoftBank AI strategy')
  expect((await menuItems(desktop)).some(({ id }) => id === 'notebook.open')).toBe(true)
})
