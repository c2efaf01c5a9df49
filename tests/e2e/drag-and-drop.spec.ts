// Records dragged to where they belong, and things from outside dropped into the window. (Each has a key too: see bulk.spec and keyboard.spec.)

import type { Locator } from '@playwright/test'
import { expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane, noteEditor, openInsight } from './window-steps.ts'

const options = (page: Page, name: string) => page.getByRole('listbox', { name }).getByRole('option')
const inRail = (page: Page, part: string) => page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${part}`) })
const toast = (page: Page, message: string | RegExp) => page.getByRole('alert').filter({ hasText: message })

/** What other programs would get: the data of a drag, as it is when it begins. */
function dragData(row: Locator): Promise<Record<string, string>> {
  return row.evaluate((element) => {
    const dataTransfer = new DataTransfer()
    element.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true }))
    return Object.fromEntries(dataTransfer.types.map((type) => [type, dataTransfer.getData(type)]))
  })
}

test('one insight and a selection are dragged onto a topic, and the trash takes them; one undo each', async ({ page, notebook }) => {
  await expect(options(page, 'Insights').first()).toBeVisible()
  const before = Number((await inRail(page, 'Arizona').textContent())?.match(/\d+$/)?.[0])
  await options(page, 'Insights').nth(3).dragTo(inRail(page, 'Arizona'))
  await expect(toast(page, '1 insight added to the topic Arizona')).toBeVisible()
  await expect(inRail(page, 'Arizona')).toHaveText(new RegExp(`${before + 1}$`))
  await toast(page, 'topic Arizona').getByRole('button', { name: 'Undo' }).click()
  await expect(inRail(page, 'Arizona')).toHaveText(new RegExp(`${before}$`))

  await options(page, 'Insights')
    .nth(4)
    .click({ modifiers: ['ControlOrMeta'] })
  await options(page, 'Insights')
    .nth(5)
    .click({ modifiers: ['Shift'] })
  await options(page, 'Insights').nth(5).dragTo(inRail(page, 'Trash'))
  await expect(inRail(page, 'Trash')).toHaveText(/2$/)
  await page.keyboard.press('Control+Z')
  await expect(inRail(page, 'Trash')).toHaveText(/0$/)
  await expectSaved(page)
  expect((await notebook.dump()).filter(({ table }) => table === 'insights')).toHaveLength(21)
})

test('an insight dragged into a note becomes a link to it', async ({ page }) => {
  await openInsight(page, 'The Arizona plan')
  const title = (await options(page, 'Insights').nth(3).locator('[class*=rowTitle]').textContent()) ?? ''
  await options(page, 'Insights')
    .nth(3)
    .dragTo(noteEditor(page), { targetPosition: { x: 40, y: 12 } })
  await expect(noteEditor(page)).toContainText(title)
})

test('a source dragged onto an insight asks what it does, and is evidence', { tag: '@thorough' }, async ({ page, notebook }) => {
  await openInsight(page, 'The Arizona plan')
  await goTo(page, 'Sources')
  const zone = insightPane(page).getByText('gives context', { exact: false })
  await options(page, 'Sources').first().hover()
  await page.mouse.down()
  await page.mouse.move(700, 300, { steps: 4 })
  await zone.hover()
  await zone.hover()
  await page.mouse.up()
  await expect(toast(page, 'Added as evidence: context')).toBeVisible()
  await expectSaved(page)
  expect(
    (await notebook.dump()).filter(({ table, highlight, stance }) => table === 'evidence' && highlight === undefined && stance === 'context'),
  ).toHaveLength(1)
})

test('other programs get the Markdown of the note, plain and formatted', { tag: '@thorough' }, async ({ page }) => {
  const row = options(page, 'Insights').nth(1)
  const title = (await row.locator('[class*=rowTitle]').textContent()) ?? ''
  await row.dispatchEvent('pointerdown')
  await expect.poll(async () => (await dragData(row))['text/html']).toContain(title)
  const data = await dragData(row)
  expect(data['text/plain']).toContain(title)
  expect(data['text/plain']).toMatch(/\[\^|^# /m)
  expect(data['text/html']).not.toContain('<script')
})

test('what hovers over the window from outside is said before it is dropped', { tag: '@thorough' }, async ({ page }) => {
  const files = await page.evaluateHandle(() => {
    const made = new DataTransfer()
    made.items.add(new File(['# Dropped\n\nWords about bonds.\n'], 'dropped.md', { type: 'text/markdown' }))
    return made
  })
  const main = page.getByRole('main')
  // A drag tells of itself again and again; what hears it comes a moment after the first screen.
  await expect(async () => {
    for (const type of ['dragenter', 'dragover']) await main.dispatchEvent(type, { dataTransfer: files })
    await expect(page.getByText('Drop to add to the notebook')).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(page.getByText('you see what they are before they come in')).toBeVisible()
  await main.dispatchEvent('drop', { dataTransfer: files })
  await expect(page.getByText('Drop to add to the notebook')).toBeHidden()
  const dialog = page.getByRole('dialog', { name: 'Add a source' })
  await expect(dialog.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Dropped')
})
