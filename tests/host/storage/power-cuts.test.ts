// The power is cut at moments of a sitting, and what was not synced is kept, forgotten, reordered or torn: the notebook is a prefix of its changes.
// `npm run faults -- simulated-power-cuts` cuts at many more; `power-cuts` does it on real file systems.

import { expect, onTestFinished, test } from 'vitest'
import { randomFrom } from '../../faults/parts/fault-figure.ts'
import { cutPowerAt, sitDown, standUp } from '../../faults/parts/power-cut-run.ts'

test.each([1, 2])('seed %i: nothing acknowledged is lost, nothing is invented, and the check has nothing to name', async (seed) => {
  const sitting = await sitDown(seed, 40)
  onTestFinished(() => standUp(sitting))
  const random = randomFrom(seed)
  for (let cut = 0; cut < 25; cut += 1) {
    const moment = Math.floor(random() * (sitting.disk.moment + 1))
    expect(await cutPowerAt(sitting, moment, seed * 10_000 + cut), `moment ${moment}`).toBeUndefined()
  }
})
