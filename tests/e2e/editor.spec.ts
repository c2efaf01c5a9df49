// The editor: what Markdown looks like while it is written, tables and lists by key, and what the clipboard brings.

import type { Locator } from '@playwright/test'
import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, insightPane, noteEditor, openInsight } from './window-steps.ts'

const title = 'Are $5.83 billion and 58亿美元 the same amount?'

async function openNote(page: Page, text = ''): Promise<Locator> {
  await openInsight(page, /Are \$5\.83 billion/)
  const editor = noteEditor(page)
  await editor.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  if (text !== '') await page.keyboard.insertText(text)
  return editor
}

async function savedBody(page: Page, notebook: Notebook): Promise<string> {
  await expectSaved(page)
  return (await notebook.dump()).find((record) => record.title === title)?.body ?? ''
}

/** As the browser does on Ctrl+V, with what another program put on the clipboard. */
async function paste(editor: Locator, contents: Record<string, string>, options: { isShifted?: boolean } = {}): Promise<void> {
  await editor.evaluate(
    (element, { contents, isShifted }) => {
      const data = new DataTransfer()
      for (const [type, text] of Object.entries(contents)) data.setData(type, text)
      element.dispatchEvent(new KeyboardEvent('keydown', { key: isShifted ? 'V' : 'v', ctrlKey: true, shiftKey: isShifted, bubbles: true }))
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
    },
    { contents, isShifted: options.isShifted ?? false },
  )
}

test('marks step back on lines that are not being written, and no byte of the text with them', async ({ page, notebook }) => {
  const text = '# A title\n\n**Bold** and ==marked== and [a link](https://example.com)\n\n- one\n\nlast'
  const editor = await openNote(page, text)
  await expect(editor).not.toContainText('**')
  await expect(editor).not.toContainText('==')
  await expect(editor).not.toContainText('example.com')
  await expect(editor).toContainText('•')
  await page.keyboard.press('Control+Home')
  await expect(editor).toContainText('# A title')
  await editor.getByText('marked').click()
  await expect(editor).toContainText('==marked==')
  await expect(editor).toContainText('[a link](https://example.com)')
  expect(await savedBody(page, notebook)).toBe(text)
})

test('the front matter of an imported note is no rule and no heading', { tag: '@thorough' }, async ({ page }) => {
  const editor = await openNote(page, '---\ntags: [软银, 半導体]\naliases:\n  - 清仓\n---\n# A title\n\nWords')
  const sizeOf = (text: string) =>
    editor.locator('.cm-line', { hasText: text }).evaluate((line) => Number.parseFloat(getComputedStyle(line).fontSize))
  expect(await sizeOf('tags:')).toBeLessThan(await sizeOf('Words'))
  expect(await editor.locator('.cm-line', { hasText: 'tags:' }).evaluate((line) => getComputedStyle(line).fontFamily)).toContain('mono')
  await expect(editor.locator('.cm-line').first()).toHaveText('---')
})

test('a task is ticked by a click and by key', { tag: '@thorough' }, async ({ page, notebook }) => {
  const editor = await openNote(page, '- [ ] read the filing\n- [ ] 问财务\n\nend')
  await editor.getByRole('checkbox', { name: 'To do' }).first().click()
  await expect(editor.getByRole('checkbox', { name: 'Done' })).toHaveCount(1)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Control+Shift+x')
  expect(await savedBody(page, notebook)).toBe('- [x] read the filing\n- [x] 问财务\n\nend')
})

test('a list is written by key: Enter goes on, Tab goes deeper and back', { tag: '@thorough' }, async ({ page, notebook }) => {
  await openNote(page)
  await page.keyboard.type('- one\ntwo')
  await page.keyboard.press('Tab')
  await page.keyboard.type('\nthree')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Alt+ArrowUp')
  expect(await savedBody(page, notebook)).toBe('- one\n- three\n  - two')
})

test('a narrow table breaks no word in two, and its cells begin on one line', { tag: '@thorough' }, async ({ page }) => {
  await page.setViewportSize({ width: 720, height: 800 })
  const wide = 'Loans, bonds and what else was raised in all the markets of the world by the whole group'
  const editor = await openNote(page, `| Holding | Paid for it | Multiple |\n| --- | --: | --: |\n| ${wide} | $4 billion | unknown |\n\nend`)
  const linesOf = (text: string) =>
    editor.locator('[data-column]', { hasText: text }).evaluate((cell) => {
      const range = document.createRange()
      range.selectNodeContents(cell)
      return new Set([...range.getClientRects()].filter(({ width }) => width > 1).map(({ top }) => Math.round(top))).size
    })
  await expect.poll(() => linesOf('unknown')).toBe(1)
  expect(await linesOf('Multiple')).toBe(1)
  expect(await linesOf('Loans')).toBeGreaterThan(1)
  const tops = await editor.locator('[data-column]', { hasText: /Holding|Paid|Multiple/ }).evaluateAll((cells) =>
    cells.map((cell) => {
      const text = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT).nextNode() as Text
      const range = document.createRange()
      range.selectNodeContents(text)
      return Math.round(range.getBoundingClientRect().top)
    }),
  )
  expect(new Set(tops).size).toBe(1)
})

