// `npm run try-package`: starts the unpacked program that `npm run package` left in dist/ on a notebook that is not there yet, and asks it to leave again.
// Only a package has its fuses set, its archive checked and its starter inside it, so nothing before this step has tried that.

import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { projectFolder } from './run-node-tool.ts'

const windowLimitMs = 60_000
const leaveLimitMs = 30_000
const readyLine = 'footing: window ready'

const folder = resolve(process.argv[2] ?? join(projectFolder, 'dist'))
const places = ['linux*-unpacked/footing-desktop', 'mac*/Footing.app/Contents/MacOS/Footing', 'win*-unpacked/Footing.exe']
const [program] = globSync(places, { cwd: folder })
if (!program) {
  console.error(`There is no program in ${folder}: run \`npm run package\` first.`)
  process.exit(1)
}

const scratch = mkdtempSync(join(tmpdir(), 'footing-try-'))
const notebook = join(scratch, 'notebook')
const complaint = await tryProgram(join(folder, program))
rmSync(scratch, { recursive: true, force: true, maxRetries: 5 })
console.log(complaint ?? `${program}: opened a new notebook in its window, and left`)
process.exit(complaint === undefined ? 0 : 1)

async function tryProgram(path: string): Promise<string | undefined> {
  // Its settings and its lock go to the scratch folder too, whatever else runs here.
  const env = { ...process.env, FOOTING_START: '1', ELECTRON_ENABLE_LOGGING: '1' }
  const child = spawn(path, [`--user-data-dir=${join(scratch, 'settings')}`, notebook], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  const ended = new Promise<string>((done) => {
    child.on('error', (error) => done(error.message))
    child.on('close', (code, signal) => done(`${signal ?? `code ${code}`}`))
  })
  const ready = new Promise<'ready'>((done) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data) => {
        output += data
        if (output.includes(readyLine)) done('ready')
      })
    }
  })
  const first = await Promise.race([ready, ended, after(windowLimitMs, 'no window in time')])
  if (first !== 'ready') {
    child.kill('SIGKILL')
    return `${path}: ${first}, before its window was there\n${output}`
  }
  if (!existsSync(join(notebook, 'notebook.json'))) {
    child.kill('SIGKILL')
    return `${path}: its window is there, and no notebook\n${output}`
  }
  child.kill('SIGTERM')
  const last = await Promise.race([ended, after(leaveLimitMs, 'it does not leave')])
  child.kill('SIGKILL')
  // Windows has no signal that asks: there it is ended.
  return last === 'code 0' || process.platform === 'win32' ? undefined : `${path}: ${last}, when it was asked to leave\n${output}`
}

function after<T>(delayMs: number, value: T): Promise<T> {
  return new Promise((done) => setTimeout(done, delayMs, value).unref())
}
