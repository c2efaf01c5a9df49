// `bench window`: how soon the window shows something useful, whether it ever stops answering, and how fast a commit reaches another window.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test'
import { findChromium } from '../../tools/find-chromium.ts'
import { type Figure, median, msBelow, ratioAtMost, rounded } from './figure.ts'
import { traceTasks } from './window/main-thread-tasks.ts'
import { timeToSaved } from './window/measure-durable.ts'
import { measureFigures } from './window/measure-figures.ts'
import { measurePalette } from './window/measure-palette.ts'
import { buildEmptyPage, buildWindow, makeNotebook, makeStarter, type Served, serve } from './window/pages.ts'

const paintRounds = 15

export async function* measure(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'footing-bench-'))
  const executablePath = findChromium()
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    // Chromium's own sandbox cannot start as root.
    args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-background-networking', '--disable-component-update', '--no-first-run'],
  })
  try {
    const window = join(folder, 'window')
    const empty = join(folder, 'empty')
    await buildWindow(window)
    await buildEmptyPage(empty)
    yield* measurePaint(browser, folder, window, empty)
    yield* measureSwitching(browser, folder, window)
    yield* measureTyping(browser, folder, window)
    yield* measureScrolling(browser, folder, window)
    yield* measureFigures(browser, join(folder, 'ledger'), window)
    yield* measurePalette(browser, join(folder, 'ten-thousand'), window)
    yield* measureSecondWindow(browser, folder, window)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Each opening in a browser context of its own: nothing is cached. The two sides take turns, so that a busy machine is busy for both. */
async function* measurePaint(browser: Browser, folder: string, window: string, empty: string): AsyncGenerator<Figure> {
  for (const name of ['starter', 'beside']) makeStarter(join(folder, name))
  const ours = await serve(join(folder, 'starter'), window)
  const theirs = await serve(join(folder, 'beside'), empty)
  const times = { ours: [] as number[], theirs: [] as number[] }
  // The first round of each is for the compilers and the disk.
  for (let round = 0; round <= paintRounds; round += 1) {
    const our = await timePaint(browser, ours, '[role="option"]')
    const their = await timePaint(browser, theirs, 'h1')
    if (round === 0) continue
    times.ours.push(our)
    times.theirs.push(their)
  }
  await ours.stop()
  await theirs.stop()
  const [oursMs, emptyMs] = [median(times.ours), median(times.theirs)]
  yield ratioAtMost('window.first-paint', oursMs / emptyMs, 1.5, { starterMs: rounded(oursMs), emptyMs: rounded(emptyMs) })
}

/** Milliseconds from the start of the navigation until the frame in which `selector` is painted with text in it. */
async function timePaint(browser: Browser, { url }: Served, selector: string): Promise<number> {
  const context = await openContext(browser, url)
  const page = await context.newPage()
  await page.addInitScript((selector) => {
    const isThere = () => (document.querySelector(selector)?.textContent ?? '') !== ''
    const observer = new MutationObserver(() => {
      if (!isThere()) return
      observer.disconnect()
      // The task after the next frame's callbacks runs once that frame was handed to the compositor.
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => performance.mark('useful')
        port2.postMessage(undefined)
      })
    })
    observer.observe(document, { childList: true, subtree: true, characterData: true })
  }, selector)
  await page.goto(new URL('/', url).href)
  const handle = await page.waitForFunction(() => performance.getEntriesByName('useful')[0]?.startTime)
  const time = (await handle.jsonValue()) as number
  await context.close()
  return time
}

