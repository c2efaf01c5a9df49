// The whole story with the keyboard alone: read, highlight, write, cite, link, report, export; the focus is visible at every step.

import { expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved, insightPane, noteEditor, paintedWords, sourcePane, titleField } from './window-steps.ts'

/** An outline or a caret shows where keys go. The page itself has the focus only where a step takes what had it away. */
async function expectVisibleFocus(page: Page): Promise<void> {
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { activeElement } = document
        if (!(activeElement instanceof HTMLElement) || activeElement === document.body) return 'nothing has the focus'
        const name = `${activeElement.getAttribute('role') ?? activeElement.tagName} “${activeElement.getAttribute('aria-label') ?? activeElement.textContent.slice(0, 40)}”`
        // A text field shows its caret, and Mantine's change their frame.
        if (activeElement.isContentEditable || /^(INPUT|TEXTAREA)$/.test(activeElement.tagName)) {
          const { width, height } = activeElement.getBoundingClientRect()
          if (width > 1 && height > 1 && !/checkbox|radio/.test((activeElement as HTMLInputElement).type ?? '')) return 'visible'
        }
        if (!activeElement.matches(':focus-visible')) return `${name} is not :focus-visible`
        const probe = document.body.appendChild(document.createElement('i'))
        probe.style.color = 'var(--accent)'
        const accent = getComputedStyle(probe).color
        probe.remove()
        // A list shows it at its active row too, a text that is longer than the window by a line beside it.
        const isOutlined = [activeElement, document.getElementById(activeElement.getAttribute('aria-activedescendant') ?? '')].some((element) => {
          if (!element) return false
          const { outlineStyle, outlineWidth, boxShadow, borderInlineStartColor } = getComputedStyle(element)
          return (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1) || boxShadow.includes(accent) || borderInlineStartColor === accent
        })
        return isOutlined ? 'visible' : `${name} has no outline`
      }),
    )
    .toBe('visible')
}

/** Presses Tab until what is wanted has the focus; each stop on the way shows it. */
async function tabTo(page: Page, isThere: () => Promise<boolean>, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let turn = 0; turn < 60; turn += 1) {
    await page.keyboard.press(key)
    if (await page.evaluate(() => document.activeElement === document.body)) continue
    await expectVisibleFocus(page)
    if (await isThere()) return
  }
  throw new Error('sixty times Tab did not come there')
}

const hasFocus = (page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp) => async () =>
  page
    .getByRole(role, { name })
    .first()
    .evaluate((element) => element === document.activeElement)

