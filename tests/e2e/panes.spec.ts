// Panes: their widths, what can be put away, the way from one part of the window to the next by key, and narrow windows in which nothing is cut off.

import { expect, type Page, test } from './notebook-fixture.ts'
import { insightPane, openBrief, sourcePane } from './window-steps.ts'

const rows = (page: Page) => page.getByRole('listbox', { name: 'Insights' }).getByRole('option')
const edge = (page: Page, pane: string) => page.getByRole('separator', { name: `Width of ${pane}` })
const widthOf = async (page: Page) => Number(await edge(page, 'List').getAttribute('aria-valuenow'))

/** A pane that has just come is still taking its place. */
async function settledWidth(page: Page): Promise<number> {
  let width = 0
  await expect(async () => {
    const before = await widthOf(page)
    await page.waitForTimeout(300)
    width = await widthOf(page)
    expect(width > 0 && width === before).toBe(true)
  }).toPass()
  return width
}

test('a pane’s width is changed by key, remembered, and reset by a double click', async ({ page }) => {
  await rows(page).first().click()
  await expect(insightPane(page)).toBeVisible()
  const before = await settledWidth(page)
  await edge(page, 'List').focus()
  for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('ArrowRight')
  await expect.poll(() => widthOf(page)).toBeGreaterThan(before + 5)
  const wider = await widthOf(page)
  await page.reload()
  await expect(insightPane(page)).toBeVisible()
  await expect.poll(() => widthOf(page)).toBe(wider)
  // The edge is one pixel wide; what takes the mouse reaches a few further.
  const box = await edge(page, 'List').boundingBox()
  await page.mouse.dblclick((box?.x ?? 0) + 0.5, (box?.y ?? 0) + 300)
  await expect.poll(() => widthOf(page)).toBe(before)
})

test('the rail and the list are put away and come back by key', { tag: '@thorough' }, async ({ page }) => {
  await rows(page).first().click()
  await expect(insightPane(page)).toBeVisible()
  const narrower = (await insightPane(page).boundingBox())?.width ?? 0
  await page.keyboard.press('Alt+B')
  await expect(page.getByRole('navigation')).toBeHidden()
  await page.keyboard.press('Alt+L')
  await expect(page.getByRole('listbox', { name: 'Insights' })).toBeHidden()
  await expect.poll(async () => (await insightPane(page).boundingBox())?.width).toBeGreaterThan(narrower + 400)
  await page.reload()
  await expect(insightPane(page)).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  await page.keyboard.press('Alt+Z')
  await expect(page.getByRole('navigation')).toBeVisible()
  await expect(page.getByRole('listbox', { name: 'Insights' })).toBeVisible()
})

test('F6 goes round the parts of the window and back', async ({ page }) => {
  await openBrief(page)
  await page.keyboard.press('1')
  await rows(page).first().click()
  await expect(insightPane(page)).toBeVisible()
  const place = () => page.evaluate(() => document.activeElement?.closest('[data-region]')?.getAttribute('data-region'))
  await expect.poll(place).toBe('list')
  for (const part of ['left', 'right', 'status', 'rail', 'list']) {
    await page.keyboard.press('F6')
    expect(await place()).toBe(part)
  }
  await page.keyboard.press('Shift+F6')
  expect(await place()).toBe('rail')
  // Keys on tabs mean the pane that had the focus last.
  await sourcePane(page).getByRole('article').focus()
  await page.keyboard.press('Alt+W')
  await expect(sourcePane(page)).toBeHidden()
  await expect(insightPane(page)).toBeVisible()
})

for (const width of [720, 820, 900]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 } })

    test('nothing of the bars is cut off, and every topic can be come to', { tag: width === 720 ? [] : '@thorough' }, async ({ page }) => {
      const title = page.getByRole('button', { name: /: menu of the notebook$/ })
      expect(
        await title.evaluate((element) => [...element.querySelectorAll('span'), element].every((each) => each.scrollWidth <= each.clientWidth)),
      ).toBe(true)
      for (const bar of ['banner', 'navigation', 'contentinfo'] as const)
        expect(await page.getByRole(bar).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true)
      const rail = page.getByRole('navigation')
      const menu = rail.getByRole('button', { name: 'Topics' })
      if (await menu.isVisible()) await menu.click()
      const topic = rail.getByText('NVIDIA exit')
      await expect(topic).toBeInViewport({ ratio: 1 })
      await topic.click()
      await expect(rows(page)).toHaveCount(6)
    })
  })
}
