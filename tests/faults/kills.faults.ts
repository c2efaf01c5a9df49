// SIGKILL at random moments, and how soon a notebook of 10,000 insights is there again after one.

import { join } from 'node:path'
import { linesOf, makeWorkFolder, runFooting, spawnFooting } from '../cli/run-footing.ts'
import { type AttackOptions, type FaultFigure, randomFrom } from './parts/fault-figure.ts'
import { KilledNotebook } from './parts/killed-batch.ts'

/** A notebook of its own for so many rounds: else each looks through all that those before it wrote. */
const roundsInNotebook = 40
const goalMs = 2_000

export async function* attack({ rounds = 500, seed }: AttackOptions): AsyncGenerator<FaultFigure> {
  const { folder, env, remove } = makeWorkFolder()
  try {
    yield await killAtRandom(folder, env, rounds, seed)
    yield await recover(folder, env)
  } finally {
    remove()
  }
}

async function killAtRandom(folder: string, env: NodeJS.ProcessEnv, rounds: number, seed: number): Promise<FaultFigure> {
  const losses: string[] = []
  const counts = { acknowledged: 0, killedInTheMiddle: 0 }
  let notebook: KilledNotebook | undefined
  for (let round = 0; round < rounds; round += 1) {
    if (!notebook || round % roundsInNotebook === 0) {
      const path = join(folder, `killed-${round}`)
      await runFooting(['new', path], { env })
      notebook = new KilledNotebook(path, env)
    }
    const { sent, acknowledged, wrong } = await notebook.round(round, randomFrom(seed * 100_000 + round))
    losses.push(...wrong.map((what) => `round ${round}: ${what}`))
    counts.acknowledged += acknowledged
    if (acknowledged > 0 && acknowledged < sent) counts.killedInTheMiddle += 1
  }
  // If hardly any kill came in the middle, these rounds prove nothing.
  const ok = losses.length === 0 && counts.killedInTheMiddle > rounds / 10
  return { fault: 'kills', ok, rounds, ...counts, lost: losses.length, losses: losses.slice(0, 5) }
}

/** All of it in the journal, which is the slowest way to open: from the start of the next process to its being ready to write. */
async function recover(folder: string, env: NodeJS.ProcessEnv): Promise<FaultFigure> {
  const path = join(folder, 'ten-thousand')
  await runFooting(['new', path], { env })
  const count = 10_000
  const killed = spawnFooting(['batch', path], { env })
  const nextLine = linesOf(killed)
  const ended = new Promise((resolve) => killed.once('close', resolve))
  killed.stdin.on('error', () => {})
  const body = 'SoftBank invests in OpenAI. '.repeat(50)
  for (let position = 0; position < count; position += 1)
    killed.stdin.write(
      `${JSON.stringify({ id: position, command: 'insight.add', input: { id: `insight:${position}`, title: `T ${position}`, body } })}\n`,
    )
  for (let line = 0; line <= count; line += 1) await nextLine()
  killed.kill('SIGKILL')
  await ended
  const started = performance.now()
  const next = spawnFooting(['batch', path], { env })
  await linesOf(next)()
  const ms = Math.round(performance.now() - started)
  next.kill('SIGKILL')
  const { stdout } = await runFooting(['dump', path], { env })
  const found = stdout.split('\n').length - 1
  return { fault: 'recovery-at-10000', ok: found === count && ms < goalMs, ms, goal: goalMs, found }
}
