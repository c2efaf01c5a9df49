// How long after the last key what was typed is durable, by the status bar, which says Saved no sooner (tests/renderer/app/status-bar.test.tsx).

import type { Page } from '@playwright/test'

/** Types into the field that has the focus; milliseconds from its last key to Saved. */
export async function timeToSaved(page: Page, text: string): Promise<number> {
  const saved = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let lastKey: number | undefined
        const noteKey = () => {
          lastKey = performance.now()
        }
        document.addEventListener('keydown', noteKey, true)
        const bar = document.querySelector('[data-region="status"]') as HTMLElement
        const observer = new MutationObserver(() => {
          if (lastKey === undefined || bar.querySelector('output')?.textContent !== 'Saved') return
          observer.disconnect()
          document.removeEventListener('keydown', noteKey, true)
          resolve(performance.now() - lastKey)
        })
        observer.observe(bar, { childList: true, subtree: true, characterData: true })
      }),
  )
  await page.keyboard.type(text, { delay: 20 })
  return saved
}
