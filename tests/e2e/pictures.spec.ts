// The pictures of the documentation, taken of the starter: kept with FOOTING_PICTURES=1; otherwise only looked at, so that a run leaves the tree clean.

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runFooting } from '../cli/run-footing.ts'
import { encodePicture } from './encode-picture.ts'
import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane, noteEditor, paintedWords, sourcePane, titleField } from './window-steps.ts'

const folder = join(import.meta.dirname, '../../docs/pictures')
const isKept = process.env.FOOTING_PICTURES === '1'
const widths = {
  wide: { width: 1600, height: 1000 },
  laptop: { width: 1280, height: 800 },
  narrow: { width: 720, height: 900 },
}
type Width = keyof typeof widths
type Viewport = { width: number; height: number }
/** Where no picture is kept, one width is looked at: accessibility.spec.ts walks through all of them. */
const shownWidths = (Object.entries(widths) as [Width, Viewport][]).filter(([width]) => isKept || width === 'laptop')

type Screen = {
  name: string
  content?: 'nothing'
  isTourAhead?: true
  /** Brings the window to what is shown, and says what a reader of the picture must see. A narrow window shows one pane at a time. */
  prepare: (page: Page, given: { width: Width; notebook: Notebook; runtime: string }) => Promise<void>
}

const screens: readonly Screen[] = [
  {
    name: 'workbench',
    prepare: async (page, { width }) => {
      await openAt(page, '#/insights?insight=insight:nvidia-exit&source=source:sina-en&topic=NVIDIA+exit&pane=insight')
      if (width !== 'narrow') {
        await expect(sourcePane(page).getByRole('heading', { level: 3 })).toBeVisible()
        await expect.poll(() => paintedWords(page, 'yellow')).not.toHaveLength(0)
        await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option', { selected: true })).toBeInViewport()
      }
      await expect(titleField(page)).toHaveValue('SoftBank sold its whole NVIDIA stake for $5.83 billion')
      await expect(
        noteEditor(page)
          .getByRole('link', { name: /^Citation .*: .{5}/ })
          .first(),
      ).toBeVisible()
      await expect(insightPane(page).getByRole('region', { name: 'Evidence' }).getByRole('listitem').first()).toBeVisible()
    },
  },
  {
    name: 'reader',
    prepare: async (page) => {
      await openAt(page, '#/sources?source=source:sina-en&pane=source')
      await expect.poll(() => paintedWords(page, 'yellow')).not.toHaveLength(0)
      await sourcePane(page)
        .getByRole('button', { name: /^\d+ highlights$/ })
        .click()
      await sourcePane(page).getByRole('button', { name: 'Details of h3', exact: true }).click()
      const card = page.getByRole('dialog', { name: 'Details of h3' })
      await expect(card.getByRole('list', { name: 'Evidence for' }).getByRole('listitem').first()).toBeVisible()
      await expect(card).toBeInViewport({ ratio: 1 })
      await expect.poll(() => paintedWords(page, 'flash')).toHaveLength(0)
    },
  },
  {
    name: 'report',
    prepare: async (page, { width }) => {
      await openAt(page, '#/reports?report=report:openai-bet')
      await expect(page.getByRole('textbox', { name: 'Title of the report' })).toHaveValue('The OpenAI bet: how SoftBank pays for it')
      if (width === 'narrow') await page.getByRole('radiogroup', { name: 'Parts of the report' }).getByText('Preview').click()
      const preview = page.getByRole('region', { name: 'Preview' })
      await expect(preview.getByText('All quotes hold')).toBeVisible()
      await expect(preview.getByRole('heading', { name: 'The OpenAI bet: how SoftBank pays for it' })).toBeVisible()
    },
  },
  {
    name: 'figures',
    prepare: async (page, { width }) => {
      await openAt(page, '#/figures')
      const row = page.getByRole('listbox', { name: 'Metrics' }).getByRole('option', { name: /^Invested in OpenAI/ })
      await expect(row).toContainText('300亿美元')
      if (width === 'narrow') return
      await row.click()
      const about = page.getByRole('region', { name: 'About the metric' })
      await expect(about).toContainText('doubtful')
      await expect(about.getByRole('group', { name: /^Invested in OpenAI over time/ }).getByRole('button')).toHaveCount(3)
    },
  },
  {
    name: 'timeline',
    prepare: async (page) => {
      await openAt(page, '#/timeline')
      await expect(page.getByText('First NVIDIA stake, sold').first()).toBeVisible()
    },
  },
  {
    name: 'search',
    prepare: async (page) => {
      await page.getByRole('textbox', { name: 'Search notes and sources' }).fill('债券')
      await expect(page.getByRole('status').filter({ hasText: /records? holds? “债券”/ })).toBeVisible()
      await expect(page.getByRole('region', { name: 'Sources' }).getByText('债券').first()).toBeVisible()
    },
  },
  {
    name: 'sources',
    prepare: async (page, { width }) => {
      await openAt(page, '#/sources?source=source:sina-zh&pane=list')
      await expect(page.getByRole('listbox', { name: 'Sources' }).getByRole('option')).toHaveCount(2)
      if (width === 'narrow') return
      await expect(sourcePane(page).getByRole('article')).toContainText('债券')
      await expect.poll(() => paintedWords(page, 'yellow')).not.toHaveLength(0)
    },
  },
  {
    name: 'audit',
    prepare: async (page, { notebook, runtime }) => {
      await renewBrief(notebook, runtime)
      await page
        .getByRole('navigation')
        .getByRole('button', { name: /^Audit/ })
        .click()
      await expect(page.getByRole('list', { name: 'Findings' }).getByRole('listitem').first()).toContainText('A cited passage changed')
      const about = page.getByRole('region', { name: 'What it is about' })
      await expect(about.getByRole('insertion')).toContainText('5.38')
      await expect(about.getByText('SoftBank sold its whole NVIDIA stake for $5.83 billion')).toBeVisible()
      // The count of the rail comes a while after the window, and after what changed.
      const count = /^\d+/.exec((await page.getByText(/^\d+ findings$/).textContent()) ?? '')?.[0]
      await expect(page.getByRole('navigation').getByRole('button', { name: `Audit ${count}` })).toBeVisible()
    },
  },
  {
    name: 'trash',
    prepare: async (page, { notebook, runtime }) => {
      await removeSome(notebook, runtime)
      await goTo(page, 'Trash')
      const rows = page.getByRole('list', { name: 'Removed records' }).getByRole('listitem')
      await expect(rows).toHaveCount(3)
      await expect(rows.filter({ hasText: 'Why does an article of 2025 point to a bond of April 2023?' })).toBeVisible()
    },
  },
  {
    name: 'start',
    content: 'nothing',
    prepare: async (page, { width }) => {
      if (width === 'narrow') await page.getByRole('radiogroup', { name: 'Panes' }).getByText('Insight').click()
      await expect(page.getByRole('heading', { name: 'Begin here' })).toBeVisible()
      await expect(page.getByRole('button', { name: /^Add your first source/ })).toBeInViewport({ ratio: 1 })
    },
  },
  {
    name: 'tour',
    isTourAhead: true,
    prepare: async (page) => {
      const tour = page.getByRole('region', { name: 'Tour, step 1 of 6' })
      await expect(tour.getByRole('heading', { name: 'Open an insight' })).toBeVisible()
      await expect(tour).toBeInViewport({ ratio: 1 })
    },
  },
  {
    name: 'palette',
    prepare: async (page) => {
      await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first()).toBeVisible()
      await page.keyboard.press('Control+K')
      await page.keyboard.type('bond')
      const palette = page.getByRole('dialog', { name: 'Command palette' })
      await expect(palette.getByRole('option', { name: /The new bonds are small/ })).toBeVisible()
    },
  },
  {
    name: 'keys',
    prepare: async (page) => {
      await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first()).toBeVisible()
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('New insight')
    },
  },
  {
    name: 'settings',
    prepare: async (page) => {
      await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first()).toBeVisible()
      await page.keyboard.press('Control+,')
      await expect(page.getByRole('dialog', { name: 'Settings' })).toContainText('Text size')
    },
  },
]

