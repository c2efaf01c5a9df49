// Nothing acknowledged is lost: `batch` is killed at random moments, and what `dump` shows is every acknowledged commit plus at most a prefix of the rest.
// `npm run faults -- kills` is the long version.

import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { randomFrom } from '../faults/parts/fault-figure.ts'
import { KilledNotebook } from '../faults/parts/killed-batch.ts'
import { makeWorkFolder, runFooting } from './run-footing.ts'

const rounds = 6
const { folder, env, remove } = makeWorkFolder()
const notebook = join(folder, 'notebook')

beforeAll(async () => {
  expect((await runFooting(['new', notebook], { env })).code).toBe(0)
})
afterAll(remove)

test(`${rounds} rounds of batch killed by SIGKILL`, { timeout: rounds * 10_000 }, async () => {
  const killed = new KilledNotebook(notebook, env)
  let inTheMiddle = 0
  for (let round = 0; round < rounds; round += 1) {
    const { sent, acknowledged, wrong } = await killed.round(round, randomFrom(round))
    expect(wrong, `round ${round}`).toEqual([])
    if (acknowledged > 0 && acknowledged < sent) inTheMiddle += 1
  }
  // If no kill ever came in the middle, these rounds prove nothing.
  expect(inTheMiddle).toBeGreaterThan(rounds / 10)
})
