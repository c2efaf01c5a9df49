// Work that takes a while: shown late, stopped when asked, and gone when it is over, however it ends.

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { runLongTask, unlessStopped, useLongTasks } from '../../src/renderer/notebook/long-tasks.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())
const shown = () => useLongTasks.getState().tasks.filter(({ isShown }) => isShown)

test('what is over within half a second is never shown', async () => {
  const { promise, resolve } = Promise.withResolvers<number>()
  const task = runLongTask('Exporting', () => promise)
  vi.advanceTimersByTime(499)
  expect(shown()).toEqual([])
  resolve(7)
  expect(await task).toBe(7)
  vi.advanceTimersByTime(1_000)
  expect(useLongTasks.getState().tasks).toEqual([])
})

test('what takes longer is shown with its steps, and told when it is stopped', async () => {
  const task = runLongTask('Adding', async ({ signal, report }) => {
    report(3, 10, 'Adding three.md')
    return unlessStopped(signal, new Promise<string>(() => {}))
  })
  vi.advanceTimersByTime(500)
  expect(shown()).toMatchObject([{ label: 'Adding three.md', steps: { done: 3, total: 10 }, isStopping: false }])
  shown()[0]?.stop()
  expect(shown()).toMatchObject([{ isStopping: true }])
  expect(await task).toBe('stopped')
  expect(useLongTasks.getState().tasks).toEqual([])
})

test('what fails is gone too', async () => {
  await expect(runLongTask('Failing', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(useLongTasks.getState().tasks).toEqual([])
})
