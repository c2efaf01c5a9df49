// Work that takes long: shown after half a second with its name, stopped by its button, and what was kept is said.

import { expect, test } from './notebook-fixture.ts'
import { expectSaved, goTo } from './window-steps.ts'

test.use({ content: 'nothing' })

test('an import of many files is shown, can be stopped, and says what was kept', async ({ page, notebook }) => {
  await goTo(page, 'Sources')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('region', { name: 'Sources' }).getByRole('button', { name: 'From files…' }).first().click(),
  ])
  const words = 'SoftBank pays with bonds, loans and 软银 shares. '.repeat(800)
  const files = Array.from({ length: 150 }, (_, number) => ({
    name: `text-${number}.md`,
    mimeType: 'text/markdown',
    buffer: Buffer.from(`# Text ${number}\n\n${words}`),
  }))
  await chooser.setFiles(files)
  await expect(page.getByRole('progressbar', { name: /^Adding text-\d+\.md/ })).toBeVisible()
  await page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click()
  const said = page.getByText(/^Stopped: \d+ sources? added and kept, \d+ files? left out$/)
  await expect(said).toBeVisible()
  await expect(page.getByRole('progressbar')).toBeHidden()
  await expectSaved(page)
  const kept = Number((await said.textContent())?.match(/\d+/)?.[0])
  expect((await notebook.dump()).filter(({ table }) => table === 'sources')).toHaveLength(kept)
  expect(kept).toBeLessThan(150)
})

test.describe('of the starter', () => {
  test.use({ content: 'starter' })

  test('notices are reached by key, and never cover the status bar', async ({ page }) => {
    const list = page.getByRole('listbox', { name: 'Insights' })
    await expect(list.getByRole('option').first()).toBeVisible()
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Delete')
    const toast = page.getByRole('alert').filter({ hasText: 'is in the trash' })
    await expect(toast).toHaveAttribute('aria-live', 'polite')
    await page.keyboard.press('F8')
    await expect(toast.getByRole('button', { name: 'Undo' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('navigation').getByRole('button', { name: /^Trash/ })).toHaveText(/0$/)
    await expect(list).toBeFocused()

    await page.keyboard.press('Delete')
    await expect(toast).toBeVisible()
    await page.setViewportSize({ width: 720, height: 700 })
    const top = async () => (await page.getByRole('contentinfo').boundingBox())?.y ?? 0
    const bottom = async () => {
      const box = await toast.boundingBox()
      return (box?.y ?? 0) + (box?.height ?? 0)
    }
    await expect.poll(async () => (await bottom()) <= (await top())).toBe(true)
  })
})
