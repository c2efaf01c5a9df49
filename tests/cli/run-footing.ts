// Runs the `footing` command as a process of its own, as a terminal would.

import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

export const entry = fileURLToPath(new URL('../../src/cli/index.ts', import.meta.url))

export type Finished = { code: number | null; stdout: string; stderr: string }
export type RunOptions = { input?: string | Buffer; env?: NodeJS.ProcessEnv; cwd?: string; script?: string }

export function spawnFooting(words: readonly string[], { env, cwd, script = entry }: RunOptions = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [script, ...words], { env: { ...process.env, ...env }, ...(cwd === undefined ? {} : { cwd }) })
}

/** Resolves when the process has ended and everything it wrote is here. */
export function runFooting(words: readonly string[], options: RunOptions = {}): Promise<Finished> {
  const child = spawnFooting(words, options)
  child.stdin.on('error', () => {})
  child.stdin.end(options.input ?? '')
  return finished(child)
}

export function finished(child: ChildProcessWithoutNullStreams): Promise<Finished> {
  const stdout: Buffer[] = []
  const stderr: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }))
  })
}

/** The lines that a process prints, one at a time; undefined at its end. */
export function linesOf(child: ChildProcessWithoutNullStreams): () => Promise<string | undefined> {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return async () => (await lines.next()).value as string | undefined
}

export function jsonLines<Line = Record<string, unknown>>(text: string): Line[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line)
}

/** A temp folder with a runtime folder of its own in it, so that tests and a running Footing never meet. */
export function makeWorkFolder(): { folder: string; env: NodeJS.ProcessEnv; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'footing-cli-'))
  const runtime = mkdtempSync(join(tmpdir(), 'footing-run-'))
  return {
    folder,
    env: { XDG_RUNTIME_DIR: runtime, FOOTING_CLIPPERS: join(folder, 'clippers') },
    remove: () => {
      for (const path of [folder, runtime]) rmSync(path, { recursive: true, force: true })
    },
  }
}
