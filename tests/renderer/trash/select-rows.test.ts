// Selecting with and without Shift.

import { expect, test } from 'vitest'
import { selectRows } from '../../../src/renderer/features/trash/select-rows.ts'

const shown = [...'abcdef']

test.each([
  ['', 'b', undefined, false, 'b'],
  ['b', 'b', 'b', false, ''],
  ['b', 'd', 'b', true, 'bcd'],
  ['d', 'b', 'd', true, 'bcd'],
  ['bcd', 'd', 'b', true, ''],
  ['a', 'c', 'gone', true, 'ac'],
  ['a', 'c', undefined, true, 'ac'],
  ['af', 'd', 'b', true, 'abcdf'],
])('with %j selected, pressing %s after %s (Shift: %s) selects %j', (before, pressed, anchor, isRange, after) => {
  expect([...selectRows(shown, new Set(before), pressed, anchor, isRange)].sort().join('')).toBe(after)
})