for (const { name, content = 'starter', isTourAhead = false, prepare } of screens) {
  for (const [width, viewport] of shownWidths) {
    test.describe(`${name}-${width}`, () => {
      test.use({ viewport, content, isTourAhead, contextOptions: { reducedMotion: 'reduce' }, locale: 'en-GB', timezoneId: 'UTC' })

      test('shows what it should, in light and in dark', async ({ page, notebook, templates }) => {
        await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
        await prepare(page, { width, notebook, runtime: templates.runtime })
        await expectSaved(page)
        await page.evaluate(() => document.fonts.ready)
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
          await settleTimes(page)
          const picture = await decode(page, await page.screenshot({ animations: 'disabled', caret: 'hide' }))
          const { colourCount, commonestShare, meanLight } = lookAt(picture.pixels)
          expect(colourCount).toBeGreaterThan(100)
          expect(commonestShare, 'the share of one colour').toBeLessThan(0.9)
          // Behind a dialog a light window is darker.
          if (colorScheme === 'light') expect(meanLight).toBeGreaterThan(120)
          else expect(meanLight).toBeLessThan(80)
          if (!isKept) continue
          mkdirSync(folder, { recursive: true })
          writeFileSync(join(folder, `${name}-${width}-${colorScheme}.png`), encodePicture(picture))
        }
      })
    })
  }
}

