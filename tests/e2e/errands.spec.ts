// Six errands of a person who has never seen the program and has read nothing about it: what is done here is done by words and keys that stand
// on the screen. A key may be pressed only after it was read beside its action (`pressShownKey`); no id, no address, no knowledge of the code.

import type { Locator } from '@playwright/test'
import { expect, type Page, test } from './notebook-fixture.ts'
import {
  expectSaved,
  goTo,
  insightPane,
  noteEditor,
  openBrief,
  openInsight,
  paintedWords,
  readText,
  selectWords,
  sourcePane,
  titleField,
} from './window-steps.ts'

test.use({ permissions: ['clipboard-read', 'clipboard-write'], viewport: { width: 1600, height: 900 } })

const list = (page: Page) => page.getByRole('listbox', { name: 'Insights' })
const toast = (page: Page, words: string | RegExp) => page.getByRole('alert').filter({ hasText: words })

/** Reads the key that stands beside an action on the screen, and presses it. */
async function pressShownKey(page: Page, where: Locator): Promise<void> {
  const shown = await where.locator('kbd').first().innerText()
  await page.keyboard.press(shown.replace(/^Ctrl /, 'Control+').replace(/^Shift /, 'Shift+'))
}

test('add this article and quote it in a memo', async ({ page, notebook }) => {
  const quote = 'The lenders asked for a higher rate than in spring.'
  // In the browser: the article is marked and copied.
  await page.evaluate(async (sentence) => {
    const html = `<article><h1>Banks grow wary</h1><p>SoftBank met its banks on Monday. ${sentence} <b>Nothing</b> was signed.</p></article>`
    const blobs = { 'text/html': html, 'text/plain': 'Banks grow wary' }
    await navigator.clipboard.write([
      new ClipboardItem(Object.fromEntries(Object.entries(blobs).map(([type, text]) => [type, new Blob([text], { type })]))),
    ])
  }, quote)

  await goTo(page, 'Sources')
  await page.getByRole('region', { name: 'Sources' }).getByRole('button', { name: 'Add source' }).first().click()
  const form = page.getByRole('dialog', { name: 'Add a source' })
  await form.getByRole('textbox', { name: 'Text' }).click()
  await page.keyboard.press('Control+V')
  // The headline is the title already.
  await expect(form.getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('Banks grow wary')
  await form.getByLabel('Publisher').fill('The Ledger')
  await form.getByLabel('Published').fill('2026-03-02')
  await form.getByRole('button', { name: 'Add source' }).click()
  await expect(form).toBeHidden()

  // Words are marked with the mouse; what can be done with them is said beside them.
  await selectWords(await readText(page), quote)
  const tools = page.getByRole('toolbar', { name: 'Highlight the selection' })
  await tools.getByRole('button', { name: 'Link as evidence' }).click()
  const link = page.getByRole('dialog', { name: 'h1 as evidence' })
  await link.getByRole('button', { name: 'New insight from this passage' }).click()
  await link.getByRole('button', { name: /^support/ }).click()
  await expect(link).toBeHidden()

  // The insight lies open with the quote and its citation in it, and wants a title.
  await expect(titleField(page)).toBeFocused()
  await page.keyboard.type('Lenders ask for more')
  await expect(noteEditor(page)).toContainText(quote)
  await expect(insightPane(page).getByRole('region', { name: 'Evidence' })).toContainText('1 supports')
  await expectSaved(page)

  await goTo(page, 'Reports')
  await page.getByRole('region', { name: 'Reports', exact: true }).getByRole('button', { name: 'New report' }).first().click()
  await expect(page.getByRole('textbox', { name: 'Title of the report' })).toBeFocused()
  await page.keyboard.type('Memo on the banks')
  const outline = page.getByRole('region', { name: 'Outline', exact: true })
  await outline
    .getByRole('button', { name: /^Insights…/ })
    .first()
    .click()
  const chooser = page.getByRole('dialog', { name: 'Add insights' })
  await chooser.getByRole('checkbox', { name: 'Lenders ask for more' }).check()
  await chooser.getByRole('button', { name: 'Add 1 insight' }).click()
  const preview = page.getByRole('region', { name: 'Preview', exact: true })
  await expect(preview.getByRole('heading', { name: 'Lenders ask for more' })).toBeVisible()
  await expect(preview.getByText('All quotes hold')).toBeVisible()
  const { name, text } = await notebook.savedFile(page, () => preview.getByRole('button', { name: 'Export Markdown' }).click())
  expect(name).toMatch(/memo-on-the-banks.*\.md$/i)
  expect(text).toContain('# Memo on the banks')
  expect(text).toContain('## Lenders ask for more')
  expect(text, 'a footnote with the words as they stand in the article').toMatch(
    /^\[\^[^\]]+\]: “The lenders asked for a higher rate than in spring\.” — .*The Ledger.*2026/m,
  )
})

test('find what I wrote about bonds in Chinese', { tag: '@thorough' }, async ({ page }) => {
  await page.getByRole('textbox', { name: 'Search notes and sources' }).click()
  await page.keyboard.type('债券')
  const results = page.getByRole('region', { name: 'Search', exact: true })
  await expect(results.getByRole('status')).toHaveText(/^\d+ records? holds? “债券”$/)
  const mine = results.getByRole('region', { name: 'Insights', exact: true }).getByRole('button').first()
  await mine.click()
  await expect(noteEditor(page)).toContainText('债券')

  // From the note to the passage that it stands on, in the Chinese text.
  await insightPane(page)
    .getByRole('button', { name: /^Open sina2025-exit-zh h\d+ in its source/ })
    .first()
    .click()
  await expect(await readText(page)).toHaveAttribute('lang', 'zh')
  await expect.poll(() => paintedWords(page, 'flash')).toHaveLength(1)
})

