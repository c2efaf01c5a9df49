// Figures kept from sources in two languages: they agree, a digit later they are contested, both passages stand side by side, and undo takes all of it back.

import { runFooting } from '../cli/run-footing.ts'
import { expect, type Page, test } from './notebook-fixture.ts'
import { goTo, openBrief, paintedWords, sourcePane } from './window-steps.ts'

const metrics = (page: Page) => page.getByRole('listbox', { name: 'Metrics' })
const about = (page: Page) => page.getByRole('region', { name: 'About the metric' })

/** From the keyboard alone: to the figure, its card, and what it measures. */
async function keep(page: Page, written: string, { metric, asOf }: { metric?: string; asOf?: string }): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Shift+F')
    if ((await paintedWords(page, 'figure-current'))[0] === written) break
  }
  expect(await paintedWords(page, 'figure-current')).toEqual([written])
  await page.keyboard.press('f')
  const card = page.getByRole('dialog', { name: `Figure ${written}` })
  await expect(card.getByRole('combobox', { name: 'Metric' })).toBeFocused()
  if (metric) await page.keyboard.type(metric)
  if (asOf) await card.getByRole('textbox', { name: 'As of' }).fill(asOf)
  await page.keyboard.press('Enter')
  await expect(card).toBeHidden()
}

test('two figures are kept from English and Chinese and agree; another number contests them; both passages are read; undo takes all back', async ({
  page,
  notebook,
}) => {
  const english = await openBrief(page)
  await english.focus()
  await expect.poll(() => paintedWords(page, 'figure')).toContain('$5.83 billion')
  await keep(page, '$5.83 billion', { metric: 'Stake sold', asOf: 'Oct 2025' })
  await expect
    .poll(async () => [...(await paintedWords(page, 'figure-kept')), ...(await paintedWords(page, 'figure-contested'))])
    .toContain('$5.83 billion')

  const chinese = await openBrief(page, 'zh')
  await chinese.focus()
  await expect.poll(() => paintedWords(page, 'figure')).toContain('58亿美元')
  await keep(page, '58亿美元', { metric: 'Stake sold', asOf: '2025年10月' })

  await page.keyboard.press('6')
  const row = metrics(page).getByRole('option', { name: /Stake sold/ })
  await expect(row).toContainText('agree')
  await expect(row).toContainText('5,800,000,000 ± 50,000,000 USD')
  await expect(row).toContainText('5,830,000,000 ± 5,000,000 USD')
  await row.click()
  await expect(about(page)).toContainText('The digits that were written allow the same value.')

  // Another source has another digit.
  const { code } = await runFooting(['batch', notebook.folder], {
    input: `${JSON.stringify({ id: 1, command: 'source.add', input: { id: 'source:other', citekey: 'other2025', title: 'Another paper', language: 'en', published: '2025-11-20', markdown: 'SoftBank sold its NVIDIA stake for $8.53 billion in October 2025.' } })}\n`,
    env: notebook.env,
  })
  expect(code).toBe(0)
  await goTo(page, 'Sources')
  await page
    .getByRole('listbox', { name: 'Sources' })
    .getByRole('option', { name: /Another paper/ })
    .click()
  await expect.poll(() => paintedWords(page, 'figure')).toContain('$8.53 billion')
  await sourcePane(page).getByRole('article').focus()
  await keep(page, '$8.53 billion', { metric: 'Stake sold' })
  await expect.poll(() => paintedWords(page, 'figure-contested')).toEqual(['$8.53 billion'])

  await page.keyboard.press('6')
  await expect(row).toContainText('contested ×1.46')
  await row.click()
  await expect(about(page)).toContainText('Their values are such that no rounding reconciles them.')
  const points = about(page)
    .getByRole('group', { name: /^Stake sold over time/ })
    .getByRole('button')
  await expect(points).toHaveCount(3)
  await points.first().focus()
  await page.keyboard.press('End')
  await expect(points.last()).toBeFocused()
  await expect(points.last()).toHaveAccessibleName(/^Oct 2025 · \$8\.53 billion · other2025 · contested$/)

  await page.keyboard.press('o')
  const sides = page.getByRole('region', { name: /^Source at the (left|right)$/ })
  await expect(sides).toHaveCount(2)
  await expect(sides.filter({ hasText: '$8.53 billion' })).toHaveCount(1)
  await expect.poll(() => paintedWords(page, 'figure-contested')).toEqual(expect.arrayContaining(['$8.53 billion']))
  await page.keyboard.press('6')

  for (let times = 0; times < 3; times += 1) {
    await page.keyboard.press('Control+z')
    await expect(page.getByText(/^Undone:/).first()).toBeVisible()
  }
  await expect(metrics(page).getByRole('option', { name: /Stake sold/ })).toHaveCount(0)
})
