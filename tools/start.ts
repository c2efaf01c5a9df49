// `npm start`: opens the notebook in Electron, or, where Electron cannot run, in the browser on this machine, saying why in one line.
// `npm start -- FOLDER` opens another notebook; `--browser` skips Electron.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultNotebookFolder } from '../src/host/default-notebook.ts'
import { findElectron } from './find-electron.ts'
import { projectFolder, runNodeTool } from './run-node-tool.ts'

/** How long the first start may take to fetch Electron's binary (about 110 MB), and a window to show itself. */
const downloadLimitMs = 180_000
const windowLimitMs = 30_000
const readyLine = 'footing: window ready'

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: 'boolean', default: false }, 'no-open': { type: 'boolean', default: false }, port: { type: 'string' } },
})
const folder = positionals[0] ?? defaultNotebookFolder()
// Inherited from some editors and terminals, it would make Electron start as plain Node.
delete process.env.ELECTRON_RUN_AS_NODE

await build()
const refusal = flags.browser ? 'as you asked' : await startElectron()
if (refusal !== undefined) {
  console.error(`Footing opens in your browser: ${refusal}.`)
  await serve()
}

/** Builds when something in src is newer than the last build. */
async function build(): Promise<void> {
  const stamp = join(projectFolder, 'out/renderer/index.html')
  const builtAtMs = existsSync(stamp) ? statSync(stamp).mtimeMs : 0
  const isStale = globSync('{src,resources}/**/*', { cwd: projectFolder }).some((path) => statSync(join(projectFolder, path)).mtimeMs > builtAtMs)
  if (!isStale) return
  console.error('Building Footing (once) …')
  const { code, output } = await runNodeTool('electron-vite', ['build'])
  if (code !== 0) {
    console.error(output)
    process.exit(1)
  }
}

/** Why Electron could not be used; undefined once its window was there and the user has closed it. */
async function startElectron(): Promise<string | undefined> {
  const executable = findElectron() ?? fetchElectron()
  if (typeof executable !== 'string') return executable.reason
  const child = spawn(executable, [projectFolder, folder], { stdio: ['inherit', 'pipe', 'pipe'], env: { ...process.env, FOOTING_START: '1' } })
  return await followElectron(child)
}

function fetchElectron(): string | { reason: string } {
  const installer = join(projectFolder, 'node_modules/electron/install.js')
  if (!existsSync(installer)) return { reason: 'Electron is not installed' }
  console.error('Fetching Electron (once) …')
  const { error, stderr } = spawnSync(process.execPath, [installer], {
    timeout: downloadLimitMs,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const found = findElectron()
  if (found) return found
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return { reason: `Electron was not fetched within ${downloadLimitMs / 60_000} minutes` }
  const cause = /\[cause\]: (.+)/.exec(stderr ?? '')?.[1] ?? stderr?.split('\n').find((line) => /\w/.test(line)) ?? ''
  const why = cause.replace(/^\w*Error:\s*/, '').slice(0, 120)
  return { reason: `Electron could not be fetched (${why === 'fetch failed' ? 'no connection to where it is kept' : why})` }
}

function followElectron(child: ChildProcess): Promise<string | undefined> {
  return new Promise((resolve) => {
    let isReady = false
    let complaint = ''
    const timer = setTimeout(() => {
      child.kill()
      resolve(`Electron showed no window within ${windowLimitMs / 1000} seconds`)
    }, windowLimitMs)
    child.stdout?.on('data', (data) => {
      if (String(data).includes(readyLine)) {
        isReady = true
        clearTimeout(timer)
      }
    })
    child.stderr?.on('data', (data) => {
      complaint = String(data).trim().split('\n').at(-1) ?? complaint
      if (isReady) process.stderr.write(data)
    })
    child.on('error', (error) => {
      clearTimeout(timer)
      resolve(`Electron does not start (${error.message})`)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (isReady) process.exitCode = code ?? 0
      resolve(isReady ? undefined : `Electron ended before its window was there (${complaint.slice(0, 160) || `code ${code}`})`)
    })
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal))
  })
}

/** Makes the notebook on its first start, then serves it until it is stopped. */
async function serve(): Promise<void> {
  const entry = join(projectFolder, 'src/cli/index.ts')
  if (!existsSync(join(folder, 'notebook.json'))) {
    const made = spawnSync(process.execPath, [entry, 'new', folder, '--starter'], { stdio: ['ignore', 'ignore', 'inherit'] })
    if (made.status !== 0) process.exit(made.status ?? 1)
  }
  const options = [...(flags.port ? ['--port', flags.port] : []), ...(flags['no-open'] ? ['--no-open'] : [])]
  const child = spawn(process.execPath, [entry, 'serve', folder, ...options], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  process.exitCode = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 0)))
}
