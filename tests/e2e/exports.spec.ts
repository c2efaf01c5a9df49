// Highlights and references leave the window for other programs: by the keyboard alone, of all sources, in a form that reads back.

import { otherFormatOf } from '../../src/core/import/other-formats.ts'
import { expect, test } from './notebook-fixture.ts'

test('Web Annotations of all sources, by keys: every highlight of the notebook is in the file', async ({ page, notebook }) => {
  const highlights = (await notebook.dump()).filter(({ table }) => table === 'highlights')
  await page.keyboard.press('Control+Alt+E')
  const dialog = page.getByRole('dialog', { name: 'Export highlights and sources' })
  await dialog.getByRole('radio', { name: /^Markdown/ }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('radio', { name: /^Web Annotations/ })).toBeChecked()
  const { name, text } = await notebook.savedFile(page, () => page.keyboard.press('Enter'))
  expect(name).toMatch(/\.jsonld$/)
  const { items } = (await otherFormatOf(name, text)?.parse(name, text)) ?? { items: [] }
  const quotes = items.flatMap((item) => (item.kind === 'source' ? item.highlights.map(({ quote }) => quote) : []))
  expect(quotes.toSorted()).toEqual(highlights.map(({ passage }) => (passage as { exact: string }).exact.trim()).toSorted())
  await expect(dialog).toBeHidden()
})
