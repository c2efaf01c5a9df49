// `bench import`: a vault of 5,000 notes in three languages, with front matter, links, embeds and pictures, against reading and hashing the same files.

import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { importFiles } from '../../src/host/import/import-files.ts'
import { openNotebook } from '../../src/host/open-notebook.ts'
import { workerUrl } from '../../src/host/worker-url.ts'
import { type Figure, median, msBelow, ratioAtMost } from './figure.ts'
import { makeVault } from './import/made-vault.ts'

const rounds = 3

export async function* measure(): AsyncGenerator<Figure> {
  const work = mkdtempSync(join(tmpdir(), 'footing-bench-'))
  const vault = join(work, 'vault')
  try {
    const counts = makeVault(vault)
    const read: number[] = []
    const imported: number[] = []
    const latencies: number[] = []
    let growth = 0
    for (let round = 0; round < rounds; round += 1) {
      read.push(await readAndHash(vault))
      const { ms, grown, kept, bodiesAlike } = await importInto(join(work, `notebook-${round}`), vault)
      if (kept !== counts.notes || !bodiesAlike) throw new Error(`${kept} of ${counts.notes} notes were kept; bodies alike: ${bodiesAlike}`)
      imported.push(ms)
      growth = Math.max(growth, grown)
      latencies.push(await stopLatency(join(work, `stopped-${round}`), vault))
    }
    const ratio = median(imported) / median(read)
    yield ratioAtMost('import.vault', ratio, 6, { ...counts, importMs: Math.round(median(imported)), readMs: Math.round(median(read)) })
    yield { bench: 'import.memory', ok: growth < 200, goal: 200, megabytes: Math.round(growth) }
    yield msBelow('import.stop', Math.max(...latencies), 200)
  } finally {
    rmSync(work, { recursive: true })
  }
}

async function readAndHash(folder: string): Promise<number> {
  const start = performance.now()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile())
      createHash('sha256')
        .update(await readFile(join(entry.parentPath, entry.name)))
        .digest('hex')
  }
  return performance.now() - start
}

async function openTarget(folder: string) {
  mkdirSync(folder)
  const notebook = await openNotebook(folder, { create: { title: 'T' }, idleMs: 1e8 })
  return {
    notebook,
    target: {
      folder,
      run: (command: string, input: unknown) => notebook.run('bench', command, input),
      view: notebook.view,
      readText: notebook.readText,
    },
  }
}

async function importInto(folder: string, vault: string) {
  const { notebook, target } = await openTarget(folder)
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  let most = before
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 10)
  let kept = 0
  const start = performance.now()
  for await (const { outcome } of importFiles(target, [vault], { workerUrl })) if (outcome === 'kept') kept += 1
  const ms = performance.now() - start
  clearInterval(timer)
  let bodiesAlike = true
  for (const head of notebook.view.heads('insights')) {
    const [origin = ''] = head.origins ?? []
    const written = (await readFile(join(vault, origin.slice('vault:vault/'.length)))).toString()
    const body = notebook.view.get('insights', head.id)?.body ?? ''
    bodiesAlike &&= body.replace(/!\[[^\]]*\]\(files\/[^)]*\)/g, '') === written.replace(/!\[\[picture-\d+\.png\]\]/g, '')
  }
  await notebook.close()
  return { ms, grown: (most - before) / 1e6, kept, bodiesAlike }
}

/** From the wish to stop until the import has ended, in the midst of it. */
async function stopLatency(folder: string, vault: string): Promise<number> {
  const { notebook, target } = await openTarget(folder)
  const controller = new AbortController()
  let count = 0
  let start = 0
  for await (const _outcome of importFiles(target, [vault], { workerUrl, signal: controller.signal })) {
    count += 1
    if (count === 1_000) {
      start = performance.now()
      controller.abort()
    }
  }
  const ms = performance.now() - start
  await notebook.close()
  return ms
}
