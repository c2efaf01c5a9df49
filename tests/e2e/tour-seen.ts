// A person who knows the tour already: it begins by itself on the starter, and every other spec is about something else.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'

/** Ends the tour in this window and in all that come after it in the same browser, as another window of the person would. */
export async function markTourSeen(page: Page, folder: string): Promise<void> {
  const { id } = JSON.parse(readFileSync(join(folder, 'notebook.json'), 'utf8')) as { id: string }
  await page.evaluate((notebook) => {
    const kept = { state: { notebooks: { [notebook]: { step: 0, isRunning: false } } }, version: 0 }
    localStorage.setItem('footing.tour', JSON.stringify(kept))
    dispatchEvent(new StorageEvent('storage', { key: 'footing.tour' }))
  }, id)
}
