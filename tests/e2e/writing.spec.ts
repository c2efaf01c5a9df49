// Writing an insight: title, facts and note; citations and links completed; saved when the window says so and not before.

import type { Page } from '@playwright/test'
import { expect, type Notebook, test } from './notebook-fixture.ts'
import { expectSaved, insightPane, noteEditor, openInsight, sourcePane, titleField } from './window-steps.ts'

const status = (page: Page) => page.getByRole('contentinfo').getByRole('status').first()

async function insightTitled(notebook: Notebook, title: string) {
  return (await notebook.dump()).find((record) => record.table === 'insights' && record.title === title)
}

/** Begins a link, narrows the list that comes by words until one is left, and takes that with Enter. */
async function complete(page: Page, opening: string, words: string, name: string | RegExp): Promise<void> {
  const options = page.getByRole('listbox', { name: 'Completions' }).getByRole('option')
  await page.keyboard.type(opening)
  await expect(options.nth(1)).toBeVisible()
  await page.keyboard.type(words)
  await expect(options).toHaveCount(1)
  await expect(options.and(page.getByRole('option', { name, selected: true }))).toBeVisible()
  // CodeMirror leaves Enter to the text for 75 ms after a list has opened; nothing in the page tells when they are over.
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await expect(options).toHaveCount(0)
}

test('a new insight is written, cites a passage and links another insight', async ({ page, notebook }) => {
  await page.getByRole('banner').getByRole('button', { name: 'New insight' }).click()
  await expect(titleField(page)).toBeFocused()
  await page.keyboard.type('The bill comes due')
  await page.keyboard.press('Enter')
  await expect(noteEditor(page)).toBeFocused()
  await page.keyboard.type('Two bonds are planned ')
  await complete(page, '[@', 'dollar bonds', /dollar bonds/)
  await page.keyboard.type(', as in ')
  await complete(page, '[[', 'small beside', 'The new bonds are small beside the bet they serve')
  await page.keyboard.type(' already.')
  await expectSaved(page)
  const written = await insightTitled(notebook, 'The bill comes due')
  expect(written?.body).toMatch(
    /^Two bonds are planned \[@sina2025-exit#h\d+\], as in \[\[The new bonds are small beside the bet they serve\]\] already\.$/,
  )

  await insightPane(page).getByRole('button', { name: 'Reading view' }).click()
  const read = insightPane(page).getByRole('article', { name: 'Note' })
  await read.getByRole('link', { name: /small beside/ }).click()
  await expect(titleField(page)).toHaveValue('The new bonds are small beside the bet they serve')
  const backlinks = insightPane(page).getByRole('region', { name: 'Linked from' })
  await backlinks.getByRole('button', { name: 'The bill comes due' }).click()
  await expect(titleField(page)).toHaveValue('The bill comes due')
  await insightPane(page)
    .getByRole('article', { name: 'Note' })
    .getByRole('link', { name: /sina2025-exit/ })
    .click()
  await expect(sourcePane(page).getByRole('article')).toContainText('dollar bonds')
})

test('Enter in the title goes on to the note: before its editor has come, and from the reading view', async ({ page, notebook }) => {
  const held = Promise.withResolvers<void>()
  const asked = Promise.withResolvers<void>()
  await page.route(/codemirror-editor.*\.js$/, async (route) => {
    asked.resolve()
    await held.promise
    await route.continue()
  })
  await page.reload()
  await expectSaved(page)
  await page.keyboard.press('n')
  await expect(titleField(page)).toBeFocused()
  await asked.promise
  await page.keyboard.type('Typed fast')
  await page.keyboard.press('Enter')
  await expect(noteEditor(page)).toHaveCount(0)
  held.resolve()
  await expect(noteEditor(page)).toBeFocused()
  await page.keyboard.type('Into the note.')
  await expectSaved(page)
  expect((await insightTitled(notebook, 'Typed fast'))?.body).toBe('Into the note.')

  await page.keyboard.press('Control+E')
  await expect(noteEditor(page)).toHaveCount(0)
  await titleField(page).press('Enter')
  await expect(noteEditor(page)).toBeFocused()
})

test('kind, status, confidence and topics are set, and the list and the rail follow', async ({ page, notebook }) => {
  await openInsight(page, /Are \$5\.83 billion/)
  const pane = insightPane(page)
  await pane.getByRole('combobox', { name: 'Status' }).selectOption({ label: '● reviewed' })
  await pane.getByRole('combobox', { name: 'Kind' }).selectOption('interpretation')
  await pane.getByRole('combobox', { name: 'Confidence' }).selectOption('high')
  await pane.getByRole('combobox', { name: 'Topics' }).fill('translations')
  await page.keyboard.press('Enter')
  await expectSaved(page)
  const saved = await insightTitled(notebook, 'Are $5.83 billion and 58亿美元 the same amount?')
  expect(saved).toMatchObject({ status: 'reviewed', kind: 'interpretation', confidence: 'high' })
  expect(saved?.topics).toContain('translations')
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /translations/ })
    .click()
  await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option')).toHaveCount(1)
})

test('the list is filtered by words of the title and by kind', async ({ page }) => {
  const options = page.getByRole('listbox', { name: 'Insights' }).getByRole('option')
  await page.keyboard.press('/')
  await page.keyboard.type('stated valuation')
  await expect(options).toHaveCount(1)
  await page.keyboard.press('Control+A')
  await page.keyboard.type('bond')
  await expect(options.first()).toContainText(/bond/i)
  await page.getByRole('combobox', { name: 'Kind' }).first().selectOption('question')
  await expect(options).toHaveCount(1)
  await expect(options).toContainText('April 2023')
})

test('“Saved” is only said of what is on disk', async ({ page, notebook }) => {
  await openInsight(page, /Are \$5\.83 billion/)
  await noteEditor(page).click()
  await page.keyboard.press('Control+End')
  for (const word of ['alpha', 'beta', 'gamma', 'delta']) {
    await page.keyboard.type(` ${word}`)
    await expect(status(page)).toHaveAccessibleName(/Typing|Saving/)
    await expectSaved(page)
    const saved = await insightTitled(notebook, 'Are $5.83 billion and 58亿美元 the same amount?')
    expect(saved?.body).toMatch(new RegExp(`${word}$`))
  }
})

test('opening an insight and leaving it changes no byte and makes no commit', async ({ page, notebook }) => {
  const before = await notebook.dump()
  for (const title of [/Are \$5\.83 billion/, /从英伟达到OpenAI/, /stay scarce/]) {
    await openInsight(page, title)
    await noteEditor(page).click()
    await page.keyboard.press('End')
  }
  await page.waitForTimeout(800)
  expect(await notebook.dump()).toEqual(before)
})

test('one insight is exported with a footnote for every citation', async ({ page, notebook }) => {
  await openInsight(page, /The new bonds are small/)
  const { name, text } = await notebook.savedFile(page, async () => {
    await insightPane(page).getByRole('button', { name: 'More for this insight' }).click()
    await page.getByRole('menuitem', { name: 'Export as Markdown with footnotes' }).click()
  })
  expect(name).toMatch(/\.md$/)
  expect(text).toContain('The new bonds are small beside the bet they serve')
  expect(text).toMatch(/\[\^[^\]]+\]: /)
})
