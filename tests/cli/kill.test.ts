// Nothing acknowledged is lost: `batch` is killed at random moments, and what `dump` shows is every acknowledged commit plus at most a prefix of the rest.
// FOOTING_KILL_ROUNDS=200 runs the long version.

import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finished, jsonLines, makeWorkFolder, runFooting, spawnFooting } from './run-footing.ts'

const rounds = Number(process.env.FOOTING_KILL_ROUNDS ?? 40)
const { folder, env, remove } = makeWorkFolder()
const notebook = join(folder, 'notebook')

beforeAll(async () => {
  expect((await runFooting(['new', notebook], { env })).code).toBe(0)
})
afterAll(remove)

type Dumped = { table: string; id: string; title: string; body: string; rev: number }
type Sent = { id: string; title: string; body: string }

/** mulberry32: a failing round can be run again by its number. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

async function readDump(): Promise<Map<string, Dumped>> {
  const { code, stdout, stderr } = await runFooting(['dump', notebook, '--all'], { env })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return new Map(jsonLines<Dumped>(stdout).map((record) => [record.id, record]))
}

type Killed = { sent: Sent[]; acknowledged: number }

/** Sends insights without a pause until the process is killed, or until its input ends and it is killed while it closes. */
async function runAndKill(round: number, random: () => number): Promise<Killed> {
  const child = spawnFooting(['batch', notebook], { env })
  child.stdin.on('error', () => {})
  const end = finished(child)
  const sent: Sent[] = []
  const most = Math.floor(random() * 600)
  const isKilledEarly = random() < 0.1
  const killDelayMs = random() * (isKilledEarly ? 300 : 60)
  const kill = () => setTimeout(() => child.kill('SIGKILL'), killDelayMs)
  if (isKilledEarly) kill()
  else child.stdout.once('data', kill)
  while (sent.length < most && child.exitCode === null && child.signalCode === null) {
    const position = sent.length
    const body = `正文 ${position} `.repeat(1 + Math.floor(random() ** 6 * 8_000))
    const insight = { id: `insight:${round}-${position}`, title: position === 7 ? '__proto__' : `软银 ${round} ${position}`, body }
    if (round === 3 && position === 0) insight.id = 'insight:__proto__'
    sent.push(insight)
    if (!child.stdin.write(`${JSON.stringify({ id: position, command: 'insight.add', input: insight })}\n`)) {
      await Promise.race([end, new Promise((resolve) => child.stdin.once('drain', resolve))])
    }
    // Bursts and pauses, so that groups are of many sizes.
    if (random() < 0.3) await new Promise((resolve) => setTimeout(resolve, random() * 2))
  }
  child.stdin.end()
  const { stdout, stderr } = await end
  expect(stderr).toBe('')
  // A last line that was cut by the kill was not received: it acknowledges nothing.
  const [ready, ...answers] = jsonLines<{ ready?: boolean; id?: number; ok?: boolean }>(stdout.slice(0, stdout.lastIndexOf('\n') + 1))
  if (ready) expect(ready).toEqual({ ready: true })
  expect(answers.filter(({ ok }) => !ok)).toEqual([])
  expect(answers.map(({ id }) => id)).toEqual(answers.map((_, position) => position))
  return { sent, acknowledged: answers.length }
}

test(`${rounds} rounds of batch killed by SIGKILL`, { timeout: rounds * 10_000 }, async () => {
  const expected = new Map<string, Sent>()
  const killed = { inTheMiddle: 0, afterTheAnswers: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const { sent, acknowledged } = await runAndKill(round, randomFrom(round))
    const dumped = await readDump()
    const kept = sent.filter(({ id }) => dumped.has(id)).length
    expect(kept, `round ${round}: acknowledged and lost`).toBeGreaterThanOrEqual(acknowledged)
    expect(
      sent.slice(kept).filter(({ id }) => dumped.has(id)),
      `round ${round}: not a prefix`,
    ).toEqual([])
    for (const insight of sent.slice(0, kept)) expected.set(insight.id, insight)
    // Everything of this and all earlier rounds stands as it was sent, and nothing else does.
    expect(dumped.size, `round ${round}`).toBe(expected.size)
    const altered = [...expected.values()].filter(({ id, title, body }) => {
      const record = dumped.get(id)
      return record?.title !== title || record.body !== body || record.rev !== 1
    })
    expect(altered, `round ${round}`).toEqual([])
    const checked = await runFooting(['check', notebook, '--json'], { env })
    expect({ round, code: checked.code, stdout: checked.stdout }).toEqual({ round, code: 0, stdout: '' })
    if (acknowledged > 0 && acknowledged < sent.length) killed.inTheMiddle += 1
    if (acknowledged === sent.length) killed.afterTheAnswers += 1
  }
  // If no kill ever came in the middle, these rounds prove nothing.
  expect(killed.inTheMiddle).toBeGreaterThan(rounds / 10)
})