test('which claims about OpenAI’s valuation are contradicted, and by what', { tag: '@thorough' }, async ({ page }) => {
  // The topic stands in the rail.
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Valuation/ })
    .click()
  // What speaks for and against each claim is counted in its row.
  const claims = list(page)
    .getByRole('option')
    .filter({ hasText: /[1-9]\d* contradicts/ })
  await expect(claims).toHaveText([/How does \$30 billion fit into a company worth \$50 billion\?/])
  await claims.first().click()
  const evidence = insightPane(page).getByRole('region', { name: 'Evidence' })
  await expect(evidence).toContainText('2 contradict')
  const against = evidence.getByRole('listitem').filter({ has: page.getByRole('combobox').locator('option:checked', { hasText: 'contradicts' }) })
  await expect(against).toHaveCount(2)
  await expect(against.first()).toContainText('$50 billion')
  await against
    .first()
    .getByRole('button', { name: /in its source/ })
    .click()
  await expect.poll(async () => (await paintedWords(page, 'flash')).join()).toContain('$50 billion')
})

test('I removed the wrong note and typed nonsense into another: both come back', async ({ page, notebook }) => {
  const wrong = 'The new bonds are small beside the bet they serve'
  const spoilt = 'SoftBank sold its whole NVIDIA stake for $5.83 billion'
  const before = (await notebook.dump()).find(({ title }) => title === spoilt)?.body ?? ''
  await openInsight(page, wrong)
  await insightPane(page).getByRole('button', { name: 'More for this insight' }).click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await toast(page, `“${wrong}” is in the trash`).getByRole('button').last().click()

  await openInsight(page, spoilt)
  await noteEditor(page).click()
  await page.keyboard.type('asdf qwer')
  await expectSaved(page)
  await openInsight(page, 'Wider spreads show lenders asking more of big technology companies')
  expect((await notebook.dump()).find(({ title }) => title === spoilt)?.body).toContain('asdf qwer')

  // The window has an Undo that can be seen, and says what it took back.
  await page.getByRole('banner').getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Undone: edit of an insight')).toBeVisible()
  await openInsight(page, spoilt)
  await expect(noteEditor(page)).not.toContainText('asdf qwer')
  await expectSaved(page)
  expect((await notebook.dump()).find(({ title }) => title === spoilt)?.body).toBe(before)

  // The removed one waits where one would look for it.
  await goTo(page, 'Trash')
  await page.getByRole('button', { name: `Restore ${wrong}` }).click()
  await goTo(page, 'Insights')
  await openInsight(page, wrong)
  await expect(titleField(page)).toHaveValue(wrong)
  await expect(insightPane(page).getByText('This insight is in the trash.')).toBeHidden()
})

test('twelve notes are out of date: retire them at once', { tag: '@thorough' }, async ({ page, notebook }) => {
  const retired = async () => (await notebook.dump()).filter(({ table, status }) => table === 'insights' && status === 'retired').length
  const rows = list(page).getByRole('option')
  await expect(rows.first()).toBeVisible()
  // As in any list of files: one is clicked, and Shift takes in those below it.
  await rows.first().click()
  for (let turn = 1; turn < 12; turn += 1) await page.keyboard.press('Shift+ArrowDown')
  // A bar appears, and says how many and what can be done with them.
  const bar = page.getByRole('toolbar', { name: 'What to do with the selected rows' })
  await expect(bar).toContainText('12 selected')
  await bar.getByRole('button', { name: 'Status' }).click()
  await page.getByRole('menuitem', { name: 'retired' }).click()
  await expect(toast(page, '12 insights changed')).toBeVisible()
  await expectSaved(page)
  expect(await retired()).toBe(12)
  // One undo for all twelve.
  await toast(page, '12 insights changed').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(retired).toBe(0)
})

test('read one source beside another, write with the keyboard alone, and come back to where I was', async ({ page, notebook, watcher }) => {
  await openBrief(page)
  const other = page.getByRole('listbox', { name: 'Sources' }).getByRole('option', { selected: false })
  await other.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Open beside' }).click()
  const texts = page.getByRole('article', { name: /^Text of / })
  await expect(texts).toHaveCount(2)
  expect((await texts.evaluateAll((all) => all.map((text) => text.getAttribute('lang')))).sort()).toEqual(['en', 'zh'])

  // The key of a new insight stands on its button.
  await pressShownKey(page, page.getByRole('button', { name: /^New insight/ }))
  await expect(titleField(page)).toBeFocused()
  await page.keyboard.type('Two briefs, one article')
  await page.keyboard.press('Enter')
  // The empty note says how a passage is cited.
  await expect(noteEditor(page)).toHaveText(/\[@ cites a passage/)
  await page.keyboard.type('Both name the bonds [@dollar bonds')
  await expect(page.getByRole('listbox', { name: 'Completions' }).getByRole('option').first()).toBeVisible()
  // CodeMirror leaves Enter to the text for 75 ms after a list has opened; nothing in the page tells when they are over.
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await page.keyboard.type('.')
  await expectSaved(page)
  await expect(noteEditor(page).getByRole('link', { name: /^Citation sina2025-exit.*: .*dollar bonds/ })).toBeVisible()

  // The computer is switched off and on again.
  watcher.allow(/WebSocket connection to|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET/)
  await page.close()
  await notebook.restart()
  const again = await notebook.firstWindow()
  await expect(titleField(again)).toHaveValue('Two briefs, one article')
  await expect(noteEditor(again)).toContainText('Both name the bonds')
  await expect(sourcePane(again).first()).toBeVisible()
})
