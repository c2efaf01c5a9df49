// Passages of every shape and what stands beside them: notes in the margin or below, one of several that lie on one another, and the keys.

import { renderMarkdown } from '../../src/core/markdown/render-markdown.ts'
import { runFooting } from '../cli/run-footing.ts'
import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, paintedWords, sourcePane } from './window-steps.ts'

test.use({ content: 'nothing', viewport: { width: 1600, height: 900 } })

const markdown = `# How the deal is paid

SoftBank sold its whole stake in October, and the lenders agreed to a bridge loan of $8.5 billion.[^loan]

- The bonds are due in 2030
- ソフトバンクは社債を発行した

| Part | Amount |
| --- | --- |
| Loan | $8.5 billion |
| Bonds | €500 million |

\`\`\`
total = loan + bonds
\`\`\`

软银在十月出售了全部股份，市场对此反应不一。

[^loan]: The bridge loan ends after twelve months.
`
const { readingText } = renderMarkdown(markdown)

/** From the first words to the end of the last. */
function passage(from: string, to = from): { start: number; end: number } {
  const start = readingText.indexOf(from)
  const end = readingText.indexOf(to, start) + to.length
  if (start < 0 || end < start) throw new Error(`the text does not hold ${from} … ${to}`)
  return { start, end }
}

const highlights = [
  { ...passage('sold its whole stake', 'a bridge loan'), colour: 'yellow', comment: 'Who are the lenders? Ask the bank that leads the loan.' },
  { ...passage('the lenders agreed'), colour: 'blue', comment: 'Only a promise so far' },
  { ...passage('due in 2030', '社債を発行した'), colour: 'green', comment: '' },
  { ...passage('Loan\t$8.5', 'total = loan'), colour: 'pink', comment: 'The table and the sum below it agree' },
  { ...passage('软银在十月出售了全部股份'), colour: 'orange', comment: '要核对日期' },
  { ...passage('The bridge loan ends'), colour: 'yellow', comment: 'A year' },
] as const

async function openSeeded(page: Page, notebook: Notebook): Promise<void> {
  const commands = [
    ['source.add', { id: 'source:deal', citekey: 'deal', title: 'How the deal is paid', language: 'en', markdown }],
    ['insight.add', { id: 'insight:bridge', title: 'The bridge loan is a promise', body: '' }],
    ...highlights.map((highlight, index) => ['highlight.add', { id: `highlight:${index + 1}`, source: 'source:deal', ...highlight }] as const),
    ['evidence.add', { insight: 'insight:bridge', highlight: 'highlight:2', stance: 'supports' }],
  ] as const
  const input = commands.map(([command, input], id) => JSON.stringify({ id, command, input })).join('\n')
  const { stdout } = await runFooting(['batch', notebook.folder], { input: `${input}\n`, env: notebook.env })
  expect(stdout.split('\n').filter((line) => line.includes('"ok":false'))).toEqual([])
  await page.evaluate(() => {
    location.hash = '#/sources?source=source:deal&pane=source'
  })
  await expect(sourcePane(page).getByRole('article')).toContainText('The bonds are due')
}

const noteOf = (page: Page, number: number) => sourcePane(page).getByRole('button', { name: new RegExp(`^h${number}\\b`) })

/** The height of a passage's first line in the window. */
const topOf = (page: Page, words: string) =>
  page.evaluate((words) => {
    for (const [name, highlight] of CSS.highlights)
      if (/^footing-(yellow|green|blue|pink|orange)$/.test(name))
        for (const range of highlight) if (range.toString().startsWith(words)) return (range as Range).getClientRects()[0]?.top ?? Number.NaN
    return Number.NaN
  }, words)

