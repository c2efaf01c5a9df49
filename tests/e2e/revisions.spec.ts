// An article is edited after it was cited: which insights that touches is seen at once, and each passage is settled. No other insight is disturbed.

import type { Locator } from '@playwright/test'
import { runFooting } from '../cli/run-footing.ts'
import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane, noteEditor, paintedWords, pressSourceTool, readText, selectWords, titleField } from './window-steps.ts'

test.use({ content: 'nothing' })

const article = [
  'The fund closed its books in September.',
  'It sold the whole stake in the chip maker for $5.83 billion, the finance chief said. Bonds in two currencies will follow in the new year.',
  'Analysts at two banks called the price of the loan surprisingly high. 公司表示，这笔交易与人工智能泡沫无关。',
  'The founder rejected every talk of a bubble in an interview on Tuesday. The board meets again in March.',
].join('\n\n')

/** A paragraph before all, another amount, a sentence taken out, one written anew. */
const edited = [
  'Correction: an earlier version named another amount.',
  'The fund closed its books in September.',
  'It sold the whole stake in the chip maker for $5.38 billion, the finance chief said. Bonds in two currencies will follow in the new year.',
  '公司表示，这笔交易与人工智能泡沫无关。',
  'A spokesman declined to comment on valuations and pointed to the annual meeting. The board meets again in March.',
].join('\n\n')

const amount = 'sold the whole stake in the chip maker for $5.83 billion'
const price = 'Analysts at two banks called the price of the loan surprisingly high.'
const bubble = 'The founder rejected every talk of a bubble in an interview on Tuesday.'
const unrelated = '公司表示，这笔交易与人工智能泡沫无关。'

test('an edited article shows exactly the insights that it touches; one passage is accepted, one relinked, one retired', async ({
  page,
  notebook,
}) => {
  await bringIn(page)
  await cite(page)
  await seed(notebook)

  // The count of the audit stands in the rail: nothing yet.
  await openAudit(page)
  await expect(page.getByText('Everything holds')).toBeVisible()

  await goTo(page, 'Sources')
  await pressSourceTool(page, 'Texts of this source…')
  const texts = page.getByRole('dialog', { name: /^Texts of/ })
  await texts.getByRole('button', { name: 'Bring in a new text…' }).click()
  const renew = page.getByRole('dialog', { name: /^A new text of/ })
  await renew.getByRole('textbox', { name: 'The new text, in Markdown' }).fill(edited)
  const preview = renew.getByRole('region', { name: 'What happens to the highlights' })
  await expect(preview).toContainText('1 highlight follows silently, 1 changed, 2 lost')
  await expect(preview.getByRole('listitem')).toHaveCount(3)
  await expect(preview.getByRole('listitem').filter({ hasText: 'changed' })).toContainText('$5.38 billion')
  await renew.getByRole('button', { name: 'Bring it in' }).click()

  // The old text stays readable, and what changed is said beside what became of each highlight.
  await expect(texts.getByRole('list', { name: 'Texts' }).getByRole('listitem')).toHaveCount(2)
  await expect(texts.getByRole('deletion').filter({ hasText: '5.83' }).first()).toBeVisible()
  await expect(texts.getByRole('insertion').filter({ hasText: '5.38' }).first()).toBeVisible()
  for (const state of ['h1: changed', 'h2: not found', 'h3: not found', 'h4: moved']) await expect(texts.getByText(state)).toBeVisible()
  await texts.getByRole('button', { name: 'Text 1 ' }).click()
  await expect(texts.getByRole('article')).toContainText(price)
  await page.keyboard.press('Escape')
  await expect(texts).toHaveCount(0)

  await openAudit(page)
  const findings = page.getByRole('list', { name: 'Findings' })
  await expect(findings.getByRole('listitem')).toHaveCount(3)
  for (const title of ['What the stake fetched', 'What the loan costs', 'What the founder says'])
    await expect(findings.getByRole('listitem').filter({ hasText: title })).toHaveCount(1)
  await expect(findings.getByText('What it had nothing to do with')).toHaveCount(0)

  // Accepted, by keys alone.
  await findings.getByRole('button').first().focus()
  const detail = page.getByRole('region', { name: 'What it is about' })
  const changed = detail.getByRole('article', { name: 'A cited passage changed' })
  await expect(changed.getByRole('deletion')).toContainText('5.83')
  await expect(changed.getByRole('insertion')).toContainText('5.38')
  await page.keyboard.press('a')
  await expect(findings.getByRole('listitem')).toHaveCount(2)
  await expect(page.getByText(/h1 cites the new words/)).toBeVisible()

  await relink(page, findings)
  await retire(page, findings)

  // What was decided stands in the records; the highlight that only moved was never asked about.
  await expectSaved(page)
  const records = await notebook.dump()
  const highlights = records.filter(({ table }) => table === 'highlights').toSorted((one, other) => Number(one.number) - Number(other.number))
  expect(highlights).toMatchObject([
    { state: 'exact', passage: { exact: 'sold the whole stake in the chip maker for $5.38 billion' } },
    { state: 'exact', passage: { exact: 'Bonds in two currencies will follow in the new year.' } },
    { state: 'lost', standing: 'retired', passage: { exact: bubble } },
    { state: 'moved', passage: { exact: unrelated } },
  ])
  expect(records.filter(({ table }) => table === 'texts')).toHaveLength(2)
})

