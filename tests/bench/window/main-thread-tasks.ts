// The tasks of a page's main thread while something is done, from Chromium's own trace: what keeps it from answering a key.

import type { Browser, Page } from '@playwright/test'

export type Tasks = {
  /** The longest task, wall clock and processor time of the same task. */
  longestMs: number
  longestCpuMs: number
  /** How many took more than 50 ms. */
  over50Ms: number
}

type TraceEvent = { name: string; ph: string; pid: number; tid: number; ts: number; dur?: number; tdur?: number; args?: { name?: string } }

export async function traceTasks(browser: Browser, page: Page, run: () => Promise<void>): Promise<Tasks> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] })
  await run()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const mainThreads = new Set(
    traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  )
  const tasks = traceEvents.filter(({ name, ph, pid, tid }) => ph === 'X' && name.endsWith('RunTask') && mainThreads.has(`${pid} ${tid}`))
  if (tasks.length === 0) throw new Error('the trace holds no tasks: Chromium names them otherwise now')
  const longest = tasks.reduce((one, other) => ((other.dur ?? 0) > (one.dur ?? 0) ? other : one))
  return {
    longestMs: (longest.dur ?? 0) / 1_000,
    longestCpuMs: (longest.tdur ?? 0) / 1_000,
    over50Ms: tasks.filter(({ dur = 0 }) => dur > 50_000).length,
  }
}
