// The settings: applied at once, in every window, and still there after a reload.

import { expect, type Page, test } from './notebook-fixture.ts'
import { noteEditor, openInsight } from './window-steps.ts'

const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' })
const show = async (page: Page) => {
  await page.keyboard.press('Control+,')
  await expect(settings(page)).toBeVisible()
}
const styleOf = (page: Page, property: 'fontSize' | 'fontFamily' | 'maxWidth') =>
  noteEditor(page).evaluate((element, property) => getComputedStyle(element)[property], property)

test('text size, measure and typeface change what is written and read, and last', async ({ page }) => {
  await openInsight(page, /trillion-dollar/)
  expect(await styleOf(page, 'fontSize')).toBe('16px')
  await show(page)
  await settings(page).getByRole('button', { name: 'Larger text' }).click()
  await settings(page).getByRole('button', { name: 'Larger text' }).click()
  await expect(settings(page).getByRole('group', { name: 'Text size' })).toContainText('120 %')
  await settings(page).getByRole('radiogroup', { name: 'Reading type' }).getByText('Sans serif').click()
  await settings(page).getByRole('radiogroup', { name: 'Width of the text' }).getByText('Full').click()
  await page.keyboard.press('Escape')
  await expect(settings(page)).toBeHidden()
  expect(await styleOf(page, 'fontSize')).toBe('19.2px')
  expect(await styleOf(page, 'fontFamily')).toContain('Inter')
  await page.reload()
  await expect(noteEditor(page)).toBeVisible()
  expect(await styleOf(page, 'fontSize')).toBe('19.2px')
})

test('keys make the text larger, smaller and normal, without the browser’s own zoom', { tag: '@thorough' }, async ({ page }) => {
  await openInsight(page, /trillion-dollar/)
  for (const [key, size] of [
    ['Control+Shift+>', '17.6px'],
    ['Control+Shift+>', '19.2px'],
    ['Control+Shift+<', '17.6px'],
    ['Control+Alt+0', '16px'],
  ] as const) {
    await page.keyboard.press(key)
    await expect.poll(() => styleOf(page, 'fontSize')).toBe(size)
  }
})

test('another window follows at once', { tag: '@thorough' }, async ({ page, openWindow }) => {
  const other = await openWindow()
  await openInsight(other, /trillion-dollar/)
  await show(page)
  await settings(page).getByRole('button', { name: 'Smaller text' }).click()
  await settings(page).getByRole('radiogroup', { name: 'Colours' }).getByText('Dark').click()
  await expect.poll(() => styleOf(other, 'fontSize')).toBe('14.4px')
  await expect(other.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('one button brings back how everything came, and takes that back', { tag: '@thorough' }, async ({ page }) => {
  await show(page)
  const reset = settings(page).getByRole('button', { name: 'Back to how it came' })
  await expect(reset).toBeDisabled()
  await settings(page).getByRole('radiogroup', { name: 'Colours' }).getByText('Dark').click()
  await settings(page).getByRole('radiogroup', { name: 'Motion' }).getByText('Reduced').click()
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced')
  await reset.click()
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'system')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
  await settings(page).getByRole('button', { name: 'Take that back' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-motion', 'reduced')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
})

test('what was opened lately can be forgotten', { tag: '@thorough' }, async ({ page }) => {
  await openInsight(page, /trillion-dollar/)
  await show(page)
  await settings(page).getByRole('button', { name: 'Forget' }).click()
  await expect(settings(page)).toContainText('What you opened lately: nothing yet')
})

test('a damaged store does not stop the window', async ({ page }) => {
  for (const damaged of ['{', 'null', '{"state":{"textSize":"huge","measure":7,"changed":{"palette.show":"x"},"things":5}}']) {
    await page.evaluate((damaged) => {
      for (const name of ['footing.settings', 'footing.keys', 'footing.recent']) localStorage.setItem(name, damaged)
    }, damaged)
    await page.reload()
    await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  }
})
