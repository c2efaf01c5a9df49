// On the desktop alone: which program it is that these tests drive, what its page can reach, and what is left after a power cut.

import { expect, type Page, test } from '../notebook-fixture.ts'
import { expectSaved, noteEditor, openInsight } from '../window-steps.ts'
import { watchHandedOut } from './desktop-steps.ts'

const exit = 'SoftBank sold its whole NVIDIA stake for $5.83 billion'

/** A link of the page's own making, which no wrapper of ours sees before the program does. */
async function follow(page: Page, href: string, target = ''): Promise<void> {
  await page.evaluate(
    (attributes) => {
      const link = Object.assign(document.createElement('a'), attributes)
      link.addEventListener('click', (event) => event.stopPropagation())
      document.body.append(link)
      link.click()
      link.remove()
    },
    { href, target },
  )
}

test('it is Electron where Electron is required', { tag: '@desktop' }, async ({ desktop, hostName }) => {
  const version = await desktop.app.evaluate(() => process.versions.electron)
  if (hostName === 'Electron' || process.env.FOOTING_REQUIRE_ELECTRON === '1') expect(version).toMatch(/^45\./)
  else expect(version).toBeUndefined()
})

test('its page has the wire and nothing else of the program, at an address of its own', { tag: '@desktop' }, async ({ page, desktop }) => {
  const addresses = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))
  expect(addresses.map((address) => address.split('#')[0])).toEqual(['app://footing/'])
  const facts = await page.evaluate(() => ({
    footing: Object.keys(Reflect.get(window, 'footing')),
    isFrozen: Object.isFrozen(Reflect.get(window, 'footing')),
    node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
    isSecure: isSecureContext,
  }))
  expect(facts).toEqual({ footing: ['openWire'], isFrozen: true, node: [], isSecure: true })
})

test('a link away is handed to the system, in the window or beside it, and the notebook goes on', { tag: '@desktop' }, async (given) => {
  const { page, desktop, watcher } = given
  watcher.allow(/^request: https:\/\/example\.com|ERR_ABORTED/)
  const handedOut = await watchHandedOut(desktop)
  await follow(page, 'https://example.com/article')
  await follow(page, 'https://example.com/beside', '_blank')
  await expect.poll(handedOut).toEqual(['https://example.com/article', 'https://example.com/beside'])
  expect(desktop.app.windows()).toHaveLength(1)
  // The wire outlives a navigation that was refused.
  await openInsight(page, exit)
  await noteEditor(page).press('Control+End')
  await page.keyboard.type(' Written after the link.')
  await expectSaved(page)
  expect((await desktop.dump()).find(({ title }) => title === exit)?.body).toContain('Written after the link.')
})

for (const address of ['file:///etc/passwd', 'app://other/', 'javascript:document.title="run"', 'vscode://open', 'data:text/html,away']) {
  test(`the window does not follow ${address}`, { tag: '@desktop' }, async ({ page, desktop, watcher }) => {
    watcher.allow(
      /^request: (?:app:\/\/other|vscode:)|ERR_ABORTED|Not allowed to|Failed to launch|TrustedScript|Content Security Policy|registered handler/,
    )
    const handedOut = await watchHandedOut(desktop)
    const [url, title] = [page.url(), await page.title()]
    await follow(page, address)
    await page.waitForTimeout(500)
    expect([page.url(), await page.title(), await handedOut()]).toEqual([url, title, []])
    await expectSaved(page)
  })
}

test('no request leaves it', { tag: '@desktop' }, async ({ page, watcher }) => {
  watcher.allow(/example\.com|Content Security Policy/)
  const answer = await page.evaluate(() =>
    fetch('https://example.com/').then(
      () => 'sent',
      () => 'refused',
    ),
  )
  expect(answer).toBe('refused')
})

test('what was said to be saved is there after a power cut', { tag: '@desktop' }, async ({ page, desktop }) => {
  await openInsight(page, exit)
  await noteEditor(page).press('Control+End')
  await page.keyboard.type(' Saved, then dark.')
  await expectSaved(page)
  await desktop.kill()
  expect((await desktop.dump()).find(({ title }) => title === exit)?.body).toContain('Saved, then dark.')
  await desktop.start()
  await openInsight(await desktop.firstWindow(), exit)
  expect(await desktop.cli('check', desktop.folder)).toMatchObject({ code: 0 })
})
