// Two windows on one notebook: what one does the other shows, edits that do not touch are merged, those that do are both kept.

import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, goTo, insightPane, noteEditor, openBrief, openInsight, paintedWords, selectWords, titleField } from './window-steps.ts'

const title = 'The new bonds are small beside the bet they serve'
const conflictIn = (page: Page) => insightPane(page).getByRole('status', { name: 'Another window changed the same words' })
const saving = (page: Page) => page.getByRole('contentinfo').getByRole('status').first()

async function bodyOf(notebook: Notebook, name: string): Promise<string> {
  return (await notebook.dump()).find((record) => record.table === 'insights' && record.title === name)?.body ?? ''
}

async function writeInsight(page: Page, name: string, lines: readonly string[]): Promise<void> {
  await page.keyboard.press('n')
  await expect(titleField(page)).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(noteEditor(page)).toBeFocused()
  await page.keyboard.insertText(lines.join('\n'))
  await expectSaved(page)
}

/** Both windows with the insight open and the cursor in its note. */
async function openInBoth(windows: readonly Page[], name: string): Promise<void> {
  for (const window of windows) {
    await openInsight(window, name)
    await noteEditor(window).click()
  }
}

type Clash = { asked: Page; first: Page; yours: string; theirs: string }

/** Both windows type at the end of one note at once. Whose words are saved second is asked: the other way round on a machine that was busy meanwhile. */
async function makeClash(page: Page, other: Page): Promise<Clash> {
  await writeInsight(page, 'Clash', ['It costs'])
  await openInBoth([page, other], 'Clash')
  for (const window of [page, other]) await window.keyboard.press('Control+End')
  const typed = other.keyboard.type(' 30 billion.', { delay: 90 })
  await expect(noteEditor(other)).toContainText(' 3')
  await page.keyboard.type(' much.')
  await typed
  const isAsked = async (window: Page) => (await conflictIn(window).count()) > 0
  await expect.poll(async () => (await isAsked(page)) || (await isAsked(other))).toBe(true)
  const [much, billion] = ['It costs much.', 'It costs 30 billion.']
  return (await isAsked(other))
    ? { asked: other, first: page, yours: billion, theirs: much }
    : { asked: page, first: other, yours: much, theirs: billion }
}

test('a note, a title and facts that change in one window change in the other', async ({ page, openWindow }) => {
  const other = await openWindow()
  await openInBoth([page, other], title)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Said here.')
  await expect(noteEditor(other)).toContainText('Said here.')
  await titleField(page).fill('The bonds are small')
  await expect(titleField(other)).toHaveValue('The bonds are small')
  await expect(other.getByRole('listbox', { name: 'Insights' }).getByRole('option', { name: /^The bonds are small/ })).toBeVisible()
  await insightPane(page).getByRole('combobox', { name: 'Confidence' }).selectOption('high')
  await expect(insightPane(other).getByRole('combobox', { name: 'Confidence' })).toHaveValue('high')
  await expectSaved(other)
})

test('a new insight, a highlight and a removal show in the other window', async ({ page, openWindow }) => {
  const other = await openWindow()
  await writeInsight(page, 'Made in the first window', ['One line.'])
  const options = other.getByRole('listbox', { name: 'Insights' }).getByRole('option')
  await expect(options.first()).toContainText('Made in the first window')
  await options.first().click()
  await insightPane(page).getByRole('button', { name: 'More for this insight' }).click()
  await page.getByRole('menuitem', { name: 'Move to trash' }).click()
  await expect(insightPane(other).getByText('This insight is in the trash.')).toBeVisible()
  await expect(noteEditor(other)).toContainText('One line.')

  await openBrief(other)
  const text = await openBrief(page)
  await selectWords(text, 'the second time that it has left')
  await page.keyboard.press('h')
  await expect.poll(() => paintedWords(other, 'yellow')).toContain('the second time that it has left')
})

test('what the terminal imports beside the open windows shows in both', { tag: '@thorough' }, async ({ page, openWindow, notebook }) => {
  const file = join(dirname(notebook.folder), 'memo.md')
  writeFileSync(file, '---\ntitle: A memo from the terminal\n---\n\nBonds again.\n')
  const other = await openWindow()
  for (const window of [page, other]) await goTo(window, 'Sources')
  const { code, stderr } = await notebook.cli('import', notebook.folder, file)
  expect({ code, stderr }).toMatchObject({ code: 0 })
  for (const window of [page, other]) {
    await expect(window.getByRole('listbox', { name: 'Sources' }).getByRole('option', { name: /A memo from the terminal/ })).toBeVisible()
  }
})

