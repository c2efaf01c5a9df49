// Tabs and a second pane: opened, moved, closed, reopened and come back, by mouse and by key, as a screen reader tells them.

import { expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane, noteEditor, openBrief, openInsight, sourcePane, titleField } from './window-steps.ts'

const exit = 'SoftBank sold its whole NVIDIA stake for $5.83 billion'

const tabsAt = (page: Page, side: 'left' | 'right') => page.getByRole('tablist', { name: `Tabs at the ${side}` }).getByRole('tab')
const rows = (page: Page, list: 'Insights' | 'Sources' = 'Insights') => page.getByRole('listbox', { name: list }).getByRole('option')

test('a plain click replaces; the middle button and Ctrl with Enter open a tab of its own', async ({ page }) => {
  await rows(page).nth(0).click()
  await expect(tabsAt(page, 'right')).toHaveCount(1)
  await rows(page).nth(1).click()
  await expect(tabsAt(page, 'right')).toHaveCount(1)
  await rows(page).nth(2).click({ button: 'middle' })
  await expect(tabsAt(page, 'right')).toHaveCount(2)
  await rows(page).nth(3).click({ button: 'middle' })
  await expect(tabsAt(page, 'right')).toHaveCount(3)
  await page.getByRole('listbox', { name: 'Insights' }).press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expect(tabsAt(page, 'right')).toHaveCount(4)
  await expect(tabsAt(page, 'right').nth(3)).toHaveAttribute('aria-selected', 'true')
  await expect(titleField(page)).toHaveValue(await tabsAt(page, 'right').nth(3).innerText())
  // What lies open already is shown, not opened again.
  await rows(page).nth(2).click()
  await expect(tabsAt(page, 'right')).toHaveCount(4)
  await expect(tabsAt(page, 'right').nth(1)).toHaveAttribute('aria-selected', 'true')
})

test('a source lies at the left and an insight at the right, and each can stand beside its own kind', { tag: '@thorough' }, async ({ page }) => {
  await openBrief(page)
  await openInsight1(page)
  await expect(tabsAt(page, 'left')).toHaveCount(1)
  await expect(tabsAt(page, 'right')).toHaveCount(1)
  // The second insight beside the first: Alt asks for the other pane.
  await rows(page)
    .nth(1)
    .click({ modifiers: ['Alt'] })
  await expect(page.getByRole('region', { name: 'Insight at the left' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Insight at the right' })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Note', exact: true })).toHaveCount(2)
  await expect(tabsAt(page, 'left')).toHaveCount(2)
  await tabsAt(page, 'left').first().click()
  await expect(sourcePane(page)).toBeVisible()
  await expect(insightPane(page)).toBeVisible()
})

async function openInsight1(page: Page): Promise<void> {
  await goTo(page, 'Insights')
  await rows(page).nth(0).click()
  await expect(titleField(page)).toBeVisible()
}

async function openThree(page: Page): Promise<void> {
  for (const position of [0, 1, 2]) {
    await rows(page).nth(position).click({ button: 'middle' })
    await expect(tabsAt(page, 'right')).toHaveCount(position + 1)
    await expect(tabsAt(page, 'right').nth(position)).not.toHaveText('Loading…')
  }
}

test('tabs by keys: next, by number, moved, closed, reopened, to the other pane', async ({ page }) => {
  await openThree(page)
  const titles = await Promise.all([0, 1, 2].map((position) => tabsAt(page, 'right').nth(position).innerText()))
  expect(new Set(titles).size).toBe(3)
  const shown = page.getByRole('tablist', { name: 'Tabs at the right' }).getByRole('tab', { selected: true })
  await page.keyboard.press('Alt+1')
  await expect(shown).toHaveText(titles[0] ?? '')
  await page.keyboard.press('Alt+PageUp')
  await expect(shown).toHaveText(titles[2] ?? '')
  await page.keyboard.press('Alt+PageDown')
  await expect(shown).toHaveText(titles[0] ?? '')
  await page.keyboard.press('Alt+Shift+PageDown')
  await expect(tabsAt(page, 'right').nth(1)).toHaveText(titles[0] ?? '')
  // In the row itself, arrows go from tab to tab and Delete closes.
  await shown.focus()
  await page.keyboard.press('ArrowRight')
  await expect(shown).toHaveText(titles[2] ?? '')
  await expect(shown).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(tabsAt(page, 'right')).toHaveCount(2)
  await expect(shown).toBeFocused()
  await page.keyboard.press('Alt+W')
  await expect(tabsAt(page, 'right')).toHaveCount(1)
  await page.keyboard.press('Alt+Shift+W')
  await page.keyboard.press('Alt+Shift+W')
  await expect(tabsAt(page, 'right')).toHaveCount(3)
  await expect(shown).toHaveText(titles[2] ?? '')
  await page.keyboard.press('Alt+M')
  await expect(tabsAt(page, 'left')).toHaveCount(1)
  await expect(tabsAt(page, 'right')).toHaveCount(2)
  await expect(tabsAt(page, 'left').first()).toHaveText(titles[2] ?? '')
})

