// Chromium's editing commands and its zoom, as its own menus give them to a page.

import type { DevTools } from '../devtools/connection.ts'

export type EditCommand = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'pasteAndMatchStyle' | 'delete' | 'selectAll'

export async function editPage(page: DevTools, command: EditCommand): Promise<void> {
  // A key that means nothing, which carries the command to whatever has the focus.
  await page.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: [command] })
  await page.send('Input.dispatchKeyEvent', { type: 'keyUp' })
}

/** Electron's levels are powers of 1.2. */
export const factorOfLevel = (level: number): number => 1.2 ** level
export const levelOfFactor = (factor: number): number => Math.log(factor) / Math.log(1.2)

export async function zoomPage(page: DevTools, factor: number): Promise<void> {
  await page.send('Emulation.setPageScaleFactor', { pageScaleFactor: factor })
}
