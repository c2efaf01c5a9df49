// On the local host, whose wire a test can hold back: a window says “Saved” of nothing that a terminal beside it does not read.

import { expect, type Notebook, type Page, test } from './notebook-fixture.ts'
import { expectSaved, noteEditor, openInsight } from './window-steps.ts'

const title = 'The new bonds are small beside the bet they serve'
const saving = (page: Page) => page.getByRole('contentinfo').getByRole('status').first()

async function bodyOf(notebook: Notebook, name: string): Promise<string> {
  return (await notebook.dump()).find((record) => record.table === 'insights' && record.title === name)?.body ?? ''
}

/** Both windows with the insight open and the cursor in its note. */
async function openInBoth(windows: readonly Page[], name: string): Promise<void> {
  for (const window of windows) {
    await openInsight(window, name)
    await noteEditor(window).click()
  }
}

test('a window says Saved only once the terminal beside it reads the text', { tag: '@local-host' }, async ({ page, openWindow, notebook }) => {
  // The second window's words to the host can be held back on their way, and the host's answers too.
  const toHost: (() => void)[] = []
  const toWindow: (() => void)[] = []
  let held: 'nothing' | 'words' | 'answers' = 'nothing'
  await page.context().routeWebSocket(/./, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => (held === 'words' ? toHost.push(() => server.send(message)) : server.send(message)))
    server.onMessage((message) => (held === 'answers' ? toWindow.push(() => socket.send(message)) : socket.send(message)))
  })
  const other = await openWindow()
  await openInBoth([page, other], title)
  await other.keyboard.press('Control+End')

  held = 'words'
  await other.keyboard.type(' On its way.')
  await expect.poll(() => toHost.length).toBeGreaterThan(0)
  await expect(saving(other)).toHaveAccessibleName(/^(Typing|Saving)…$/)
  expect(await bodyOf(notebook, title)).not.toContain('On its way.')
  await expect(saving(other)).toHaveAccessibleName(/^(Typing|Saving)…$/)
  held = 'nothing'
  for (const pass of toHost.splice(0)) pass()
  await expectSaved(other)
  expect(await bodyOf(notebook, title)).toContain('On its way.')

  held = 'answers'
  await other.keyboard.type(' Written.')
  await expect.poll(() => bodyOf(notebook, title)).toContain('Written.')
  await expect(saving(other)).toHaveAccessibleName(/^(Typing|Saving)…$/)
  held = 'nothing'
  for (const pass of toWindow.splice(0)) pass()
  await expectSaved(other)

  for (const [window, word] of [
    [page, 'alpha'],
    [other, 'beta'],
    [page, 'gamma'],
    [other, 'delta'],
  ] as const) {
    await window.keyboard.press('Control+End')
    await window.keyboard.type(` ${word}`)
    await expectSaved(window)
    expect(await bodyOf(notebook, title)).toMatch(new RegExp(` ${word}$`))
    for (const each of [page, other]) await expect(noteEditor(each)).toContainText(word)
  }
})
