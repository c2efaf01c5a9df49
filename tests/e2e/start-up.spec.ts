// The first moments of a window: what is pressed and pasted before its later parts have come is done as soon as they are there.

import { expect, type Page, test } from './notebook-fixture.ts'

/** Reloads at `address`, with the code of one part late; goes on as soon as the window shows something. */
async function startSlowly(page: Page, address: string, part: RegExp, delayMs = 1_000): Promise<void> {
  let asked = 0
  await page.route(part, async (route) => {
    asked += 1
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    await route.continue()
  })
  await page.goto(new URL(address, page.url()).href)
  await page.reload({ waitUntil: 'commit' })
  await expect(page.getByRole('navigation')).toBeVisible()
  await expect.poll(() => asked).toBeGreaterThan(0)
}

test('the key for a new source, before its dialog has come', { tag: '@thorough' }, async ({ page }) => {
  await startSlowly(page, '#/insights', /add-source-[^/]*\.js/)
  await page.keyboard.press('Shift+N')
  await expect(page.getByRole('dialog', { name: 'Add a source' })).toBeVisible()
})

test('the key for a new report, from any view and before the reports have come', { tag: '@thorough' }, async ({ page }) => {
  await startSlowly(page, '#/reports', /reports-view-[^/]*\.js/)
  await page.keyboard.press('Shift+R')
  await expect(page.getByRole('textbox', { name: 'Title of the report' })).toHaveValue('')
  await expect(page).toHaveURL(/report=report/)
  await page.goto(new URL('#/trash', page.url()).href)
  await expect(page.getByText('The trash is empty')).toBeVisible()
  await page.keyboard.press('Shift+R')
  await expect(page).toHaveURL(/#\/reports/)
})

test('a paste, before the list of sources has come', async ({ page }) => {
  await startSlowly(page, '#/sources', /source-list-[^/]*\.js/)
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', 'Pasted early: 软银 sold its stake.')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(page.getByRole('dialog', { name: 'Add a source' }).getByRole('textbox', { name: 'Text' })).toHaveValue(
    'Pasted early: 软银 sold its stake.',
  )
})

test('a key for which nothing comes is not done later, when it is no longer meant', async ({ page }) => {
  await startSlowly(page, '#/insights', /add-source-[^/]*\.js/, 4_000)
  const arrival = page.waitForResponse(/add-source-[^/]*\.js/)
  await page.keyboard.press('Shift+N')
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Trash/ })
    .click()
  await expect(page).toHaveURL(/trash/)
  await arrival
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
})
