// From words in a source to evidence under a claim: highlight, link by key and by drag, undo and redo, and back by the citation.

import { expect, type Page, test } from './notebook-fixture.ts'
import {
  expectSaved,
  goTo,
  insightPane,
  noteEditor,
  openBrief,
  openInsight,
  paintedWords,
  selectWords,
  sourcePane,
  titleField,
} from './window-steps.ts'

const words = 'looking for $1.5 to $2 billion from dollar bonds'

test('selected words are highlighted with H, in a colour and with a comment', async ({ page, notebook }) => {
  const text = await openBrief(page)
  await selectWords(text, words)
  const toolbar = page.getByRole('toolbar', { name: 'Highlight the selection' })
  await expect(toolbar).toBeVisible()
  await page.keyboard.press('h')
  await expect(toolbar).toBeHidden()
  await expect.poll(() => paintedWords(page, 'yellow')).toContain(words)

  await selectWords(text, 'for €500 million from bonds in euros')
  await toolbar.getByRole('textbox', { name: 'Comment' }).fill('How much in all?')
  await toolbar.getByRole('button', { name: 'Highlight in blue' }).click()
  await expect.poll(() => paintedWords(page, 'blue')).toContain('for €500 million from bonds in euros')
  await expectSaved(page)
  const fresh = (await notebook.dump()).filter(({ table, comment }) => table === 'highlights' && comment === 'How much in all?')
  expect(fresh).toMatchObject([{ colour: 'blue', passage: { exact: 'for €500 million from bonds in euros' } }])
})

test('a press on a highlight shows it; its colour and comment change; removal is undone from the toast', async ({ page }) => {
  const text = await openBrief(page)
  await selectWords(text, words)
  await page.keyboard.press('h')
  await expect.poll(() => paintedWords(page, 'yellow')).toContain(words)
  await page.keyboard.press('o')
  const card = page.getByRole('dialog', { name: /^Details of h/ })
  await card.getByRole('button', { name: 'pink' }).click()
  await expect.poll(() => paintedWords(page, 'pink')).toContain(words)
  await card.getByRole('textbox', { name: 'Comment' }).fill('To be checked')
  await expectSaved(page)
  await card.getByRole('button', { name: 'Move highlight to the trash' }).click()
  await expect.poll(() => paintedWords(page, 'pink')).not.toContain(words)
  await page.getByRole('alert').getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => paintedWords(page, 'pink')).toContain(words)
})

for (const { key, stance, balance } of [
  { key: 's', stance: 'supports', balance: '1 supports' },
  { key: 'c', stance: 'contradicts', balance: '1 contradicts' },
  { key: 'x', stance: 'context', balance: '1 context' },
]) {
  test(`E and ${key.toUpperCase()} make a highlight evidence: ${stance}`, { tag: stance === 'supports' ? [] : '@thorough' }, async ({
    page,
    notebook,
  }) => {
    await page.keyboard.press('n')
    await titleField(page).fill('The bonds are not enough')
    await expectSaved(page)
    const text = await openBrief(page)
    await selectWords(text, words)
    await page.keyboard.press('h')
    await expect.poll(() => paintedWords(page, 'yellow')).toContain(words)
    await page.keyboard.press('e')
    const link = page.getByRole('dialog', { name: /as evidence/ })
    await expect(link).toContainText('The bonds are not enough')
    await page.keyboard.press(key)
    await expect(link).toBeHidden()
    await expect(insightPane(page).getByRole('region', { name: 'Evidence' })).toContainText(balance)
    await expectSaved(page)
    const records = await notebook.dump()
    const insight = records.find(({ title }) => title === 'The bonds are not enough')
    expect(records.filter((record) => record.table === 'evidence' && record.insight === insight?.id)).toMatchObject([{ stance }])
  })
}

