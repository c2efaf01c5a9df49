// Pictures by paste and drop: kept in the notebook under their hash, shown where the note is written and read, in every window.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, insightPane, noteEditor, openInsight } from './window-steps.ts'

async function give(editor: Locator, how: 'paste' | 'drop', bytes: Buffer, type = 'image/png', name = 'chart.png'): Promise<void> {
  await editor.evaluate(
    (element, { how, data, type, name }) => {
      const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], name, { type }))
      const box = element.getBoundingClientRect()
      const event =
        how === 'paste'
          ? new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
          : new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true, clientX: box.left + 5, clientY: box.top + 10 })
      element.dispatchEvent(event)
    },
    { how, data: bytes.toString('base64'), type, name },
  )
}

async function openEmptyNote(page: Page): Promise<Locator> {
  await openInsight(page, /Are \$5\.83 billion/)
  const editor = noteEditor(page)
  await editor.click()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('Delete')
  return editor
}

const bodyOf = async (notebook: Notebook) =>
  (await notebook.dump()).find(({ title }) => title === 'Are $5.83 billion and 58亿美元 the same amount?')?.body

test('a pasted picture is on disk before the text names it, is described at once, and is seen in two windows', async ({
  page,
  notebook,
  openWindow,
}) => {
  const png = await madePicture(page)
  const file = `files/${createHash('sha256').update(png).digest('hex')}.png`
  const editor = await openEmptyNote(page)
  await give(editor, 'paste', png)
  await expect(editor).toContainText(file)
  expect(readFileSync(join(notebook.folder, file)).equals(png)).toBe(true)
  // The description is selected: what is typed now is it.
  await page.keyboard.insertText('软银 chart')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('\n\nafter')
  await expectSaved(page)
  expect(await bodyOf(notebook)).toBe(`![软银 chart](${file})\n\nafter`)
  const picture = insightPane(page).getByRole('img', { name: '软银 chart' })
  await expect(picture).toBeVisible()
  expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  const other = await openWindow()
  await openInsight(other, /Are \$5\.83 billion/)
  await other.keyboard.press('Control+e')
  await expect(insightPane(other).getByRole('img', { name: '软银 chart' })).toBeVisible()
})

test('what is dropped is told by its bytes: a page named as a picture is refused', async ({ page, notebook }) => {
  const editor = await openEmptyNote(page)
  await give(editor, 'drop', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml', 'evil.svg')
  await expect(page.getByText('The picture was not added')).toBeVisible()
  expect(readdirSync(notebook.folder)).not.toContain('files')
  await give(editor, 'drop', await madePicture(page))
  await expect(editor).toContainText('Describe this picture')
})

/** A small picture made by the browser itself. */
async function madePicture(page: Page): Promise<Buffer> {
  const encoded = await page.evaluate(() => {
    const canvas = document.createElement('canvas')
    canvas.width = 300
    canvas.height = 120
    canvas.getContext('2d')?.fillRect(20, 20, 200, 60)
    return canvas.toDataURL('image/png').split(',')[1] ?? ''
  })
  return Buffer.from(encoded, 'base64')
}
