// Notices: reached by key, and never over the status bar. (Work that takes long is shown by import.spec.ts.)

import { expect, test } from './notebook-fixture.ts'

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
