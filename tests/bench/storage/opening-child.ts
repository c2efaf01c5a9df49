// One measurement in a process of its own: prints CPU milliseconds and bytes of memory as JSON. `node --expose-gc opening-child.ts KIND PATH`.

import { readFileSync } from 'node:fs'
import { Low } from 'lowdb'
import { JSONFile } from 'lowdb/node'
import { LiveQuery } from '../../../src/core/queries/live-query.ts'
import { LiveTally } from '../../../src/core/queries/live-tally.ts'
import { queries, railTally } from '../../../src/core/queries/queries.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { makeEdits, makeRandom, makeText } from './made-notes.ts'

const [kind, path] = process.argv.slice(2) as [string, string]
const kept: unknown[] = []

function cpuMs(since?: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1_000
}

async function openOurs(): Promise<number> {
  const start = process.cpuUsage()
  const notebook = await openNotebook(path)
  const live = new LiveQuery(queries.insights as never, notebook.view, queries.insights.params.parse({}), { start: 0, count: 100 })
  const tally = new LiveTally(railTally, notebook.view)
  const page = live.difference()
  const counts = tally.difference()
  const ms = cpuMs(start)
  if (page?.rows.length !== 100 || counts?.find(([key]) => key === 'insights')?.[1] !== page.total)
    throw new Error('the opening shows something else')
  kept.push(notebook)
  return ms
}

/** CPU milliseconds of one save, of all threads; the texts are made beforehand. */
async function saveOurs(): Promise<number> {
  const notebook = await openNotebook(path, { idleMs: 1e8 })
  const ids = [...notebook.view.heads('insights')].slice(0, 1_000).map(({ id }) => id)
  const random = makeRandom(process.pid)
  const inputs = Array.from({ length: 3_000 }, (_, index) => ({ id: ids[index % ids.length], body: makeText(random, 1_500) }))
  let start = process.cpuUsage()
  for (const [index, input] of inputs.entries()) {
    // The first are the compiler's.
    if (index === 1_000) start = process.cpuUsage()
    const answer = await notebook.run('bench', 'insight.revise', input)
    if (!answer.ok) throw new Error(answer.error.message)
  }
  return cpuMs(start) / 2_000
}

async function run(): Promise<number> {
  if (kind === 'ours') return openOurs()
  if (kind === 'edit') {
    const notebook = await openNotebook(path, { idleMs: 1e8 })
    const ids = [...notebook.view.heads('insights')].filter((_, index) => index % 10 === 0).map(({ id }) => id)
    await makeEdits(notebook, ids, 10_000)
    if (notebook.queue.lastSeq < 10_000) throw new Error('the edits were not made')
    return 0
  }
  if (kind === 'save') return saveOurs()
  if (kind === 'lowdb-write') {
    const low = new Low(new JSONFile<{ insights: unknown[] }>(path), { insights: [] })
    await low.read()
    // Another file: each round writes over the same one.
    const copy = new Low(new JSONFile<{ insights: unknown[] }>(`${path}.copy`), low.data)
    const start = process.cpuUsage()
    await copy.write()
    return cpuMs(start)
  }
  if (kind === 'json') {
    const text = readFileSync(path, 'utf8')
    const start = process.cpuUsage()
    kept.push(JSON.parse(text))
    return cpuMs(start)
  }
  if (kind === 'lowdb') {
    const low = new Low(new JSONFile<{ insights: unknown[] }>(path), { insights: [] })
    await low.read()
    kept.push(low)
  }
  return 0
}

// Node goes on compiling what stripped the types, on other threads, for a while after the modules are there: no opening, and no parse, is that.
await new Promise((resolve) => setTimeout(resolve, 300))
const ms = await run()
for (let round = 0; round < 4; round += 1) {
  globalThis.gc?.()
  await new Promise((resolve) => setTimeout(resolve, 50))
}
const { heapUsed, external, rss } = process.memoryUsage()
console.log(JSON.stringify({ ms, live: heapUsed + external, rss, kept: kept.length }))
process.exit(0)
