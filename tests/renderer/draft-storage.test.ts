// Kept drafts: found again by notebook and record, and nothing else in the storage is touched.

import { expect, it } from 'vitest'
import { DraftStorage, type TextStorage } from '../../src/renderer/notebook/draft-storage.ts'

function memory(): TextStorage & { entries: Map<string, string> } {
  const entries = new Map<string, string>()
  return {
    entries,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
    key: (position) => [...entries.keys()][position] ?? null,
    get length() {
      return entries.size
    },
  }
}

const kept = (body: string, at = 1) => ({ rev: 1, at, base: { body: '' }, local: { body }, sent: {} })

it('lists what is kept of this notebook, by window and record, oldest first', () => {
  const storage = memory()
  const mine = new DraftStorage(storage, 'nb', 'w1')
  mine.keep('insight:__proto__', kept('late', 2))
  new DraftStorage(storage, 'nb', 'w2').keep('insight:a', kept('early', 1))
  new DraftStorage(storage, 'another', 'w1').keep('insight:a', kept('not ours'))
  storage.setItem('mantine-color-scheme', 'dark')
  storage.setItem('footing.draft nb w3 insight:b', 'damaged{')
  expect(mine.list().map(({ window, record, kept: { local } }) => [window, record, local.body])).toEqual([
    ['w2', 'insight:a', 'early'],
    ['w1', 'insight:__proto__', 'late'],
  ])
  mine.keep('insight:__proto__', undefined)
  expect(mine.list().length).toBe(1)
  expect(storage.getItem('mantine-color-scheme')).toBe('dark')
})

it('says when the browser has no room', () => {
  const storage = memory()
  storage.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  expect(new DraftStorage(storage, 'nb', 'w').keep('insight:a', kept('x'))).toBe(false)
})