test('notes stand beside their passages without overlapping, lead through them by key, and are edited in place', async ({ page, notebook }) => {
  await openSeeded(page, notebook)
  const notes = sourcePane(page).getByRole('list', { name: 'Side notes' }).getByRole('listitem')
  // h3 has nothing to say.
  await expect(notes).toHaveCount(5)
  await expect(notes.nth(1)).toContainText('Only a promise so far')
  await expect(notes.nth(1).getByRole('button', { name: 'Open The bridge loan is a promise' })).toBeVisible()
  const first = await notes.nth(0).boundingBox()
  expect(Math.abs((first?.y ?? 0) - (await topOf(page, 'sold its whole')))).toBeLessThan(30)
  const boxes = await Promise.all((await notes.all()).map((note) => note.boundingBox()))
  for (const [index, box] of boxes.entries())
    if (index > 0) expect(box?.y).toBeGreaterThan((boxes[index - 1]?.y ?? 0) + (boxes[index - 1]?.height ?? 0))
  const words = await sourcePane(page).getByRole('article').boundingBox()
  for (const box of boxes) expect(box?.x).toBeGreaterThan((words?.x ?? 0) + (words?.width ?? 0))

  await sourcePane(page).getByRole('article').focus()
  for (const number of [1, 2, 3]) {
    await page.keyboard.press('j')
    await expect(noteOf(page, number)).toBeFocused()
  }
  await expect.poll(() => paintedWords(page, 'current')).toEqual([expect.stringContaining('ソフトバンクは社債を発行した')])
  await page.keyboard.press('k')
  await expect(noteOf(page, 2)).toBeFocused()
  await expect(noteOf(page, 2)).toHaveAccessibleName(/h2.*blue.*supports/s)
  await expect(noteOf(page, 2)).toHaveAccessibleDescription('Only a promise so far')
  // Now it is the one that stands exactly at its passage.
  const held = await noteOf(page, 2).boundingBox()
  expect(Math.abs((held?.y ?? 0) - (await topOf(page, 'the lenders agreed')))).toBeLessThan(30)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Details of h2' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(noteOf(page, 2)).toBeFocused()

  await notes.nth(1).getByRole('button', { name: 'Only a promise so far' }).click()
  const field = notes.nth(1).getByRole('textbox', { name: 'Comment' })
  await expect(field).toBeFocused()
  await field.fill('Signed on 3 November')
  await page.keyboard.press('Escape')
  await expect(noteOf(page, 2)).toBeFocused()
  await expect(notes.nth(1)).toContainText('Signed on 3 November')
  await expectSaved(page)
  expect((await notebook.dump()).find(({ id }) => id === 'highlight:2')).toMatchObject({ comment: 'Signed on 3 November' })

  await page.keyboard.press('m')
  await expect(notes).toHaveCount(0)
  await page.keyboard.press('m')
  await page.setViewportSize({ width: 720, height: 900 })
  const below = sourcePane(page).getByRole('group', { name: 'Side notes' })
  await expect(below).toHaveCount(4)
  await expect(below.first()).toContainText('Who are the lenders?')
  await expect(below.first()).toContainText('Signed on 3 November')
  expect((await below.first().boundingBox())?.y).toBeGreaterThan(await topOf(page, 'sold its whole'))
  // Notes between the blocks are no part of what is quoted.
  await expect.poll(() => paintedWords(page, 'pink')).toEqual([expect.stringMatching(/^Loan\s*\$8\.5 billion\s*Bonds\s*€500 million\s*total = loan/)])
})

test('of passages that lie on one another the one meant is chosen; across list, table, code and note all are painted and clicked', async ({
  page,
  notebook,
}) => {
  await openSeeded(page, notebook)
  await expect.poll(() => paintedWords(page, 'blue')).toEqual(['the lenders agreed'])
  const press = async (words: string) => {
    const point = await sourcePane(page)
      .getByRole('article')
      .evaluate((element, words) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const start = (node.textContent ?? '').indexOf(words)
          if (start < 0) continue
          node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' })
          const range = document.createRange()
          range.setStart(node, start)
          range.setEnd(node, start + words.length)
          const { left, top, width, height } = range.getBoundingClientRect()
          return { x: left + width / 2, y: top + height / 2 }
        }
        throw new Error(`the text does not hold “${words}”`)
      }, words)
    await page.mouse.click(point.x, point.y)
  }
  await press('lenders')
  const chooser = page.getByRole('dialog', { name: 'Several highlights lie here: which one?' })
  await expect(chooser.getByRole('button')).toHaveCount(2)
  await expect(chooser.getByRole('button', { name: /^h2\b/ })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => paintedWords(page, 'current')).toEqual([expect.stringContaining('sold its whole stake')])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: 'Details of h1' })).toBeVisible()
  await page.keyboard.press('Escape')
  for (const [words, number] of [
    ['社債', 3],
    ['€500', 4],
    ['total', 4],
    ['全部股份', 5],
    ['bridge loan ends', 6],
  ] as const) {
    await press(words)
    await expect(page.getByRole('dialog', { name: `Details of h${number}` })).toBeVisible()
    await page.keyboard.press('Escape')
  }
})