test('tabs are dragged to another place and to the other pane', { tag: '@thorough' }, async ({ page }) => {
  await openThree(page)
  const first = await tabsAt(page, 'right').nth(0).innerText()
  await tabsAt(page, 'right')
    .nth(0)
    .dragTo(tabsAt(page, 'right').nth(2), { targetPosition: { x: 150, y: 10 } })
  await expect(tabsAt(page, 'right').nth(2)).toHaveText(first)
  // Into the far half of the only pane: a second one begins there.
  await tabsAt(page, 'right')
    .nth(2)
    .dragTo(page.getByRole('tabpanel'), { targetPosition: { x: 30, y: 300 } })
  await expect(tabsAt(page, 'left')).toHaveText([first])
  await expect(tabsAt(page, 'right')).toHaveCount(2)
})

test('a note keeps its cursor and what can be undone while another tab is shown', async ({ page }) => {
  await openInsight(page, exit)
  await noteEditor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Typed before the switch.')
  await rows(page).nth(4).click({ button: 'middle' })
  await expect(tabsAt(page, 'right')).toHaveCount(2)
  await expect(noteEditor(page)).not.toContainText('Typed before the switch.')
  await expectSaved(page)
  await page.keyboard.press('Alt+PageUp')
  await expect(titleField(page)).toHaveValue(exit)
  await noteEditor(page).focus()
  await page.keyboard.type(' And after.')
  await expect(noteEditor(page)).toContainText('Typed before the switch. And after.')
  for (let turn = 0; turn < 6; turn += 1) await page.keyboard.press('Control+Z')
  await expect(noteEditor(page)).not.toContainText('Typed before the switch.')
  await expectSaved(page)
})

test('a tab says what becomes of its document', { tag: '@thorough' }, async ({ page, notebook }) => {
  const pane = await openInsight(page, exit)
  const tab = tabsAt(page, 'right').first()
  await expect(tab).toHaveAccessibleName(exit)
  await titleField(page).fill('Another title')
  await expect(tab).toHaveAccessibleName(/^Another title/)
  await expectSaved(page)
  await expect(tab).toHaveAccessibleName('Another title')
  await pane.getByRole('button', { name: 'More for this insight' }).click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await expect(tab).toHaveAccessibleName('Another title , in the trash')
  const removed = (await notebook.dump()).some(({ title }) => title === 'Another title')
  expect(removed).toBe(false)
})

test('tabs and panes come back with the next start, and a second window begins with none', async ({ page, openWindow }) => {
  await openBrief(page)
  await goTo(page, 'Insights')
  await openThree(page)
  await page.keyboard.press('Alt+2')
  const shown = await titleField(page).inputValue()
  await expect(tabsAt(page, 'right').nth(1)).toHaveAttribute('aria-selected', 'true')

  await page.reload()
  await expect(tabsAt(page, 'right')).toHaveCount(3)
  await expect(titleField(page)).toHaveValue(shown)

  const beside = await openWindow()
  await expect(rows(beside).first()).toBeVisible()
  await expect(beside.getByRole('tab')).toHaveCount(0)
  await beside.close()

  await page.close()
  const next = await openWindow()
  await expect(tabsAt(next, 'right')).toHaveCount(3)
  await expect(tabsAt(next, 'left')).toHaveCount(1)
  await expect(tabsAt(next, 'right').nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(titleField(next)).toHaveValue(shown)
  await expect(sourcePane(next)).toBeVisible()
})

test('damaged memory of tabs is no memory', { tag: '@thorough' }, async ({ page, openWindow }) => {
  await rows(page).nth(0).click()
  await expect(tabsAt(page, 'right')).toHaveCount(1)
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('footing.workspace ')).length)).toBe(1)
  await page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('footing.workspace ')) localStorage.setItem(key, '{"version":1,"workspace":{}}')
  })
  await page.goto('about:blank')
  const next = await openWindow()
  await expect(rows(next).first()).toBeVisible()
  await expect(next.getByRole('tab')).toHaveCount(0)
})
