// Quick capture: a thought becomes an insight, and the window stays where it was.

import { expect, type Page, test } from './notebook-fixture.ts'
import { goTo, insightPane, openBrief, selectWords, sourcePane, titleField } from './window-steps.ts'

const capture = (page: Page) => page.getByRole('dialog', { name: 'Quick capture' })
const field = (page: Page) => capture(page).getByRole('textbox', { name: 'What you want to note' })
const toast = (page: Page) => page.getByRole('alert').filter({ hasText: 'Noted' })

test('the first line is the title and the rest the body; the window stays where it is, and the toast opens the note', async ({ page, notebook }) => {
  await goTo(page, 'Reports')
  await page.keyboard.press('q')
  await page.keyboard.type('Banks will ask for more\n\nSee https://example.com/?a=1&b=%E8%BD%AF\n> “verbatim  quote”')
  await page.keyboard.press('Control+Enter')
  await expect(capture(page)).toBeHidden()
  await expect(page).toHaveURL(/#\/reports/)
  const saved = (await notebook.dump()).find(({ title }) => title === 'Banks will ask for more')
  expect(saved).toMatchObject({ body: 'See https://example.com/?a=1&b=%E8%BD%AF\n> “verbatim  quote”', kind: 'forecast', status: 'draft' })
  await toast(page).getByRole('button', { name: 'Open' }).click()
  await expect(titleField(page)).toHaveValue('Banks will ask for more')
})

test('undo takes the note back', async ({ page, notebook }) => {
  await page.keyboard.press('q')
  await page.keyboard.type('A thought too many')
  await page.keyboard.press('Control+Enter')
  await toast(page).getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('navigation').getByRole('button', { name: /^Trash/ })).toContainText('1')
  expect((await notebook.dump()).some(({ title }) => title === 'A thought too many')).toBe(false)
})

test('what is not saved is still there after closing and a reload, and can be discarded', { tag: '@thorough' }, async ({ page }) => {
  await page.keyboard.press('q')
  await page.keyboard.type('Half a tho')
  await page.keyboard.press('Escape')
  await expect(capture(page)).toBeHidden()
  await page.reload()
  await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Shift+Control+Space')
  await expect(field(page)).toHaveValue('Half a tho')
  await page.keyboard.type('ught')
  await expect(field(page)).toHaveValue('Half a thought')
  await capture(page).getByRole('button', { name: 'Discard' }).click()
  await page.keyboard.press('q')
  await expect(field(page)).toHaveValue('')
})

test('cites the selection of the reader, which becomes a highlight and evidence', async ({ page, notebook }) => {
  const text = await openBrief(page)
  await selectWords(text, 'Loans and bonds')
  await page.keyboard.press('q')
  await expect(capture(page).getByRole('checkbox', { name: 'Highlight the selection and cite it as evidence' })).toBeChecked()
  await expect(capture(page)).toContainText('Loans and bonds')
  await page.keyboard.type('Borrowed money')
  await page.keyboard.press('Control+Enter')
  await expect(capture(page)).toBeHidden()
  const records = await notebook.dump()
  const highlight = records.find(({ table, passage }) => table === 'highlights' && (passage as { exact: string }).exact === 'Loans and bonds')
  const insight = records.find(({ title }) => title === 'Borrowed money')
  expect(insight?.body).toBe(`[@sina2025-exit#h${highlight?.number}]`)
  expect(records).toContainEqual(expect.objectContaining({ table: 'evidence', insight: insight?.id, highlight: highlight?.id, stance: 'supports' }))
  await expect(sourcePane(page)).toBeVisible()
})

test('guesses kind and topics, and leaves the choice to the analyst', { tag: '@thorough' }, async ({ page, notebook }) => {
  await page.keyboard.press('q')
  await page.keyboard.type('Who pays for Arizona?')
  await expect(capture(page).getByRole('radio', { name: /question/i })).toBeChecked()
  const arizona = capture(page).getByRole('button', { name: 'Arizona' })
  await expect(arizona).toHaveAttribute('aria-pressed', 'true')
  await capture(page).getByText('interpretation', { exact: true }).click()
  await arizona.click()
  await capture(page).getByRole('textbox', { name: 'Another topic' }).fill('债券')
  await page.keyboard.press('Enter')
  await capture(page).getByRole('button', { name: 'Save as an insight' }).click()
  await expect(capture(page)).toBeHidden()
  expect((await notebook.dump()).find(({ title }) => title === 'Who pays for Arizona?')).toMatchObject({ kind: 'interpretation', topics: ['债券'] })
})

test('Enter of an input method saves nothing', { tag: '@thorough' }, async ({ page }) => {
  await page.keyboard.press('q')
  await field(page).fill('软银')
  await field(page).dispatchEvent('keydown', { key: 'Enter', ctrlKey: true, keyCode: 229, bubbles: true })
  await expect(field(page)).toHaveValue('软银')
  await expect(capture(page)).toBeVisible()
  await expect(insightPane(page)).toBeVisible()
})
