// What a person does in the window again and again, by the names that they see or hear.

import { expect, type Locator, type Page } from '@playwright/test'

export async function goTo(page: Page, part: 'Insights' | 'Sources' | 'Figures' | 'Reports' | 'Trash'): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: new RegExp(`^${part}`) })
    .click()
}

export async function expectSaved(page: Page): Promise<void> {
  await expect(page.getByRole('status', { name: 'Saved', exact: true })).toBeVisible()
}

export async function openInsight(page: Page, title: string | RegExp): Promise<Locator> {
  const list = page.getByRole('listbox', { name: 'Insights' })
  const option = list.getByRole('option', { name: title }).first()
  await expect(list.getByRole('option').first()).toBeVisible()
  await list.hover()
  await page.mouse.wheel(0, -100_000)
  // Rows out of sight are not in the page.
  for (let turn = 0; turn < 30 && (await option.count()) === 0; turn += 1) {
    await page.mouse.wheel(0, 500)
    await page.waitForTimeout(50)
  }
  await option.click()
  return insightPane(page)
}

export const insightPane = (page: Page): Locator => page.getByRole('region', { name: 'Insight', exact: true })
export const sourcePane = (page: Page): Locator => page.getByRole('region', { name: 'Source', exact: true })
/** Where the note is written. */
export const noteEditor = (page: Page): Locator => insightPane(page).getByRole('textbox', { name: 'Note' })
export const titleField = (page: Page): Locator => insightPane(page).getByRole('textbox', { name: 'Title' })

/** The English brief of the starter: its sources have one title, as they are two briefs of one article. */
export async function openBrief(page: Page, language: 'en' | 'zh' = 'en'): Promise<Locator> {
  await goTo(page, 'Sources')
  const rows = page.getByRole('listbox', { name: 'Sources' }).getByRole('option')
  await expect(rows).toHaveCount(2)
  for (const row of await rows.all()) {
    await row.click()
    const text = await readText(page)
    await expect(row).toHaveAttribute('aria-selected', 'true')
    if ((await text.getAttribute('lang')) === language) return text
  }
  throw new Error(`the starter has no source in ${language}`)
}

export async function readText(page: Page): Promise<Locator> {
  const text = sourcePane(page).getByRole('article')
  await expect(text).toBeVisible()
  return text
}

/** Drags the mouse over `words`, which stand within one paragraph of `text`, and waits for the toolbar at the selection. */
export async function selectWords(text: Locator, words: string): Promise<void> {
  const ends = await text.evaluate((element, words) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = (node.textContent ?? '').indexOf(words)
      if (start < 0) continue
      node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
      const range = document.createRange()
      range.setStart(node, start)
      range.setEnd(node, start + words.length)
      const rects = [...range.getClientRects()]
      const [first, last] = [rects[0], rects.at(-1)]
      if (!first || !last) throw new Error('the words are not shown')
      return { from: { x: first.left + 0.5, y: (first.top + first.bottom) / 2 }, to: { x: last.right - 0.5, y: (last.top + last.bottom) / 2 } }
    }
    throw new Error(`the text does not hold “${words}”`)
  }, words)
  const { mouse } = text.page()
  await mouse.move(ends.from.x, ends.from.y)
  await mouse.down()
  await mouse.move((ends.from.x + ends.to.x) / 2, (ends.from.y + ends.to.y) / 2, { steps: 3 })
  await mouse.move(ends.to.x, ends.to.y, { steps: 3 })
  await mouse.up()
  await expect(text.page().getByRole('toolbar', { name: 'Highlight the selection' })).toBeVisible()
}

/** The words that are painted for a purpose by the CSS Custom Highlight API (`yellow`, `flash` …). */
export function paintedWords(page: Page, purpose: string): Promise<string[]> {
  return page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString()), `footing-${purpose}`)
}

/** A tool of the source that is open: in its head, or in the menu that a narrow pane has in its place. */
export async function pressSourceTool(page: Page, name: string): Promise<void> {
  const more = sourcePane(page).getByRole('button', { name: 'More for this source' })
  const tool = sourcePane(page).getByRole('button', { name })
  await expect(tool.or(more)).toBeVisible()
  if (await tool.isVisible()) await tool.click()
  else {
    await more.click()
    await sourcePane(page).getByRole('menuitem', { name }).click()
  }
}
