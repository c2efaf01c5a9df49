// `bench window`: 20,000 kept figures in 2,000 metrics, scrolled through by wheel and key: the view never stops answering.

import type { Browser } from '@playwright/test'
import { type Figure, msBelow, rounded } from '../figure.ts'
import { traceTasks } from './main-thread-tasks.ts'
import { makeNotebookBy, serve } from './pages.ts'

const metricCount = 2_000
const figuresEach = 10

export async function* measureFigures(browser: Browser, folder: string, window: string): AsyncGenerator<Figure> {
  await makeNotebookBy(folder, makeLedger())
  const served = await serve(folder, window)
  const { origin } = new URL(served.url)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  // The link with the token opens the door.
  await context.request.get(served.url)
  const page = await context.newPage()
  await page.goto(`${origin}/#/figures`)
  for (const group of ['By metric', 'By source', 'By entity']) {
    await page.getByRole('radiogroup', { name: 'Order' }).getByText(group).click()
    const list = page.getByRole('listbox').first()
    await list.getByRole('option').nth(3).waitFor()
    await list.hover()
    await page.waitForTimeout(1_000)
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
    yield msBelow(`window.scrolling-20000-figures-${group.slice(3)}`, tasks.longestMs, 50, {
      longestCpuMs: rounded(tasks.longestCpuMs),
      over50Ms: tasks.over50Ms,
    })
  }
  await context.close()
  await served.stop()
}

/** Every metric has a source of its own with ten figures, in English and in Chinese; every tenth metric is contested. */
function* makeLedger(): Generator<{ command: string; input: Record<string, unknown> }> {
  for (let entity = 0; entity < 50; entity += 1)
    yield { command: 'entity.add', input: { id: `entity:e${entity}`, names: [{ name: `Company ${entity}`, language: 'en' }] } }
  for (let index = 0; index < metricCount; index += 1) {
    const metric = `metric:m${index}`
    yield { command: 'metric.add', input: { id: metric, name: `Measure ${index}`, entity: `entity:e${index % 50}` } }
    let text = ''
    const places: [number, number][] = []
    for (let figure = 0; figure < figuresEach; figure += 1) {
      const digits = (index % 9) + 1
      const written = index % 10 === 0 && figure === 7 ? `$${digits}9 billion` : figure % 2 === 0 ? `$${digits}.83 billion` : `${digits}8.3亿美元`
      const before = figure % 2 === 0 ? ' In 2025 the measure stood at ' : ' 据报道，该项为'
      text += before
      places.push([text.length, text.length + written.length])
      text += figure % 2 === 0 ? `${written}, it was said.` : `${written}。`
    }
    const source = `source:s${index}`
    yield {
      command: 'source.add',
      input: { id: source, citekey: `paper${index}`, title: `Paper ${index} 报告`, language: 'en', markdown: text.trimStart() },
    }
    for (const [figure, [start, end]] of places.entries())
      yield {
        command: 'figure.keep',
        input: { source, start: start - 1, end: end - 1, metric, asOf: { from: `${2015 + figure}-01-01`, to: `${2015 + figure}-12-31` } },
      }
  }
}
