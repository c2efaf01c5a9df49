import { expect, test } from './notebook-fixture.ts'
import { noteEditor, titleField } from './window-steps.ts'
const note = [
  'The sale brought about $5.8 billion [@sina2025-exit#h1], and 58亿美元 in the Chinese headline [@sina2025-exit-zh#h1].',
  'It was **$58.3 billion** in all [@sina2025-exit#h1], a ==second exit== after $7 billion in 2019 [@sina2025-exit#h6].',
  'The pledge of $22.5 billion is 75 % of the $30 billion put in [@sina2025-exit#h10] [@sina2025-exit#h11]. 软银承诺了22.5亿美元 [@sina2025-exit-zh#h6]。',
  '| what | amount |\n| --- | --- |\n| bonds [@sina2025-exit#h13] | $1.5 to $2 billion |\n| euro [@sina2025-exit#h14] | €600 million |',
  'The bonds bring $3 billion [@sina2025-exit#h16].',
].join('\n\n')
for (const scheme of ['light', 'dark'] as const) for (const width of [1280, 720]) test(`shot ${scheme} ${width}`, async ({ page }) => {
  await page.emulateMedia({ colorScheme: scheme })
  await page.setViewportSize({ width, height: 800 })
  await page.keyboard.press('n')
  await expect(titleField(page)).toBeFocused()
  await page.keyboard.type('How much the sale brought')
  await page.keyboard.press('Enter')
  const editor = noteEditor(page)
  await expect(editor).toBeFocused()
  await page.keyboard.insertText(note)
  await expect(editor.locator('[data-figure="contradicts"]').first()).toBeVisible()
  await page.keyboard.press('Control+Home')
  await page.screenshot({ path: `/tmp/prose-shots/${scheme}-${width}-a.png` })
  await page.keyboard.press('F9')
  await page.waitForTimeout(400)
  await page.screenshot({ path: `/tmp/prose-shots/${scheme}-${width}-b.png` })
})
