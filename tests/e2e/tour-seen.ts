// A person who knows the tour already: it begins by itself on the starter, and every other spec is about something else.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'

const storageKey = 'footing.tour'

/** The same for every page of the browser, before it begins. */
export async function expectTourSeen(context: BrowserContext, folder: string): Promise<void> {
  await context.addInitScript(
    ([key, value]) => {
      // A blank page has no storage.
      if (location.protocol !== 'about:') localStorage.setItem(key, value)
    },
    [storageKey, keptFor(folder)] as const,
  )
}

/** Ends the tour in this window and in all that come after it in the same browser, as another window of the person would. */
export async function markTourSeen(page: Page, folder: string): Promise<void> {
  await page.evaluate(
    ([key, value]) => {
      localStorage.setItem(key, value)
      dispatchEvent(new StorageEvent('storage', { key }))
    },
    [storageKey, keptFor(folder)] as const,
  )
}

function keptFor(folder: string): string {
  const { id } = JSON.parse(readFileSync(join(folder, 'notebook.json'), 'utf8')) as { id: string }
  return JSON.stringify({ state: { notebooks: { [id]: { step: 0, isRunning: false } } }, version: 0 })
}
