// Chinese and Japanese come in through a composition, as input methods make it: no shortcut fires meanwhile, and no text is doubled or lost.

import type { CDPSession, Page } from '@playwright/test'
import { expect, test } from './notebook-fixture.ts'
import { expectSaved, noteEditor, openInsight, titleField } from './window-steps.ts'

/**
 * Types as an input method does: letters that are keys of the window (h, n, e, s, 1 …) come as `Process` (keyCode 229) and show as a composition
 * that grows; then the chosen characters are put in its place.
 */
async function compose(page: Page, keys: string, stages: readonly string[], result: string): Promise<void> {
  const session: CDPSession = await page.context().newCDPSession(page)
  for (const [index, stage] of stages.entries()) {
    const code = `Key${(keys[index] ?? 'a').toUpperCase()}`
    await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Process', code, windowsVirtualKeyCode: 229 })
    await session.send('Input.imeSetComposition', { text: stage, selectionStart: stage.length, selectionEnd: stage.length })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: keys[index] ?? 'a', code, windowsVirtualKeyCode: 229 })
  }
  await session.send('Input.insertText', { text: result })
  await session.detach()
}

const ruanyin = { keys: 'ruanyin', stages: ['r', 'ru', 'rua', 'ruan', 'ruan y', 'ruan yi', 'ruan yin'], result: '软银' }
const katakana = { keys: 'sofuto', stages: ['s', 'そ', 'そf', 'そふ', 'そふt', 'そふと', 'ソフト'], result: 'ソフト' }

test('in the note', async ({ page, notebook }) => {
  await openInsight(page, /Are \$5\.83 billion/)
  await noteEditor(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await compose(page, ruanyin.keys, ruanyin.stages, ruanyin.result)
  await page.keyboard.type('，')
  await compose(page, katakana.keys, katakana.stages, katakana.result)
  await expect(noteEditor(page)).toContainText('软银，ソフト')
  await expectSaved(page)
  const saved = (await notebook.dump()).find(({ title }) => title === 'Are $5.83 billion and 58亿美元 the same amount?')
  expect(saved?.body).toMatch(/\n软银，ソフト$/)
  await expect(page.getByRole('region', { name: 'Insights' }).getByText('21 insights', { exact: true })).toBeVisible()
})

test('a composition that takes its time is not sent half, and a change from elsewhere does not break it', async ({ page, notebook }) => {
  const title = 'Are $5.83 billion and 58亿美元 the same amount?'
  await openInsight(page, /Are \$5\.83 billion/)
  await noteEditor(page).click()
  await page.keyboard.press('Control+End')
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'ruan', selectionStart: 4, selectionEnd: 4 })
  await page.waitForTimeout(2_600)
  expect((await notebook.dump()).find((record) => record.title === title)?.body).not.toContain('ruan')
  await session.send('Input.imeSetComposition', { text: 'ruan yin', selectionStart: 8, selectionEnd: 8 })
  await session.send('Input.insertText', { text: '软银' })
  await expectSaved(page)
  expect((await notebook.dump()).find((record) => record.title === title)?.body).toMatch(/[^n]软银$/)
})

test('in the title of a new insight, where Enter ends the composition and nothing else', async ({ page, notebook }) => {
  await page.keyboard.press('n')
  await expect(titleField(page)).toBeFocused()
  await compose(page, ruanyin.keys, ruanyin.stages, ruanyin.result)
  await compose(page, katakana.keys, katakana.stages, katakana.result)
  await expect(titleField(page)).toHaveValue('软银ソフト')
  await expect(titleField(page)).toBeFocused()
  await expectSaved(page)
  const made = (await notebook.dump()).filter(({ table, title }) => table === 'insights' && title === '软银ソフト')
  expect(made).toHaveLength(1)
  expect((await notebook.dump()).filter(({ table }) => table === 'insights')).toHaveLength(22)
})

test('in the filter of the list', { tag: '@thorough' }, async ({ page }) => {
  await page.keyboard.press('/')
  await compose(page, 'yingweida', ['y', 'yi', 'yin', 'ying', 'ying w', 'ying wei', 'ying wei d', 'ying wei da'], '英伟达')
  await expect(page.getByLabel('Filter insights')).toHaveValue('英伟达')
  await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option')).toHaveCount(1)
  await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option')).toContainText('从英伟达到OpenAI')
})

test('in the search, which waits for the end of the composition', { tag: '@thorough' }, async ({ page }) => {
  await page.keyboard.press('s')
  const field = page.getByRole('textbox', { name: 'Search notes and sources' })
  await expect(field).toBeFocused()
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'zhai', selectionStart: 4, selectionEnd: 4 })
  await page.waitForTimeout(500)
  await expect(page.getByText('“zhai”')).toHaveCount(0)
  await session.send('Input.insertText', { text: '债' })
  await expect(page.getByRole('status').getByText(/^\d+ records hold “债”$/)).toBeVisible()
  await expect(field).toHaveValue('债')
})

test('in a cell of a table, which stays one cell', async ({ page, notebook }) => {
  await openInsight(page, /Are \$5\.83 billion/)
  await noteEditor(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('| a | b |\n| - | - |\n| 1 | 2 |\n\nend')
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('Tab')
  await compose(page, ruanyin.keys, ruanyin.stages, ruanyin.result)
  await page.keyboard.press('Tab')
  await compose(page, katakana.keys, katakana.stages, katakana.result)
  await page.keyboard.press('Control+End')
  await expectSaved(page)
  const saved = (await notebook.dump()).find(({ title }) => title === 'Are $5.83 billion and 58亿美元 the same amount?')
  expect(saved?.body).toBe('| a      | 软银 |\n| ------ | ---- |\n| ソフト | 2    |\n\nend')
})

test('in the find panel, which waits for the end of the composition', { tag: '@thorough' }, async ({ page }) => {
  await openInsight(page, /Are \$5\.83 billion/)
  await noteEditor(page).click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('软银与软银')
  await page.keyboard.press('Control+f')
  const panel = page.getByRole('search', { name: 'Find and replace' })
  await expect(panel.getByRole('textbox', { name: 'Find' })).toBeFocused()
  await page.keyboard.press('Control+a')
  await compose(page, ruanyin.keys, ruanyin.stages, ruanyin.result)
  await expect(panel.getByRole('textbox', { name: 'Find' })).toHaveValue('软银')
  await expect(panel.getByRole('status')).toHaveText(/of 2$/)
})
