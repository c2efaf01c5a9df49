// Figures compared with their passages while they are written: what is marked, what the card says, where the keys lead, and how it is turned off.

import { expect, test } from './notebook-fixture.ts'
import { expectSaved, insightPane, noteEditor, paintedWords, titleField } from './window-steps.ts'

const note = [
  'The sale brought about $5.8 billion [@sina2025-exit#h1], and 58亿美元 in the Chinese headline [@sina2025-exit-zh#h1].',
  'It was $58.3 billion in all [@sina2025-exit#h1].',
  'The pledge of $22.5 billion is 75 % of the $30 billion put in [@sina2025-exit#h10] [@sina2025-exit#h11].',
  'The bonds bring $3 billion [@sina2025-exit#h16].',
].join('\n\n')

test('figures agree, follow, contradict or are missing, and the passage is one key away', async ({ page, notebook }) => {
  await page.keyboard.press('n')
  await expect(titleField(page)).toBeFocused()
  await page.keyboard.type('How much the sale brought')
  await page.keyboard.press('Enter')
  const editor = noteEditor(page)
  await expect(editor).toBeFocused()
  await page.keyboard.insertText(note)
  const marked = (kind: string) => editor.locator(`[data-figure="${kind}"]:not([role])`)
  await expect(marked('agrees')).toHaveText(['$5.8 billion', '58亿美元', '$22.5 billion', '$30 billion'])
  await expect(marked('computed')).toHaveText(['75 %'])
  await expect(marked('contradicts')).toHaveText(['$58.3 billion'])
  await expect(marked('absent')).toHaveText(['$3 billion'])
  await expect(editor.getByRole('img', { name: /^The passage contradicts it: The passage says “\$5\.83 billion”/ })).toHaveText('≠')

  // The keys go from one to the next and around; the card comes with the cursor.
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('F9')
  const card = insightPane(page).getByRole('note', { name: /^About/ })
  await expect(card).toContainText('The passage says “$5.83 billion” (sina2025-exit h1), ×10')
  await page.keyboard.press('F9')
  await expect(card).toContainText('Not in the passage')
  await page.keyboard.press('F9')
  await expect(card).toContainText('“$5.83 billion”')

  // The passage opens; the digit is put right.
  await page.keyboard.press('Control+F9')
  await expect.poll(() => paintedWords(page, 'yellow')).not.toEqual('')
  await expect(page.getByRole('region', { name: 'Source', exact: true })).toContainText('for $5.83 billion')
  await editor.getByText('It was').click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 'It was $5'.length; step += 1) await page.keyboard.press('ArrowRight')
  for (let step = 0; step < '8.3'.length; step += 1) await page.keyboard.press('Delete')
  await page.keyboard.type('.83')
  await expect(marked('contradicts')).toHaveCount(0)
  await expect(marked('agrees')).toHaveText(['$5.8 billion', '58亿美元', '$5.83 billion', '$22.5 billion', '$30 billion'])
  await expectSaved(page)
  const audited = await notebook.dump()
  expect(audited.some(({ body }) => typeof body === 'string' && body.includes('It was $5.83 billion'))).toBe(true)

  // Off is off, and on brings the marks back.
  await page.keyboard.press('Control+,')
  const setting = page.getByRole('radiogroup', { name: 'Check figures as I write' })
  await setting.getByText('Leave alone').click()
  await expect(marked('agrees')).toHaveCount(0)
  await setting.getByText('Check', { exact: true }).click()
  await expect(marked('agrees')).toHaveCount(5)
})
