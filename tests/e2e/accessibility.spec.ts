// Every screen and every layer over it, in light and dark and three widths, without a violation that axe-core knows of; no rule is switched off.

import { AxeBuilder } from '@axe-core/playwright'
import { runFooting } from '../cli/run-footing.ts'
import { expect, type Page, test } from './notebook-fixture.ts'
import { insightPane, paintedWords, sourcePane } from './window-steps.ts'

type Screen = readonly [name: string, show: (page: Page) => Promise<void>]

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

/** Of the English brief, with another amount. */
const shortened =
  'SoftBank Group holds no NVIDIA shares any more. It disposed of the whole position for $5.38 billion, the second time that it has left the chip maker.'

/** In this order, each begins where the one before it ended. */
const screens: readonly Screen[] = [
  [
    'insight list',
    async (page) => {
      await goTo(page, '#/insights?pane=list')
      await expect(page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first()).toBeVisible()
    },
  ],
  [
    'insight',
    async (page) => {
      await goTo(page, '#/insights?insight=insight:concentration&pane=insight')
      await expect(insightPane(page).getByRole('region', { name: 'Evidence' }).getByRole('listitem').first()).toBeVisible()
      await expect(
        insightPane(page)
          .getByRole('link', { name: /^Citation .*: .{5}/ })
          .first(),
      ).toBeVisible()
    },
  ],
  [
    'menu of an insight',
    async (page) => {
      await insightPane(page).getByRole('button', { name: 'More for this insight' }).click()
      await expect(page.getByRole('menuitem', { name: 'Move to trash' })).toBeVisible()
    },
  ],
  [
    'menu of evidence',
    async (page) => {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
      await insightPane(page)
        .getByRole('button', { name: /^More for sina2025-exit h/ })
        .first()
        .click()
      await expect(page.getByRole('menuitem', { name: 'Remove from evidence' })).toBeVisible()
    },
  ],
  [
    'completions in the note',
    async (page) => {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
      await insightPane(page).getByRole('textbox', { name: 'Note' }).focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.type(' [@')
      await expect(page.getByRole('listbox', { name: 'Completions' }).getByRole('option').first()).toBeVisible()
    },
  ],
  [
    'insight in the reading view',
    async (page) => {
      await page.keyboard.press('Escape')
      for (const _ of ' [@') await page.keyboard.press('Backspace')
      await insightPane(page).getByRole('button', { name: 'Reading view' }).click()
      await expect(insightPane(page).getByRole('article', { name: 'Note' })).toBeVisible()
    },
  ],
  [
    'two insights side by side',
    async (page) => {
      await goTo(page, '#/insights?insight=insight:concentration&left=insight:nvidia-exit&pane=right')
      await expect(page.getByRole('region', { name: 'Insight at the right' }).getByRole('textbox', { name: 'Title' })).toBeVisible()
      await expect(page.getByRole('tab', { selected: true }).last()).toHaveAccessibleName(/NVIDIA|concentr|SoftBank/)
    },
  ],
  [
    'menu of tabs',
    async (page) => {
      await page.getByRole('button', { name: 'All tabs at the right' }).click()
      await expect(page.getByRole('menuitem', { name: /^Move to the other pane/ })).toBeVisible()
    },
  ],
  [
    'source',
    async (page) => {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
      await page.keyboard.press('Alt+M')
      await goTo(page, '#/sources?source=source:sina-zh&insight=insight:concentration&pane=source')
      await expect.poll(() => paintedWords(page, 'yellow')).not.toHaveLength(0)
    },
  ],
  [
    'source with its list of highlights',
    async (page) => {
      await goTo(page, '#/sources?source=source:sina-en&insight=insight:concentration&pane=source')
      const toggle = sourcePane(page).getByRole('button', { name: '25 highlights' })
      await toggle.click()
      await expect(sourcePane(page).getByRole('list', { name: 'Highlights' }).getByRole('listitem')).toHaveCount(25)
    },
  ],
  [
    'card of a highlight',
    async (page) => {
      await sourcePane(page).getByRole('button', { name: 'Details of h3', exact: true }).click()
      await expect(dialog(page, 'Details of h3').getByRole('list', { name: 'Evidence for' })).toBeVisible()
    },
  ],
  [
    'link dialog',
    async (page) => {
      await page.keyboard.press('e')
      await expect(dialog(page, 'h3 as evidence').getByRole('button', { name: /^contradiction/ })).toBeVisible()
    },
  ],
  [
    'choice of an insight in the link dialog',
    async (page) => {
      await dialog(page, 'h3 as evidence').getByRole('button', { name: 'Another insight…' }).click()
      await expect(dialog(page, 'h3 as evidence').getByText('SoftBank is trading breadth for a few large AI bets')).toBeVisible()
    },
  ],
  [
    'toolbar at a selection, with the keyboard’s caret',
    async (page) => {
      // The dialog, and then the card that it was opened from.
      await page.keyboard.press('Escape')
      await expect(dialog(page, 'h3 as evidence')).toBeHidden()
      await close(page)
      await sourcePane(page).getByRole('article').focus()
      await page.keyboard.press('v')
      for (let turn = 0; turn < 3; turn += 1) await page.keyboard.press('Control+Shift+ArrowRight')
      await expect(page.getByRole('toolbar', { name: 'Highlight the selection' })).toBeVisible()
    },
  ],
  [
    'edit dialog of a source',
    async (page) => {
      await page.keyboard.press('Escape')
      await page.keyboard.press('Escape')
      await page.keyboard.press('i')
      await expect(dialog(page, 'About this source')).toBeVisible()
    },
  ],
  [
    'refused form of a source',
    async (page) => {
      const form = dialog(page, 'About this source')
      await form.getByLabel('Published').fill('14 November')
      await form.getByRole('button', { name: 'Save' }).click()
      await expect(form.getByText('Write a date such as')).toBeVisible()
    },
  ],
  [
    'add-source dialog',
    async (page) => {
      await close(page)
      await page.keyboard.press('Shift+N')
      await expect(dialog(page, 'Add a source').getByRole('textbox', { name: 'Text' })).toBeVisible()
    },
  ],
  [
    'outline of a report',
    async (page) => {
      await close(page)
      await goTo(page, '#/reports?report=report:openai-bet')
      await expect(page.getByRole('textbox', { name: 'Title of the report' })).toBeVisible()
    },
  ],
  [
    'menu of a report',
    async (page) => {
      await page.getByRole('button', { name: 'More actions on this report' }).click()
      await expect(page.getByRole('menuitem', { name: 'Move to the trash' })).toBeVisible()
    },
  ],
  [
    'insight chooser of a report',
    async (page) => {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
      await page.keyboard.press('Shift+I')
      await expect(dialog(page, 'Add insights').getByRole('checkbox').first()).toBeVisible()
    },
  ],
  [
    'preview of a report',
    async (page) => {
      await close(page)
      const tabs = page.getByRole('radiogroup', { name: 'Parts of the report' })
      if (await tabs.isVisible()) await tabs.getByText('Preview').click()
      // With what it says about the insight that lies in the trash.
      await expect(page.getByRole('region', { name: 'Preview' }).getByText('1 problem').first()).toBeVisible()
      await expect(page.getByRole('region', { name: 'Preview' }).getByRole('heading', { name: 'In short' })).toBeVisible()
    },
  ],
  [
    'search results',
    async (page) => {
      await page.getByRole('textbox', { name: 'Search notes and sources' }).fill('债券')
      await expect(page.getByText('5 records hold “债券”').first()).toBeVisible()
    },
  ],
  [
    'trash',
    async (page) => {
      await goTo(page, '#/trash')
      await expect(page.getByRole('list', { name: 'Removed records' }).getByRole('listitem')).toHaveCount(2)
    },
  ],
  [
    'delete dialog',
    async (page) => {
      await page.getByRole('checkbox', { name: /^Insight: Why does/ }).check()
      await page.getByRole('button', { name: 'Delete for good…' }).click()
      await expect(dialog(page, 'Delete 1 record for good?').getByText('hangs on it')).toBeVisible()
    },
  ],
  [
    'toast with an undo',
    async (page) => {
      await close(page)
      await page.getByRole('button', { name: /^Restore Why does/ }).click()
      await expect(page.getByRole('alert').getByRole('button', { name: 'Undo' })).toBeVisible()
    },
  ],
  [
    'keys',
    async (page) => {
      await page.keyboard.press('?')
      await expect(dialog(page, 'Keys')).toBeVisible()
    },
  ],
  [
    'notebook menu',
    async (page) => {
      await close(page)
      await page.getByRole('button', { name: /: menu of the notebook$/ }).click()
      await expect(page.getByRole('menuitem', { name: 'Reset the starter notebook…' })).toBeVisible()
    },
  ],
  [
    'reset dialog',
    async (page) => {
      await page.getByRole('menuitem', { name: 'Reset the starter notebook…' }).click()
      await expect(dialog(page, 'Reset the starter notebook…')).toBeVisible()
    },
  ],
  [
    'theme menu',
    async (page) => {
      await close(page)
      await page.getByRole('button', { name: 'Theme' }).click()
      await expect(page.getByRole('menuitem', { name: 'Dark' })).toBeVisible()
    },
  ],
  [
    'palette',
    async (page) => {
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu')).toHaveCount(0)
      await page.keyboard.press('Control+k')
      await expect(dialog(page, 'Command palette').getByRole('option', { selected: true })).toBeVisible()
    },
  ],
  [
    'palette with what was found',
    async (page) => {
      await page.keyboard.type('软银')
      await expect(
        dialog(page, 'Command palette')
          .getByRole('option', { name: /sina2025-exit/ })
          .first(),
      ).toBeVisible()
    },
  ],
  [
    'settings',
    async (page) => {
      await close(page)
      await page.keyboard.press('Control+,')
      await expect(dialog(page, 'Settings').getByRole('region', { name: 'Preview' })).toBeVisible()
    },
  ],
  [
    'web clippers',
    async (page) => {
      await dialog(page, 'Settings').getByRole('button', { name: 'Web clippers…' }).click()
      await dialog(page, 'Web clippers').getByLabel('Name of the new clipper').fill('Shortcut')
      await page.keyboard.press('Enter')
      await expect(dialog(page, 'Web clippers').getByRole('region', { name: 'The token of “Shortcut”' })).toBeVisible()
    },
  ],
  [
    'key that is taken',
    async (page) => {
      await close(page)
      await page.keyboard.press('Control+,')
      await dialog(page, 'Settings').getByRole('button', { name: 'Keys…' }).click()
      await dialog(page, 'Keys').getByRole('button', { name: 'Change 4 for “Trash”' }).click()
      await page.keyboard.press('n')
      await expect(dialog(page, 'Keys').getByRole('alert')).toBeVisible()
    },
  ],
  [
    'quick capture',
    async (page) => {
      await dialog(page, 'Keys').getByRole('button', { name: 'Leave it' }).click()
      await close(page)
      await page.keyboard.press('q')
      await page.keyboard.type('Who carries the funding?')
      await expect(dialog(page, 'Quick capture').getByRole('button', { name: 'Funding' })).toBeVisible()
    },
  ],
  [
    'versions of an insight',
    async (page) => {
      await close(page)
      await goTo(page, '#/insights?insight=insight:concentration&pane=insight')
      await expect(insightPane(page).getByRole('button', { name: 'More for this insight' })).toBeVisible()
      await page.keyboard.press('Alt+H')
      await expect(
        dialog(page, /^Versions of/)
          .getByRole('option')
          .first(),
      ).toBeVisible()
      await dialog(page, /^Versions of/)
        .getByText('Evidence at that time')
        .click()
      await expect(
        dialog(page, /^Versions of/)
          .getByRole('listitem')
          .first(),
      ).toBeVisible()
    },
  ],
  [
    'card of a figure in the reader',
    async (page) => {
      await close(page)
      await goTo(page, '#/sources?source=source:sina-zh&pane=source')
      await sourcePane(page).getByRole('article').focus()
      await expect.poll(() => paintedWords(page, 'figure-kept')).not.toHaveLength(0)
      await page.keyboard.press('f')
      await expect(dialog(page, /^Figure /).getByRole('combobox', { name: 'Metric' })).toBeFocused()
    },
  ],
  [
    'figures by metric',
    async (page) => {
      await close(page)
      await goTo(page, '#/figures')
      await expect(page.getByRole('listbox', { name: 'Metrics' }).getByRole('option').nth(3)).toBeVisible()
    },
  ],
  [
    'figures by source',
    async (page) => {
      await page.getByRole('radiogroup', { name: 'Order' }).getByText('By source').click()
      await expect(page.getByRole('listbox', { name: 'Figures by source' }).getByRole('option').nth(3)).toBeVisible()
    },
  ],
  [
    'what a metric rests on, with its chart',
    async (page) => {
      await goTo(page, '#/figures?metric=metric:nvidia-first-sale')
      await expect(page.getByRole('group', { name: /over time/ }).getByRole('button')).toHaveCount(2)
    },
  ],
  [
    'edit dialog of a metric',
    async (page) => {
      await page.keyboard.press('e')
      await dialog(page, 'Edit the metric').getByRole('button', { name: 'Add a rule' }).click()
      await expect(dialog(page, 'Edit the metric').getByRole('combobox', { name: 'Metric' })).toBeVisible()
    },
  ],
  [
    'exchange rates',
    async (page) => {
      await close(page)
      await page.keyboard.press('x')
      await dialog(page, 'Exchange rates').getByRole('button', { name: 'Add' }).click()
      await expect(dialog(page, 'Exchange rates').getByText('Write a number such as 7.12')).toBeVisible()
    },
  ],
  [
    'timeline',
    async (page) => {
      await close(page)
      await goTo(page, '#/timeline')
      await expect(
        page
          .getByRole('group', { name: /^Line of time/ })
          .getByRole('button')
          .nth(3),
      ).toBeVisible()
    },
  ],
  [
    'a new text of a source, and what it would do',
    async (page) => {
      await close(page)
      await goTo(page, '#/sources?source=source:sina-en&pane=source')
      await expect.poll(() => paintedWords(page, 'yellow')).not.toHaveLength(0)
      await page.keyboard.press('Alt+Shift+U')
      const renew = dialog(page, /^A new text of/)
      await renew.getByRole('textbox', { name: 'The new text, in Markdown' }).fill(shortened)
      await expect(renew.getByRole('region', { name: 'What happens to the highlights' })).toContainText('1 changed')
    },
  ],
  [
    'texts of a source, and what changed',
    async (page) => {
      await dialog(page, /^A new text of/)
        .getByRole('button', { name: 'Bring it in' })
        .click()
      await expect(
        dialog(page, /^Texts of/)
          .getByRole('insertion')
          .filter({ hasText: '5.38' })
          .first(),
      ).toBeVisible()
    },
  ],
  [
    'what falls with a source',
    async (page) => {
      await close(page)
      await page.keyboard.press('Alt+F')
      await expect(dialog(page, /fell$/).getByText('loses its only support').first()).toBeVisible()
    },
  ],
  [
    'audit',
    async (page) => {
      await close(page)
      await goTo(page, '#/audit')
      await expect(page.getByRole('list', { name: 'Findings' }).getByRole('listitem').first()).toContainText('A cited passage changed')
      await expect(page.getByRole('region', { name: 'What it is about' }).getByRole('insertion')).toBeVisible()
    },
  ],
  [
    'words to choose for a passage',
    async (page) => {
      await page.keyboard.press('r')
      await expect(page.getByRole('status').filter({ hasText: 'is to cite from now on' })).toBeVisible()
    },
  ],
  [
    'insight whose evidence changed',
    async (page) => {
      await page.getByRole('status').getByRole('button', { name: 'Cancel' }).click()
      await goTo(page, '#/insights?insight=insight:nvidia-exit&pane=insight')
      await expect(insightPane(page).getByText('changed in the newest text').first()).toBeVisible()
      await expect(insightPane(page).getByText(/^from \d independent source/)).toBeVisible()
    },
  ],
  [
    'history of the notebook',
    async (page) => {
      await page.keyboard.press('Alt+Shift+H')
      await dialog(page, 'History of the notebook').getByLabel('Forget what was before').fill('2099-01-01')
      await dialog(page, 'History of the notebook')
        .getByRole('button', { name: /^Forget/ })
        .click()
      await expect(dialog(page, 'History of the notebook').getByText('This cannot be undone.')).toBeVisible()
    },
  ],
  [
    'the notebook as it was',
    async (page) => {
      await close(page)
      await page.keyboard.press('Alt+Y')
      await expect(page.getByRole('region', { name: 'The past' }).getByRole('slider')).toBeVisible()
      await expect(insightPane(page).getByRole('article', { name: 'Note' })).toBeVisible()
    },
  ],
]