test('a table is made, filled and lined up by key', async ({ page, notebook }) => {
  await openNote(page)
  await page.keyboard.press('Control+Alt+t')
  for (const words of ['Name', '金额', 'Note', '软银', '58亿美元', 'sold']) {
    await page.keyboard.insertText(words)
    await page.keyboard.press('Tab')
  }
  await page.keyboard.insertText('OpenAI')
  await page.keyboard.press('Control+Alt+Enter')
  await page.keyboard.insertText('NVIDIA')
  await page.keyboard.press('Control+Alt+ArrowUp')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Alt+Shift+Backspace')
  expect(await savedBody(page, notebook)).toBe(
    '| Name   | 金额     |\n| ------ | -------- |\n| 软银   | 58亿美元 |\n| NVIDIA |          |\n| OpenAI |          |',
  )
})

test('a table that was changed is lined up when the cursor leaves it; one that was only visited is not', { tag: '@thorough' }, async ({
  page,
  notebook,
}) => {
  await openNote(page, '|a|b|\n|-|-|\n|1|2|\n\nend')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('End')
  await page.keyboard.press('Control+End')
  expect(await savedBody(page, notebook)).toBe('|a|b|\n|-|-|\n|1|2|\n\nend')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('软银')
  await page.keyboard.press('Control+End')
  expect(await savedBody(page, notebook)).toBe('| 软银a | b   |\n| ----- | --- |\n| 1     | 2   |\n\nend')
})

test('pasted: cells of a spreadsheet, a web page, an address over words, and anything plain', async ({ page, notebook }) => {
  const editor = await openNote(page)
  await paste(editor, { 'text/plain': '名称\tAmount\n软银\t5.83', 'text/html': '<table><tr><td>名称</td><td>Amount</td></tr></table>' })
  expect(await savedBody(page, notebook)).toBe('| 名称 | Amount |\n| ---- | -----: |\n| 软银 |   5.83 |')
  await page.keyboard.press('Control+a')
  await paste(editor, {
    'text/plain': 'Sold all',
    'text/html': '<p>Sold <b>all</b> of <a href="https://example.com/x">it</a><script>alert(1)</script></p>',
  })
  await expect(editor).toContainText('Sold')
  expect(await savedBody(page, notebook)).toBe('Sold **all** of [it](https://example.com/x)')
  await page.keyboard.press('Control+a')
  await paste(editor, { 'text/plain': 'Sold all', 'text/html': '<p>Sold <b>all</b></p>' }, { isShifted: true })
  expect(await savedBody(page, notebook)).toBe('Sold all')
  await page.keyboard.press('Control+a')
  await paste(editor, { 'text/plain': 'https://example.com/y' })
  expect(await savedBody(page, notebook)).toBe('[Sold all](https://example.com/y)')
})

test('words are formatted by key, and each step is one undo', async ({ page, notebook }) => {
  await openNote(page, 'word')
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Control+b')
  await page.keyboard.press('Control+Shift+h')
  await page.keyboard.press('Control+Alt+2')
  expect(await savedBody(page, notebook)).toBe('## **==word==**')
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+z')
  expect(await savedBody(page, notebook)).toBe('word')
})

test('a citation shows its quote at the cursor as well as under the mouse', { tag: '@thorough' }, async ({ page }) => {
  const editor = await openNote(page, 'See [@sina2025-exit-zh#h1] there')
  await page.keyboard.press('Home')
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight')
  const quote = page.getByRole('note').getByText('套现58亿美元', { exact: true })
  await expect(quote).toBeVisible()
  await expect(quote).toHaveAttribute('lang', /^zh/)
  await page.keyboard.press('End')
  await expect(editor.getByRole('link', { name: /Citation sina2025-exit-zh h1/ })).toBeVisible()
  await expect(quote).toHaveCount(0)
})

test('the foot of the pane counts words, characters and the selection', { tag: '@thorough' }, async ({ page }) => {
  await openNote(page, 'Three words here 软银')
  const foot = insightPane(page).getByRole('note', { name: 'Length of the note' })
  await expect(foot).toContainText('5 words')
  await page.keyboard.press('Control+a')
  await expect(foot).toContainText('5 of 5 words')
})
