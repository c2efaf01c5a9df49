// Builds the program into out/: when something in src is newer than the last build, or for development, with names and maps left in.

import { existsSync, globSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder, runNodeTool } from './run-node-tool.ts'

const stamp = join(projectFolder, 'out/renderer/index.html')

export function isBuildStale(): boolean {
  const builtAtMs = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  return globSync('{src,resources}/**/*', { cwd: projectFolder }).some((path) => statSync(join(projectFolder, path)).mtimeMs > builtAtMs)
}

/** What the builder said where it failed. */
export async function buildProgram(): Promise<string | undefined> {
  const { code, output } = await runNodeTool('electron-vite', ['build'])
  return code === 0 ? undefined : output
}

/** The same for people who work on Footing; the next `npm start` builds anew, since this is no build to live with. */
export async function buildForDevelopment(): Promise<string | undefined> {
  const { code, output } = await runNodeTool('electron-vite', ['build', '--mode', 'development', '--sourcemap'])
  if (code !== 0) return output
  utimesSync(stamp, 0, 0)
  return undefined
}