/** From the click or key to the frame in which the other note stands: notes that were not open yet, then tabs, then twenty thousand words. */
async function* measureSwitching(browser: Browser, folder: string, window: string): AsyncGenerator<Figure> {
  const long = { id: 'insight:long', title: 'Twenty thousand words', body: makeBody(20_000) }
  const notes = Array.from({ length: 60 }, (_, index) => ({
    id: `insight:n${index}`,
    title: `Note ${index}`,
    body: `Body ${index}. ${makeBody(240)}`,
  }))
  await makeNotebook(join(folder, 'switching'), [...notes, long])
  const served = await serve(join(folder, 'switching'), window)
  const context = await openContext(browser, served.url)
  const page = await context.newPage()
  await page.goto(new URL('/#/insights?insight=insight:long', served.url).href)
  await page.locator('.cm-content').waitFor()
  await settle(page)
  const options = page.getByRole('listbox').first().getByRole('option')
  const opened: number[] = []
  for (let row = 1; row < 9; row += 1) {
    const title = ((await options.nth(row).textContent()) ?? '').match(/Note \d+/)?.[0] ?? ''
    opened.push(await timeSwitch(page, title, { row }))
    await page.waitForTimeout(300)
  }
  yield msBelow('window.switch', median(opened), 50, { longestMs: rounded(Math.max(...opened)) })

  await options.nth(0).click({ button: 'middle' })
  await page.getByRole('tab').nth(1).waitFor()
  await settle(page)
  const [toLong, toShort]: [number[], number[]] = [[], []]
  const short = await page.getByRole('tab').nth(0).textContent()
  for (let round = 0; round < 8; round += 1) {
    toShort.push(await timeSwitch(page, short ?? '', { digit: 1 }))
    await page.waitForTimeout(200)
    toLong.push(await timeSwitch(page, long.title, { digit: 2 }))
    await page.waitForTimeout(200)
  }
  yield msBelow('window.switch-tab', median(toShort), 50, { longestMs: rounded(Math.max(...toShort)) })
  yield msBelow('window.switch-tab-to-20000-words', median(toLong), 50, { longestMs: rounded(Math.max(...toLong)) })
  await context.close()
  await served.stop()
}

/** From the press of the mouse on a row, or of Alt with a digit, until the note of this title is painted with its text. */
async function timeSwitch(page: Page, title: string, by: { row: number } | { digit: number }): Promise<number> {
  const shown = await page.evaluateHandle((title) => {
    const time = new Promise<number>((resolve) => {
      let began = 0
      const begin = () => {
        began = performance.now()
        observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
      }
      addEventListener('pointerdown', begin, { capture: true, once: true })
      addEventListener('keydown', begin, { capture: true, once: true })
      const isShown = () =>
        [...document.querySelectorAll<HTMLTextAreaElement>('textarea')].some(
          (field) =>
            field.value === title && field.checkVisibility() && (field.closest('section')?.querySelector('.cm-line')?.textContent ?? '') !== '',
        )
      const observer = new MutationObserver(() => {
        if (!isShown()) return
        observer.disconnect()
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - began)
          port2.postMessage(undefined)
        })
      })
    })
    return { time }
  }, title)
  if ('digit' in by) await page.keyboard.press(`Alt+${by.digit}`)
  else await page.getByRole('listbox').first().getByRole('option').nth(by.row).click()
  return shown.evaluate(({ time }) => time)
}

async function* measureTyping(browser: Browser, folder: string, window: string): AsyncGenerator<Figure> {
  const body = makeBody(20_000)
  await makeNotebook(join(folder, 'long'), [{ id: 'insight:long', title: 'Twenty thousand words', body }])
  const served = await serve(join(folder, 'long'), window)
  const context = await openContext(browser, served.url)
  const page = await context.newPage()
  await page.goto(new URL('/#/insights?insight=insight:long', served.url).href)
  const editor = page.locator('.cm-content')
  await editor.waitFor()
  for (const place of ['end', 'middle'] as const) {
    await editor.click()
    await page.keyboard.press('Control+End')
    if (place === 'middle') for (let press = 0; press < 40; press += 1) await page.keyboard.press('PageUp')
    await settle(page)
    const tasks = await traceTasks(browser, page, async () => {
      await page.keyboard.type('And so the commitment of thirty billion dollars grows, **again**, with [a link](https://example.com). '.repeat(3), {
        delay: 25,
      })
      await page.waitForTimeout(1_000)
    })
    yield msBelow(`window.typing-at-the-${place}-of-20000-words`, tasks.longestMs, 50, { ...roundedTasks(tasks) })
  }
  const saved: number[] = []
  for (let round = 0; round < 10; round += 1) saved.push(await timeToSaved(page, `durable ${round} `))
  yield msBelow('window.durable-after-last-key', Math.max(...saved), 500, { medianMs: rounded(median(saved)) })
  await context.close()
  await served.stop()
}

