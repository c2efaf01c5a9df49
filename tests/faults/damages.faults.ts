// Random damages to any file of a notebook of 10,000 insights: none is silent, nothing is invented, and nearly everything is back.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { damageOnce } from './parts/damage-round.ts'
import { type AttackOptions, type FaultFigure, randomFrom } from './parts/fault-figure.ts'
import { makeFullNotebook } from './parts/full-notebook.ts'

const insights = 10_000
const leastBack = 0.99

export async function* attack({ rounds = 1_000, seed }: AttackOptions): AsyncGenerator<FaultFigure> {
  const folder = mkdtempSync(join(tmpdir(), 'footing-damage-'))
  const [whole, copy] = [join(folder, 'whole'), join(folder, 'copy')]
  try {
    const truth = await makeFullNotebook(whole, insights)
    cpSync(whole, copy, { recursive: true })
    const silent: string[] = []
    const invented: string[] = []
    const lost: string[] = []
    let damages = 0
    let least = 1
    for (let round = 0; damages < rounds; round += 1) {
      const damaged = await damageOnce(whole, copy, truth, randomFrom(seed * 1_000_000 + round))
      if (!damaged) continue
      damages += 1
      const what = `seed ${seed}, round ${round}: ${damaged.what}`
      if (!damaged.isNamed) silent.push(what)
      // Stale text is invented too: what an insight said before is not what it says. Only a change that is named as missing may be absent.
      if (damaged.invented.length > 0 && !damaged.isNamed) invented.push(`${what}: ${damaged.invented.slice(0, 3).join()}`)
      if (damaged.back < leastBack) lost.push(`${what}: ${damaged.back}`)
      least = Math.min(least, damaged.back)
    }
    const ok = silent.length === 0 && invented.length === 0 && lost.length === 0
    const examples = { silent: silent.slice(0, 8), invented: invented.slice(0, 8), lost: lost.slice(0, 8) }
    yield { fault: 'damages', ok, damages, silent: silent.length, invented: invented.length, below99: lost.length, leastBack: least, examples }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
