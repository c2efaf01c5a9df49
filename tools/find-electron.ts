// Finds the Electron binary: a folder that the environment names, or the one that its package has fetched.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './run-node-tool.ts'

/** The path of the executable, or undefined where it has not been fetched. What the environment names is taken as it is: a wrong name must not pass unseen. */
export function findElectron(): string | undefined {
  const named = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (named) return join(named, process.platform === 'win32' ? 'electron.exe' : 'electron')
  const folder = join(projectFolder, 'node_modules/electron')
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}