test('a claim on a passage, from the source to the exported report', async ({ page, notebook }) => {
  // The source: over the list, whose rows the arrow keys choose.
  await page.keyboard.press('2')
  await expect(page.getByRole('listbox', { name: 'Sources' }).getByRole('option')).toHaveCount(2)
  await tabTo(page, hasFocus(page, 'listbox', 'Sources'))
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  const text = sourcePane(page).getByRole('article')
  await expect(text).toBeVisible()
  if ((await text.getAttribute('lang')) !== 'en') {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
  }
  await expect(text).toHaveAttribute('lang', 'en')
  await expectVisibleFocus(page)

  // The passage: V puts a caret into the text, Shift selects.
  await expect.poll(() => paintedWords(page, 'yellow')).not.toHaveLength(0)
  await page.keyboard.press('v')
  await expect(text).toBeFocused()
  await expectVisibleFocus(page)
  await expect.poll(() => paintedWords(page, 'caret')).toHaveLength(1)
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let word = 0; word < 3; word += 1) await page.keyboard.press('Control+Shift+ArrowRight')
  const words = await page.evaluate(() => String(document.getSelection()).trim())
  expect(words).toMatch(/\S+ \S+/)
  await expect(page.getByRole('toolbar', { name: 'Highlight the selection' })).toBeVisible()
  await page.keyboard.press('h')
  await expect.poll(async () => (await paintedWords(page, 'yellow')).map((painted) => painted.trim())).toContain(words)
  await expectVisibleFocus(page)
  await page.keyboard.press('Escape')
  await expect.poll(() => paintedWords(page, 'caret')).toHaveLength(0)

  // The claim, with a citation that is completed from the quote.
  await page.keyboard.press('n')
  await expect(titleField(page)).toBeFocused()
  await expectVisibleFocus(page)
  await page.keyboard.type('Claimed without a mouse')
  await page.keyboard.press('Enter')
  await expect(noteEditor(page)).toBeFocused()
  await expectVisibleFocus(page)
  await page.keyboard.type(`It says so [@${words.slice(0, 12)}`)
  await expect(
    page
      .getByRole('listbox', { name: 'Completions' })
      .getByRole('option', { name: words.slice(0, 12) })
      .first(),
  ).toBeVisible()
  // CodeMirror leaves Enter to the text for 75 ms after a list has opened; nothing in the page tells when they are over.
  await page.waitForTimeout(150)
  await page.keyboard.press('Enter')
  await page.keyboard.type(', and that is all.')
  await expectSaved(page)
  const records = await notebook.dump()
  const highlight = records.find(({ table, passage }) => table === 'highlights' && (passage as { exact: string }).exact.trim() === words)
  const written = records.find(({ title }) => title === 'Claimed without a mouse')
  expect(written?.body).toBe(`It says so [@sina2025-exit#h${highlight?.number}], and that is all.`)

  // The evidence: out of the editor, to the highlight in the list beside the text, E and S.
  await page.keyboard.press('Escape')
  await tabTo(page, hasFocus(page, 'article', /^Text of/), 'Shift+Tab')
  await page.keyboard.press('l')
  await tabTo(page, hasFocus(page, 'button', new RegExp(`^h${highlight?.number}\\b`)))
  await page.keyboard.press('e')
  const link = page.getByRole('dialog', { name: `h${highlight?.number} as evidence` })
  await expect(link).toContainText('Claimed without a mouse')
  await expectVisibleFocus(page)
  await page.keyboard.press('s')
  await expect(link).toBeHidden()
  await expect(insightPane(page).getByRole('region', { name: 'Evidence' })).toContainText('1 supports')
  await expectVisibleFocus(page)

  // The report: a new one, with a title and the insight in it.
  await page.keyboard.press('3')
  await expect(page.getByRole('searchbox', { name: 'Filter reports' })).toBeVisible()
  await page.keyboard.press('Shift+R')
  const title = page.getByRole('textbox', { name: 'Title of the report' })
  await expect(title).toHaveValue('')
  await tabTo(page, async () => title.evaluate((element) => element === document.activeElement))
  await page.keyboard.type('Without a mouse')
  await tabTo(page, hasFocus(page, 'button', /^Insights…/))
  await page.keyboard.press('Enter')
  const chooser = page.getByRole('dialog', { name: 'Add insights' })
  await expect(chooser.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('Claimed without')
  await expect(chooser.getByRole('checkbox')).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await expect(chooser.getByRole('checkbox')).toBeFocused()
  await expectVisibleFocus(page)
  await page.keyboard.press('Space')
  await expect(chooser.getByRole('button', { name: 'Add 1 insight' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(chooser).toBeHidden()
  await expect(page.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: 'Claimed without a mouse' })).toBeVisible()
  await expectVisibleFocus(page)
  await expectSaved(page)

  const exported = await notebook.savedFile(page, () => page.keyboard.press('Control+Shift+E'))
  expect(exported.text).toContain('# Without a mouse\n')
  expect(exported.text).toContain('## Claimed without a mouse\n')
  const footnote = `[^sina2025-exit-h${highlight?.number}]`
  expect(exported.text).toContain(`It says so ${footnote}, and that is all.`)
  expect(exported.text).toContain(`${footnote}: “${words}”`)
})
