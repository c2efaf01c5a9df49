// Copied out of the notebook: as Markdown, as formatted text with footnotes, and as citations in words.

import { expect, type Page, test } from './notebook-fixture.ts'
import { openInsight } from './window-steps.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

async function clipboard(page: Page, type: string): Promise<string> {
  return page.evaluate(async (type) => {
    const [item] = await navigator.clipboard.read()
    return item?.types.includes(type) ? (await item.getType(type)).text() : ''
  }, type)
}

test('as formatted text: safe HTML with the quotes, and plain words beside it', async ({ page }) => {
  await openInsight(page, /SoftBank sold its whole NVIDIA stake/)
  await page.getByRole('button', { name: 'More for this insight' }).click()
  await page.getByRole('menuitem', { name: 'Copy as formatted text' }).click()
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  const html = await clipboard(page, 'text/html')
  expect(html).toMatch(/<h1[^>]*>SoftBank sold its whole NVIDIA stake/)
  expect(html).toContain('58.3')
  expect(html).not.toContain('<script')
  expect(await clipboard(page, 'text/plain')).toContain('SoftBank sold its whole NVIDIA stake')
})

test('its citations: the quote, where it stands, and how a note cites it', async ({ page }) => {
  await openInsight(page, /SoftBank sold its whole NVIDIA stake/)
  await page.keyboard.press('Control+Alt+k')
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  const lines = (await clipboard(page, 'text/plain')).split('\n')
  expect(lines[0]).toMatch(/^“.+” — .+https:\/\/.+ \[@sina2025-exit(-zh)?#h\d+\]$/)
})
