import { describe, expect, it } from 'vitest'
import { pageToLoad, rowAfterKey } from '../../../src/renderer/ui/virtual-list-keys.ts'

describe('rowAfterKey', () => {
  it.each([
    ['ArrowDown', -1, 0],
    ['ArrowDown', 9, 9],
    ['ArrowUp', -1, 9],
    ['ArrowUp', 0, 0],
    ['PageDown', -1, 3],
    ['PageDown', 8, 9],
    ['PageUp', 2, 0],
    ['Home', 7, 0],
    ['End', -1, 9],
    ['a', 3, undefined],
  ])('%s from row %i leads to %s', (key, active, expected) => {
    expect(rowAfterKey(key, active, 10, 4)).toBe(expected)
  })

  it('leads nowhere in an empty list', () => {
    expect(rowAfterKey('ArrowDown', -1, 0, 4)).toBeUndefined()
  })
})

describe('pageToLoad', () => {
  it('asks for nothing while the loaded rows reach beyond the view', () => {
    expect(pageToLoad({ first: 0, last: 12 }, { start: 0, loaded: 200 }, 10_000)).toBeUndefined()
    expect(pageToLoad({ first: 0, last: 9 }, { start: 0, loaded: 10 }, 10)).toBeUndefined()
  })

  it('asks before the end of the loaded rows comes into view, and never for more than the wire carries', () => {
    for (let first = 0; first < 9_980; first += 7) {
      const visible = { first, last: first + 19 }
      const page = pageToLoad(visible, { start: 0, loaded: 200 }, 10_000)
      if (first + 19 >= 180) expect(page, String(first)).toBeDefined()
      if (!page) continue
      expect(page.start).toBeLessThanOrEqual(visible.first)
      expect(page.start + page.count).toBeGreaterThan(visible.last)
      expect(page.count).toBeLessThanOrEqual(500)
      // What was asked for is enough: nothing is asked again for the same view.
      expect(pageToLoad(visible, { start: page.start, loaded: Math.min(page.count, 10_000 - page.start) }, 10_000)).toBeUndefined()
    }
  })
})
