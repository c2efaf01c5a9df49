// The palette: one key, a few letters, Enter.

import { expect, type Page, test } from './notebook-fixture.ts'
import { insightPane, sourcePane, titleField } from './window-steps.ts'

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' })
const field = (page: Page) => palette(page).getByRole('combobox')
const rows = (page: Page) => palette(page).getByRole('option')
const chosen = (page: Page) => palette(page).getByRole('option', { selected: true })

test('letters typed right after the key arrive in the palette, and Enter opens what fits best', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('breadth')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  await expect(titleField(page)).toHaveValue(/breadth for a few large AI bets/)
})

test('finds sources by their Chinese title, by citekey and by publisher, whatever the width of the letters', { tag: '@thorough' }, async ({
  page,
}) => {
  await page.keyboard.press('Control+k')
  for (const typed of ['软银', 'SINA2025', 'ｓｉｎａ', '@sina']) {
    await field(page).fill(typed)
    await expect(rows(page).filter({ hasText: 'sina2025-exit-zh' }).first()).toBeVisible()
  }
  await chosen(page).click()
  await expect(sourcePane(page)).toBeVisible()
})

test('runs commands, each shown with its key, and the latest comes first the next time', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>tra')
  await expect(chosen(page)).toHaveAccessibleName(/^Trash.*4$/)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/trash/)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>')
  await expect(chosen(page)).toHaveAccessibleName(/^Trash/)
})

test('what was opened lately stands first while nothing is typed', { tag: '@thorough' }, async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('trillion')
  await page.keyboard.press('Enter')
  const title = await titleField(page).inputValue()
  await page.keyboard.press('Control+k')
  await expect(chosen(page)).toContainText(title)
  await page.reload()
  await expect(insightPane(page)).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(chosen(page)).toContainText(title)
})

test('a topic leads to its insights', { tag: '@thorough' }, async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('#')
  const topic = (await chosen(page).locator('span').first().textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: new RegExp(`topic.*${topic}`, 'i') })).toBeVisible()
})

test('arrows, pages and ends move the choice, the footer narrows, and Escape gives the focus back', { tag: '@thorough' }, async ({ page }) => {
  const list = page.getByRole('listbox', { name: 'Insights' })
  await list.focus()
  await page.keyboard.press('Control+k')
  // Commands are there at once, titles when the host has answered.
  await expect(palette(page).locator('[id^="palette-insight:"]').first()).toBeVisible()
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await rows(page).nth(1).getAttribute('id')) ?? '')
  await page.keyboard.press('End')
  await expect(rows(page).last()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(rows(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('PageDown')
  await expect(rows(page).nth(8)).toHaveAttribute('aria-selected', 'true')
  await palette(page).getByRole('button', { name: '> commands' }).click()
  await expect(field(page)).toHaveValue('>')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
  await expect(list).toBeFocused()
})

test('where nothing fits it offers to search everything, or a new insight of that title', async ({ page, notebook }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('zzqq unheard of')
  await expect(rows(page)).toHaveText(['Search everything for “zzqq unheard of”', 'New insight called “zzqq unheard of”'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(titleField(page)).toHaveValue('zzqq unheard of')
  expect((await notebook.dump()).some(({ title }) => title === 'zzqq unheard of')).toBe(true)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('58.3')
  await palette(page).getByRole('option', { name: 'Search everything for “58.3”' }).click()
  await expect(page).toHaveURL(/#\/search\?.*query=58\.3/)
})

test('a selection in the text is still there for the command that is run on it', async ({ page }) => {
  await page.keyboard.press('Control+k')
  await page.keyboard.type('@sina2025-exit')
  await page.keyboard.press('Enter')
  const text = sourcePane(page).getByRole('article')
  await text.focus()
  await page.keyboard.press('v')
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('Control+Shift+ArrowRight')
  await expect(page.getByRole('toolbar', { name: 'Highlight the selection' })).toBeVisible()
  const before = await sourcePane(page)
    .getByRole('button', { name: /^\d+ highlights/ })
    .textContent()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('>highlight the sel')
  await page.keyboard.press('Enter')
  await expect(sourcePane(page).getByRole('button', { name: /^\d+ highlights/ })).not.toHaveText(before ?? '')
})
