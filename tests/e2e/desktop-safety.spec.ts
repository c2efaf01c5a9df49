// On the desktop alone: what may not leave the window, and what is left when the page or the program goes.

import type { DesktopHost } from './hosts/desktop-host.ts'
import { expect, type Page, test } from './notebook-fixture.ts'
import { expectSaved, noteEditor, openInsight } from './window-steps.ts'

const exit = 'SoftBank sold its whole NVIDIA stake for $5.83 billion'

/** From here on, what the system is asked to open is noted instead. */
async function noteOpened({ app }: DesktopHost): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const state = globalThis as { openedLinks?: string[] }
    state.openedLinks = []
    shell.openExternal = async (url) => void state.openedLinks?.push(url)
  })
  return () => app.evaluate(() => (globalThis as { openedLinks?: string[] }).openedLinks ?? [])
}

async function follow(page: Page, address: string, target = ''): Promise<void> {
  await page.evaluate(
    ({ address, target }) => {
      const link = Object.assign(document.createElement('a'), { href: address, target, textContent: 'away' })
      // Not through the page's own wrapper: the program itself has to hold.
      link.addEventListener('click', (event) => event.stopPropagation())
      document.body.append(link)
      link.click()
    },
    { address, target },
  )
}

async function write(page: Page, words: string): Promise<void> {
  await noteEditor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(words)
}

async function bodyOf(desktop: DesktopHost): Promise<string> {
  return (await desktop.dump()).find(({ table, title }) => table === 'insights' && title === exit)?.body ?? ''
}

test.describe('the desktop program', { tag: '@desktop' }, () => {
  test.beforeEach(({ watcher }) => {
    // What the page itself is told where the program refuses.
    watcher.allow(
      /^request: (?:https?:\/\/example\.com|app:\/\/other|vscode:|mailto:)|ERR_(?:ABORTED|BLOCKED_BY_CLIENT|FAILED)|Content Security Policy|Refused to|denied/,
    )
  })

  test('a link to the web opens in the system’s browser, and the notebook stays', async ({ page, desktop }) => {
    const opened = await noteOpened(desktop)
    await follow(page, 'https://example.com/article')
    await expect.poll(opened).toEqual(['https://example.com/article'])
    await follow(page, 'https://example.com/beside', '_blank')
    await expect.poll(opened).toEqual(['https://example.com/article', 'https://example.com/beside'])
    await expectSaved(page)
    expect(desktop.app.windows()).toHaveLength(1)
  })

  test('a link that others can read along is asked about first', async ({ page, desktop }) => {
    const opened = await noteOpened(desktop)
    const declined = await desktop.answerQuestions('Cancel')
    await follow(page, 'http://example.com/', '_blank')
    await expect.poll(declined).toEqual(['This link is not encrypted'])
    expect(await opened()).toEqual([])
    await desktop.answerQuestions('Open in the browser')
    await follow(page, 'http://example.com/', '_blank')
    await expect.poll(opened).toEqual(['http://example.com/'])
  })

  for (const address of ['file:///etc/passwd', 'app://other/', 'javascript:document.title="run"', 'vscode://open', 'data:text/html,away']) {
    test(`the window does not follow ${address}`, async ({ page, desktop, watcher }) => {
      watcher.allow(/Not allowed to (?:load|navigate)|Failed to launch|TrustedScript|scheme does not have a registered handler/)
      const opened = await noteOpened(desktop)
      const title = await page.title()
      const before = page.url()
      await follow(page, address)
      await page.waitForTimeout(500)
      expect(page.url()).toBe(before)
      expect(await page.title()).toBe(title)
      expect(await opened()).toEqual([])
      await expectSaved(page)
    })
  }

  test('the page gets no permission but to copy', async ({ page }) => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'clipboard-write'] as PermissionName[]
      return await Promise.all(names.map(async (name) => `${name} ${(await navigator.permissions.query({ name })).state}`))
    })
    expect(states.filter((state) => state.endsWith('granted'))).toEqual(['clipboard-write granted'])
  })

  test('no request leaves the program', async ({ page }) => {
    const result = await page.evaluate(() =>
      fetch('https://example.com/').then(
        () => 'sent',
        () => 'refused',
      ),
    )
    expect(result).toBe('refused')
  })

  test('a page that crashes is loaded again, with what was saved and what was typed', async ({ page, desktop, watcher }) => {
    watcher.allow(/^the page crashed/)
    await openInsight(page, exit)
    await write(page, ' Typed before the crash.')
    await expectSaved(page)
    const asked = await desktop.answerQuestions('Load again')
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
    await expect.poll(asked).toEqual(['This window has crashed'])
    // Playwright gives up a page that has crashed; the program itself still reaches it.
    const shown = () =>
      desktop.app.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body?.innerText ?? ""') as Promise<string>,
      )
    await expect.poll(shown).toContain('Typed before the crash.')
    expect(await bodyOf(desktop)).toContain('Typed before the crash.')
  })

  test('what is typed at the moment of quitting is in the notebook', async ({ page, desktop }) => {
    await openInsight(page, exit)
    await write(page, ' Typed and quit at once.')
    await desktop.stop()
    expect(await bodyOf(desktop)).toMatch(/ Typed and quit at once\.$/)
    expect(await desktop.cli('check', desktop.folder)).toMatchObject({ code: 0 })
  })

  test('what is typed when the window is closed is in the notebook', async ({ page, desktop }) => {
    await openInsight(page, exit)
    await write(page, ' Typed and closed.')
    const ended = desktop.app.waitForEvent('close')
    await desktop.clickMenu('window.close')
    if (process.platform === 'darwin') await desktop.stop()
    await ended
    expect(await bodyOf(desktop)).toMatch(/ Typed and closed\.$/)
  })

  test('the end of the system’s session takes what is typed along', async ({ page, desktop }) => {
    await openInsight(page, exit)
    await write(page, ' Typed as the system ends.')
    const ended = desktop.app.waitForEvent('close')
    // As Windows does: it asks, then tells. Elsewhere the same happens by a signal, or by the power monitor's word.
    await desktop.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows()[0]
      const event = { preventDefault: () => {}, reasons: ['shutdown'] }
      window?.emit('query-session-end', event)
      window?.emit('session-end', event)
    })
    await ended
    expect(await bodyOf(desktop)).toMatch(/ Typed as the system ends\.$/)
  })

  test('what was said to be saved is there after a power cut', async ({ page, desktop }) => {
    await openInsight(page, exit)
    await write(page, ' Saved, then dark.')
    await expectSaved(page)
    await desktop.kill()
    expect(await bodyOf(desktop)).toContain('Saved, then dark.')
    await desktop.start()
    const next = await desktop.firstWindow()
    await openInsight(next, exit)
    await expect(noteEditor(next)).toContainText('Saved, then dark.')
    expect(await desktop.cli('check', desktop.folder)).toMatchObject({ code: 0 })
  })
})
