// Back and forward through what was shown: by button, key, mouse and the browser's own, in step with the address, and across restarts.

import { expect, type Page, test } from './notebook-fixture.ts'
import { goTo, titleField } from './window-steps.ts'

const rows = (page: Page) => page.getByRole('listbox', { name: 'Insights' }).getByRole('option')
const back = (page: Page) => page.getByRole('button', { name: 'Back' })
const forward = (page: Page) => page.getByRole('button', { name: 'Forward' })

/** Opens rows of the list one after another; gives their titles. */
async function openRows(page: Page, ...positions: number[]): Promise<string[]> {
  const titles: string[] = []
  for (const position of positions) {
    await rows(page).nth(position).click()
    await expect(rows(page).nth(position)).toHaveAttribute('aria-selected', 'true')
    await expect(titleField(page)).not.toHaveValue(titles.at(-1) ?? '')
    titles.push(await titleField(page).inputValue())
  }
  expect(new Set(titles).size).toBe(positions.length)
  return titles
}

test('buttons, keys, the mouse and the browser go the same way', async ({ page }) => {
  await expect(back(page)).toHaveAttribute('aria-disabled', 'true')
  const [first = '', second = '', third = ''] = await openRows(page, 0, 1, 2)
  await goTo(page, 'Trash')
  await expect(forward(page)).toHaveAttribute('aria-disabled', 'true')

  await back(page).click()
  await expect(titleField(page)).toHaveValue(third)
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(titleField(page)).toHaveValue(second)
  await page.goBack()
  await expect(titleField(page)).toHaveValue(first)
  await page.goForward()
  await expect(titleField(page)).toHaveValue(second)
  await page.keyboard.press('Alt+ArrowRight')
  await expect(titleField(page)).toHaveValue(third)
  await forward(page).click()
  await expect(page.getByRole('region', { name: 'Trash', exact: true })).toBeVisible()
  // What is opened from an earlier place takes the place of what lay ahead.
  await back(page).click()
  await back(page).click()
  await expect(titleField(page)).toHaveValue(second)
  await rows(page).nth(3).click()
  await expect(forward(page)).toHaveAttribute('aria-disabled', 'true')
})

test('an address that is pasted opens, and Back leads from it', { tag: '@thorough' }, async ({ page }) => {
  const [first = ''] = await openRows(page, 0)
  await page.evaluate(() => {
    location.hash = '#/insights?insight=insight:nvidia-exit'
  })
  await expect(titleField(page)).toHaveValue('SoftBank sold its whole NVIDIA stake for $5.83 billion')
  await back(page).click()
  await expect(titleField(page)).toHaveValue(first)
  await expect(forward(page)).not.toHaveAttribute('aria-disabled')
})

test('a tab that was closed comes back by Back', { tag: '@thorough' }, async ({ page }) => {
  const [first = ''] = await openRows(page, 0)
  await rows(page).nth(1).click({ button: 'middle' })
  await expect(page.getByRole('tab')).toHaveCount(2)
  await page.keyboard.press('Alt+1')
  await expect(titleField(page)).toHaveValue(first)
  await page.keyboard.press('Alt+2')
  await expect(titleField(page)).not.toHaveValue(first)
  await page.keyboard.press('Alt+1')
  await expect(titleField(page)).toHaveValue(first)
  await page.keyboard.press('Alt+W')
  await expect(page.getByRole('tab')).toHaveCount(1)
  await back(page).click()
  await back(page).click()
  await expect(titleField(page)).toHaveValue(first)
  await expect(page.getByRole('tab')).toHaveCount(2)
})

test('the way here is remembered after a restart, where the browser has forgotten it', async ({ page, notebook }) => {
  const [first = '', second = ''] = await openRows(page, 0, 1)
  await goTo(page, 'Reports')
  await expect(page.getByRole('searchbox', { name: 'Filter reports' })).toBeVisible()
  await page.waitForTimeout(500)
  await page.close()
  await notebook.restart()
  const next = await notebook.firstWindow()
  await expect(next.getByRole('searchbox', { name: 'Filter reports' })).toBeVisible()
  await back(next).click()
  await expect(titleField(next)).toHaveValue(second)
  await back(next).click()
  await expect(titleField(next)).toHaveValue(first)
  await forward(next).click()
  await expect(titleField(next)).toHaveValue(second)
  await goTo(next, 'Trash')
  await next.goBack()
  await expect(titleField(next)).toHaveValue(second)
})
