// Pairing a web clipper in the window: its token shown once, its first clip seen to arrive, and let in no more when it is revoked.

import { expect, test } from './notebook-fixture.ts'
import { goTo } from './window-steps.ts'

test('a clipper is paired, sends a page in, and is revoked', async ({ page }) => {
  await page.keyboard.press('Control+,')
  await page.getByRole('dialog', { name: 'Settings' }).getByRole('button', { name: 'Web clippers…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Web clippers' })
  await expect(dialog).toContainText('No clipper is paired')
  await dialog.getByLabel('Name of the new clipper').fill('阅读清单')
  await page.keyboard.press('Enter')
  const card = dialog.getByRole('region', { name: 'The token of “阅读清单”' })
  await expect(card.getByRole('button', { name: 'Copy the token' })).toBeFocused()
  const [token = '', address = ''] = await card.locator('code').allTextContents()
  await expect(card.getByRole('status')).toHaveText('Waiting for its first clip…')

  const send = () =>
    fetch(address, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        url: 'https://example.org/a',
        title: 'A clipped page',
        markdown: '软银 **issued** bonds.<script>alert(1)</script>',
      }),
    })
  expect((await send()).status).toBe(201)
  await expect(card.getByRole('status')).toHaveText('Its first clip has arrived')
  await card.getByRole('button', { name: 'I have it' }).click()
  await expect(dialog).not.toContainText(token)
  await expect(dialog.getByRole('listitem')).toContainText('last clip')

  await dialog.getByRole('button', { name: 'Revoke 阅读清单' }).click()
  await expect(dialog.getByRole('button', { name: 'Keep' })).toBeFocused()
  await dialog.getByRole('button', { name: 'Revoke', exact: true }).click()
  await expect(dialog).toContainText('No clipper is paired')
  await expect(send()).rejects.toThrow('fetch failed')
  await page.keyboard.press('Escape')
  await goTo(page, 'Sources')
  await expect(page.getByRole('listbox', { name: 'Sources' }).getByRole('option', { name: /A clipped page/ })).toBeVisible()
})