/** By the dialog for a source, as anybody does it. */
async function bringIn(page: Page): Promise<void> {
  await page.keyboard.press('Shift+N')
  const form = page.getByRole('dialog', { name: 'Add a source' })
  await form.getByRole('textbox', { name: 'Text' }).fill(article)
  await form.getByRole('textbox', { name: 'Title', exact: true }).fill('The fund sells')
  await form.getByLabel('Publisher').fill('The Ledger')
  await form.getByLabel('Published').fill('2025-11-14')
  await form.getByLabel('Language').fill('en')
  await form.getByRole('button', { name: 'Add source' }).click()
  await expect(form).toBeHidden()
}

/** One insight stands on words that are selected and linked by keys. */
async function cite(page: Page): Promise<void> {
  await page.keyboard.press('n')
  await titleField(page).fill('What the stake fetched')
  await expectSaved(page)
  await goTo(page, 'Sources')
  await selectWords(await readText(page), amount)
  await page.keyboard.press('h')
  await expect.poll(() => paintedWords(page, 'yellow')).toContain(amount)
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog', { name: /as evidence/ })).toContainText('What the stake fetched')
  await page.keyboard.press('s')
  await expect(insightPane(page).getByRole('region', { name: 'Evidence' })).toContainText('1 supports')
  await expectSaved(page)
}

/** The other insights come as a script sends them. */
async function seed(notebook: Notebook): Promise<void> {
  const records = await notebook.dump()
  const source = records.find(({ table }) => table === 'sources')
  const cited = [
    { name: 'loan', title: 'What the loan costs', exact: price },
    { name: 'founder', title: 'What the founder says', exact: bubble },
    { name: 'nothing', title: 'What it had nothing to do with', exact: unrelated },
  ]
  const commands = cited.flatMap(({ name, title, exact }) => {
    const start = article.indexOf(exact)
    return [
      { command: 'insight.add', input: { id: `insight:${name}`, title } },
      { command: 'highlight.add', input: { id: `highlight:${name}`, source: source?.id, start, end: start + exact.length, exact } },
      { command: 'evidence.add', input: { insight: `insight:${name}`, highlight: `highlight:${name}`, stance: 'supports' } },
    ]
  })
  const input = commands.map((command, id) => `${JSON.stringify({ id, ...command })}\n`).join('')
  const { stdout } = await runFooting(['batch', notebook.folder], { input, env: notebook.env })
  expect(stdout.match(/"ok":true/g), stdout).toHaveLength(commands.length)
}

/** What is gone is tied to other words, selected in the reader. */
async function relink(page: Page, findings: Locator): Promise<void> {
  await findings.getByRole('button').filter({ hasText: 'What the loan costs' }).click()
  await page.keyboard.press('r')
  const bar = page.getByRole('status').filter({ hasText: /is to cite from now on/ })
  await expect(bar).toBeVisible()
  await selectWords(await readText(page), 'Bonds in two currencies will follow in the new year.')
  await bar.getByRole('button', { name: /^Tie .* h2 to these words/ }).click()
  await expect(bar).toHaveCount(0)
  await expect.poll(() => paintedWords(page, 'yellow')).toContain('Bonds in two currencies will follow in the new year.')
  await openAudit(page)
  await expect(findings.getByRole('listitem')).toHaveCount(1)
}

/** What is retired counts for nothing; taken back, it waits again. */
async function retire(page: Page, findings: Locator): Promise<void> {
  await findings.getByRole('button').first().focus()
  await page.keyboard.press('x')
  await expect(findings.getByRole('listitem')).toContainText('Evidence that was retired')
  await page.keyboard.press('Control+z')
  await expect(findings.getByRole('listitem')).toContainText('A cited passage is gone')
  await findings.getByRole('button').first().focus()
  await page.keyboard.press('x')
  await expect(findings.getByRole('listitem')).toContainText('Evidence that was retired')
  await page.keyboard.press('Enter')
  await expect(titleField(page)).toHaveValue('What the founder says')
  await expect(noteEditor(page)).toBeVisible()
}

async function openAudit(page: Page): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Audit/ })
    .click()
  await expect(page.getByRole('region', { name: 'Audit', exact: true })).toBeVisible()
}
