// A report from nothing: headings, prose and insights put in order by key and by hand, previewed as it will be exported, and exported.

import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { runFooting } from '../cli/run-footing.ts'
import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, noteEditor, openInsight, paintedWords, readText, sourcePane } from './window-steps.ts'

const outline = (page: Page) => page.getByRole('region', { name: 'Outline', exact: true })
const items = (page: Page) => outline(page).getByRole('list', { name: 'Outline' }).getByRole('listitem')
const preview = (page: Page) => page.getByRole('region', { name: 'Preview', exact: true })
const handle = (page: Page, name: string | RegExp) =>
  outline(page)
    .getByRole('button', { name })
    .and(outline(page).getByRole('button', { name: /Alt with the arrow keys/ }))
const bonds = 'The new bonds are small beside the bet they serve'
const spreads = 'Wider spreads show lenders asking more of big technology companies'

/** The kinds and words of the outline as it is on disk. */
async function savedOutline(notebook: Notebook, title: string): Promise<string[]> {
  const records = await notebook.dump()
  const report = records.find((record) => record.table === 'reports' && record.title === title)
  const found = (report?.outline ?? []) as { type: string; text?: string; markdown?: string; insight?: string }[]
  return found.map(({ type, text, markdown, insight }) => `${type} ${text ?? markdown ?? records.find(({ id }) => id === insight)?.title}`)
}

async function newReport(page: Page, title: string): Promise<void> {
  await goTo(page, 'Reports')
  await page.getByRole('region', { name: 'Reports', exact: true }).getByRole('button', { name: 'New report' }).click()
  const field = page.getByRole('textbox', { name: 'Title of the report' })
  await expect(field).toBeFocused()
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Reports' }).getByRole('option', { name: title })).toBeVisible()
}

async function addHeading(page: Page, text: string): Promise<void> {
  const count = await items(page).count()
  await outline(page).getByRole('group', { name: 'Add at the end' }).getByRole('button', { name: 'Heading' }).click()
  await expect(items(page)).toHaveCount(count + 1)
  await expect(items(page).last().getByRole('textbox')).toBeFocused()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
  await expect(handle(page, `heading “${text}”`)).toBeFocused()
}

async function addProse(page: Page, markdown: string): Promise<void> {
  await outline(page).getByRole('group', { name: 'Add at the end' }).getByRole('button', { name: 'Prose' }).click()
  await expect(outline(page).getByRole('textbox', { name: 'Prose in Markdown' })).toBeFocused()
  await page.keyboard.type(markdown)
  // While a completion is looked for, Escape calls that off and nothing else.
  await expectSaved(page)
  await page.keyboard.press('Escape')
  await expect(outline(page).getByRole('textbox', { name: 'Prose in Markdown' })).toBeHidden()
}

