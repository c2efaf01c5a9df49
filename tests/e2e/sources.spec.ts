// A source comes in by paste, as text or as HTML, by drop and by file, and what is known about it can be corrected.

import type { Page } from '@playwright/test'
import { expect, test } from './notebook-fixture.ts'
import { expectSaved, goTo, pressSourceTool, readText, sourcePane } from './window-steps.ts'

test.use({ content: 'nothing', permissions: ['clipboard-read', 'clipboard-write'] })

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Add a source' })

async function copy(page: Page, texts: Record<string, string>): Promise<void> {
  await page.evaluate(async (texts) => {
    const blobs = Object.entries(texts).map(([type, text]) => [type, new Blob([text], { type })])
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))])
  }, texts)
}

test('an article pasted as text becomes a source with its citation', async ({ page, notebook }) => {
  await goTo(page, 'Sources')
  await expect(page.getByText('Every claim needs something to stand on')).toBeVisible()
  await page.getByRole('button', { name: 'Add source' }).first().click()
  await copy(page, { 'text/plain': '# 软银的赌注\n\n软银出售了全部英伟达股份，套现**58.3亿美元**。\n\nSecond paragraph.' })
  await dialog(page).getByRole('textbox', { name: 'Text' }).click()
  await page.keyboard.press('Control+V')
  await dialog(page).getByRole('textbox', { name: 'Title', exact: true }).fill('软银的赌注')
  await dialog(page).getByLabel('Publisher').fill('Sina')
  await dialog(page).getByLabel('Published').fill('2025-11-14')
  await dialog(page).getByLabel('Language').fill('zh')
  // The window goes in the middle of it.
  await page.reload()
  await page.getByRole('button', { name: 'Add source' }).first().click()
  await expect(dialog(page).getByRole('textbox', { name: 'Text' })).toHaveValue(/套现\*\*58\.3亿美元/)
  await expect(dialog(page).getByLabel('Publisher')).toHaveValue('Sina')
  await dialog(page).getByRole('button', { name: 'Add source' }).click()
  await expect(dialog(page)).toBeHidden()
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('footing.source-draft')))).toEqual([])
  const text = await readText(page)
  await expect(text.getByRole('heading', { name: '软银的赌注' })).toBeVisible()
  await expect(text.locator('strong')).toHaveText('58.3亿美元')
  await expectSaved(page)
  const [source] = (await notebook.dump()).filter(({ table }) => table === 'sources')
  expect(source).toMatchObject({ title: '软银的赌注', publisher: 'Sina', published: '2025-11-14', language: 'zh' })
})

test('formatted text becomes Markdown: into the field by the clipboard', { tag: '@thorough' }, async ({ page }) => {
  await goTo(page, 'Sources')
  await page.getByRole('button', { name: 'Add source' }).first().click()
  await copy(page, {
    'text/html': '<h2>The bill</h2><p>SoftBank seeks <b>€500 million</b> from <a href="https://example.com/bonds">bonds</a>.</p>',
    'text/plain': 'The bill SoftBank seeks €500 million from bonds.',
  })
  await dialog(page).getByRole('textbox', { name: 'Text' }).click()
  await page.keyboard.press('Control+V')
  await expect(dialog(page).getByRole('textbox', { name: 'Text' })).toHaveValue(
    '## The bill\n\nSoftBank seeks **€500 million** from [bonds](https://example.com/bonds).',
  )
})

test('a hostile page pasted on the list becomes Markdown without what could run or reach out', { tag: '@thorough' }, async ({
  page,
  notebook,
  watcher,
}) => {
  // Chromium tells of what it does not run even where a page is only parsed, and it fetches nothing there.
  watcher.allow(/inline (?:event handler|style) violates/)
  await goTo(page, 'Sources')
  await expect(page.getByRole('region', { name: 'Sources' }).getByRole('button', { name: 'Add source' }).first()).toBeVisible()
  // Chromium itself takes handlers out of what a page puts on the clipboard; another program would not.
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.setData(
      'text/html',
      '<article><h2>The bill</h2><p>SoftBank seeks <b>€500 million</b>.</p><ul><li>dollars</li><li>euros</li></ul><img src="https://example.com/x.png" alt="a chart" onerror="document.title=1"><a href="javascript:alert(1)">no</a><script>document.title = "run"</script><style>body { display: none }</style></article>',
    )
    clipboardData.setData('text/plain', 'The bill')
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  await expect(dialog(page).getByRole('textbox', { name: 'Text' })).toHaveValue(/SoftBank seeks \*\*€500 million\*\*\./)
  await expect(dialog(page).getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('The bill')
  await dialog(page).getByRole('button', { name: 'Add source' }).click()
  const text = await readText(page)
  await expect(text.getByRole('listitem')).toHaveText(['dollars', 'euros'])
  await expect(text.getByRole('link', { name: 'a chart' })).toHaveAttribute('href', 'https://example.com/x.png')
  await expect(text).toContainText('no')
  await expect(text).not.toContainText('document.title')
  await expect(page).toHaveTitle(/Empty notebook/)
  await expectSaved(page)
  expect((await notebook.dump()).filter(({ table }) => table === 'sources')).toHaveLength(1)
})

test('a file dropped on the list opens the form with its title and text', async ({ page }) => {
  await goTo(page, 'Sources')
  const transfer = await page.evaluateHandle(() => {
    const made = new DataTransfer()
    made.items.add(
      new File(['---\ntitle: ソフトバンクの賭け\nlanguage: ja\n---\n\n孫正義は「全力で行く」と述べた。\n'], 'bet.md', { type: 'text/markdown' }),
    )
    return made
  })
  const list = page.getByRole('region', { name: 'Sources' })
  for (const type of ['dragenter', 'dragover', 'drop']) await list.dispatchEvent(type, { dataTransfer: transfer })
  await expect(dialog(page).getByRole('textbox', { name: 'Title', exact: true })).toHaveValue('ソフトバンクの賭け')
  await expect(dialog(page).getByLabel('Language')).toHaveValue('ja')
  await dialog(page).getByRole('button', { name: 'Add source' }).click()
  await expect(await readText(page)).toContainText('孫正義は「全力で行く」と述べた。')
  await expectSaved(page)
})

test.describe('of the starter', () => {
  test.use({ content: 'starter' })

  test('what is known about a source is corrected, and the list follows', async ({ page, notebook }) => {
    await goTo(page, 'Sources')
    await page.getByRole('listbox', { name: 'Sources' }).getByRole('option').first().click()
    const before = await sourcePane(page).getByRole('article').getAttribute('aria-label')
    await pressSourceTool(page, 'Edit source')
    const form = page.getByRole('dialog', { name: 'About this source' })
    await form.getByRole('textbox', { name: 'Title', exact: true }).fill('A corrected title')
    await form.getByLabel('Published').fill('14 November')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form.getByText('Write a date such as')).toBeVisible()
    await form.getByLabel('Published').fill('2025-11')
    await form.getByRole('button', { name: 'Save' }).click()
    await expect(form).toBeHidden()
    await expect(page.getByRole('listbox', { name: 'Sources' }).getByRole('option', { name: /A corrected title/ })).toBeVisible()
    await expectSaved(page)
    const corrected = (await notebook.dump()).filter(({ table, title }) => table === 'sources' && title === 'A corrected title')
    expect(corrected).toMatchObject([{ published: '2025-11' }])
    await page.keyboard.press('Control+Z')
    await expect(sourcePane(page).getByRole('article')).toHaveAttribute('aria-label', before ?? '')
  })
})
