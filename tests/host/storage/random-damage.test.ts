// Random damages to any file of a notebook, as `npm run faults -- damages` makes a thousand of: none silent, nothing invented, nearly all back.

import { cpSync } from 'node:fs'
import { expect, test } from 'vitest'
import { damageOnce } from '../../faults/parts/damage-round.ts'
import { randomFrom } from '../../faults/parts/fault-figure.ts'
import { makeFullNotebook } from '../../faults/parts/full-notebook.ts'
import { makeFolder } from './work-folder.ts'

test('a notebook whose files come to harm, one at a time, says so and keeps 99 of 100 records', async () => {
  const whole = makeFolder()
  const copy = `${whole}-copy`
  const truth = await makeFullNotebook(whole, 800)
  cpSync(whole, copy, { recursive: true })
  for (let round = 0; round < 60; round += 1) {
    const damaged = await damageOnce(whole, copy, truth, randomFrom(round))
    if (!damaged) continue
    expect(damaged, `round ${round}: ${damaged.what}`).toMatchObject({ isNamed: true })
    expect(damaged.back, `round ${round}: ${damaged.what}`).toBeGreaterThanOrEqual(0.99)
  }
})