test('a new report is written and arranged by keyboard alone', async ({ page, notebook }) => {
  await page.keyboard.press('3')
  await expect(page.getByRole('region', { name: 'Reports', exact: true }).getByRole('button', { name: 'New report' })).toBeVisible()
  await page.keyboard.press('Shift+R')
  await expect(page.getByRole('textbox', { name: 'Title of the report' })).toBeFocused()
  await page.keyboard.type('Debt memo')
  await page.keyboard.press('Escape')
  for (const text of ['Findings', 'Summary']) {
    await page.keyboard.press('Shift+H')
    await expect(outline(page).getByRole('textbox', { name: 'Heading, level 1' }).and(page.locator(':focus'))).toHaveValue('')
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
    await expect(handle(page, `heading “${text}”`)).toBeFocused()
  }
  await page.keyboard.press('Alt+ArrowUp')
  await expect(outline(page).getByText('heading “Summary” is now 1 of 2')).toBeAttached()
  await expect(handle(page, 'heading “Summary”, 1 of 2')).toBeFocused()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(outline(page).getByText('heading “Summary” is first already')).toBeAttached()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(outline(page).getByText('Level 2', { exact: true })).toBeAttached()
  await page.keyboard.press('Alt+ArrowLeft')

  await page.keyboard.press('Shift+P')
  await expect(outline(page).getByRole('textbox', { name: 'Prose in Markdown' })).toBeFocused()
  await page.keyboard.type('Mostly **borrowed**.')
  await expectSaved(page)
  await page.keyboard.press('Escape')
  await expect(handle(page, /^prose “Mostly/)).toBeFocused()

  await page.keyboard.press('ArrowDown')
  await expect(handle(page, 'heading “Findings”')).toBeFocused()
  await page.keyboard.press('Shift+I')
  const chooser = page.getByRole('dialog', { name: 'Add insights' })
  await expect(chooser.getByRole('searchbox', { name: 'Find insights by their title' })).toBeFocused()
  await page.keyboard.type('small beside')
  await expect(chooser.getByRole('checkbox')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(chooser.getByRole('checkbox', { name: bonds })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(chooser).toBeHidden()
  await expect(handle(page, `insight “${bonds}”`)).toBeFocused()
  await expectSaved(page)
  expect(await savedOutline(notebook, 'Debt memo')).toEqual(['heading Summary', 'prose Mostly **borrowed**.', 'heading Findings', `insight ${bonds}`])

  await page.keyboard.press('Delete')
  await expect(items(page)).toHaveCount(3)
  await expect(handle(page, 'heading “Findings”')).toBeFocused()
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect(items(page)).toHaveCount(4)
  await expectSaved(page)
  expect((await savedOutline(notebook, 'Debt memo')).at(-1)).toBe(`insight ${bonds}`)
})

test('several insights are chosen at once, in the order of choosing', { tag: '@thorough' }, async ({ page, notebook }) => {
  await newReport(page, 'Two claims')
  await outline(page).getByRole('group', { name: 'Add at the end' }).getByRole('button', { name: 'Insights…' }).click()
  const chooser = page.getByRole('dialog', { name: 'Add insights' })
  for (const title of [spreads, bonds]) await chooser.getByRole('checkbox', { name: title }).check()
  await chooser.getByRole('button', { name: 'Add 2 insights' }).click()
  await expect(items(page)).toHaveCount(2)
  await expectSaved(page)
  expect(await savedOutline(notebook, 'Two claims')).toEqual([`insight ${spreads}`, `insight ${bonds}`])

  await outline(page).getByRole('group', { name: 'Add at the end' }).getByRole('button', { name: 'Insights…' }).click()
  await expect(chooser.getByRole('listitem').filter({ hasText: bonds })).toContainText('in the report already')
  await page.keyboard.press('Escape')
  await expect(chooser).toBeHidden()
  await expect(items(page)).toHaveCount(2)
})

test('rows are dragged up and down', { tag: '@thorough' }, async ({ page, notebook }) => {
  await newReport(page, 'Dragged about')
  for (const text of ['One', 'Two', 'Three']) await addHeading(page, text)
  await handle(page, 'heading “Three”').dragTo(items(page).first(), { targetPosition: { x: 60, y: 3 } })
  await expect(handle(page, 'heading “Three”, 1 of 3')).toBeVisible()
  const last = items(page).last()
  const box = await last.boundingBox()
  await handle(page, 'heading “Three”').dragTo(last, { targetPosition: { x: 60, y: (box?.height ?? 0) - 3 } })
  await expect(handle(page, 'heading “Three”, 3 of 3')).toBeVisible()
  await handle(page, 'heading “Two”').dragTo(items(page).first(), { targetPosition: { x: 60, y: 3 } })
  await expect(handle(page, 'heading “Two”, 1 of 3')).toBeVisible()
  await expectSaved(page)
  expect(await savedOutline(notebook, 'Dragged about')).toEqual(['heading Two', 'heading One', 'heading Three'])
})

test('the preview follows what is typed, and its footnotes carry the quotes and lead to them', async ({ page }) => {
  await newReport(page, 'Live')
  await addHeading(page, 'In short')
  await expect(preview(page).getByRole('heading', { name: 'In short' })).toBeVisible()
  await addProse(page, '**Small**, as it says [@sina2025-exit#h13]')
  await expect(preview(page).getByText('Small', { exact: true })).toBeVisible()
  const footnotes = preview(page).locator('.footnotes')
  await expect(footnotes).toContainText('“$1.5 to $2 billion from dollar bonds”')
  await expect(preview(page).getByText('All quotes hold')).toBeVisible()

  await items(page).first().getByRole('textbox').fill('In a word')
  await expect(preview(page).getByRole('heading', { name: 'In a word' })).toBeVisible()
  await expect(preview(page).getByRole('heading', { name: 'In short' })).toHaveCount(0)

  await footnotes.getByRole('link', { name: 'Open the passage in its source: sina2025-exit#h13' }).click()
  await expect(await readText(page)).toHaveAttribute('lang', 'en')
  await expect.poll(() => paintedWords(page, 'flash')).toEqual(['$1.5 to $2 billion from dollar bonds'])
})

test('what another window does to an insight shows in the preview', { tag: '@thorough' }, async ({ page, openWindow }) => {
  await newReport(page, 'Followed')
  await outline(page).getByRole('group', { name: 'Add at the end' }).getByRole('button', { name: 'Insights…' }).click()
  const chooser = page.getByRole('dialog', { name: 'Add insights' })
  await chooser.getByRole('checkbox', { name: bonds }).check()
  await chooser.getByRole('button', { name: 'Add 1 insight' }).click()
  await expect(preview(page).getByText('SoftBank is looking for $1.5 to $2 billion in dollar bonds')).toBeVisible()
  const other = await openWindow()
  await openInsight(other, bonds)
  await noteEditor(other).click()
  await other.keyboard.press('Control+End')
  await other.keyboard.type(' Added elsewhere.')
  await expect(preview(page).getByText('Added elsewhere.')).toBeVisible()
})

test('a citation that leads nowhere is named above the preview, and the export says so', async ({ page, notebook }) => {
  await newReport(page, 'Broken')
  await addProse(page, 'Nobody said this [@sina2025-exit#h999].')
  const problems = preview(page).getByRole('region', { name: '1 problem' })
  await expect(problems).toContainText('sina2025-exit#h999')
  const { text } = await notebook.savedFile(page, () => preview(page).getByRole('button', { name: 'Export Markdown' }).click())
  await expect(page.getByRole('alert').filter({ hasText: '1 problem, listed above the preview' })).toBeVisible()
  const { stdout, stderr, code } = await notebook.cli('report', notebook.folder, 'Broken', '--format', 'md')
  expect(text).toBe(stdout)
  expect(stderr).toContain('h999')
  expect(code).toBe(1)
})

test('the export is what the terminal exports, byte for byte, also by key and right after typing', async ({ page, notebook }) => {
  const whole = 'The OpenAI bet: how SoftBank pays for it'
  await goTo(page, 'Reports')
  await page.getByRole('listbox', { name: 'Reports' }).getByRole('option', { name: whole }).click()
  await expect(preview(page).getByText('All quotes hold')).toBeVisible()
  const first = await notebook.savedFile(page, () => preview(page).getByRole('button', { name: 'Export Markdown' }).click())
  const { stdout, code } = await notebook.cli('report', notebook.folder, whole, '--format', 'md')
  expect(code).toBe(0)
  expect(first.text).toBe(stdout)
  expect(first.name).toMatch(/\.md$/)
  // In a browser the file is where downloads go; on the desktop it is where the person said.
  await expect(page.getByText(/^(?:Exported|Saved as) /).filter({ hasText: first.name })).toBeVisible()
  for (const quote of ['“It disposed of the whole position for $5.83 billion”', '“亚利桑那州的AI制造中心计划规模为1万亿美元”'])
    expect(first.text).toContain(quote)

  const shown = await preview(page).locator('.footnotes').textContent()
  for (const [, quote = ''] of first.text.matchAll(/^\[\^[^\]]+\]: “(.+?)” — /gm)) expect(shown).toContain(quote)

  await items(page).first().getByRole('textbox').click()
  await page.keyboard.press('End')
  await page.keyboard.type(', as typed last')
  const second = await notebook.savedFile(page, () => page.keyboard.press('Control+Shift+E'))
  expect(second.text).toContain('In short, as typed last')
  expect(second.text).toBe((await notebook.cli('report', notebook.folder, whole, '--format', 'md')).stdout)
})

test('charts of metrics come from the figures and from the outline, are seen in the preview, and leave with the text in one archive', async ({
  page,
  notebook,
}) => {
  await goTo(page, 'Figures')
  await page
    .getByRole('listbox', { name: 'Metrics' })
    .getByRole('option', { name: /^NVIDIA stake sale/ })
    .click()
  await page.getByRole('button', { name: 'Add the chart to a report…' }).click()
  const choosing = page.getByRole('dialog', { name: 'Add the chart of NVIDIA stake sale to a report' })
  await page.keyboard.type('Charts')
  await choosing.getByRole('button', { name: /new report/i }).click()
  await expect(page.getByText('The chart of NVIDIA stake sale added to “Charts”')).toBeVisible()

  await goTo(page, 'Reports')
  await page.getByRole('listbox', { name: 'Reports' }).getByRole('option', { name: 'Charts' }).click()
  await expect(items(page)).toHaveCount(1)
  await items(page).getByRole('textbox').fill('What was promised')
  await page.keyboard.press('Enter')
  await expect(handle(page, 'chart of “NVIDIA stake sale”')).toBeFocused()
  await page.keyboard.press('Shift+G')
  const chooser = page.getByRole('dialog', { name: 'Add charts of metrics' })
  await page.keyboard.type('invested')
  await expect(chooser.getByRole('checkbox')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await chooser.getByRole('button', { name: 'Add 1 chart' }).click()
  await expect(items(page)).toHaveCount(2)
  await expectSaved(page)

  const pictures = preview(page).getByRole('img', { name: /^Chart of / })
  // The first is drawn by a thread that loads its library first.
  await expect(pictures).toHaveCount(2, { timeout: 30_000 })
  for (const picture of await pictures.all()) await expect.poll(() => picture.evaluate((each: HTMLImageElement) => each.naturalWidth)).toBe(720)
  await expect(preview(page)).toContainText('What was promised')
  await expect(preview(page).locator('.footnotes code').first()).toBeVisible()

  const { name, bytes } = await notebook.savedFile(page, () => preview(page).getByRole('button', { name: 'Export Markdown' }).click())
  expect(name).toBe('charts.zip')
  const { 'charts.md': text, ...charts } = unzipSync(bytes)
  const written = join(notebook.folder, '..', 'written')
  mkdirSync(written)
  const { code } = await notebook.cli('report', notebook.folder, 'Charts', '--out', join(written, 'charts.md'))
  expect(code).toBe(0)
  expect(text && strFromU8(text)).toBe(readFileSync(join(written, 'charts.md'), 'utf8'))
  expect(Object.keys(charts)).toHaveLength(2)
  for (const [file, svg] of Object.entries(charts)) expect(strFromU8(svg)).toBe(readFileSync(join(written, file), 'utf8'))

  await page.keyboard.press('Control+z')
  await expect(pictures).toHaveCount(1)
})

test('the footnote of a figure that no highlight holds opens its passage, and two of them do not read as one number', { tag: '@thorough' }, async ({
  page,
  notebook,
}) => {
  const records = await notebook.dump()
  const metric = records.find(({ table, name }) => table === 'metrics' && name === 'Invested in OpenAI')
  const highlights = records.filter(({ table }) => table === 'highlights').map(({ id }) => id)
  const outline = [{ key: 'chart', type: 'chart', metric: metric?.id, caption: '' }]
  const lines = [
    { command: 'trash.remove', input: { ids: highlights, confirmed: true } },
    { command: 'report.add', input: { id: 'report:chart', title: 'One chart', outline } },
  ]
  const { stdout } = await runFooting(['batch', notebook.folder], { input: lines.map((line) => JSON.stringify(line)).join('\n'), env: notebook.env })
  expect(stdout).not.toContain('"ok":false')
  await goTo(page, 'Reports')
  await page.getByRole('listbox', { name: 'Reports' }).getByRole('option', { name: 'One chart' }).click()
  await expect(preview(page).locator('sup')).toHaveText(['1', '2', '3'])
  expect(
    await preview(page)
      .locator('sup')
      .nth(1)
      .evaluate((each) => getComputedStyle(each, '::before').content),
  ).toContain(',')
  await preview(page)
    .getByRole('link', { name: /figure:/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await expect(sourcePane(page)).toBeVisible()
  await expect.poll(() => paintedWords(page, 'flash')).toEqual(['$30 billion'])
})

test('a report goes to the trash and comes back', { tag: '@thorough' }, async ({ page }) => {
  const whole = 'The OpenAI bet: how SoftBank pays for it'
  const reports = page.getByRole('listbox', { name: 'Reports' })
  await goTo(page, 'Reports')
  await reports.getByRole('option', { name: whole }).click()
  await outline(page).getByRole('button', { name: 'More actions on this report' }).click()
  await page.getByRole('menuitem', { name: 'Move to the trash' }).click()
  await expect(outline(page).getByText('This report lies in the trash')).toBeVisible()
  await expect(reports.getByRole('option')).toHaveCount(0)
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect(reports.getByRole('option', { name: whole })).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Title of the report' })).toHaveValue(whole)
})