async function* measureScrolling(browser: Browser, folder: string, window: string): AsyncGenerator<Figure> {
  await makeNotebook(join(folder, 'ten-thousand'), makeInsights(10_000))
  const served = await serve(join(folder, 'ten-thousand'), window)
  const context = await openContext(browser, served.url)
  const page = await context.newPage()
  await page.goto(new URL('/', served.url).href)
  const list = page.getByRole('listbox').first()
  await list.getByRole('option').first().waitFor()
  await list.hover()
  await settle(page)
  const tasks = await traceTasks(browser, page, async () => {
    for (const step of [120, 600, 3_000, -900]) {
      for (let turn = 0; turn < 60; turn += 1) {
        await page.mouse.wheel(0, step)
        await page.waitForTimeout(16)
      }
    }
    await list.focus()
    for (const key of ['End', 'PageUp', 'PageUp', 'Home', 'PageDown', 'PageDown']) {
      await page.keyboard.press(key)
      await page.waitForTimeout(150)
    }
  })
  yield msBelow('window.scrolling-10000-insights', tasks.longestMs, 50, { ...roundedTasks(tasks) })
  await context.close()
  await served.stop()
}

/** From the moment a window sends the edit until the other window's list shows it: the disk is in between. */
async function* measureSecondWindow(browser: Browser, folder: string, window: string): AsyncGenerator<Figure> {
  await makeNotebook(join(folder, 'hundred-thousand'), makeInsights(100_000))
  const served = await serve(join(folder, 'hundred-thousand'), window)
  const context = await openContext(browser, served.url)
  const [first, second] = [await context.newPage(), await context.newPage()]
  for (const page of [first, second]) {
    await page.goto(new URL('/', served.url).href)
    await page.getByRole('listbox').getByRole('option').first().waitFor()
  }
  await settle(second)
  await second.evaluate(() => {
    const seen = new Map<string, number>()
    Object.assign(globalThis, { seen })
    new MutationObserver(() => {
      const now = performance.timeOrigin + performance.now()
      for (const [title] of document.body.textContent?.matchAll(/Commit number \d+/g) ?? []) if (!seen.has(title)) seen.set(title, now)
    }).observe(document.body, { childList: true, subtree: true, characterData: true })
  })
  const times: number[] = []
  for (let number = 0; number < 30; number += 1) {
    const title = `Commit number ${number}`
    const input = { id: `insight:n${(number * 3_137) % 100_000}`, title }
    const sent = await first.evaluate(async (input) => {
      const sent = performance.timeOrigin + performance.now()
      const response = await fetch('/api/command', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ command: 'insight.revise', input }),
      })
      const answer = (await response.json()) as { ok: boolean }
      return answer.ok ? sent : Number.NaN
    }, input)
    const handle = await second.waitForFunction((title) => (globalThis as unknown as { seen: Map<string, number> }).seen.get(title), title)
    const shown = (await handle.jsonValue()) as number
    if (number >= 5) times.push(shown - sent)
    await second.waitForTimeout(100)
  }
  yield msBelow('window.commit-to-second-window-at-100000', median(times), 50, { longestMs: rounded(Math.max(...times)) })
  await context.close()
  await served.stop()
}

/** A context that has the server's cookie and nothing in its cache. */
async function openContext(browser: Browser, url: string): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  await context.request.get(url)
  return context
}

/** Until nothing has been on the main thread for a while: what opening costs is not counted twice. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(1_500)
}

function roundedTasks({ longestCpuMs, over50Ms }: { longestCpuMs: number; over50Ms: number }) {
  return { cpuMs: rounded(longestCpuMs), over50Ms }
}

const vocabulary =
  'SoftBank sold its whole stake in NVIDIA and pays for a commitment to OpenAI with bonds, loans and 软银 shares, as 孙正义 said'.split(' ')

function makeBody(words: number): string {
  const paragraphs: string[] = []
  for (let start = 0; start < words; start += 80) {
    const heading = start % 1_600 === 0 ? `## Part ${start / 1_600 + 1}\n\n` : ''
    const sentence = Array.from({ length: 80 }, (_, index) => vocabulary[(start + index * 7) % vocabulary.length]).join(' ')
    paragraphs.push(`${heading}${sentence} **strong ${start}** [@sina2025-exit#h${(start % 39) + 1}].`)
  }
  return paragraphs.join('\n\n')
}

function* makeInsights(count: number): Generator<Record<string, unknown>> {
  for (let index = 0; index < count; index += 1) {
    const topics = index % 3 === 0 ? ['bonds'] : []
    yield { id: `insight:n${index}`, title: `Insight ${index} on ${vocabulary[index % vocabulary.length]}`, body: makeBody(80), topics }
  }
}
