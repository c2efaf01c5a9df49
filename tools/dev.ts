// `npm run dev`: as `npm start`, and builds anew when something in src changes. Windows load again by themselves; where more than the window has
// changed, the program starts again: its windows come back where they were, with what was typed in them.
//
// The page is always the built one behind the same content policy as everybody's: a development server would need a policy with holes in it.

import { watch } from 'node:fs'
import { join, sep } from 'node:path'
import { buildForDevelopment } from './build-program.ts'
import { findElectron } from './find-electron.ts'
import { runElectron } from './run-electron.ts'
import { projectFolder } from './run-node-tool.ts'
import { endOf, serveNotebook } from './serve-notebook.ts'
import { readStartWords } from './start-words.ts'

/** Editors write a file in several steps, and several files at once. */
const settledMs = 150
/** The page finds its host again where it was. */
const browserPort = '4517'

const { wanted, folder, browser, serveOptions } = readStartWords()
const executable = browser ? undefined : findElectron()
let changed = new Set<string>()
let isBuilding = false
let timer: NodeJS.Timeout | undefined
let stopRunning: () => Promise<unknown> = async () => {}
let isRestarting = false

await build()
run(true)
watch(join(projectFolder, 'src'), { recursive: true }, (_event, name) => {
  if (name === null) return
  changed.add(name)
  clearTimeout(timer)
  timer = setTimeout(() => void rebuild(), settledMs)
})

async function rebuild(): Promise<void> {
  if (isBuilding) return
  isBuilding = true
  while (changed.size > 0) {
    const names = [...changed]
    changed = new Set()
    const isBuilt = await build()
    // In a browser the host is started again in any case: it has the window's files in memory.
    const isMore = executable === undefined || names.some((name) => !name.startsWith(`renderer${sep}`))
    if (isBuilt && isMore) await restart()
  }
  isBuilding = false
}

async function build(): Promise<boolean> {
  const started = performance.now()
  const complaint = await buildForDevelopment()
  console.error(complaint ?? `built in ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return complaint === undefined
}

async function restart(): Promise<void> {
  isRestarting = true
  await stopRunning()
  isRestarting = false
  run(false)
}

/** Ends with the program that it runs, unless it ended it itself. */
function run(isFirst: boolean): void {
  let ended: Promise<number>
  if (executable === undefined) {
    const options = [...(serveOptions.includes('--port') ? [] : ['--port', browserPort]), ...serveOptions, ...(isFirst ? [] : ['--no-open'])]
    const child = serveNotebook(folder, options)
    ended = endOf(child)
    stopRunning = () => {
      child.kill('SIGTERM')
      return ended
    }
  } else {
    const running = runElectron(executable, isFirst ? wanted : [], { FOOTING_DEV: '1' })
    ended = running.ended
    stopRunning = () => {
      running.stop()
      return ended
    }
    void running.started.then(
      (reason) => reason !== undefined && console.error(`Electron shows no window: ${reason}. npm run dev -- --browser works without it.`),
    )
  }
  void ended.then((code) => {
    if (!isRestarting) process.exit(code)
  })
}
