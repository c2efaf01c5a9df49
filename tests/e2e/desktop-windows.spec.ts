// On the desktop alone: how the program starts, starts again, and what its menu and its dialogs do.

import { cpSync, existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from './notebook-fixture.ts'
import { expectSaved, noteEditor, openInsight, titleField } from './window-steps.ts'

const exit = 'SoftBank sold its whole NVIDIA stake for $5.83 billion'

test.describe('the desktop program', { tag: '@desktop' }, () => {
  test('is what it should be: Electron where Electron is required', async ({ desktop, hostName }) => {
    const electronVersion = await desktop.app.evaluate(() => process.versions.electron)
    if (hostName === 'Electron') expect(electronVersion).toMatch(/^45\./)
    else expect(electronVersion).toBeUndefined()
    expect(process.env.FOOTING_REQUIRE_ELECTRON === '1' && electronVersion === undefined, 'the stand-in was used').toBe(false)
  })

  test('opens the folder that it is given, and its page gets the wire and nothing else', async ({ page, desktop }) => {
    await expect(page.getByRole('heading', { level: 1, name: 'SoftBank AI strategy' })).toBeVisible()
    const windows = await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.webContents.getURL()))
    expect(windows).toEqual(['app://footing/'])
    const facts = await page.evaluate(() => ({
      footing: Object.keys(Reflect.get(window, 'footing')),
      isFrozen: Object.isFrozen(Reflect.get(window, 'footing')),
      node: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in window),
      isSecure: isSecureContext,
    }))
    expect(facts).toEqual({ footing: ['openWire'], isFrozen: true, node: [], isSecure: true })
  })

  test('started again with the same folder, it shows the window that is there, and the second process ends', async ({ page, desktop }) => {
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize())
    const second = await desktop.startAgain(desktop.folder)
    expect(second).toMatchObject({ code: 0 })
    expect(second.stdout).toContain('footing: window ready')
    await expect
      .poll(() => desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())))
      .toEqual([false])
    await expectSaved(page)
  })

  test('started again with another folder, it opens that notebook in a window of its own', async ({ page, desktop, templates }) => {
    const other = join(dirname(desktop.folder), 'Other')
    cpSync(templates.nothing, other, { recursive: true })
    const [window] = await Promise.all([desktop.app.waitForEvent('window'), desktop.startAgain(other)])
    await expect(window.getByRole('heading', { level: 1, name: 'Empty notebook' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name: 'SoftBank AI strategy' })).toBeVisible()
  })

  test('a link shows what it names, and changes nothing', async ({ page, desktop }) => {
    const before = await desktop.dump()
    await desktop.startAgain('footing://show/insight:nvidia-exit')
    await expect(titleField(page)).toHaveValue(exit)
    expect(await desktop.dump()).toEqual(before)
  })

  test('comes back where it was, with the notebook that was open', async ({ page, desktop }) => {
    await expectSaved(page)
    await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 80, y: 90, width: 1100, height: 700 }))
    await desktop.stop()
    await desktop.start([])
    await expect((await desktop.firstWindow()).getByRole('heading', { level: 1, name: 'SoftBank AI strategy' })).toBeVisible()
    expect(await desktop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getBounds()))).toEqual([
      { x: 80, y: 90, width: 1100, height: 700 },
    ])
  })

  test('the native menu holds every command of the window, and chooses it', async ({ page, desktop }) => {
    const labels = () =>
      desktop.app.evaluate(({ Menu }) =>
        (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []).map(({ label }) => label),
      )
    await expect.poll(labels).toEqual(expect.arrayContaining([expect.stringMatching(/^New insight/), 'New window', 'Open notebook…']))
    await desktop.clickMenu('insight.new')
    await expect(titleField(page)).toBeFocused()
    await page.keyboard.type('From the menu')
    await expectSaved(page)
    await desktop.clickMenu('window.new')
    await expect.poll(() => desktop.app.windows().length).toBe(2)
  })

  test('a plain letter is in the menu as a word, never as its key', async ({ page, desktop }) => {
    await expectSaved(page)
    const keys = await desktop.app.evaluate(({ Menu }) =>
      (Menu.getApplicationMenu()?.items ?? []).flatMap(({ submenu }) => submenu?.items ?? []).flatMap(({ accelerator }) => accelerator ?? []),
    )
    expect(keys.length).toBeGreaterThan(5)
    expect(keys.filter((key) => !/^(?:.*(?:CommandOrControl|CmdOrCtrl|Alt)\+.*|(?:Shift\+)?F\d+)$/.test(key))).toEqual([])
  })

  test('another notebook is opened by the dialog, and one is made where there is none', async ({ page, desktop, templates }) => {
    await expectSaved(page)
    const other = join(dirname(desktop.folder), 'Other')
    cpSync(templates.nothing, other, { recursive: true })
    await desktop.answerOpenDialog(other)
    const [opened] = await Promise.all([desktop.app.waitForEvent('window'), desktop.clickMenu('notebook.open')])
    await expect(opened.getByRole('heading', { level: 1, name: 'Empty notebook' })).toBeVisible()

    const folder = join(dirname(desktop.folder), 'made')
    await desktop.answerSaveDialog(folder)
    const [made] = await Promise.all([desktop.app.waitForEvent('window'), desktop.clickMenu('notebook.new')])
    await expectSaved(made)
    expect(existsSync(join(folder, 'My notebook', 'notebook.json'))).toBe(true)
  })

  test('a folder without a notebook is said in words', async ({ page, desktop }) => {
    await expectSaved(page)
    const asked = await desktop.answerQuestions('OK')
    await desktop.answerOpenDialog(join(desktop.home, 'Documents'))
    await desktop.clickMenu('notebook.open')
    await expect.poll(asked).toEqual(['“Documents” could not be opened'])
    expect(desktop.app.windows()).toHaveLength(1)
  })

  test('the notebook in the dialog of a person who gives up stays as it is', async ({ page, desktop }) => {
    await openInsight(page, exit)
    await desktop.app.evaluate(({ dialog }) => {
      dialog.showOpenDialog = async () => ({ canceled: true, filePaths: [] })
    })
    await desktop.clickMenu('notebook.open')
    await expect(noteEditor(page)).toContainText('Treat it as reported proceeds')
    expect(desktop.app.windows()).toHaveLength(1)
  })
})
