// Fetches Electron's binary on the first start, within a limit.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findElectron } from './find-electron.ts'
import { projectFolder } from './run-node-tool.ts'

/** About 110 MB. */
const limitMs = 180_000

/** The path of the executable, or why there is none: half a sentence. */
export function fetchElectron(): { path: string } | { reason: string } {
  const installer = join(projectFolder, 'node_modules/electron/install.js')
  if (!existsSync(installer)) return { reason: 'Electron is not installed' }
  console.error(`Fetching Electron (once, at most ${limitMs / 60_000} minutes) …`)
  const { error, stderr } = spawnSync(process.execPath, [installer], { timeout: limitMs, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  const path = findElectron()
  if (path !== undefined) return { path }
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return { reason: `Electron was not fetched within ${limitMs / 60_000} minutes` }
  const cause = /\[cause\]: (.+)/.exec(stderr ?? '')?.[1] ?? stderr?.split('\n').find((line) => /\w/.test(line)) ?? ''
  const why = cause.replace(/^\w*Error:\s*/, '').slice(0, 120)
  return { reason: `Electron could not be fetched (${why === 'fetch failed' ? 'no connection to where it is kept' : why})` }
}
