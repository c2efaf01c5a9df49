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

/** Types at the end of the note in `late`, and in `early` while `late` is not saved yet. */
async function typeAtTheSameTime(early: Page, words: string, late: Page, lateWords: string): Promise<void> {
  for (const window of [early, late]) await window.keyboard.press('Control+End')
  const typed = late.keyboard.type(lateWords, { delay: 90 })
  await expect(noteEditor(late)).toContainText(lateWords.slice(0, 2))
  await early.keyboard.type(words)
  await typed
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

for (const { choice, kept } of [
  { choice: 'Keep yours', kept: 'It costs 30 billion.' },
  { choice: 'Take theirs', kept: 'It costs much.' },
  { choice: 'Keep both', kept: 'It costs 30 billion.\nIt costs much.' },
]) {
  test(`edits of the same words are both shown until one chooses: ${choice}`, { tag: choice === 'Keep both' ? [] : '@thorough' }, async ({
    page,
    openWindow,
    notebook,
  }) => {
    await writeInsight(page, 'Clash', ['It costs'])
    const other = await openWindow()
    await openInBoth([page, other], 'Clash')
    await typeAtTheSameTime(page, ' much.', other, ' 30 billion.')
    const notice = conflictIn(other)
    await expect(notice).toBeVisible()
    await expect(notice.getByRole('region', { name: 'Yours' })).toHaveText('It costs 30 billion.')
    await expect(notice.getByRole('region', { name: 'Theirs' })).toHaveText('It costs much.')
    await expect(noteEditor(other)).toHaveText('It costs 30 billion.')
    await expectSaved(page)
    expect(await bodyOf(notebook, 'Clash')).toBe('It costs much.')
    // What nobody has chosen yet is not saved, and the window does not say so.
    await expect(saving(other)).toHaveAccessibleName('Typing…')

    await notice.getByRole('button', { name: choice }).click()
    await expect(notice).toBeHidden()
    await expectSaved(other)
    expect(await bodyOf(notebook, 'Clash')).toBe(kept)
    for (const line of kept.split('\n')) await expect(noteEditor(page)).toContainText(line)
  })
}

test('an unanswered clash outlives its window', async ({ page, openWindow, notebook }) => {
  await writeInsight(page, 'Clash', ['It costs'])
  const other = await openWindow()
  await openInBoth([page, other], 'Clash')
  await typeAtTheSameTime(page, ' much.', other, ' 30 billion.')
  await expect(conflictIn(other)).toBeVisible()
  await other.reload()
  await openInsight(other, 'Clash')
  await expect(noteEditor(other)).toContainText('It costs 30 billion.')
  await expect(conflictIn(other).getByRole('region', { name: 'Theirs' })).toHaveText('It costs much.')
  await conflictIn(other).getByRole('button', { name: 'Keep both' }).click()
  await expectSaved(other)
  expect(await bodyOf(notebook, 'Clash')).toBe('It costs 30 billion.\nIt costs much.')
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
