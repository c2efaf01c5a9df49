// Figures kept from sources in two languages: they agree, a digit later they are contested, both passages stand side by side, and undo takes all of it back.

import { runFooting } from '../cli/run-footing.ts'
import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { goTo, paintedWords, sourcePane } from './window-steps.ts'

const metrics = (page: Page) => page.getByRole('listbox', { name: 'Metrics' })
const about = (page: Page) => page.getByRole('region', { name: 'About the metric' })

/** From the keyboard alone: to the figure, its card, and what it measures. */
async function keep(page: Page, written: string, { metric, asOf }: { metric?: string; asOf?: string }): Promise<void> {
  for (let step = 0; step < 30; step += 1) {
    await page.keyboard.press('Shift+F')
    if ((await paintedWords(page, 'figure-current'))[0] === written) break
  }
  expect(await paintedWords(page, 'figure-current')).toEqual([written])
  await page.keyboard.press('f')
  const card = page.getByRole('dialog', { name: `Figure ${written}` })
  await expect(card.getByRole('combobox', { name: 'Metric' })).toBeFocused()
  if (metric) await page.keyboard.type(metric)
  if (asOf) await card.getByRole('textbox', { name: 'As of' }).fill(asOf)
  await page.keyboard.press('Enter')
  await expect(card).toBeHidden()
}

const sources = [
  {
    id: 'source:en',
    citekey: 'wire2025',
    title: 'The wire',
    language: 'en',
    published: '2025-11-14',
    markdown: 'In October 2025 the group sold its whole stake for $5.83 billion. It had bought 32.1 million shares for $4 billion in 2017.',
  },
  {
    id: 'source:zh',
    citekey: 'daily2025',
    title: '日报',
    language: 'zh',
    published: '2025-11-15',
    markdown: '该集团于2025年10月清仓套现58亿美元，约合人民币413亿元。',
  },
]
const other = {
  id: 'source:other',
  citekey: 'other2025',
  title: 'Another paper',
  language: 'en',
  published: '2025-11-20',
  markdown: 'The group sold its stake for $8.53 billion in October 2025.',
}

async function add(notebook: Notebook, inputs: readonly object[]): Promise<void> {
  const input = inputs.map((each, id) => `${JSON.stringify({ id, command: 'source.add', input: each })}\n`).join('')
  const { code } = await runFooting(['batch', notebook.folder], { input, env: notebook.env })
  expect(code).toBe(0)
}

async function read(page: Page, title: string, figure: string): Promise<void> {
  await goTo(page, 'Sources')
  await page.getByRole('listbox', { name: 'Sources' }).getByRole('option', { name: title }).click()
  await expect.poll(() => paintedWords(page, 'figure')).toContain(figure)
  await sourcePane(page).getByRole('article').focus()
}

test.describe('in a notebook without figures', () => {
  test.use({ content: 'nothing' })

  test('two are kept from English and Chinese and agree; another digit contests them; both passages are read; undo takes all back', async ({
    page,
    notebook,
  }) => {
    await add(notebook, sources)
    await read(page, 'The wire', '$5.83 billion')
    await keep(page, '$5.83 billion', { metric: 'Stake sold' })
    await expect.poll(() => paintedWords(page, 'figure-kept')).toEqual(['$5.83 billion'])
    await read(page, '日报', '58亿美元')
    await keep(page, '58亿美元', { metric: 'Stake sold', asOf: '2025年10月' })

    await page.keyboard.press('6')
    const row = metrics(page).getByRole('option', { name: /Stake sold/ })
    await expect(row).toContainText('agree')
    await expect(row).toContainText('5,800,000,000 ± 50,000,000 USD')
    await expect(row).toContainText('5,830,000,000 ± 5,000,000 USD')
    await row.click()
    await expect(about(page)).toContainText('The digits that were written allow the same value.')

    await add(notebook, [other])
    await read(page, 'Another paper', '$8.53 billion')
    await keep(page, '$8.53 billion', { metric: 'Stake sold' })
    await expect.poll(() => paintedWords(page, 'figure-contested')).toEqual(['$8.53 billion'])

    await page.keyboard.press('6')
    await expect(row).toContainText('contested ×1.46')
    await row.click()
    await expect(about(page)).toContainText('Their values are such that no rounding reconciles them.')
    const points = about(page)
      .getByRole('group', { name: /^Stake sold over time/ })
      .getByRole('button')
    await expect(points).toHaveCount(3)

    await page
      .getByRole('navigation')
      .getByRole('button', { name: /^Audit/ })
      .click()
    await page.getByRole('list', { name: 'Findings' }).getByText('Figures that contradict each other').click()
    await page.getByRole('button', { name: /^Open the metric/ }).click()
    await expect(about(page)).toContainText('Their values are such that no rounding reconciles them.')
    await points.first().focus()
    await page.keyboard.press('End')
    await expect(points.last()).toBeFocused()
    await expect(points.last()).toHaveAccessibleName(/^Oct 2025 · \$8\.53 billion · other2025 · contested$/)

    await page.keyboard.press('o')
    const sides = page.getByRole('region', { name: /^Source at the (left|right)$/ })
    await expect(sides).toHaveCount(2)
    await expect(sides.filter({ hasText: '$8.53 billion' })).toHaveCount(1)
    await expect.poll(() => paintedWords(page, 'figure-contested')).toHaveLength(2)
    await page.keyboard.press('6')

    for (let times = 0; times < 3; times += 1) {
      await page.keyboard.press('Control+z')
      await expect(page.getByRole('navigation').getByRole('button', { name: `Figures ${2 - times}` })).toBeVisible()
    }
    await expect(page.getByText('No figures yet')).toBeVisible()
  })
})

test('the timeline is gone through by key, zoomed, narrowed to an entity, and leads to the passage', async ({ page }) => {
  await page.keyboard.press('7')
  const line = page.getByRole('group', { name: /^Line of time/ })
  const sale = line.getByRole('button', { name: /First NVIDIA stake, sold · 70亿美元/ })
  await expect(sale).toBeVisible()
  const before = (await sale.boundingBox())?.width ?? 0
  await page.keyboard.press('+')
  await page.keyboard.press('0')
  await line.getByRole('button').first().focus()
  for (let step = 0; step < 2; step += 1) await page.keyboard.press('ArrowRight')
  await expect(line.getByRole('button', { name: /First NVIDIA stake, sold/ }).and(page.locator(':focus'))).toHaveCount(1)
  const place = await sale.boundingBox()
  await page.mouse.move((place?.x ?? 0) + 5, (place?.y ?? 0) + 5)
  await page.mouse.wheel(0, -600)
  await expect.poll(async () => ((await sale.boundingBox())?.width ?? 0) > before).toBe(true)
  await page.getByRole('combobox', { name: 'Of whom' }).selectOption('OpenAI')
  await expect(sale).toHaveCount(0)
  await page.getByRole('combobox', { name: 'Of whom' }).selectOption('Every entity')
  await sale.click()
  await expect(sourcePane(page).getByRole('article')).toContainText('70亿美元')
  await expect.poll(() => paintedWords(page, 'flash')).toEqual(['70亿美元'])
})
