// The local host for `npm start` and `npm run dev`: makes the notebook on its first start, then serves it in the browser until it is stopped.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './run-node-tool.ts'

const entry = join(projectFolder, 'footing.js')

/** Resolves with how it ended. */
export function endOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve) => child.on('close', (code) => resolve(code ?? 0)))
}

/** Ends the program where the notebook cannot be made: the command has said why. */
export function serveNotebook(folder: string, options: readonly string[]): ChildProcess {
  if (!existsSync(join(folder, 'notebook.json'))) {
    const made = spawnSync(process.execPath, [entry, 'new', folder, '--starter'], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (made.status !== 0) process.exit(made.status ?? 1)
  }
  const child = spawn(process.execPath, [entry, 'serve', folder, ...options], { stdio: 'inherit' })
  const pass = (signal: NodeJS.Signals) => void child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, pass)
  child.on('close', () => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.removeListener(signal, pass)
  })
  return child
}
