// A fresh clone has no built window: `serve` builds it once instead of sending its user away.

import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { CommandFailure, exitCodes } from './exit-codes.ts'
import { tell } from './output.ts'
import { projectFolder, rendererFolder } from './resources-folder.ts'

/** Rejects with what the build said last where it fails, or where there is nothing to build with. */
export async function ensureWindow(): Promise<void> {
  if (existsSync(join(rendererFolder, 'index.html'))) return
  const builder = join(projectFolder, 'node_modules/electron-vite/bin/electron-vite.js')
  if (!existsSync(builder))
    throw new CommandFailure(`the window is not built (${rendererFolder}): run \`npm ci && npm run build\``, exitCodes.problems)
  tell('building the window, once …')
  const child = spawn(process.execPath, [builder, 'build'], { cwd: projectFolder, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (output += data))
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  if (code === 0 && existsSync(join(rendererFolder, 'index.html'))) return
  throw new CommandFailure(`the window cannot be built: ${lastWords(output) ?? `code ${code}`}`, exitCodes.problems)
}

/** What went wrong stands before the stack trace. */
function lastWords(output: string): string | undefined {
  const lines = stripVTControlCharacters(output).split('\n')
  return lines.findLast((line) => line.trim() !== '' && !/^\s+at /.test(line))
}
