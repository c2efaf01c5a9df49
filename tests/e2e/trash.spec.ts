// What is removed goes to the trash, comes back by toast, key or hand, and goes for good only after a question.

import type { Locator } from '@playwright/test'
import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane, noteEditor, openInsight, titleField } from './window-steps.ts'

const title = 'The new bonds are small beside the bet they serve'
const other = 'Wider spreads show lenders asking more of big technology companies'

const trash = (page: Page) => page.getByRole('region', { name: 'Trash', exact: true })
const removed = (page: Page) => trash(page).getByRole('list', { name: 'Removed records' }).getByRole('listitem')
const row = (page: Page, name: string) => trash(page).getByRole('checkbox', { name, exact: true })
const toast = (page: Page, message: string | RegExp) => page.getByRole('alert').filter({ hasText: message })
const inRail = (page: Page, part: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${part}`) })

async function isInTrash(notebook: Notebook, name: string): Promise<boolean> {
  return !(await notebook.dump()).some((record) => record.title === name)
}

async function removeByMenu(page: Page, name: string): Promise<void> {
  await openInsight(page, name)
  await insightPane(page).getByRole('button', { name: 'More for this insight' }).click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await expect(toast(page, `“${name}” is in the trash`)).toBeVisible()
}

async function press(button: Locator): Promise<void> {
  await expect(button).toBeEnabled()
  await button.click()
}

test('a removed insight is brought back by its toast, with its evidence', async ({ page, notebook }) => {
  const before = await notebook.dump()
  await removeByMenu(page, title)
  await expect(inRail(page, 'Insights')).toHaveText(/20$/)
  await expect(inRail(page, 'Trash')).toHaveText(/1$/)
  await expect(insightPane(page).getByText('This insight is in the trash.')).toBeVisible()
  expect(await isInTrash(notebook, title)).toBe(true)
  await toast(page, title).getByRole('button', { name: 'Undo' }).click()
  await expect(inRail(page, 'Insights')).toHaveText(/21$/)
  await expect(inRail(page, 'Trash')).toHaveText(/0$/)
  await expect(insightPane(page).getByText('This insight is in the trash.')).toBeHidden()
  await expectSaved(page)
  const facts = (records: typeof before) => records.map(({ rev: _, updatedAt: __, updatedSeq: ___, ...record }) => record)
  expect(facts(await notebook.dump())).toEqual(facts(before))
})

test('the toast brings back what it speaks of, whatever was removed since', { tag: '@thorough' }, async ({ page, notebook }) => {
  await removeByMenu(page, title)
  await removeByMenu(page, other)
  await toast(page, title).getByRole('button', { name: 'Undo' }).click()
  await expect(inRail(page, 'Trash')).toHaveText(/1$/)
  await expectSaved(page)
  expect(await isInTrash(notebook, title)).toBe(false)
  expect(await isInTrash(notebook, other)).toBe(true)
})

test('Delete in the list removes, Control Z undoes it and says so', async ({ page }) => {
  await openInsight(page, title)
  await page.keyboard.press('Delete')
  await expect(inRail(page, 'Trash')).toHaveText(/1$/)
  await page.keyboard.press('Control+Z')
  await expect(page.getByText('Undone: insight to the trash')).toBeVisible()
  await expect(inRail(page, 'Trash')).toHaveText(/0$/)
  await page.keyboard.press('Control+Shift+Z')
  await expect(page.getByText('Done again: insight to the trash')).toBeVisible()
  await expect(inRail(page, 'Trash')).toHaveText(/1$/)
})

test('the trash restores one record by its button, and several by keys', async ({ page, notebook }) => {
  for (const name of [title, other]) await removeByMenu(page, name)
  await page.keyboard.press('4')
  await expect(removed(page)).toHaveCount(2)
  await expect(removed(page).first()).toContainText(other)
  const restore = trash(page).getByRole('button', { name: `Restore ${other}` })
  // Its word is whole.
  expect(await restore.getByText('Restore').evaluate((word) => word.scrollWidth - word.clientWidth)).toBeLessThanOrEqual(0)
  await restore.click()
  await expect(removed(page)).toHaveCount(1)
  await toast(page, 'Restored 1 record').getByRole('button', { name: 'Undo' }).click()
  await expect(removed(page)).toHaveCount(2)

  await row(page, `Insight: ${title}`).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Control+A')
  await expect(row(page, `Insight: ${other}`)).toBeChecked()
  await page.keyboard.press('r')
  await expect(trash(page).getByText('The trash is empty')).toBeVisible()
  await expect(inRail(page, 'Insights')).toHaveText(/21$/)
  await expectSaved(page)
  for (const name of [title, other]) expect(await isInTrash(notebook, name)).toBe(false)
})

test('deleting for good asks first, says what goes too, and can be undone while the window is open', async ({ page, notebook }) => {
  for (const name of [title, other]) await removeByMenu(page, name)
  const insight = (await notebook.cli('dump', notebook.folder, '--all')).stdout
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as { id: string; title?: string }]))
    .find((record) => record.title === title)
  const links = (await notebook.dump()).filter((record) => record.table === 'evidence' && record.insight === insight?.id).length
  expect(links).toBeGreaterThan(1)

  await goTo(page, 'Trash')
  await row(page, `Insight: ${title}`).check()
  await press(trash(page).getByRole('button', { name: 'Delete for good…' }))
  const dialog = page.getByRole('dialog', { name: 'Delete 1 record for good?' })
  await expect(dialog.getByText(`Also deleted, because it hangs on it: ${links} links of evidence.`)).toBeVisible()
  await expect(dialog.getByText('Reports that hold a deleted insight lose it.')).toBeVisible()
  // The safe answer has the focus.
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(removed(page)).toHaveCount(2)

  await press(trash(page).getByRole('button', { name: 'Delete for good…' }))
  await dialog.getByRole('button', { name: 'Delete for good' }).click()
  await expect(removed(page)).toHaveCount(1)
  await expect(row(page, `Insight: ${other}`)).toBeVisible()
  await expectSaved(page)
  const all = (await notebook.cli('dump', notebook.folder, '--all')).stdout
  expect(all).not.toContain(`"${insight?.id}"`)
  await toast(page, 'Deleted 1 record for good').getByRole('button', { name: 'Undo' }).click()
  await expect(removed(page)).toHaveCount(2)
  await expectSaved(page)
  expect((await notebook.dump()).filter((record) => record.table === 'evidence' && record.insight === insight?.id)).toHaveLength(links)
})

test('the trash is emptied after a question that Escape answers with no', { tag: '@thorough' }, async ({ page, notebook }) => {
  for (const name of [title, other]) await removeByMenu(page, name)
  await goTo(page, 'Trash')
  const dialog = page.getByRole('dialog', { name: 'Empty the trash: delete 2 records for good?' })
  await press(trash(page).getByRole('button', { name: 'Empty trash…' }))
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(removed(page)).toHaveCount(2)
  await page.keyboard.press('Shift+Delete')
  await dialog.getByRole('button', { name: 'Empty the trash' }).click()
  await expect(trash(page).getByText('The trash is empty')).toBeVisible()
  await expect(inRail(page, 'Trash')).toHaveText(/0$/)
  await expectSaved(page)
  expect((await notebook.cli('dump', notebook.folder, '--all')).stdout).toBe((await notebook.cli('dump', notebook.folder)).stdout)
})

test('plain letters in a note remove nothing', async ({ page }) => {
  await openInsight(page, title)
  await noteEditor(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Delete')
  await page.keyboard.type('r4')
  await expect(titleField(page)).toHaveValue(title)
  await expect(inRail(page, 'Trash')).toHaveText(/0$/)
})
