// The native menu: every command of the window is in it, follows what can be done, and does it.

import { expect, test } from '../notebook-fixture.ts'
import { expectSaved, goTo, noteEditor, openBrief, openInsight, selectWords, titleField } from '../window-steps.ts'
import { menuItems, watchHandedOut, windowFrom } from './desktop-steps.ts'

test.use({ content: 'starter' })
const exit = 'SoftBank sold its whole NVIDIA stake for $5.83 billion'

test('has every command that the window lists, and no plain key as an accelerator', { tag: '@desktop' }, async ({ page, desktop }) => {
  await expect.poll(async () => (await menuItems(desktop)).map(({ id }) => id)).toContain('insight.new')
  const items = await menuItems(desktop)
  expect(items.length).toBeGreaterThan(30)
  expect(items.find(({ id }) => id === 'insight.new')).toMatchObject({ enabled: true, accelerator: 'Alt+CmdOrCtrl+N' })
  expect(items.find(({ id }) => id === 'reader.highlight')).toMatchObject({ label: expect.stringContaining('(H)'), accelerator: '' })
  for (const { accelerator } of items) if (accelerator !== '') expect(accelerator).toMatch(/CmdOrCtrl|^(?:Alt\+|Shift\+)*(?:F\d+|[A-Za-z]{2,})$/)
  await expect(page.getByRole('listbox', { name: 'Insights' })).toBeVisible()
})

test('offers what can be done at this moment, and does it', { tag: '@desktop' }, async ({ page, desktop }) => {
  const isEnabled = async (id: string) => (await menuItems(desktop)).find((item) => item.id === id)?.enabled
  await expect.poll(() => isEnabled('insight.new')).toBe(true)
  expect(await isEnabled('reader.highlight')).toBe(false)
  const text = await openBrief(page)
  await selectWords(text, 'NVIDIA')
  await expect.poll(() => isEnabled('reader.highlight')).toBe(true)
  await desktop.clickMenu('view.reports')
  await expect(page.getByRole('listbox', { name: 'Reports' })).toBeVisible()
  await expect.poll(() => isEnabled('reader.highlight')).toBe(false)
  await desktop.clickMenu('insight.new')
  await expect(titleField(page)).toHaveValue('')
})

test('Undo is the text field’s own while one has the focus, and otherwise the window’s', { tag: '@desktop' }, async ({ page, desktop }) => {
  await openInsight(page, exit)
  await noteEditor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Written by mistake.')
  await expectSaved(page)
  await desktop.clickMenu('history.undo')
  await expect(noteEditor(page)).not.toContainText('Written by mistake.')
  await desktop.clickMenu('history.redo')
  await expect(noteEditor(page)).toContainText('Written by mistake.')
  await expectSaved(page)
  await goTo(page, 'Sources')
  // Until the list is there, the focus may still go to where the window opens.
  await expect(page.getByRole('listbox', { name: 'Sources' }).getByRole('option').first()).toBeVisible()
  const sources = page.getByRole('navigation').getByRole('button', { name: /^Sources/ })
  await sources.focus()
  await expect(sources).toBeFocused()
  await desktop.clickMenu('history.undo')
  await expect(page.getByText(/^Undone:/)).toBeVisible()
})

test('one more window shows the same notebook, and the log and the folder open beside it', { tag: '@desktop' }, async ({ page, desktop }) => {
  const handedOut = await watchHandedOut(desktop)
  const second = await windowFrom(desktop, () => desktop.clickMenu('window.new'))
  await openInsight(second, exit)
  await titleField(second).fill('Seen in both windows')
  await expect(page.getByRole('option', { name: /Seen in both windows/ }).first()).toBeVisible()
  await desktop.clickMenu('notebook.show-folder')
  await desktop.clickMenu('logs.show')
  await expect.poll(handedOut).toEqual([desktop.folder, expect.stringMatching(/footing\.log$/)])
  await desktop.clickMenu('window.close')
  await expect.poll(() => desktop.app.windows().length).toBe(1)
})
