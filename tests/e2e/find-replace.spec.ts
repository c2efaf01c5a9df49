// Find and replace in a note: counted, stepped through, replaced in one undo, whatever the width of letters, and never hanging.

import { expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved, insightPane, noteEditor, openInsight } from './window-steps.ts'

async function openNote(page: Page, text: string) {
  await openInsight(page, /Are \$5\.83 billion/)
  await noteEditor(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(text)
  await page.keyboard.press('Control+Home')
}
const panel = (page: Page) => insightPane(page).getByRole('search', { name: 'Find and replace' })
const findField = (page: Page) => panel(page).getByRole('textbox', { name: 'Find' })
const count = (page: Page) => panel(page).getByRole('status')

test('finds in any case and width, counts, and goes round', async ({ page }) => {
  await openNote(page, 'Bond and bond, Ｂｏｎｄ; 软银的债券')
  await page.keyboard.press('Control+f')
  await expect(findField(page)).toBeFocused()
  await page.keyboard.type('bond')
  await expect(count(page)).toHaveText('1 of 3')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('2 of 3')
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('Shift+Enter')
  await expect(count(page)).toHaveText('3 of 3')
  await panel(page).getByRole('checkbox', { name: 'Match case' }).check()
  await expect(count(page)).toHaveText('1 of 1')
  await findField(page).fill('债')
  await expect(count(page)).toHaveText('1 of 1')
  await findField(page).fill('nowhere')
  await expect(count(page)).toHaveText('Nothing found')
  await page.keyboard.press('Escape')
  await expect(panel(page)).toHaveCount(0)
  await expect(noteEditor(page)).toBeFocused()
})

test('replaces one, or all in one undo', { tag: '@thorough' }, async ({ page, notebook }) => {
  const title = 'Are $5.83 billion and 58亿美元 the same amount?'
  await openNote(page, 'bond, bond, bond')
  await page.keyboard.press('Control+h')
  await page.keyboard.type('bond')
  await expect(count(page)).toHaveText('1 of 3')
  await panel(page).getByRole('textbox', { name: 'Replace with' }).fill('债券')
  await panel(page).getByRole('button', { name: 'Replace', exact: true }).click()
  await expect(noteEditor(page)).toHaveText('债券, bond, bond')
  await panel(page).getByRole('button', { name: 'Replace all' }).click()
  await expect(noteEditor(page)).toHaveText('债券, 债券, 债券')
  await noteEditor(page).click()
  await page.keyboard.press('Control+z')
  await expect(noteEditor(page)).toHaveText('债券, bond, bond')
  await expectSaved(page)
  expect((await notebook.dump()).find((record) => record.title === title)?.body).toBe('债券, bond, bond')
})

test('an expression that would hang a page is answered, and a broken one is said to be', async ({ page }) => {
  await openNote(page, `${'a'.repeat(5_000)}!`)
  await page.keyboard.press('Control+f')
  await panel(page).getByRole('checkbox', { name: 'Regular expression' }).check()
  await findField(page).fill('(a+)+$')
  await expect(count(page)).toHaveText('Nothing found')
  await findField(page).fill('(a')
  await expect(count(page)).toHaveText('This is no regular expression')
  await findField(page).fill('a{3}!')
  await expect(count(page)).toHaveText('1 of 1')
})
