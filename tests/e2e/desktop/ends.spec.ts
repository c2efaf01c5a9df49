// However the program ends, what was typed a moment before is in the notebook, or comes back.

import type { Page } from '@playwright/test'
import type { DesktopHost } from '../hosts/desktop-host.ts'
import { expect, test } from '../notebook-fixture.ts'
import { expectSaved, noteEditor, openInsight } from '../window-steps.ts'
import { answerQuestions, questionsAsked, watchHandedOut } from './desktop-steps.ts'

test.use({ content: 'starter' })
const exit = 'SoftBank sold its whole NVIDIA stake for $5.83 billion'

async function write(page: Page, words: string): Promise<void> {
  await openInsight(page, exit)
  await noteEditor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}
const bodyOf = async (desktop: DesktopHost) => (await desktop.dump()).find(({ table, title }) => table === 'insights' && title === exit)?.body
const ended = (desktop: DesktopHost) => desktop.app.waitForEvent('close')

const endings: [how: string, end: (desktop: DesktopHost) => Promise<unknown>][] = [
  ['Quit', (desktop) => desktop.clickMenu('app.quit')],
  ['closing the last window', (desktop) => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())],
  [
    'the end of the session',
    (desktop) => desktop.app.evaluate(({ BrowserWindow }) => void BrowserWindow.getAllWindows()[0]?.emit('session-end', { reasons: [] })),
  ],
  ['the system’s shutdown', (desktop) => desktop.app.evaluate(({ powerMonitor }) => void powerMonitor.emit('shutdown'))],
  ['a signal', async (desktop) => desktop.app.process().kill('SIGTERM')],
]
for (const [how, end] of endings) {
  test(`${how} keeps what was typed a moment before`, { tag: '@desktop' }, async ({ page, desktop }) => {
    await write(page, ` Typed before ${how}.`)
    const gone = ended(desktop)
    await end(desktop).catch(() => {})
    await gone
    expect(await bodyOf(desktop)).toContain(` Typed before ${how}.`)
  })
}

test('closing one of two windows keeps what was typed in it, and the other goes on', { tag: '@desktop' }, async ({ page, desktop, openWindow }) => {
  const second = await openWindow()
  await write(second, ' Typed in the second window.')
  await desktop.clickMenu('window.close')
  await expect.poll(() => desktop.app.windows().length).toBe(1)
  await expect.poll(() => bodyOf(desktop)).toContain(' Typed in the second window.')
  await openInsight(page, exit)
  await expect(noteEditor(page)).toContainText('Typed in the second window.')
})

test('a page that does not answer holds the end up for a moment only', { tag: '@desktop' }, async ({ page, desktop }) => {
  await write(page, ' Typed before it hung.')
  await expectSaved(page)
  void page
    .evaluate(() => {
      for (;;);
    })
    .catch(() => {})
  const gone = ended(desktop)
  await desktop.clickMenu('app.quit').catch(() => {})
  await gone
  expect(await bodyOf(desktop)).toContain(' Typed before it hung.')
})

test('a page that crashes is loaded again with what was typed in it', { tag: '@desktop' }, async ({ page, desktop, watcher }) => {
  watcher.allow(/crash/)
  await answerQuestions(desktop, 'Load again')
  await openInsight(page, exit)
  await noteEditor(page).focus()
  await page.keyboard.press('Control+End')
  // While an input method composes nothing is sent: what comes back can come from nowhere but the page's storage.
  await noteEditor(page).dispatchEvent('compositionstart')
  await page.keyboard.type(' Typed before the crash.')
  await page.waitForFunction(() => Object.values(localStorage).some((kept) => String(kept).includes('Typed before the crash.')))
  expect(await bodyOf(desktop)).not.toContain('Typed before the crash.')
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(() => questionsAsked(desktop)).toEqual([expect.stringMatching(/crashed[\s\S]*comes back/)])
  await expect.poll(() => bodyOf(desktop)).toContain(' Typed before the crash.')
  // So soon after that it is said to be the second time, and the log is at hand.
  const handedOut = await watchHandedOut(desktop)
  await answerQuestions(desktop, 'Show the log')
  await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect.poll(async () => (await questionsAsked(desktop)).at(-1)).toContain('crashed again')
  await expect.poll(handedOut).toEqual([expect.stringMatching(/footing\.log$/)])
})