/** Goes to an address within the window, as a link or the browser's history does. */
async function openAt(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

/** An insight, a highlight and the report go to the trash, as another process sends them there. */
async function removeSome(notebook: Notebook, runtime: string): Promise<void> {
  const highlight = (await notebook.dump()).find(({ table, source, number }) => table === 'highlights' && source === 'source:sina-en' && number === 5)
  const command = { id: 1, command: 'trash.remove', input: { ids: ['report:openai-bet', highlight?.id, 'insight:april-2023'] } }
  const { stdout } = await runFooting(['batch', notebook.folder], { input: `${JSON.stringify(command)}\n`, env: { XDG_RUNTIME_DIR: runtime } })
  expect(stdout).toContain('"ok":true')
}

/** The English brief is edited: another amount, and a sentence less. */
async function renewBrief(notebook: Notebook, runtime: string): Promise<void> {
  const { revisions } = (await notebook.dump()).find(({ id }) => id === 'source:sina-en') as unknown as { revisions: [{ text: string }] }
  const [{ text }] = revisions
  const markdown = readFileSync(join(notebook.folder, 'texts', `${text.slice('text:'.length)}.md`), 'utf8')
  const edited = markdown.replace('$5.83 billion', '$5.38 billion').replace(/The new sale, its second exit, [^.]*\.\s*/, '')
  const command = { id: 1, command: 'source.renew-text', input: { id: 'source:sina-en', markdown: edited } }
  const { stdout } = await runFooting(['batch', notebook.folder], { input: `${JSON.stringify(command)}\n`, env: { XDG_RUNTIME_DIR: runtime } })
  expect(stdout).toContain('"lost":2')
}

/** The starter was made a moment ago: a picture says one time of day, so that renewing it changes only what the window changed. */
async function settleTimes(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const { firstChild } of document.querySelectorAll('time'))
      if (firstChild?.nodeValue) firstChild.nodeValue = firstChild.nodeValue.replace(/\d\d:\d\d/, '09:30')
  })
}

type Picture = { width: number; height: number; pixels: Uint8Array }

/** By the browser itself, which has what is needed. */
async function decode(page: Page, png: Buffer): Promise<Picture> {
  const { width, height, base64 } = await page.evaluate(async (given) => {
    const image = await createImageBitmap(new Blob([Uint8Array.from(atob(given), (character) => character.charCodeAt(0))], { type: 'image/png' }))
    const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
    if (!context) throw new Error('no canvas')
    context.drawImage(image, 0, 0)
    const { width, height, data } = context.getImageData(0, 0, image.width, image.height)
    const address = await new Promise<string>((resolve) => {
      const reader = new FileReader()
      reader.onload = () => resolve(String(reader.result))
      reader.readAsDataURL(new Blob([data]))
    })
    return { width, height, base64: address.slice(address.indexOf(',') + 1) }
  }, png.toString('base64'))
  return { width, height, pixels: new Uint8Array(Buffer.from(base64, 'base64')) }
}

/** How many colours, how much of the commonest, and the mean of the green channel (0–255). */
function lookAt(pixels: Uint8Array): { colourCount: number; commonestShare: number; meanLight: number } {
  const counts = new Map<number, number>()
  let light = 0
  for (const pixel of new Uint32Array(pixels.buffer)) {
    counts.set(pixel, (counts.get(pixel) ?? 0) + 1)
    light += (pixel >>> 8) & 0xff
  }
  const pixelCount = pixels.length / 4
  return { colourCount: counts.size, commonestShare: Math.max(...counts.values()) / pixelCount, meanLight: light / pixelCount }
}