test('edits of one insight that do not touch are merged, typed at the same time', async ({ page, openWindow, notebook }) => {
  await writeInsight(page, 'Two hands', ['First line.', '', 'Middle.', '', 'Last line.'])
  const other = await openWindow()
  await openInBoth([page, other], 'Two hands')
  await page.keyboard.press('Control+Home')
  await other.keyboard.press('Control+End')
  await Promise.all([page.keyboard.type('甲乙 one two three. ', { delay: 40 }), other.keyboard.type(' 丙丁 four five six.', { delay: 40 })])
  const both = '甲乙 one two three. First line.\n\nMiddle.\n\nLast line. 丙丁 four five six.'
  for (const window of [page, other]) {
    for (const line of both.split('\n\n')) await expect(noteEditor(window)).toContainText(line)
    await expectSaved(window)
    await expect(conflictIn(window)).toHaveCount(0)
  }
  expect(await bodyOf(notebook, 'Two hands')).toBe(both)
})

test('the title in one window and the note in the other do not touch', { tag: '@thorough' }, async ({ page, openWindow, notebook }) => {
  await writeInsight(page, 'Before', ['Text.'])
  const other = await openWindow()
  await openInBoth([page, other], 'Before')
  await other.keyboard.press('Control+End')
  await Promise.all([titleField(page).fill('After'), other.keyboard.type(' More of it.', { delay: 40 })])
  for (const window of [page, other]) {
    await expect(titleField(window)).toHaveValue('After')
    await expect(noteEditor(window)).toContainText('Text. More of it.')
    await expectSaved(window)
  }
  expect(await bodyOf(notebook, 'After')).toBe('Text. More of it.')
})

for (const { choice, keptOf } of [
  { choice: 'Keep yours', keptOf: ({ yours }: Clash) => yours },
  { choice: 'Take theirs', keptOf: ({ theirs }: Clash) => theirs },
  { choice: 'Keep both', keptOf: ({ yours, theirs }: Clash) => `${yours}\n${theirs}` },
]) {
  test(`edits of the same words are both shown until one chooses: ${choice}`, { tag: choice === 'Keep both' ? [] : '@thorough' }, async ({
    page,
    openWindow,
    notebook,
  }) => {
    const clash = await makeClash(page, await openWindow())
    const { asked, first, yours, theirs } = clash
    const notice = conflictIn(asked)
    await expect(notice.getByRole('region', { name: 'Yours' })).toHaveText(yours)
    await expect(notice.getByRole('region', { name: 'Theirs' })).toHaveText(theirs)
    await expect(noteEditor(asked)).toHaveText(yours)
    await expectSaved(first)
    expect(await bodyOf(notebook, 'Clash')).toBe(theirs)
    // What nobody has chosen yet is not saved, and the window does not say so.
    await expect(saving(asked)).toHaveAccessibleName('Typing…')

    await notice.getByRole('button', { name: choice }).click()
    await expect(notice).toBeHidden()
    await expectSaved(asked)
    const kept = keptOf(clash)
    expect(await bodyOf(notebook, 'Clash')).toBe(kept)
    for (const line of kept.split('\n')) await expect(noteEditor(first)).toContainText(line)
  })
}

test('an unanswered clash outlives its window', async ({ page, openWindow, notebook }) => {
  const { asked, yours, theirs } = await makeClash(page, await openWindow())
  await asked.reload()
  await openInsight(asked, 'Clash')
  await expect(noteEditor(asked)).toContainText(yours)
  await expect(conflictIn(asked).getByRole('region', { name: 'Theirs' })).toHaveText(theirs)
  await conflictIn(asked).getByRole('button', { name: 'Keep both' }).click()
  await expectSaved(asked)
  expect(await bodyOf(notebook, 'Clash')).toBe(`${yours}\n${theirs}`)
})

test('undo never overwrites what another window did since, and says why', async ({ page, openWindow, notebook }) => {
  const other = await openWindow()
  await openInBoth([page, other], title)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Mine.')
  await expectSaved(page)
  await expect(noteEditor(other)).toContainText('Mine.')
  await other.keyboard.press('Control+End')
  await other.keyboard.type(' Theirs.')
  await expect(noteEditor(page)).toContainText('Mine. Theirs.')
  const before = await bodyOf(notebook, title)

  await page.getByRole('contentinfo').getByRole('button', { name: /^Undo/ }).click()
  const refusal = page.getByRole('alert').filter({ hasText: 'That did not work' })
  await expect(refusal).toContainText('The same was changed elsewhere since. Nothing was undone')
  expect(await bodyOf(notebook, title)).toBe(before)

  // Each window steps back over its own work alone.
  await other.getByRole('contentinfo').getByRole('button', { name: /^Undo/ }).click()
  await expect(noteEditor(page)).not.toContainText('Theirs.')
  await expect(noteEditor(page)).toContainText('Mine.')
  await page.getByRole('contentinfo').getByRole('button', { name: /^Undo/ }).click()
  await expect(noteEditor(other)).not.toContainText('Mine.')
})
