// A kill at every single write, sync, rename, removal and cut of a sitting that ends with a new generation.

import { forEachCall, withoutStrace } from './parts/each-call.ts'
import type { AttackOptions, FaultFigure } from './parts/fault-figure.ts'
import { KilledNotebook, readAnswers } from './parts/killed-batch.ts'

const calls = ['pwrite64', 'write', 'fdatasync', 'fsync', 'rename', 'unlink', 'ftruncate', 'mkdir']

export async function* attack(options: AttackOptions): AsyncGenerator<FaultFigure> {
  const refusal = withoutStrace('syscalls')
  if (refusal) return yield refusal
  const figures = forEachCall(calls, options, async ({ notebook, env, sent, run }, call, at) => {
    const { stdout } = await run(`${call}:signal=KILL:when=${at}`)
    const { acknowledged, wrong } = readAnswers(stdout)
    const found = await new KilledNotebook(notebook, env).verify(sent, acknowledged, wrong)
    return { runs: 1, wrong: found.wrong.map((what) => `${call} ${at}: ${what}`) }
  })
  for await (const { call, count, runs, wrong } of figures) {
    yield { fault: `kill-at-${call}`, ok: wrong.length === 0, calls: count, kills: runs, lost: wrong.length, losses: wrong.slice(0, 5) }
  }
}
