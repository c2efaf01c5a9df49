// `bench storage`: what saving, opening and holding a notebook cost beside the plainest way of doing the same, in one run.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { Insight } from '../../src/core/records/insight.ts'
import type { RecordId } from '../../src/core/records/record-id.ts'
import { openNotebook } from '../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../src/host/opened-notebook.ts'
import { nodeFileSystem } from '../../src/host/storage/file-system.ts'
import { workerUrl } from '../../src/host/worker-url.ts'
import { type Figure, median, msBelow, ratioAtLeast, ratioAtMost, rounded } from './figure.ts'
import { makeNotebook, makeNotes, makeRandom, makeText } from './storage/made-notes.ts'

/** Never the same text twice: a revision that alters nothing is no commit. */
const random = makeRandom(7)
const large = 100_000
const small = 1_000
const warmUps = 1_000

export async function* measure(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'footing-bench-'))
  try {
    const notes = makeNotes(large)
    await makeNotebook(join(folder, 'small'), notes.slice(0, small))
    await makeNotebook(join(folder, 'large'), notes)
    yield* measureSaving(folder, notes)
    yield* measureDelay(folder)
    yield* measureBackup(folder)
    const document = join(folder, 'document.json')
    writeFileSync(document, JSON.stringify({ insights: notes }))
    yield* measureOpening(folder, document)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function* measureSaving(folder: string, notes: readonly Insight[]): AsyncGenerator<Figure> {
  const ids = notes.slice(0, small).map(({ id }) => id)
  const smallNotebook = await openNotebook(join(folder, 'small'), { idleMs: 1e8 })
  const largeNotebook = await openNotebook(join(folder, 'large'), { idleMs: 1e8 })
  // In the notebook's own folder: file systems put files of one folder near each other, and a sync costs by where a file lies.
  const bare = await open(join(folder, 'small', 'bare'), 'a')
  // Long enough for the compiler, on each side.
  for (const notebook of [smallNotebook, largeNotebook]) await timeSaves(notebook, makeInputs(ids, warmUps))
  await timeAppends(bare, 2_000, warmUps)

  const lineBytes = await bytesOfOneSave(smallNotebook, join(folder, 'small'), ids)
  const times = { small: [] as number[], large: [] as number[], bare: [] as number[] }
  // One of each in turn: a disk that is slow for a while is slow for all.
  const inputs = makeInputs(ids, 600)
  for (const input of inputs) {
    times.bare.push(...(await timeAppends(bare, lineBytes, 1)))
    times.small.push(...(await timeSaves(smallNotebook, [input])))
    times.large.push(...(await timeSaves(largeNotebook, [input])))
  }
  const [bareMs, smallMs, largeMs] = [median(times.bare), median(times.small), median(times.large)]
  const details = { bareMs: rounded(bareMs), saveMs: rounded(smallMs) }
  yield ratioAtMost('storage.save', smallMs / bareMs, 1.25, details)
  yield ratioAtMost('storage.save-at-100000', largeMs / smallMs, 1.2, { saveMs: rounded(largeMs) })

  const bursts: number[] = []
  const burstAppends: number[] = []
  for (let round = 0; round < 5; round += 1) {
    burstAppends.push(...(await timeAppends(bare, lineBytes, 200)))
    bursts.push(await timeBurst(largeNotebook, ids))
  }
  yield ratioAtMost('storage.burst-of-1000', median(bursts) / (1_000 * median(burstAppends)), 0.12, { burstMs: rounded(median(bursts)) })
  await smallNotebook.close()
  await largeNotebook.close()
  await bare.close()

  // Each in a fresh process: what others left to the collector must not be counted.
  const lowdb = join(folder, 'lowdb.json')
  writeFileSync(lowdb, JSON.stringify({ insights: notes }))
  const saves: number[] = []
  const lowWrites: number[] = []
  for (let round = 0; round < 3; round += 1) {
    saves.push(runChild('save', join(folder, 'large')).ms)
    lowWrites.push(runChild('lowdb-write', lowdb).ms)
  }
  const [saveCpuMs, lowCpuMs] = [median(saves), median(lowWrites)]
  yield ratioAtLeast('storage.save-cpu-of-lowdb', lowCpuMs / saveCpuMs, 5_000, { saveCpuMs: rounded(saveCpuMs), lowdbCpuMs: rounded(lowCpuMs) })
}

/** With a disk that takes 200 ms to sync, on which a synchronous call would stand still for as long. */
async function* measureDelay(folder: string): AsyncGenerator<Figure> {
  const notebook = await openNotebook(join(folder, 'slow'), {
    create: { title: 'Slow' },
    fileSystem: {
      ...nodeFileSystem,
      open: async (path, flags) => {
        const file = await nodeFileSystem.open(path, flags)
        const slowly = async (sync: () => Promise<void>) => {
          await new Promise((resolve) => setTimeout(resolve, 200))
          await sync()
        }
        return Object.assign(file, { datasync: slowly.bind(undefined, file.datasync.bind(file)), sync: slowly.bind(undefined, file.sync.bind(file)) })
      },
    },
  })
  const save = (index: number) => notebook.run('bench', 'insight.add', { id: `insight:s${index}`, title: 'Slow', body: makeText(random, 1_500) })
  await save(-1)
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const answers: Promise<unknown>[] = []
  for (let index = 0; index < 20; index += 1) {
    answers.push(save(index))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await Promise.all(answers)
  const rotation = notebook.snapshot()
  await Promise.all([rotation, save(20)])
  delay.disable()
  await notebook.close()
  yield msBelow('storage.delay-with-slow-sync', delay.max / 1e6, 16)
}

/** How long a window would wait while a first backup of all notes is made, read back and opened, and while the next one is. */
async function* measureBackup(folder: string): AsyncGenerator<Figure> {
  const notebook = await openNotebook(join(folder, 'large'), {
    idleMs: 1e8,
    workerUrl,
    backups: { outside: join(folder, 'backups'), firstCheckMs: 1e8 },
  })
  const delays: number[] = []
  const delay = monitorEventLoopDelay({ resolution: 1 })
  for (const round of [1, 2]) {
    await notebook.run('bench', 'insight.add', { id: `insight:backup-${round}`, title: 'Before a backup' })
    delay.reset()
    delay.enable()
    await notebook.backups?.make('asked')
    delay.disable()
    delays.push(delay.max / 1e6)
  }
  await notebook.close()
  yield msBelow('storage.delay-during-backup', Math.max(...delays), 16, { firstMs: rounded(delays[0] ?? 0), nextMs: rounded(delays[1] ?? 0) })
}

async function* measureOpening(folder: string, document: string): AsyncGenerator<Figure> {
  const path = join(folder, 'large')
  const tidied = await openNotebook(path)
  await tidied.snapshot()
  await tidied.close()
  const rounds = 5
  const parses: number[] = []
  const openings: number[] = []
  const ours: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    parses.push(runChild('json', document).ms)
    const opening = runChild('ours', path)
    openings.push(opening.ms)
    ours.push(opening.live)
  }
  const parseMs = median(parses)
  yield ratioAtMost('storage.open', median(openings) / parseMs, 0.5, { openCpuMs: rounded(median(openings)), parseCpuMs: rounded(parseMs) })

  const empty = runChild('empty', '')
  const low = runChild('lowdb', join(folder, 'lowdb.json'))
  yield ratioAtMost('storage.memory', (median(ours) - empty.live) / (low.live - empty.live), 0.35, {
    openMb: rounded((median(ours) - empty.live) / 1e6),
    lowdbMb: rounded((low.live - empty.live) / 1e6),
  })
  const resident = runChild('ours', path).rss
  yield ratioAtMost('storage.memory-resident', (resident - empty.rss) / (low.rss - empty.rss), 0.35)

  // In a process that ends without closing: else the edits would be in a new generation.
  runChild('edit', path)
  const replays: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    parses.push(runChild('json', document).ms)
    replays.push(runChild('ours', path).ms)
  }
  yield ratioAtMost('storage.open-with-10000-edits', median(replays) / median(parses), 0.6, { openCpuMs: rounded(median(replays)) })
}

