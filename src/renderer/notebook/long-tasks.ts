// Work that may take a while: known to the window from its beginning, shown once it takes long, and stopped where somebody says so.

import { create } from 'zustand'

export type LongTask = {
  id: number
  label: string
  /** Undefined while nobody can tell how much there is. */
  steps: { done: number; total: number } | undefined
  /** Set once it took long enough to be shown. */
  isShown: boolean
  isStopping: boolean
  stop: () => void
}

/** Under half a second a bar that comes and goes is only a flicker. */
const shownAfterMs = 500

export const useLongTasks = create<{ tasks: readonly LongTask[] }>(() => ({ tasks: [] }))

export type TaskHandle = {
  /** Aborted once the analyst stops the work. */
  signal: AbortSignal
  report: (done: number, total: number, label?: string) => void
}

let lastId = 0

/** Runs `work` and shows it meanwhile. `work` itself says what was kept when it was stopped. */
export async function runLongTask<Result>(label: string, work: (task: TaskHandle) => Promise<Result>): Promise<Result> {
  lastId += 1
  const id = lastId
  const stopping = new AbortController()
  const change = (changed: Partial<LongTask>) =>
    useLongTasks.setState(({ tasks }) => ({ tasks: tasks.map((task) => (task.id === id ? { ...task, ...changed } : task)) }))
  const stop = () => {
    change({ isStopping: true })
    stopping.abort()
  }
  useLongTasks.setState(({ tasks }) => ({ tasks: [...tasks, { id, label, steps: undefined, isShown: false, isStopping: false, stop }] }))
  const timer = setTimeout(() => change({ isShown: true }), shownAfterMs)
  try {
    return await work({
      signal: stopping.signal,
      report: (done, total, next) => change({ steps: { done, total }, ...(next === undefined ? {} : { label: next }) }),
    })
  } finally {
    clearTimeout(timer)
    useLongTasks.setState(({ tasks }) => ({ tasks: tasks.filter((task) => task.id !== id) }))
  }
}

/** Whether `wait` was over before the work was stopped; then its result. */
export async function unlessStopped<Result>(signal: AbortSignal, wait: Promise<Result>): Promise<Result | 'stopped'> {
  if (signal.aborted) return 'stopped'
  return Promise.race([wait, new Promise<'stopped'>((resolve) => signal.addEventListener('abort', () => resolve('stopped'), { once: true }))])
}
