// How long after a key the palette's list stands for the new text, among 10,000 insights: with the way to the host and back, and laid out.

import type { Browser } from '@playwright/test'
import { type Figure, median, msBelow, rounded } from '../figure.ts'
import { serve } from './pages.ts'

/** One frame at 60 Hz. */
const frameMs = 16

/** `folder` holds the notebook of 10,000 insights. `paintedMs` adds the wait for the next frame, which is half a frame even for no work at all. */
export async function* measurePalette(browser: Browser, folder: string, window: string): AsyncGenerator<Figure> {
  const served = await serve(folder, window)
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.request.get(served.url)
  const page = await context.newPage()
  await page.goto(new URL('/', served.url).href)
  await page.getByRole('listbox').first().getByRole('option').first().waitFor()
  await page.waitForTimeout(1_500)
  await page.keyboard.press('Control+k')
  const field = page.getByRole('dialog').getByRole('combobox')
  await field.waitFor()
  await page.evaluate(() => {
    const times: { readyMs: number; paintedMs: number }[] = []
    Object.assign(globalThis, { times })
    const list = document.getElementById('palette-list')
    if (!list) throw new Error('the palette has no list')
    let pressed: number | undefined
    document.addEventListener('input', (event) => (pressed = event.timeStamp), true)
    // The list is busy from the key until the host has answered for its text.
    new MutationObserver(() => {
      if (pressed === undefined || list.getAttribute('aria-busy') === 'true') return
      const since = pressed
      pressed = undefined
      list.getBoundingClientRect()
      const readyMs = performance.now() - since
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => times.push({ readyMs, paintedMs: performance.now() - since })
        port2.postMessage(undefined)
      })
    }).observe(list, { attributes: true, childList: true, subtree: true, characterData: true })
  })
  // Words that many titles hold, that some do, and that none does; the first round is for the compilers.
  for (let round = 0; round < 4; round += 1) {
    if (round === 1) await page.evaluate(() => (globalThis as unknown as { times: unknown[] }).times.splice(0))
    for (const text of ['insight 42', 'softbank', '孙正义', 'nvdia', 'zzzz']) {
      await field.fill('')
      await page.waitForTimeout(120)
      for (const letter of text) {
        await page.keyboard.insertText(letter)
        await page.waitForTimeout(60)
      }
    }
  }
  const times = await page.evaluate(() => (globalThis as unknown as { times: { readyMs: number; paintedMs: number }[] }).times)
  const ready = times.map(({ readyMs }) => readyMs).toSorted((one, other) => one - other)
  yield msBelow('window.palette-at-10000', median(ready), frameMs, {
    keys: times.length,
    slowestTenthMs: rounded(ready[Math.floor(ready.length * 0.9)] ?? Number.NaN),
    paintedMs: rounded(median(times.map(({ paintedMs }) => paintedMs))),
  })
  await context.close()
  await served.stop()
}
