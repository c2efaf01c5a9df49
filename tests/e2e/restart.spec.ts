// On the local host, whose windows outlive it. It goes and comes back, in order or in the middle of work: the window finds it again by itself, and nothing that was typed is lost.

import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, noteEditor, openInsight, titleField } from './window-steps.ts'

const exit = 'SoftBank sold its whole NVIDIA stake for $5.83 billion'
const isLost = (page: Page) => page.getByRole('status', { name: /^Connection lost/ })

async function bodyOf(notebook: Notebook, title: string): Promise<string | undefined> {
  return (await notebook.dump()).find((record) => record.table === 'insights' && record.title === title)?.body
}

/** At the end of the note that lies open. */
async function write(page: Page, words: string): Promise<void> {
  await noteEditor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

test.beforeEach(({ watcher }) => {
  // What the browser itself says of a host that is not there.
  watcher.allow(/WebSocket connection to|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET/)
})

test('the window reconnects by itself after a restart, and everything is there', { tag: '@local-host' }, async ({ page, localHost }) => {
  await openInsight(page, exit)
  await write(page, ' Before the restart.')
  await expectSaved(page)
  await localHost.stop()
  await expect(isLost(page)).toBeVisible()
  await localHost.start()
  await expectSaved(page)
  await expect(titleField(page)).toHaveValue(exit)
  await expect(noteEditor(page)).toContainText('Before the restart.')
  await expect(page.getByText('21 insights · 2 sources · 39 highlights')).toBeVisible()
  // It is the new host that answers.
  await write(page, ' After the restart.')
  await expectSaved(page)
  await expect.poll(() => bodyOf(localHost, exit)).toMatch(/ Before the restart\. After the restart\.$/)
  await page.reload()
  await expectSaved(page)
  await expect(noteEditor(page)).toContainText('After the restart.')
})

test('what was typed while the host was down is kept, and sent when it is back', { tag: ['@local-host', '@thorough'] }, async ({
  page,
  localHost,
}) => {
  await openInsight(page, exit)
  await expect(noteEditor(page)).toContainText('Treat it as reported proceeds')
  await localHost.kill()
  await expect(isLost(page)).toBeVisible()
  await write(page, ' 软银 typed while nobody listened.')
  await expect(noteEditor(page)).toContainText('软银 typed while nobody listened.')
  await expect(isLost(page)).toBeVisible()
  expect(await bodyOf(localHost, exit)).not.toContain('nobody listened')
  await localHost.start()
  await expectSaved(page)
  expect(await bodyOf(localHost, exit)).toMatch(/ 软银 typed while nobody listened\.$/)
  await expect(noteEditor(page)).toContainText('软银 typed while nobody listened.')
})

test('what was said to be saved is there after a host that was killed at once', { tag: '@local-host' }, async ({ page, localHost }) => {
  await openInsight(page, exit)
  for (const round of [1, 2, 3]) {
    const words = ` Saved in round ${round}.`
    await write(page, words)
    // The words are typed: from here on “Saved” may only be said of them.
    await expectSaved(page)
    await localHost.kill()
    expect(await bodyOf(localHost, exit), 'on the disk').toContain(words.trim())
    await localHost.start()
    await expectSaved(page)
  }
  await page.goto(localHost.url)
  await openInsight(page, exit)
  await expect(noteEditor(page)).toContainText('Saved in round 1. Saved in round 2. Saved in round 3.')
  const check = await localHost.cli('check', localHost.folder)
  expect(check).toMatchObject({ code: 0 })
})

test('what was typed just before the window closed, with the host down, is offered when both are back', { tag: '@local-host' }, async ({
  page,
  localHost,
  openWindow,
}) => {
  await openInsight(page, exit)
  await expect(noteEditor(page)).toContainText('Treat it as reported proceeds')
  await localHost.kill()
  await expect(isLost(page)).toBeVisible()
  await write(page, ' Typed into the dark.')
  await page.close({ runBeforeUnload: false })
  await localHost.start()
  const next = await openWindow()
  await openInsight(next, exit)
  await expect(noteEditor(next)).toContainText('Typed into the dark.')
  await next.getByRole('button', { name: 'Keep it' }).click()
  await expectSaved(next)
  await expect.poll(() => bodyOf(localHost, exit)).toMatch(/ Typed into the dark\.$/)
})
