// Finds Electron's binary: where the environment says, or where its package has put it.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from './run-node-tool.ts'

/** The path of the executable, or undefined where it was not fetched. */
export function findElectron(): string | undefined {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH)
    return join(process.env.ELECTRON_OVERRIDE_DIST_PATH, process.platform === 'win32' ? 'electron.exe' : 'electron')
  const folder = join(projectFolder, 'node_modules/electron')
  try {
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return existsSync(path) ? path : undefined
  } catch {
    return undefined
  }
}
