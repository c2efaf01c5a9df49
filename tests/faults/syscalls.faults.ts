// A kill at every single write, sync, rename, removal and cut of a sitting that ends with a new generation.

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeWorkFolder, runFooting } from '../cli/run-footing.ts'
import { type AttackOptions, type FaultFigure, randomFrom } from './parts/fault-figure.ts'
import { KilledNotebook, makeInsight, readAnswers } from './parts/killed-batch.ts'
import { countCalls, hasStrace, runTraced } from './parts/traced.ts'

const calls = ['pwrite64', 'write', 'fdatasync', 'fsync', 'rename', 'unlink', 'ftruncate', 'mkdir']

/** `rounds`: at most so many of each call, evenly spread. */
export async function* attack({ rounds = 1_000, seed }: AttackOptions): AsyncGenerator<FaultFigure> {
  if (!hasStrace()) {
    yield { fault: 'syscalls', ok: true, ran: false, why: 'strace is not here: apt-get install strace' }
    return
  }
  const { folder, env, remove } = makeWorkFolder()
  const random = randomFrom(seed)
  // Long enough that closing writes a generation.
  const sent = Array.from({ length: 12 }, (_, position) => ({ ...makeInsight(0, position, random), body: `正文 ${position} `.repeat(3_000) }))
  const input = sent.map((insight, position) => `${JSON.stringify({ id: position, command: 'insight.add', input: insight })}\n`).join('')
  const template = join(folder, 'template')
  const notebook = join(folder, 'notebook')
  try {
    await runFooting(['new', template], { env })
    for (const call of calls) {
      cpSync(template, notebook, { recursive: true })
      const count = await countCalls(['batch', notebook], call, join(folder, 'trace'), { input, env })
      const step = Math.max(1, Math.ceil(count / rounds))
      const losses: string[] = []
      let kills = 0
      for (let at = 1; at <= count; at += step) {
        rmSync(notebook, { recursive: true, force: true })
        cpSync(template, notebook, { recursive: true })
        const { stdout } = await runTraced(['batch', notebook], `${call}:signal=KILL:when=${at}`, { input, env })
        const { acknowledged, wrong } = readAnswers(stdout)
        const found = await new KilledNotebook(notebook, env).verify(sent, acknowledged, wrong)
        losses.push(...found.wrong.map((what) => `${call} ${at}: ${what}`))
        kills += 1
      }
      rmSync(notebook, { recursive: true, force: true })
      yield { fault: `kill-at-${call}`, ok: losses.length === 0, calls: count, kills, lost: losses.length, losses: losses.slice(0, 5) }
    }
  } finally {
    remove()
  }
}
