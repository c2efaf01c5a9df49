// What a person does with the desktop around the window: answers its dialogs, starts the program a second time, looks at its windows.

import { spawn } from 'node:child_process'
import type { Page } from '@playwright/test'
import { findElectron } from '../../../tools/find-electron.ts'
import type { DesktopHost } from '../hosts/desktop-host.ts'
import { expect } from '../notebook-fixture.ts'

/** From here on every question is answered with this button; what was asked is kept. */
export async function answerQuestions(desktop: DesktopHost, button: string): Promise<void> {
  await desktop.app.evaluate(({ dialog }, chosen) => {
    const state = globalThis as { asked?: string[] }
    state.asked ??= []
    dialog.showMessageBox = async (...given: unknown[]) => {
      const { message, detail = '', buttons = [] } = given.at(-1) as Electron.MessageBoxOptions
      state.asked?.push(`${message}\n${detail}`)
      return { response: Math.max(0, buttons.indexOf(chosen)), checkboxChecked: false }
    }
  }, button)
}

export async function questionsAsked(desktop: DesktopHost): Promise<string[]> {
  return await desktop.app.evaluate(() => (globalThis as { asked?: string[] }).asked ?? [])
}

/** The dialog for a folder is answered with this one. */
export async function chooseFolder(desktop: DesktopHost, folder: string): Promise<void> {
  await desktop.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
  }, folder)
}

/** The window that opens while `action` runs, once its notebook is open. */
export async function windowFrom(desktop: DesktopHost, action: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([desktop.app.waitForEvent('window'), action()])
  await expect(page.getByRole('status', { name: 'Saved', exact: true })).toBeVisible()
  return page
}

/** As somebody who starts the program again, in `directory`. Resolves with its exit code, soon after. */
export function startAgain(desktop: DesktopHost, directory: string, ...words: string[]): Promise<number | null> {
  const executable = desktop.executable ?? findElectron()
  if (executable === undefined) throw new Error('there is nothing to start')
  const child = spawn(executable, desktop.command(...words), { cwd: directory, env: desktop.processEnv, stdio: 'ignore' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
}

/** What the windows are called. */
export async function windowTitles(desktop: DesktopHost): Promise<string[]> {
  const titles = await Promise.all(desktop.app.windows().map((page) => page.title()))
  return titles.sort()
}

/** Items of the native menu by their id, as they stand at this moment. */
export async function menuItems(desktop: DesktopHost): Promise<{ id: string; label: string; enabled: boolean; accelerator: string }[]> {
  return await desktop.app.evaluate(({ Menu }) => {
    const collect = (items: readonly Electron.MenuItem[]): Electron.MenuItem[] =>
      items.flatMap((item) => [item, ...(item.submenu ? collect(item.submenu.items) : [])])
    return collect(Menu.getApplicationMenu()?.items ?? [])
      .filter(({ id }) => id)
      .map(({ id, label, enabled, accelerator }) => ({ id, label, enabled, accelerator: String(accelerator ?? '') }))
  })
}

/** What the program hands to other programs from here on. */
export async function watchHandedOut(desktop: DesktopHost): Promise<() => Promise<string[]>> {
  await desktop.app.evaluate(({ shell }) => {
    const state = globalThis as { handedOut?: string[] }
    state.handedOut = []
    const note = (what: string) => void state.handedOut?.push(what)
    shell.openExternal = async (url) => note(url)
    shell.showItemInFolder = note
    shell.openPath = async (path) => {
      note(path)
      return ''
    }
  })
  return () => desktop.app.evaluate(() => (globalThis as { handedOut?: string[] }).handedOut ?? [])
}
