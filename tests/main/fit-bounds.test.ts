// A remembered window on the screens that are there now, odd ones included.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { besides, fitBounds } from '../../src/main/windows/fit-bounds.ts'

const screen = (x: number, y: number, width: number, height: number) => ({ x, y, width, height })
const laptop = screen(0, 25, 1440, 815)
const left = screen(-1920, 0, 1920, 1080)
const above = screen(0, -1440, 2560, 1400)

test.each([
  ['stays where it was', screen(100, 100, 900, 600), [laptop], screen(100, 100, 900, 600)],
  ['stays on a screen with negative numbers', screen(-1800, 100, 900, 600), [laptop, left], screen(-1800, 100, 900, 600)],
  ['may hang over an edge, as long as it can be taken hold of', screen(1200, 300, 900, 600), [laptop], screen(1200, 300, 900, 600)],
  ['comes back from a screen that is gone', screen(-1800, 100, 900, 600), [laptop], screen(0, 100, 900, 600)],
  ['comes back from above, where its title bar was', screen(200, -1000, 900, 600), [laptop], screen(200, 25, 900, 600)],
  ['stays above where there is a screen', screen(200, -1000, 900, 600), [laptop, above], screen(200, -1000, 900, 600)],
  ['comes out from under a menu bar', screen(10, 0, 900, 600), [laptop], screen(10, 25, 900, 600)],
  ['goes to the screen that it overlaps most', screen(-500, 1070, 900, 600), [laptop, left], screen(-900, 480, 900, 600)],
  ['shrinks to a smaller screen', screen(0, 25, 2500, 1400), [laptop], screen(0, 25, 1440, 815)],
  ['is never smaller than can be used', screen(-5000, 0, 10, 10), [laptop], screen(0, 25, 480, 360)],
  ['is as small as a tiny screen', screen(900, 900, 800, 600), [screen(0, 0, 320, 240)], screen(0, 0, 320, 240)],
  ['has whole numbers on screens with fractions', screen(10.4, 30.6, 900.5, 600.4), [laptop], screen(10, 31, 901, 600)],
])('%s', (_what, wanted, screens, expected) => {
  expect(fitBounds(wanted, screens)).toEqual(expected)
})

test.each([
  ['without a memory', undefined],
  ['with a size that is no number', { x: 0, y: 0, width: Number.NaN, height: 600 }],
  ['with a size of nothing', { x: 0, y: 0, width: 0, height: 0 }],
])('%s it stands in the middle of the primary screen', (_what, wanted) => {
  expect(fitBounds(wanted, [screen(0, 0, 2000, 1000), left])).toEqual(screen(300, 50, 1400, 900))
  expect(fitBounds(wanted, [laptop])).toEqual(screen(20, 25, 1400, 815))
})

test('without a place it keeps its size in the middle', () => {
  expect(fitBounds({ width: 1000, height: 500 }, [screen(0, 0, 2000, 1000)])).toEqual(screen(500, 250, 1000, 500))
})

test('where no screen is known the system places it', () => {
  expect(fitBounds(screen(5000, 5000, 900, 600), [])).toEqual({ width: 900, height: 600 })
  expect(fitBounds(undefined, [])).toEqual({ width: 1400, height: 900 })
})

test('one more window stands beside the one that it came from', () => {
  expect(besides(screen(10, 20, 900, 600))).toEqual(screen(42, 52, 900, 600))
})

test('whatever the screens, a window can be taken hold of and is no larger than a screen', () => {
  const length = fc.integer({ min: -6000, max: 6000 })
  const area = fc.record({ x: length, y: length, width: fc.integer({ min: 600, max: 5000 }), height: fc.integer({ min: 400, max: 3000 }) })
  const wanted = fc.record({ x: length, y: length, width: fc.integer({ min: 1, max: 9000 }), height: fc.integer({ min: 1, max: 9000 }) })
  fc.assert(
    fc.property(wanted, fc.array(area, { minLength: 1, maxLength: 4 }), (place, screens) => {
      const fitted = fitBounds(place, screens) as ReturnType<typeof screen>
      const isWithinReach = screens.some((one) => {
        const visible = Math.min(fitted.x + fitted.width, one.x + one.width) - Math.max(fitted.x, one.x)
        return visible >= Math.min(160, fitted.width) && fitted.y >= one.y && fitted.y + 32 <= one.y + one.height
      })
      expect(isWithinReach).toBe(true)
      expect(screens.some((one) => fitted.width <= one.width && fitted.height <= one.height)).toBe(true)
      // Fitting is stable: a window that was fitted stays where it is.
      expect(fitBounds(fitted, screens)).toEqual(fitted)
    }),
  )
})
