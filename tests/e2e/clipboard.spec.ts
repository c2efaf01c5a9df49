// Copied out of the notebook: as Markdown, as formatted text with footnotes, and as citations in words.

import { expect, type Page, test } from './notebook-fixture.ts'
import { noteEditor, openInsight } from './window-steps.ts'

/** What a person's paste brings, which needs no permission: reading the clipboard by itself is denied on the desktop. */
async function clipboard(page: Page, type: string): Promise<string> {
  await page.evaluate((type) => {
    const field = document.createElement('textarea')
    document.body.append(field)
    field.addEventListener('paste', (event) => {
      event.preventDefault()
      Object.assign(globalThis, { pasted: event.clipboardData?.getData(type) })
      field.remove()
    })
    field.focus()
  }, type)
  await page.keyboard.press('Control+V')
  const pasted = await page.waitForFunction(() => (globalThis as { pasted?: string }).pasted)
  const text = (await pasted.jsonValue()) as string
  await page.evaluate(() => delete (globalThis as { pasted?: string }).pasted)
  return text
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

test('its citations: the quote, where it stands, and how a note cites it', { tag: '@thorough' }, async ({ page }) => {
  await openInsight(page, /SoftBank sold its whole NVIDIA stake/)
  await expect(noteEditor(page)).toBeVisible()
  await page.keyboard.press('Control+Alt+k')
  await expect(page.getByText('Copied', { exact: true })).toBeVisible()
  const lines = (await clipboard(page, 'text/plain')).split('\n')
  expect(lines[0]).toMatch(/^“.+” — ‘.+’.+2025-11-14.+ \[@sina2025-exit(-zh)?#h\d+\]$/)
})
