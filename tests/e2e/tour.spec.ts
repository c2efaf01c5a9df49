// The tour through the starter: shown once, done by doing, never in the way, and gone without a trace of its own.

import { expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane, noteEditor, paintedWords, readText, selectWords, sourcePane } from './window-steps.ts'

test.use({ isTourAhead: true, viewport: { width: 1600, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

const tour = (page: Page) => page.getByRole('region', { name: /^Tour, step/ })
const step = (page: Page, title: string) => tour(page).getByRole('heading', { name: title })

/** The card lies within the window, and not over what it points at. */
async function expectBeside(page: Page): Promise<void> {
  await expect(async () => {
    const [card, ring] = await page.evaluate(() => {
      const found = document.querySelector('section[aria-label^="Tour, step"]')
      return [found, found?.previousElementSibling].map((element) => {
        const { left, top, right, bottom } = element?.getBoundingClientRect() ?? { left: 0, top: 0, right: 0, bottom: 0 }
        return { left, top, right, bottom }
      })
    })
    if (!card || !ring) throw new Error('the tour points at nothing')
    expect(ring.right - ring.left).toBeGreaterThan(0)
    expect(card.left >= ring.right || card.right <= ring.left || card.top >= ring.bottom || card.bottom <= ring.top).toBe(true)
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 }
    expect(card.left).toBeGreaterThanOrEqual(0)
    expect(card.top).toBeGreaterThanOrEqual(0)
    expect(card.right).toBeLessThanOrEqual(width)
    expect(card.bottom).toBeLessThanOrEqual(height)
  }).toPass()
}

test('every step is done by doing it, and each goes on by itself', async ({ page, notebook }) => {
  const before = await notebook.dump()
  await expect(step(page, 'Open an insight')).toBeVisible()
  await expectBeside(page)
  await expect(page.locator('body')).toBeFocused()
  await page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first().click()

  await expect(step(page, 'See what it stands on')).toBeVisible()
  await expectBeside(page)
  await insightPane(page)
    .getByRole('button', { name: /^Open sina2025-exit h\d+ in its source/ })
    .first()
    .click()
  await expect.poll(() => paintedWords(page, 'flash')).toHaveLength(1)

  await expect(step(page, 'Mark a sentence')).toBeVisible()
  await expectBeside(page)
  // So far the tour has been looked at and nothing was written.
  expect(await notebook.dump()).toEqual(before)
  const text = await readText(page)
  await selectWords(text, 'looking for $1.5 to $2 billion from dollar bonds')
  await expectBeside(page)
  await page.getByRole('toolbar', { name: 'Highlight the selection' }).getByRole('button', { name: 'Highlight in green' }).click()

  await expect(step(page, 'Cite it')).toBeVisible()
  await expectBeside(page)
  await noteEditor(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' [@looking for')
  await expect(page.getByRole('listbox', { name: 'Completions' }).getByRole('option').first()).toBeVisible()
  // CodeMirror leaves Enter to the text for 75 ms after a list has opened; nothing in the page tells when they are over.
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')

  await expect(step(page, 'Open the report')).toBeVisible()
  await expect(tour(page)).toContainText('Look under Reports')
  await expectBeside(page)
  await goTo(page, 'Reports')
  await expect(tour(page)).toContainText('open it')
  await expectBeside(page)
  await page.getByRole('listbox', { name: 'Reports' }).getByRole('option').first().click()

  await expect(step(page, 'Take it with you')).toBeVisible()
  await expectBeside(page)
  const { text: exported } = await notebook.savedFile(page, () =>
    page.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Export Markdown' }).click(),
  )
  expect(exported).toContain('# The OpenAI bet')
  await expect(step(page, 'That is all of it')).toBeVisible()
  await tour(page).getByRole('button', { name: 'Done' }).click()
  await expect(tour(page)).toBeHidden()

  await expectSaved(page)
  const after = await notebook.dump()
  const fresh = after.filter(({ id }) => !before.some((record) => record.id === id))
  expect(fresh.map(({ table }) => table)).toEqual(['highlights'])
  await page.reload()
  await expectSaved(page)
  await page.getByRole('textbox', { name: 'Title of the report' }).waitFor()
  await expect(tour(page)).toBeHidden()
})

test('Escape ends it, a restart does not bring it back, and the menu takes it up where it was', async ({ page }) => {
  await expect(step(page, 'Open an insight')).toBeVisible()
  await tour(page).getByRole('button', { name: 'Skip this step' }).click()
  await expect(step(page, 'See what it stands on')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(tour(page)).toBeHidden()
  await page.reload()
  await expectSaved(page)
  await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first()).toBeVisible()
  await expect(tour(page)).toBeHidden()
  await page.getByRole('button', { name: /: menu of the notebook$/ }).click()
  await page.getByRole('menuitem', { name: 'Take the tour' }).click()
  await expect(step(page, 'See what it stands on')).toBeVisible()
  await tour(page).getByRole('button', { name: 'End the tour' }).click()
  await page.keyboard.press('F1')
  await expect(step(page, 'See what it stands on')).toBeVisible()
})

test('it goes on after a reload, and Escape in a field or a menu is not for it', { tag: '@thorough' }, async ({ page }) => {
  await page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first().click()
  await expect(step(page, 'See what it stands on')).toBeVisible()
  await page.reload()
  await expect(step(page, 'See what it stands on')).toBeVisible()
  await insightPane(page).getByRole('button', { name: 'More for this insight' }).click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toHaveCount(0)
  await noteEditor(page).click()
  await page.keyboard.press('Escape')
  await expect(tour(page)).toBeVisible()
})

test('ended in one window, it ends in the other', { tag: '@thorough' }, async ({ page, openWindow }) => {
  const other = await openWindow()
  await expect(tour(other)).toBeVisible()
  await tour(page).getByRole('button', { name: 'End the tour' }).click()
  await expect(tour(other)).toBeHidden()
})

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 720, height: 900 } })

  test('the card finds room, and shows the way where a pane is out of sight', async ({ page }) => {
    await expectBeside(page)
    await page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first().click()
    await expect(step(page, 'See what it stands on')).toBeVisible()
    await expectBeside(page)
    await page.getByRole('radiogroup', { name: 'Panes' }).getByText('List').click()
    await expect(tour(page)).toContainText('Go back to it')
    await expectBeside(page)
    await page.getByRole('radiogroup', { name: 'Panes' }).getByText('Insight').click()
    await insightPane(page)
      .getByRole('button', { name: /^Open sina2025-exit h\d+ in its source/ })
      .first()
      .click()
    await expect(step(page, 'Mark a sentence')).toBeVisible()
    await expect(sourcePane(page)).toBeVisible()
    await expectBeside(page)
    await tour(page).getByRole('button', { name: 'Skip this step' }).click()
    await expect(step(page, 'Cite it')).toBeVisible()
    await expectBeside(page)
    await page.getByRole('radiogroup', { name: 'Panes' }).getByText('Insight').click()
    await expectBeside(page)
  })
})

test.describe('in a notebook of one’s own', () => {
  test.use({ content: 'nothing' })

  test('there is no tour, until the starter is brought in', async ({ page }) => {
    await expect(page.getByRole('heading', { name: 'Begin here' })).toBeVisible()
    await expect(tour(page)).toBeHidden()
    await page.getByRole('button', { name: 'Look at an example first' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'The starter is in this notebook' })).toBeVisible()
    await expect(step(page, 'Open an insight')).toBeVisible()
    await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('heading', { name: 'Begin here' })).toBeVisible()
    await expect(tour(page)).toBeHidden()
  })
})
