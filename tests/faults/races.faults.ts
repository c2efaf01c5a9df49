// Six writers at once: one writes, the others are told within a second (exit 75); where a `serve` holds the notebook, all six are served.

import { join } from 'node:path'
import { finished, jsonLines, linesOf, makeWorkFolder, runFooting, spawnFooting } from '../cli/run-footing.ts'
import type { AttackOptions, FaultFigure } from './parts/fault-figure.ts'

const writers = 6
const insightsEach = 20
const goalMs = 1_000

type Race = { acknowledged: string[]; refused: number; slowestMs: number; wrong: string[] }

export async function* attack({ rounds = 50 }: AttackOptions): AsyncGenerator<FaultFigure> {
  const { folder, env, remove } = makeWorkFolder()
  try {
    const notebook = join(folder, 'raced')
    await runFooting(['new', notebook], { env })
    yield await raceFor('races', notebook, env, rounds)
    const served = join(folder, 'served')
    await runFooting(['new', served], { env })
    const server = spawnFooting(['serve', served, '--json', '--no-open'], { env })
    await linesOf(server)()
    const figure = await raceFor('races-with-serve', served, env, Math.ceil(rounds / 5))
    yield { ...figure, ok: figure.ok && figure.refused === 0 }
    const ended = finished(server)
    server.kill('SIGTERM')
    await ended
  } finally {
    remove()
  }
}

async function raceFor(fault: string, notebook: string, env: NodeJS.ProcessEnv, rounds: number): Promise<FaultFigure> {
  const acknowledged: string[] = []
  const wrong: string[] = []
  let refused = 0
  let slowestMs = 0
  const aloneMs = await timeOf(() => runFooting(['--version'], { env }))
  for (let round = 0; round < rounds; round += 1) {
    const race = await raceOnce(notebook, env, round)
    acknowledged.push(...race.acknowledged)
    wrong.push(...race.wrong)
    refused += race.refused
    slowestMs = Math.max(slowestMs, race.slowestMs)
  }
  const { stdout } = await runFooting(['dump', notebook], { env })
  const found = new Set(jsonLines<{ id: string }>(stdout).map(({ id }) => id))
  const lost = acknowledged.filter((id) => !found.has(id))
  const checked = await runFooting(['check', notebook, '--json'], { env })
  if (checked.code !== 0) wrong.push(`check: ${checked.stdout}`)
  return {
    fault,
    ok: lost.length === 0 && wrong.length === 0,
    rounds,
    acknowledged: acknowledged.length,
    refused,
    lost: lost.length,
    slowestRefusalMs: Math.round(slowestMs),
    /** Six programs start at once: what one takes to start alone, to see the rest by. */
    startAloneMs: Math.round(aloneMs),
    goal: goalMs,
    wrong: wrong.slice(0, 5),
  }
}

async function raceOnce(notebook: string, env: NodeJS.ProcessEnv, round: number): Promise<Race> {
  const race: Race = { acknowledged: [], refused: 0, slowestMs: 0, wrong: [] }
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const ids = Array.from({ length: insightsEach }, (__, index) => `insight:${round}-${writer}-${index}`)
      const input = ids.map((id, index) => `${JSON.stringify({ id: index, command: 'insight.add', input: { id, title: id } })}\n`).join('')
      const started = performance.now()
      const { code, stdout, stderr } = await runFooting(['batch', notebook], { env, input })
      if (code === 75) {
        race.refused += 1
        race.slowestMs = Math.max(race.slowestMs, performance.now() - started)
        if (stdout !== '' || stderr.trim() === '') race.wrong.push(`refused with ${JSON.stringify(stdout)} and ${JSON.stringify(stderr)}`)
      } else if (code !== 0) race.wrong.push(`a writer ended with ${code}: ${stderr}`)
      for (const { id, ok } of jsonLines<{ id?: number; ok?: boolean }>(stdout)) if (ok && id !== undefined) race.acknowledged.push(ids[id] as string)
    }),
  )
  if (race.acknowledged.length === 0) race.wrong.push(`round ${round}: nobody could write`)
  return race
}

async function timeOf(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}
