// Power cuts on a disk of our own, where more can be lost than on any file system: at moments of many sittings, whatever was not synced at stake.

import { type AttackOptions, type FaultFigure, randomFrom } from './parts/fault-figure.ts'
import { cutPowerAt, sitDown, standUp } from './parts/power-cut-run.ts'

const cutsInSitting = 25

export async function* attack({ rounds = 40, seed }: AttackOptions): AsyncGenerator<FaultFigure> {
  let cuts = 0
  const losses: string[] = []
  for (let round = seed; round < seed + rounds; round += 1) {
    const sitting = await sitDown(round, 60)
    try {
      const random = randomFrom(round)
      for (let cut = 0; cut < cutsInSitting; cut += 1) {
        const moment = Math.floor(random() * (sitting.disk.moment + 1))
        cuts += 1
        const loss = await cutPowerAt(sitting, moment, round * 10_000 + moment)
        if (loss) losses.push(`seed ${round}, moment ${moment}: ${loss}`)
      }
    } finally {
      standUp(sitting)
    }
  }
  yield { fault: 'simulated-power-cuts', ok: losses.length === 0, cuts, lost: losses.length, losses: losses.slice(0, 5) }
}
