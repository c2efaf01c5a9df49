// Many rows at once: selected by click, key and box, changed in one step, and brought back by one undo.

import type { Locator } from '@playwright/test'
import { expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved } from './window-steps.ts'

const listOf = (page: Page, name: string) => page.getByRole('listbox', { name })
const option = (list: Locator, position: number) => list.getByRole('option').nth(position)
const bar = (page: Page) => page.getByRole('toolbar', { name: 'What to do with the selected rows' })
const selected = (list: Locator) => list.locator('[role=option][aria-selected=true]')
const toast = (page: Page, message: string | RegExp) => page.getByRole('alert').filter({ hasText: message })

async function openList(page: Page): Promise<Locator> {
  const list = listOf(page, 'Insights')
  await expect(option(list, 0)).toBeVisible()
  return list
}

test.describe('selecting', () => {
  test('by click with Control and Shift, and plainly again', async ({ page }) => {
    const list = await openList(page)
    await expect(list).toHaveAttribute('aria-multiselectable', 'true')
    await option(list, 0).click()
    await option(list, 2).click({ modifiers: ['ControlOrMeta'] })
    await expect(bar(page)).toContainText('2 selected')
    await option(list, 4).click({ modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('4 selected')
    await option(list, 3).click({ modifiers: ['Shift'] })
    await expect(bar(page)).toContainText('3 selected')
    await option(list, 2).click({ modifiers: ['ControlOrMeta'] })
    await expect(selected(list)).toHaveCount(2)
    await option(list, 1).click()
    await expect(bar(page)).toBeHidden()
    await expect(selected(list)).toHaveCount(1)
  })

  test('by keys: Shift with arrows, Control A, Control Space, and Escape lets go', { tag: '@thorough' }, async ({ page }) => {
    const list = await openList(page)
    await list.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await expect(selected(list)).toHaveCount(3)
    await page.keyboard.press('Shift+ArrowUp')
    await expect(selected(list)).toHaveCount(2)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+Space')
    await expect(page.getByRole('status').filter({ hasText: '3 selected' })).toHaveCount(1)
    await page.keyboard.press('Control+A')
    await expect(bar(page)).toContainText('21 selected')
    await page.keyboard.press('Escape')
    await expect(bar(page)).toBeHidden()
  })

  test('by the box in a row, and what is selected survives another window’s edits and removals', { tag: '@thorough' }, async ({
    page,
    openWindow,
  }) => {
    const list = await openList(page)
    await option(list, 1).hover()
    for (const position of [1, 3]) await option(list, position).click({ position: { x: 12, y: 14 } })
    await expect(bar(page)).toContainText('2 selected')
    const kept = await option(list, 3).textContent()
    const other = await openWindow()
    const theirs = await openList(other)
    await option(theirs, 1).click()
    await other.keyboard.press('Delete')
    await expect(bar(page)).toContainText('1 selected')
    await expect(selected(list)).toHaveText(kept ?? '')
  })
})

test.describe('changing', () => {
  test('sets a status and a topic of several insights, each with one undo', async ({ page, notebook }) => {
    const list = await openList(page)
    await list.focus()
    await page.keyboard.press('Control+A')
    await bar(page).getByRole('button', { name: 'Status' }).click()
    await page.getByRole('menuitem', { name: 'retired' }).click()
    await expect(toast(page, '21 insights changed')).toBeVisible()
    const statuses = async () => (await notebook.dump()).filter(({ table }) => table === 'insights').map(({ status }) => status)
    await expectSaved(page)
    expect(new Set(await statuses())).toEqual(new Set(['retired']))
    await expect(bar(page)).toContainText('21 selected')
    await toast(page, '21 insights changed').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(async () => new Set(await statuses()).has('draft')).toBe(true)

    await list.focus()
    await page.keyboard.press('T')
    const dialog = page.getByRole('dialog', { name: 'Topics of 21 insights' })
    await dialog.getByRole('combobox', { name: 'Topic' }).fill('软银')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('navigation').getByRole('button', { name: /^软银/ })).toHaveText(/21$/)
    await page.keyboard.press('Control+Z')
    await expect(page.getByRole('navigation').getByRole('button', { name: /^软银/ })).toBeHidden()
  })

  test('moves several to the trash and back', async ({ page }) => {
    const list = await openList(page)
    await list.focus()
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Shift+ArrowDown')
    await page.keyboard.press('Delete')
    await expect(toast(page, 'records moved to the trash')).toBeVisible()
    await expect(page.getByRole('navigation').getByRole('button', { name: /^Insights/ })).toHaveText(/1[89]$/)
    await expect(bar(page)).toBeHidden()
    await toast(page, 'records moved to the trash').getByRole('button', { name: 'Undo' }).click()
    await expect(page.getByRole('navigation').getByRole('button', { name: /^Insights/ })).toHaveText(/21$/)
  })

  test('exports the selection, and adds it to a report', { tag: '@thorough' }, async ({ page, notebook }) => {
    const list = await openList(page)
    await option(list, 0).click()
    await option(list, 1).click({ modifiers: ['ControlOrMeta'] })
    const exported = await notebook.savedFile(page, () => bar(page).getByRole('button', { name: 'Export as Markdown' }).click())
    expect(exported.name).toMatch(/\.md$/)
    for (const position of [0, 1]) {
      const title = (await option(list, position).locator('[class*=rowTitle]').textContent()) ?? ''
      expect(exported.text).toContain(title)
    }
    await bar(page).getByRole('button', { name: 'Add to a report…' }).click()
    const dialog = page.getByRole('dialog', { name: 'Add 2 insights to a report' })
    await dialog.getByRole('textbox').fill('Both of them')
    await dialog.getByRole('button', { name: 'New report with them' }).click()
    await expect(toast(page, 'added to “Both of them”')).toBeVisible()
    await expectSaved(page)
    const outline = (await notebook.dump()).find(({ title }) => title === 'Both of them')?.outline as { type: string }[]
    expect(outline.map(({ type }) => type)).toEqual(['insight', 'insight'])
  })
})

test('the menu of a row opens by right click and by key, for the row or for the selection', async ({ page }) => {
  const list = await openList(page)
  await option(list, 2).click({ button: 'right' })
  const menu = page.getByRole('menu')
  await expect(menu.getByRole('menuitem', { name: 'Open Enter', exact: true })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeHidden()
  await list.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+F10')
  await expect(menu).toHaveAccessibleName('Actions for 2 rows')
  await page.keyboard.press('Escape')
  await expect(list).toBeFocused()
  await expect(list.getByRole('option', { selected: true })).toHaveCount(2)
})
