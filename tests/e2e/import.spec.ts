// Bringing files and folders in: what they are is shown first, every file is in the report, and one undo takes all of it back.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane } from './window-steps.ts'

test.use({ content: 'nothing' })

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true })
const rows = (page: Page) => dialog(page, 'Report of the import').getByRole('listbox').getByRole('option')

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footing-vault-'))
})
test.afterEach(() => rmSync(folder, { recursive: true }))

/** Made before it is chosen: the browser looks through the folder itself. */
async function chooseFolder(page: Page, name: string, files: { readonly [path: string]: string | Uint8Array }): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name, path)), { recursive: true })
    writeFileSync(join(folder, name, path), content)
  }
  await page.keyboard.press('Alt+Shift+I')
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), dialog(page, 'Import').getByRole('button', { name: 'Folder…' }).click()])
  await chooser.setFiles(join(folder, name))
}

test('a vault is recognised, comes in as insights, is reported, and goes again with one undo', async ({ page, notebook }) => {
  await chooseFolder(page, '投資メモ', {
    '.obsidian/app.json': '{}',
    '孙正义.md': '---\ntags: [ai]\n---\n看好[[愿景基金]]。![[chart.png]]\n',
    'deep/愿景基金.md': '# 愿景基金\n\nA fund.\n',
    'chart.png': Buffer.from(pixel, 'base64'),
    'refs.bib': '@article{son2025,title={All in},author={Son, Masayoshi},year={2025}}\n@book{b,title={Two}}\n',
    'film.mp4': 'x',
  })
  const found = dialog(page, 'Import').getByRole('list', { name: 'Found' })
  await expect(found.getByRole('listitem')).toHaveText([
    '投資メモ, an Obsidian vault2 notes',
    '投資メモ/refs.bib, BibTeX bibliography2 entries',
    '1 picture, kept where a note shows one',
    '1 file of another kind: the report names them',
  ])
  await expect(dialog(page, 'Import').getByRole('radio', { name: /^Insights/ })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(dialog(page, 'Report of the import').getByRole('status')).toHaveText('2 insights and 2 sources came in')
  await expect(rows(page)).toHaveCount(5)
  await dialog(page, 'Report of the import').getByText('Skipped 1').click()
  await expect(rows(page)).toHaveText([/投資メモ\/film\.mp4.*not Markdown or text/])
  await dialog(page, 'Report of the import').getByText('Kept 4').click()
  await rows(page).filter({ hasText: '孙正义' }).click()
  await expect(insightPane(page).getByRole('textbox', { name: 'Title' })).toHaveValue('孙正义')
  await expectSaved(page)
  expect((await notebook.dump()).filter(({ table }) => table === 'insights' || table === 'sources')).toHaveLength(4)

  await page.getByRole('main').press('Control+z')
  await expect(page.getByText('Undone: import')).toBeVisible()
  await expect(page.getByRole('listbox', { name: 'Insights' })).toBeHidden()
  expect((await notebook.dump()).filter(({ table }) => table === 'insights' || table === 'sources')).toEqual([])
})

test('a folder without files is said to be one, with what could come in', { tag: '@thorough' }, async ({ page, notebook }) => {
  const empty = join(notebook.folder, '..', 'empty')
  mkdirSync(empty)
  await page.keyboard.press('Alt+Shift+I')
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.locator('input[type=file]').last().setInputFiles(empty)
  await expect(dialog.getByRole('alert')).toContainText('no files in it')
  await expect(dialog.getByText('Bibliographies')).toBeVisible()
})

test('several files: what is refused says why, and a source that seems to be here is asked about', async ({ page, notebook }) => {
  await goTo(page, 'Sources')
  const pick = async (files: { [name: string]: string }) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('region', { name: 'Sources' }).getByRole('button', { name: 'From files…' }).first().click(),
    ])
    await chooser.setFiles(Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })))
    await dialog(page, 'Import').getByRole('button', { name: 'Import' }).click()
  }
  const article = (words: string) => `---\ntitle: All in\nurl: https://example.org/all-in\n---\n\n${words}\n`
  await pick({ 'one.md': article('Son is all in.'), 'report.pdf': '%PDF-1.7', 'picture.png': 'x' })
  await dialog(page, 'Report of the import').getByText('Refused 2').click()
  await expect(rows(page)).toHaveText([/report\.pdf.*PDF files cannot be read yet/, /picture\.png.*a picture is no source/])
  await dialog(page, 'Report of the import').getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('listbox', { name: 'Sources' }).getByRole('option')).toHaveCount(1)

  await pick({ 'one-again.md': article('Other words, written a year later.'), 'two.txt': 'Plain words about bonds.' })
  await expect(dialog(page, 'Report of the import').getByText('1 text looks like a source that is here.')).toBeVisible()
  await dialog(page, 'Report of the import').getByRole('button', { name: 'All as new texts' }).click()
  await expect(dialog(page, 'Report of the import').getByText('Renewed 1')).toBeVisible()
  await dialog(page, 'Report of the import').getByRole('button', { name: 'Take it all back' }).click()
  await expect(page.getByRole('listbox', { name: 'Sources' }).getByRole('option')).toHaveCount(1)
  const [source] = (await notebook.dump()).filter(({ table }) => table === 'sources')
  expect(source?.revisions).toHaveLength(1)
})

test('a long import goes on behind the dialog, is stopped, and says what came in', async ({ page, notebook }) => {
  const words = 'SoftBank pays with bonds, loans and 软银 shares. '.repeat(400)
  await chooseFolder(page, 'Notes', Object.fromEntries(Array.from({ length: 400 }, (_, number) => [`${number}.md`, `# Text ${number}\n\n${words}`])))
  await dialog(page, 'Import').getByRole('button', { name: 'Import' }).click()
  await dialog(page, 'Importing').getByRole('button', { name: 'Stop' }).click()
  const said = dialog(page, 'Report of the import').getByRole('status')
  await expect(said).toHaveText(/^Stopped: (?:\d+ sources? came in and stay|nothing came in)$|^\d+ sources came in$/)
  const kept = Number((await said.textContent())?.match(/\d+/)?.[0] ?? 0)
  expect((await notebook.dump()).filter(({ table }) => table === 'sources')).toHaveLength(kept)
  expect(kept).toBeLessThan(400)
})

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