const emptyScreens: readonly Screen[] = [
  ...(['insights', 'sources', 'figures', 'timeline', 'reports', 'trash', 'search'] as const).map(
    (view): Screen => [
      `${view} of an empty notebook`,
      async (page) => {
        await goTo(page, `#/${view}`)
        await expect(page.getByRole('main').getByText(emptyWords[view]).first()).toBeVisible()
      },
    ],
  ),
  [
    'first page of an empty notebook',
    async (page) => {
      await goTo(page, '#/insights?pane=insight')
      const tabs = page.getByRole('radiogroup', { name: 'Panes' })
      if (await tabs.isVisible()) await tabs.getByText('Insight', { exact: true }).click()
      await expect(page.getByRole('heading', { name: 'Begin here' })).toBeVisible()
    },
  ],
  [
    'insight without evidence',
    async (page) => {
      await page.getByRole('button', { name: /^Write an insight/ }).click()
      await expect(insightPane(page).getByText('Nothing supports or contradicts this yet')).toBeVisible()
    },
  ],
  [
    'report without items',
    async (page) => {
      await goTo(page, '#/reports')
      await page
        .getByRole('button', { name: /^New report/ })
        .first()
        .click()
      await expect(page.getByText('This report is empty')).toBeVisible()
    },
  ],
  [
    'search that finds nothing',
    async (page) => {
      await page.getByRole('textbox', { name: 'Search notes and sources' }).fill('zeppelin')
      await expect(page.getByText('Nothing holds “zeppelin”')).toBeVisible()
    },
  ],
]
const emptyWords = {
  insights: 'No insights yet',
  sources: 'Every claim needs something to stand on',
  reports: 'No reports yet',
  trash: 'The trash is empty',
  figures: 'No figures yet',
  timeline: 'Nothing is dated yet',
  search: 'Search everything in this notebook',
}

