// The layers that lists bring, in light and dark, wide and narrow, without a violation that axe-core knows of.

import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page, test } from './notebook-fixture.ts'
import { readText, sourcePane } from './window-steps.ts'

async function expectNoViolations(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'], preload: false })
      .analyze()
    const told = violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
    expect(told, `${name} (${colorScheme})`).toEqual([])
  }
}

for (const width of [1600, 720]) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

    test('selected rows, their menus and dialogs', { tag: '@thorough' }, async ({ page }) => {
      test.setTimeout(180_000)
      const list = page.getByRole('listbox', { name: 'Insights' })
      await expect(list.getByRole('option').first()).toBeVisible()
      await list.focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Shift+ArrowDown')
      await expect(page.getByRole('toolbar')).toBeVisible()
      await expectNoViolations(page, 'selection')
      await page.keyboard.press('Shift+F10')
      await expect(page.getByRole('menu')).toBeVisible()
      await expectNoViolations(page, 'menu')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toBeHidden()
      await page.keyboard.press('t')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoViolations(page, 'topics')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('dialog')).toBeHidden()
      await list.focus()
      await page.keyboard.press('Shift+A')
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoViolations(page, 'report')
    })

    test('finding in a source, and selected highlights beside it', { tag: '@thorough' }, async ({ page }) => {
      test.setTimeout(180_000)
      await page.evaluate(() => {
        location.hash = '#/sources?source=source:sina-zh&pane=source'
      })
      const text = await readText(page)
      await text.focus()
      await page.keyboard.press('Control+F')
      await page.keyboard.type('债')
      await expect(sourcePane(page).getByRole('search').getByRole('status')).toHaveText(/ of /)
      await expectNoViolations(page, 'find')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await text.focus()
      await page.keyboard.press('l')
      const first = sourcePane(page).getByRole('list', { name: 'Highlights' }).getByRole('listitem').first()
      await first.hover()
      await first.getByRole('checkbox').check()
      await expect(sourcePane(page).getByRole('toolbar', { name: 'What to do with the selected rows' })).toBeVisible()
      await expectNoViolations(page, 'highlights')
    })
  })
}
