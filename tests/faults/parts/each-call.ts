// One sitting of `footing batch`, run again for every call of a kind that it makes, each time on a notebook as it was.

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeWorkFolder, runFooting } from '../../cli/run-footing.ts'
import { type AttackOptions, type FaultFigure, randomFrom } from './fault-figure.ts'
import { makeInsight, type Sent } from './killed-batch.ts'
import { countCalls, hasStrace, runTraced } from './traced.ts'

export type Sitting = {
  notebook: string
  env: NodeJS.ProcessEnv
  sent: readonly Sent[]
  /** Runs it with one thing that strace does to it, such as `fsync:signal=KILL:when=3`. */
  run: (injection: string) => ReturnType<typeof runTraced>
}
/** `at`: which call of the kind it is, from 1. Returns how often the sitting was run, and what was wrong. */
export type AttackOnCall = (sitting: Sitting, call: string, at: number) => Promise<{ runs: number; wrong: string[] }>
export type CallFigure = { call: string; count: number; runs: number; wrong: string[] }

/** `rounds`: at most so many places of each kind, evenly spread. Needs strace: ask `withoutStrace` first. */
export async function* forEachCall(
  calls: readonly string[],
  { rounds = 1_000, seed }: AttackOptions,
  attack: AttackOnCall,
): AsyncGenerator<CallFigure> {
  const { folder, env, remove } = makeWorkFolder()
  const random = randomFrom(seed)
  // Long enough that closing writes a generation.
  const sent = Array.from({ length: 12 }, (_, position) => ({ ...makeInsight(0, position, random), body: `正文 ${position} `.repeat(3_000) }))
  const input = sent.map((insight, position) => `${JSON.stringify({ id: position, command: 'insight.add', input: insight })}\n`).join('')
  const template = join(folder, 'template')
  const notebook = join(folder, 'notebook')
  const lay = () => {
    rmSync(notebook, { recursive: true, force: true })
    cpSync(template, notebook, { recursive: true })
  }
  const run = async (injection: string) => {
    lay()
    return runTraced(['batch', notebook], injection, { input, env })
  }
  try {
    await runFooting(['new', template], { env })
    for (const call of calls) {
      lay()
      const count = await countCalls(['batch', notebook], call, join(folder, 'trace'), { input, env })
      const figure: CallFigure = { call, count, runs: 0, wrong: [] }
      for (let at = 1; at <= count; at += Math.max(1, Math.ceil(count / rounds))) {
        const { runs, wrong } = await attack({ notebook, env, sent, run }, call, at)
        figure.runs += runs
        figure.wrong.push(...wrong)
      }
      yield figure
    }
  } finally {
    remove()
  }
}

export const withoutStrace = (fault: string): FaultFigure | undefined =>
  hasStrace() ? undefined : { fault, ok: true, ran: false, why: 'strace is not here: apt-get install strace' }