test.describe.configure({ mode: 'parallel' })

/** `npm test` by itself takes one width, and each screen in light or in dark by turns: all of them are minutes of work. `npm test -- --all` takes them all. */
const isShort = process.env.FOOTING_E2E === 'short'
const widths = isShort ? [1280] : [1600, 1280, 720]
const schemes = ['light', 'dark'] as const

function schemesOf(position: number): readonly (typeof schemes)[number][] {
  return isShort ? [schemes[position % 2] ?? 'light'] : schemes
}

for (const width of widths) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } })

    test('every screen of the starter', async ({ page, notebook, templates }) => {
      // Half a minute of work, on a machine that may be busy with other things.
      test.setTimeout(300_000)
      const removal = { id: 1, command: 'trash.remove', input: { ids: ['insight:april-2023', 'insight:arizona'] } }
      const removed = await runFooting(['batch', notebook.folder], {
        input: `${JSON.stringify(removal)}\n`,
        env: { XDG_RUNTIME_DIR: templates.runtime },
      })
      expect(removed.stdout).toContain('"ok":true')
      await walk(page, screens)
    })

    test.describe('with the tour ahead', () => {
      test.use({ isTourAhead: true })

      test('every step of it', { tag: '@thorough' }, async ({ page }) => {
        test.setTimeout(180_000)
        const step = (title: string) => page.getByRole('region', { name: /^Tour, step/ }).getByRole('heading', { name: title })
        const skip = () => page.getByRole('button', { name: 'Skip this step' }).click()
        await walk(page, [
          ['first step of the tour', async () => expect(step('Open an insight')).toBeVisible()],
          [
            'step of the tour at a quote',
            async () => {
              await page.getByRole('listbox', { name: 'Insights' }).getByRole('option').first().click()
              await expect(step('See what it stands on')).toBeVisible()
            },
          ],
          [
            'end of the tour',
            async () => {
              for (const title of ['Mark a sentence', 'Cite it', 'Open the report', 'Take it with you', 'That is all of it']) {
                await skip()
                await expect(step(title)).toBeVisible()
              }
            },
          ],
        ])
      })
    })

    test.describe('with nothing in it', () => {
      test.use({ content: 'nothing' })

      test('every screen', { tag: '@thorough' }, async ({ page }) => {
        test.setTimeout(180_000)
        await walk(page, emptyScreens)
      })
    })
  })
}

/** Walks through all, each in light and in dark, before it fails: a violation is told once, with the screens that have it. */
async function walk(page: Page, screens: readonly Screen[]): Promise<void> {
  const found = new Map<string, string[]>()
  for (const [position, [name, show]] of screens.entries()) {
    await test.step(name, async () => {
      await show(page)
      for (const colorScheme of schemesOf(position)) {
        await page.emulateMedia({ colorScheme })
        await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
        // Legacy: without a page of its own for the result, which only windows with frames need.
        const { violations } = await new AxeBuilder({ page })
          .setLegacyMode()
          .options({ resultTypes: ['violations'], preload: false })
          .analyze()
        for (const { id, nodes } of violations)
          for (const { html, failureSummary } of nodes) {
            const violation = `${id}: ${html} ${failureSummary}`
            found.set(violation, [...(found.get(violation) ?? []), `${name} (${colorScheme})`])
          }
      }
    })
  }
  expect([...found].map(([violation, names]) => `${names.join(', ')}: ${violation}`)).toEqual([])
}

/** Goes to an address within the window, as a link or the browser's history does. */
async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

/** Closes the dialog in front. */
async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}
