// Searching as you type: English, one Chinese character and two, each result opened at its place, all of it by keyboard alone too.

import { type DumpedRecord, expect, type Page, test } from './notebook-fixture.ts'
import { insightPane, noteEditor, paintedWords, readText, sourcePane, titleField } from './window-steps.ts'

const field = (page: Page) => page.getByRole('textbox', { name: 'Search notes and sources' })
const results = (page: Page) => page.getByRole('region', { name: 'Search', exact: true })
const group = (page: Page, name: 'Insights' | 'Highlights' | 'Sources' | 'Reports') => results(page).getByRole('region', { name, exact: true })
const summary = (page: Page) => results(page).getByRole('status')

/** The records of a kind that hold the words in what a person wrote or marked there. */
function holding(records: readonly DumpedRecord[], table: 'insights' | 'highlights', query: string): number {
  const fields = ['title', 'body', 'topics', 'passage', 'comment', 'tags']
  return records.filter((record) => {
    const passage = record.passage as { exact: string } | undefined
    const texts = fields.map((field) => (field === 'passage' ? passage?.exact : record[field]) ?? '')
    return record.table === table && texts.flat().some((text) => String(text).toLowerCase().includes(query.toLowerCase()))
  }).length
}

for (const query of ['bonds', 'Dollar Bonds', '债', '软银', 'OpenAI的', '€']) {
  test(`“${query}” finds every record that holds it, with the match marked`, { tag: /bonds|债/.test(query) ? [] : '@thorough' }, async ({
    page,
    notebook,
  }) => {
    await field(page).fill(query)
    await expect(summary(page)).toHaveText(new RegExp(`^\\d+ records? holds? “${query}”$`))
    const records = await notebook.dump()
    for (const [name, table] of [
      ['Insights', 'insights'],
      ['Highlights', 'highlights'],
    ] as const) {
      await expect(group(page, name).getByRole('article')).toHaveCount(holding(records, table, query))
    }
    const shown = await results(page).getByRole('article').count()
    await expect(summary(page)).toHaveText(new RegExp(`^${shown} `))
    const marks = await results(page).locator('mark').allTextContents()
    expect(marks.length).toBeGreaterThanOrEqual(shown)
    for (const mark of marks) expect(mark.toLowerCase()).toBe(query.toLowerCase())
  })
}

test('what is nowhere is said in words, and clearing the field brings the hints back', { tag: '@thorough' }, async ({ page }) => {
  await field(page).fill('zeppelin')
  await expect(results(page).getByText('Nothing holds “zeppelin”')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the search' }).click()
  await expect(field(page)).toBeFocused()
  await expect(results(page).getByText('Search everything in this notebook')).toBeVisible()
})

test('a place in a source opens the source there', async ({ page }) => {
  await field(page).fill('广撒网')
  await group(page, 'Sources')
    .getByRole('button', { name: /广撒网/ })
    .click()
  await expect(await readText(page)).toHaveAttribute('lang', 'zh')
  await expect.poll(() => paintedWords(page, 'flash')).toEqual(['广撒网'])
  await expect(sourcePane(page).getByText(/从广撒网式的科技投资/)).toBeInViewport()
})

test('a highlight opens its source at the whole passage', { tag: '@thorough' }, async ({ page }) => {
  await field(page).fill('yield spreads')
  await group(page, 'Highlights')
    .getByRole('button', { name: /wider yield spreads/ })
    .click()
  await expect(await readText(page)).toHaveAttribute('lang', 'en')
  await expect.poll(() => paintedWords(page, 'flash')).toEqual(['the bonds of big technology companies now carry wider yield spreads'])
})

test('a report opens', { tag: '@thorough' }, async ({ page }) => {
  await field(page).fill('The OpenAI bet')
  await group(page, 'Reports')
    .getByRole('button', { name: /The OpenAI bet/ })
    .click()
  await expect(page.getByRole('textbox', { name: 'Title of the report' })).toHaveValue('The OpenAI bet: how SoftBank pays for it')
})

test('the keyboard alone searches, walks through the results, opens one and comes back to it', async ({ page }) => {
  await page.keyboard.press('s')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type('软')
  await expect(summary(page)).toHaveText(/^\d+ records hold “软”$/)
  await page.keyboard.press('ArrowDown')
  const rows = results(page).getByRole('article').getByRole('button')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(rows.last()).toBeFocused()
  await page.keyboard.press('Home')
  await expect(group(page, 'Insights').getByRole('button').first()).toBeFocused()
  const found = (await group(page, 'Insights').getByRole('article').first().getByRole('heading').textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(titleField(page)).toHaveValue(found)
  await expect(insightPane(page)).toBeVisible()

  await page.goBack()
  await expect(field(page)).toHaveValue('软')
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field(page)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveValue('')
})

test('results follow the notebook while they are shown', async ({ page, openWindow }) => {
  await field(page).fill('zeppelin')
  await expect(results(page).getByText('Nothing holds “zeppelin”')).toBeVisible()
  const other = await openWindow()
  await other.keyboard.press('n')
  await expect(titleField(other)).toBeFocused()
  await other.keyboard.type('A zeppelin of debt')
  await other.keyboard.press('Enter')
  await expect(noteEditor(other)).toBeFocused()
  await expect(group(page, 'Insights').getByRole('button', { name: 'A zeppelin of debt' })).toBeVisible()
  await expect(summary(page)).toHaveText('1 record holds “zeppelin”')
})
