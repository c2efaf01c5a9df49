// The first minutes: the starter notebook lies open with everything in it, and an empty notebook says what to do.

import { expect, test } from './notebook-fixture.ts'

test('the starter notebook opens with its insights, sources, reports and topics', async ({ page }) => {
  await expect(page).toHaveTitle(/SoftBank AI strategy/)
  await expect(page.getByRole('heading', { level: 1, name: 'SoftBank AI strategy' })).toBeVisible()
  const rail = page.getByRole('navigation')
  await expect(rail.getByRole('button', { name: /^Insights/ })).toHaveText(/21$/)
  await expect(rail.getByRole('button', { name: /^Sources/ })).toHaveText(/2$/)
  await expect(rail.getByRole('button', { name: /^Reports/ })).toHaveText(/1$/)
  await expect(rail.getByRole('button', { name: /^Trash/ })).toHaveText(/0$/)
  await expect(page.getByText('21 insights · 2 sources · 39 highlights')).toBeVisible()
})
