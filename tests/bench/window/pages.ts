// Builds the window and the empty page, fills notebooks through `footing batch`, and serves them, for `bench window`.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import react from '@vitejs/plugin-react'
import { build, type InlineConfig } from 'vite'
import electronConfig from '../../../electron.vite.config.ts'

const project = join(import.meta.dirname, '../../..')
const cli = join(project, 'src/cli/index.ts')

/** The window as it ships, built afresh, so that no older build is measured. */
export async function buildWindow(folder: string): Promise<void> {
  const { renderer } = electronConfig as { renderer: InlineConfig }
  const root = join(project, 'src/renderer')
  const rolldownOptions = { ...renderer.build?.rolldownOptions, input: join(root, 'index.html') }
  await build({ ...renderer, root, configFile: false, logLevel: 'error', build: { ...renderer.build, rolldownOptions, outDir: folder } })
}

export async function buildEmptyPage(folder: string): Promise<void> {
  await build({
    root: join(import.meta.dirname, 'empty-page'),
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: folder, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  })
}

export function makeStarter(folder: string): void {
  execFileSync(process.execPath, [cli, 'new', folder, '--starter'])
}

/** A notebook with these insights, by `footing new` and `footing batch`. */
export function makeNotebook(folder: string, insights: Iterable<Record<string, unknown>>): Promise<void> {
  return makeNotebookBy(
    folder,
    Iterator.from(insights).map((input) => ({ command: 'insight.add', input })),
  )
}

export async function makeNotebookBy(folder: string, commands: Iterable<{ command: string; input: Record<string, unknown> }>): Promise<void> {
  execFileSync(process.execPath, [cli, 'new', folder, '--title', 'Bench'])
  const child = spawn(process.execPath, [cli, 'batch', folder], { stdio: ['pipe', 'pipe', 'inherit'] })
  let refused = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('{"ready"') && !line.includes('"ok":true')) refused ||= line
  })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  let id = 0
  for (const command of commands) {
    id += 1
    const hasRoom = child.stdin.write(`${JSON.stringify({ id, ...command })}\n`)
    if (!hasRoom) await new Promise((resolve) => child.stdin.once('drain', resolve))
  }
  child.stdin.end()
  if ((await closed) !== 0 || refused) throw new Error(`batch failed: ${refused}`)
}

export type Served = { url: string; stop: () => Promise<void> }

export async function serve(folder: string, assets: string): Promise<Served> {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'serve-page.ts'), folder, assets], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()))
  if (!child.stdout) throw new Error('no stdout')
  const lines = createInterface({ input: child.stdout })
  const url = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    child.once('close', (code) => reject(new Error(`serve-page ended (${code})`)))
  })
  const stop = async () => {
    child.kill()
    await closed
  }
  return { url, stop }
}
