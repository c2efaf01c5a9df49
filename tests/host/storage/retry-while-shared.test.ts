// Windows' sharing errors pass; everything else is told at once.

import { expect, test } from 'vitest'
import { retryWhileShared } from '../../../src/host/storage/retry-while-shared.ts'

function failing(times: number, code: string): { call: () => Promise<string>; calls: () => number } {
  let calls = 0
  return {
    calls: () => calls,
    call: async () => {
      calls += 1
      if (calls <= times) throw Object.assign(new Error(code), { code })
      return 'done'
    },
  }
}

test.each(['EPERM', 'EACCES', 'EBUSY'])(
  'a rename that is refused with %s a few times is done in the end, with longer and longer pauses',
  async (code) => {
    const { call, calls } = failing(4, code)
    const pauses: number[] = []
    expect(await retryWhileShared(call, async (ms) => pauses.push(ms))).toBe('done')
    expect(calls()).toBe(5)
    expect(pauses).toEqual(pauses.toSorted((one, other) => one - other))
  },
)

test('one that is refused for good is told so after a few seconds', async () => {
  const { call } = failing(Number.POSITIVE_INFINITY, 'EACCES')
  let waited = 0
  await expect(
    retryWhileShared(call, async (ms) => {
      waited += ms
    }),
  ).rejects.toMatchObject({ code: 'EACCES' })
  expect(waited).toBeGreaterThan(1_000)
  expect(waited).toBeLessThan(10_000)
})

test('any other error is told at once', async () => {
  const { call, calls } = failing(1, 'ENOSPC')
  await expect(retryWhileShared(call)).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(calls()).toBe(1)
})
