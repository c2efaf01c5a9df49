// The keys: shown from the catalogue, and each of them changed by pressing another.

import { expect, type Page, test } from './notebook-fixture.ts'

const keys = (page: Page) => page.getByRole('dialog', { name: 'Keys' })
const rowOf = (page: Page, action: string) => keys(page).locator(`[data-action="${action}"]`)
const show = async (page: Page) => {
  await page.keyboard.press('?')
  await expect(keys(page)).toBeVisible()
}
const hide = async (page: Page) => {
  await page.keyboard.press('Escape')
  await expect(keys(page)).toBeHidden()
}

test('a new key works at once, shows everywhere, and lasts', async ({ page }) => {
  await show(page)
  await rowOf(page, 'view.trash').getByRole('button', { name: 'Change 4 for “Trash”' }).click()
  await page.keyboard.press('Shift+T')
  await expect(rowOf(page, 'view.trash').getByRole('button', { name: 'Change Shift T for “Trash”' })).toBeVisible()
  await hide(page)
  await page.keyboard.press('4')
  await expect(page).not.toHaveURL(/trash/)
  await page.reload()
  await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Shift+T')
  await expect(page).toHaveURL(/trash/)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>trash')
  await expect(page.getByRole('option', { selected: true })).toHaveAccessibleName(/Shift T$/)
})

test('an action can have several keys, lose one, and get its own back', { tag: '@thorough' }, async ({ page }) => {
  await show(page)
  const row = rowOf(page, 'search.focus')
  await row.getByRole('button', { name: 'Add a key for “Search everything”' }).click()
  await page.keyboard.press('F2')
  await expect(row).toContainText('F2')
  await row.getByRole('button', { name: 'Take S from “Search everything”' }).click()
  await hide(page)
  await page.keyboard.press('s')
  await expect(page.getByRole('textbox', { name: 'Search notes and sources' })).not.toBeFocused()
  await page.keyboard.press('F2')
  await expect(page.getByRole('textbox', { name: 'Search notes and sources' })).toBeFocused()
  await expect(page.getByRole('textbox', { name: 'Search notes and sources' })).toHaveAttribute('aria-keyshortcuts', 'Shift+Control+F F2')
  await page.keyboard.press('Escape')
  await show(page)
  await row.getByRole('button', { name: 'Keys of “Search everything” as they came' }).click()
  await expect(row).not.toContainText('F2')
  await hide(page)
  await page.keyboard.press('s')
  await expect(page.getByRole('textbox', { name: 'Search notes and sources' })).toBeFocused()
})

test('a key that another action has is given only when asked for: swapped, or left', async ({ page }) => {
  await show(page)
  const trash = rowOf(page, 'view.trash')
  await trash.getByRole('button', { name: 'Change 4 for “Trash”' }).click()
  await page.keyboard.press('n')
  await expect(trash.getByRole('alert')).toContainText('N is the key of “New insight”.')
  await trash.getByRole('button', { name: 'Leave it' }).click()
  await expect(trash).toContainText('4')
  await trash.getByRole('button', { name: 'Change 4 for “Trash”' }).click()
  await page.keyboard.press('n')
  await trash.getByRole('button', { name: 'Swap the two' }).click()
  await expect(trash).toContainText('N')
  await expect(rowOf(page, 'insight.new')).toContainText('4')
  await keys(page).getByRole('button', { name: 'All keys as they came' }).click()
  await expect(trash).toContainText('4')
  await keys(page).getByRole('button', { name: 'Take that back' }).click()
  await expect(trash).toContainText('N')
})

test('keys of lists and fields are refused in words, and Escape leaves things as they are', { tag: '@thorough' }, async ({ page }) => {
  await show(page)
  const trash = rowOf(page, 'view.trash')
  const change = trash.getByRole('button', { name: 'Change 4 for “Trash”' })
  await change.click()
  await page.keyboard.press('Enter')
  await expect(trash).toContainText('Enter moves in lists')
  await change.click()
  await page.keyboard.press('Escape')
  await expect(keys(page)).toBeVisible()
  await expect(change).toBeVisible()
})

// On the desktop the key is free for, and taken by, the tab that was closed last.
test('a browser’s own keys are warned about @local-host', { tag: '@thorough' }, async ({ page }) => {
  await show(page)
  const trash = rowOf(page, 'view.trash')
  await trash.getByRole('button', { name: 'Change 4 for “Trash”' }).click()
  await page.keyboard.press('Control+Shift+T')
  await expect(trash).toContainText('Most browsers keep')
})

test('an input method’s letters are no key', { tag: '@thorough' }, async ({ page }) => {
  await show(page)
  await rowOf(page, 'view.trash').getByRole('button', { name: 'Change 4 for “Trash”' }).click()
  const recorder = keys(page).getByRole('button', { name: 'Press the new key for “Trash”, Escape to leave it' })
  await recorder.dispatchEvent('keydown', { key: 'Process', keyCode: 229, bubbles: true })
  await expect(recorder).toContainText('An input method is writing')
  await page.keyboard.press('t')
  await expect(rowOf(page, 'view.trash')).toContainText('T')
})

test('actions are found by name and by key; those of lists and cards stand there too', async ({ page }) => {
  await show(page)
  await keys(page).getByRole('searchbox', { name: 'Find an action or a key' }).fill('redo')
  await expect(keys(page).getByRole('listitem')).toHaveCount(1)
  await keys(page).getByRole('searchbox').fill('ctrl b')
  await expect(keys(page).getByRole('listitem').filter({ hasText: /^Bold/ })).toContainText('Ctrl B')
  await expect(keys(page).getByRole('listitem').filter({ hasText: 'Redo' })).toHaveCount(0)
  await keys(page).getByRole('searchbox').fill('contradicts')
  await expect(keys(page).getByRole('listitem').filter({ hasText: 'contradicts' })).toContainText('C')
  await keys(page).getByRole('searchbox').fill('zzz')
  await expect(keys(page)).toContainText('No action by that name or key')
})
