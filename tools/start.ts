// `npm start`: opens Footing in Electron, or, where Electron cannot run, in the browser on this machine, saying why in one line.
// `npm start -- FOLDER` opens a notebook; `--browser` skips Electron.

import { buildProgram, isBuildStale } from './build-program.ts'
import { knownObstacle } from './electron-complaints.ts'
import { fetchElectron } from './fetch-electron.ts'
import { findElectron } from './find-electron.ts'
import { runElectron } from './run-electron.ts'
import { endOf, serveNotebook } from './serve-notebook.ts'
import { readStartWords } from './start-words.ts'

const { wanted, folder, browser, serveOptions } = readStartWords()
if (isBuildStale()) {
  console.error('Building Footing (once) …')
  const complaint = await buildProgram()
  if (complaint !== undefined) {
    console.error(complaint)
    process.exit(1)
  }
}
const reason = browser ? 'as you asked' : await startElectron()
if (reason !== undefined) {
  console.error(`Footing opens in your browser: ${reason}.`)
  process.exitCode = await endOf(serveNotebook(folder, serveOptions))
}

/** Why Electron could not be used; undefined once its window was there and the person has closed it. */
async function startElectron(): Promise<string | undefined> {
  let executable = findElectron()
  if (executable === undefined) {
    const obstacle = knownObstacle(process.platform, process.env, process.getuid?.() === 0)
    if (obstacle !== undefined) return obstacle
    const fetched = fetchElectron()
    if ('reason' in fetched) return fetched.reason
    executable = fetched.path
  }
  const running = runElectron(executable, wanted)
  const refusal = await running.started
  if (refusal === undefined) process.exitCode = await running.ended
  return refusal
}