for (const [stance, zone, balance] of [
  ['supports', 'supports', '1 supports'],
  ['contradicts', 'contradicts', '1 contradicts'],
  ['context', 'gives context', '1 context'],
] as const) {
  test(`a highlight dragged onto the insight becomes evidence: ${stance}`, { tag: stance === 'contradicts' ? [] : '@thorough' }, async ({ page }) => {
    await page.keyboard.press('n')
    await titleField(page).fill('Dragged')
    await expectSaved(page)
    await openBrief(page)
    await sourcePane(page)
      .getByRole('button', { name: /^\d+ highlights$/ })
      .click()
    const item = sourcePane(page).getByRole('list', { name: 'Highlights' }).getByRole('button', { name: /^h1\b/ })
    await item.hover()
    await page.mouse.down()
    const evidence = insightPane(page).getByRole('region', { name: 'Evidence' })
    const box = await evidence.boundingBox()
    if (!box) throw new Error('the evidence is not shown')
    await page.mouse.move(box.x + box.width / 2, box.y + 10, { steps: 5 })
    const target = evidence.getByText(zone, { exact: false }).last()
    await expect(target).toBeVisible()
    const place = await target.boundingBox()
    if (!place) throw new Error('the zone is not shown')
    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 5 })
    await page.mouse.up()
    await expect(evidence).toContainText(balance)
    await expect(evidence.getByRole('listitem')).toHaveCount(1)
  })
}

test('undo takes the newest step back and redo brings it again, each said in words', async ({ page }) => {
  const text = await openBrief(page)
  await selectWords(text, words)
  await page.keyboard.press('h')
  await expect.poll(() => paintedWords(page, 'yellow')).toContain(words)
  await page.keyboard.press('Control+Z')
  await expect(page.getByText('Undone: new highlight')).toBeVisible()
  await expect.poll(() => paintedWords(page, 'yellow')).not.toContain(words)
  await page.keyboard.press('Control+Shift+Z')
  await expect(page.getByText('Done again: new highlight')).toBeVisible()
  await expect.poll(() => paintedWords(page, 'yellow')).toContain(words)
  await page.keyboard.press('Control+Z')
  await expect.poll(() => paintedWords(page, 'yellow')).not.toContain(words)
  await page.keyboard.press('Control+Z')
  await expect(page.getByText('Nothing to undo in this window')).toBeVisible()
})

test('a citation in the note and a quote of the evidence open the source at the passage and flash it', async ({ page }) => {
  // Without motion the flash stands still: it does not blink.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await goTo(page, 'Insights')
  await openInsight(page, /OpenAI investment is put at \$30 billion/)
  const citation = noteEditor(page)
    .getByRole('link', { name: /^Citation / })
    .first()
  // Until the host has told what it leads to, a citation has no quote to say.
  await expect(citation).toHaveAttribute('aria-label', /: .{5}/)
  const quoted = /: (.*)$/s.exec((await citation.getAttribute('aria-label')) ?? '')?.[1] ?? ''
  await citation.click()
  await expect(sourcePane(page)).toBeVisible()
  await expect
    .poll(async () => {
      const [flashed] = await paintedWords(page, 'flash')
      return flashed !== undefined && quoted.includes(flashed.slice(0, 20))
    })
    .toBe(true)
  await expectPassageInView(page)
  await expect.poll(() => paintedWords(page, 'flash')).toHaveLength(0)

  const card = insightPane(page)
    .getByRole('region', { name: 'Evidence' })
    .getByRole('button', { name: /^Open .* in its source/ })
    .last()
  await card.click()
  await expect.poll(() => paintedWords(page, 'flash')).toHaveLength(1)
  await expectPassageInView(page)
})

async function expectPassageInView(page: Page): Promise<void> {
  const view = await sourcePane(page).boundingBox()
  await expect
    .poll(() =>
      page.evaluate(() => {
        const [range] = [...(CSS.highlights.get('footing-current') ?? CSS.highlights.get('footing-flash') ?? [])] as Range[]
        return range?.getBoundingClientRect().top ?? Number.NaN
      }),
    )
    .toBeGreaterThan(view?.y ?? 0)
  const bottom = await page.evaluate(() => {
    const [range] = [...(CSS.highlights.get('footing-current') ?? CSS.highlights.get('footing-flash') ?? [])] as Range[]
    return range?.getBoundingClientRect().bottom ?? Number.NaN
  })
  expect(bottom).toBeLessThan((view?.y ?? 0) + (view?.height ?? 0))
}
