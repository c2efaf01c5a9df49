// Runs one of the project's own command-line packages and tells how it went, with its output only where it failed.

import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))

export type ToolResult = { code: number; output: string; seconds: number }

/** `show` passes the output on while it runs; otherwise it is kept for the caller. */
export function runNodeTool(
  name: string,
  args: readonly string[],
  { show = false, env = {} }: { show?: boolean; env?: NodeJS.ProcessEnv } = {},
): Promise<ToolResult> {
  const started = performance.now()
  const child = spawn(process.execPath, [entryOf(name), ...args], {
    cwd: projectFolder,
    env: { ...process.env, ...env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (data) => (output += data))
  child.stderr?.on('data', (data) => (output += data))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => {
      // Without a word of its own: something else ended it, and nothing in its output says so.
      if (signal !== null) output += `\n${name} was ended by ${signal}`
      else if (code !== 0 && output === '') output = `${name} ended with ${code} and printed nothing`
      resolve({ code: code ?? 1, output, seconds: (performance.now() - started) / 1000 })
    })
  })
}

/** The JavaScript file behind a package's command, so that no shell and no .cmd shim is needed on Windows. */
function entryOf(name: string): string {
  const require = createRequire(import.meta.url)
  const [packageName = name] = packageOf[name] ?? [name]
  const manifestPath = join(projectFolder, 'node_modules', packageName, 'package.json')
  const { bin } = require(manifestPath) as { bin: string | Record<string, string> }
  const file = typeof bin === 'string' ? bin : bin[name]
  if (!file) throw new Error(`${packageName} has no command ${name}`)
  return join(dirname(manifestPath), file)
}

const packageOf: Readonly<Record<string, [string]>> = { tsc: ['typescript'], biome: ['@biomejs/biome'], playwright: ['@playwright/test'] }
