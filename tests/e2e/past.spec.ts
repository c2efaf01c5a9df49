// Reading yesterday again: versions of a note with what changed in them, the whole notebook as it was, and the way back.

import { type DumpedRecord, expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane, noteEditor, openInsight, titleField } from './window-steps.ts'

const versions = (page: Page) => page.getByRole('dialog', { name: /^Versions of/ })
const past = (page: Page) => page.getByRole('region', { name: 'The past' })
const title = 'SoftBank sold its whole NVIDIA stake for $5.83 billion'

/** Versions are told apart by the five minutes of the clock: two edits must not lie on both sides. */
async function waitForRoomInSlot(page: Page): Promise<void> {
  const leftMs = 300_000 - (Date.now() % 300_000)
  if (leftMs < 30_000) await page.waitForTimeout(leftMs)
}

test('a note has versions: what changed is said in words, an older one comes back, and Undo takes that back', async ({ page, notebook }) => {
  await waitForRoomInSlot(page)
  await openInsight(page, title)
  const before = (await notebook.dump()).find(({ id }) => id === 'insight:nvidia-exit')
  await noteEditor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' 软银后来又买入。')
  await expectSaved(page)
  await insightPane(page).getByRole('combobox', { name: 'Status' }).selectOption('retired')
  await expectSaved(page)
  await titleField(page).focus()
  await page.keyboard.press('Alt+H')

  const dialog = versions(page)
  const list = dialog.getByRole('listbox', { name: 'Versions, newest first' })
  await expect(list.getByRole('option')).toHaveCount(2)
  await expect(list.getByRole('option').first()).toContainText('this window')
  await expect(list.getByRole('option').first()).toContainText(/Text, Status changed|Status, Text changed/)
  await expect(dialog.getByRole('insertion').filter({ hasText: '软银后来又买入。' }).first()).toBeVisible()
  await expect(dialog.getByRole('deletion').filter({ hasText: /draft|reviewed/ })).toBeVisible()
  await expect(dialog.getByRole('insertion').filter({ hasText: 'retired' })).toBeVisible()
  // The newest is what the note says: there is nothing to put back.
  await expect(dialog.getByRole('button', { name: 'Put this version back' })).toBeDisabled()

  await list.focus()
  await page.keyboard.press('ArrowDown')
  await dialog.getByText('What is different now').click()
  await expect(dialog.getByRole('insertion').filter({ hasText: '软银后来又买入。' }).first()).toBeVisible()
  await dialog.getByText('Evidence at that time').click()
  await expect(dialog.getByRole('listitem').filter({ hasText: /^▲/ }).first()).toBeVisible()
  await dialog.getByRole('button', { name: 'Put this version back' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(noteEditor(page)).not.toContainText('软银后来又买入。')
  const { rev: _, updatedAt: __, ...old } = before as DumpedRecord & { rev: number; updatedAt: string }
  await expect.poll(async () => (await notebook.dump()).find(({ id }) => id === 'insight:nvidia-exit')).toMatchObject(old)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(noteEditor(page)).toContainText('软银后来又买入。')
})

test('the whole notebook as it was: lists, notes and reports of then, nothing to change, and a note goes back into the present', async ({
  page,
  notebook,
}) => {
  await openInsight(page, title)
  await titleField(page).fill('Written over 改')
  await titleField(page).blur()
  await expectSaved(page)
  await page.keyboard.press('Shift+Delete')
  await expect(page.getByRole('option', { name: 'Written over 改' })).toHaveCount(0)
  await expectSaved(page)
  const now = await notebook.dump()

  await page.keyboard.press('Alt+Y')
  const bar = past(page)
  await expect(bar).toContainText('Read only')
  const slider = bar.getByRole('slider', { name: 'Moment of the notebook' })
  await slider.focus()
  await page.keyboard.press('Home')
  await expect(bar).toContainText('change 1 of')
  await page.getByRole('option', { name: title }).click()
  await expect(insightPane(page).getByRole('heading', { name: title })).toBeVisible()
  await expect(insightPane(page).getByRole('article', { name: 'Note' })).toBeVisible()
  await expect(
    insightPane(page)
      .getByRole('region', { name: /^Evidence/ })
      .getByRole('listitem')
      .first(),
  ).toBeVisible()
  // Of what changes something, nothing is there; its keys say why.
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /New insight|Undo|Move to trash/ })).toHaveCount(0)
  await page.getByRole('option', { name: title }).focus()
  await page.keyboard.press('n')
  await expect(page.getByRole('alert').filter({ hasText: 'nothing can be changed' })).toBeVisible()
  await goTo(page, 'Reports')
  await page.getByRole('option', { name: /The OpenAI bet/ }).click()
  await expect(page.getByRole('region', { name: 'Preview' }).getByText('All quotes hold')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Outline' })).toHaveCount(0)
  expect(await notebook.dump()).toEqual(now)

  await goTo(page, 'Insights')
  await page.getByRole('option', { name: title }).click()
  await insightPane(page).getByRole('button', { name: 'Put this back as it was' }).click()
  await expect.poll(async () => (await notebook.dump()).some((record) => record.id === 'insight:nvidia-exit' && record.title === title)).toBe(true)
  await bar.getByRole('button', { name: /^Back to now/ }).click()
  await expect(bar).toHaveCount(0)
  await expect(titleField(page)).toHaveValue(title)
  await expect(noteEditor(page)).toBeVisible()
})

test('the history’s size, and forgetting a part of it only after it was said what that loses', async ({ page }) => {
  await page.getByRole('button', { name: /: menu of the notebook$/ }).click()
  await page.getByRole('menuitem', { name: /^History of the notebook/ }).click()
  const dialog = page.getByRole('dialog', { name: 'History of the notebook' })
  await expect(dialog.getByText('Changes kept')).toBeVisible()
  await dialog.getByLabel('Forget what was before').fill('2001-01-01')
  await expect(dialog.getByRole('status')).toHaveText('Nothing is kept of the time before that.')
  await expect(dialog.getByRole('button', { name: /Forget/ })).toHaveCount(0)
})