type Child = { ms: number; live: number; rss: number }

function runChild(kind: string, path: string): Child {
  const script = join(import.meta.dirname, 'storage/opening-child.ts')
  return JSON.parse(execFileSync(process.execPath, ['--expose-gc', script, kind, path], { encoding: 'utf8' })) as Child
}

function makeInputs(ids: readonly RecordId[], count: number): { id: RecordId; body: string }[] {
  return Array.from({ length: count }, (_, index) => ({ id: ids[index % ids.length] as RecordId, body: makeText(random, 1_500) }))
}

async function timeSaves(notebook: OpenNotebook, inputs: readonly { id: RecordId; body: string }[]): Promise<number[]> {
  const times: number[] = []
  for (const input of inputs) {
    const start = performance.now()
    const answer = await notebook.run('bench', 'insight.revise', input)
    times.push(performance.now() - start)
    if (!answer.ok) throw new Error(answer.error.message)
  }
  return times
}

async function timeBurst(notebook: OpenNotebook, ids: readonly RecordId[]): Promise<number> {
  const inputs = makeInputs(ids, 1_000)
  const start = performance.now()
  await Promise.all(inputs.map((input) => notebook.run('bench', 'insight.revise', input)))
  return performance.now() - start
}

async function timeAppends(file: FileHandle, length: number, count: number): Promise<number[]> {
  const bytes = Buffer.alloc(length, 'x')
  const times: number[] = []
  for (let index = 0; index < count; index += 1) {
    const start = performance.now()
    await file.write(bytes)
    await file.datasync()
    times.push(performance.now() - start)
  }
  return times
}

/** How many bytes one save adds to the journal, so that the bare append writes as many. */
async function bytesOfOneSave(notebook: OpenNotebook, folder: string, ids: readonly RecordId[]): Promise<number> {
  const journal = join(folder, `journal-${notebook.manifest.generation}.ndjson`)
  const before = statSync(journal).size
  await timeSaves(notebook, makeInputs(ids, 20))
  return Math.round((statSync(journal).size - before) / 20)
}
