// Backups in the window: one by hand, the way back in place and its undo; and the question before more than half goes.

import { expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane, openInsight } from './window-steps.ts'

const title = 'The new bonds are small beside the bet they serve'
const backups = (page: Page) => page.getByRole('region', { name: 'Backups', exact: true })
const toast = (page: Page, message: string | RegExp) => page.getByRole('alert').filter({ hasText: message })

async function showBackups(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+B')
  await expect(backups(page)).toBeVisible()
}

test('a backup made by hand is listed with what came since, and brings the notebook back in one step that undo takes back', async ({
  page,
  notebook,
}) => {
  await showBackups(page)
  await expect(backups(page).getByText('No backup yet')).toBeVisible()
  await backups(page).getByRole('button', { name: 'Back up now' }).first().click()
  const rows = backups(page).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toContainText('21 insights')
  await expect(rows.first()).toContainText('as it is now')
  await goTo(page, 'Insights')
  await openInsight(page, title)
  await insightPane(page).getByRole('button', { name: 'More for this insight' }).click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await expect(toast(page, 'is in the trash')).toBeVisible()
  await expectSaved(page)
  await showBackups(page)
  await expect(rows.first()).toContainText('1 change since, 1 insight fewer now')
  await rows
    .first()
    .getByRole('button', { name: /^Restore/ })
    .click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('As it was then: 1 insight')
  await dialog.getByRole('button', { name: 'Restore here' }).click()
  const done = toast(page, 'The notebook is as it was then')
  await expect(done).toBeVisible()
  expect((await notebook.dump()).some((record) => record.title === title)).toBe(true)
  // What was there a moment ago is a backup too.
  await expect(rows).toHaveCount(2)
  await done.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(async () => (await notebook.dump()).some((record) => record.title === title)).toBe(false)
})

test('more than half of the insights go only after a question with the numbers', async ({ page, notebook }) => {
  const list = page.getByRole('listbox', { name: 'Insights' })
  await expect(list.getByRole('option').first()).toBeVisible()
  await list.focus()
  await page.keyboard.press('ControlOrMeta+A')
  const bar = page.getByRole('toolbar', { name: 'What to do with the selected rows' })
  await expect(bar).toContainText('21 selected')
  await bar.getByRole('button', { name: 'Move to the trash' }).click()
  const question = page.getByRole('dialog', { name: 'That is more than half' })
  await expect(question).toContainText('21 of 21 insights')
  await question.getByRole('button', { name: 'Cancel' }).click()
  expect((await notebook.dump()).filter(({ table }) => table === 'insights')).toHaveLength(21)
})
