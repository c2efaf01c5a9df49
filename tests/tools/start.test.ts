// `npm start` with an Electron that behaves as real ones do: it shows a window, or it dies in one of its ways, and then the browser takes over.

import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { buildProgram, isBuildStale } from '../../tools/build-program.ts'

const project = join(import.meta.dirname, '../..')
let folder = ''
let children: ChildProcess[] = []
beforeAll(async () => {
  if (isBuildStale()) expect(await buildProgram()).toBeUndefined()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footing-start-'))
})
afterEach(async () => {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const closed = new Promise((resolve) => child.once('close', resolve))
    child.kill('SIGTERM')
    await closed
  }
  children = []
  await rm(folder, { recursive: true, force: true })
})

/** A program in Electron's place. It writes its arguments and what it inherited beside itself. */
async function putElectron(script: string): Promise<void> {
  const path = join(folder, 'electron')
  const note = `require('node:fs').writeFileSync(${JSON.stringify(join(folder, 'called'))}, JSON.stringify({ argv: process.argv.slice(2), env: process.env.ELECTRON_RUN_AS_NODE ?? null }))`
  await writeFile(path, `#!${process.execPath}\n${note}\n${script}\n`)
  await chmod(path, 0o755)
}

type Started = { line: (wanted: RegExp) => Promise<string>; ended: Promise<number | null>; child: ChildProcess }

function start(words: readonly string[], directory = folder): Started {
  const child = spawn(process.execPath, [join(project, 'tools/start.ts'), ...words], {
    cwd: directory,
    env: {
      ...process.env,
      ELECTRON_OVERRIDE_DIST_PATH: folder,
      ELECTRON_RUN_AS_NODE: '1',
      FOOTING_HOME: folder,
      XDG_RUNTIME_DIR: folder,
      npm_lifecycle_event: '',
    },
  })
  children.push(child)
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      output += data
      for (const listener of listeners) listener()
    })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const line = (wanted: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const found = output.split('\n').find((one) => wanted.test(one))
        if (found !== undefined) resolve(found)
      }
      listeners.add(look)
      void ended.then(() => reject(new Error(`ended without ${wanted}:\n${output}`)))
      look()
    })
  return { line, ended, child }
}
const called = async () => JSON.parse(await readFile(join(folder, 'called'), 'utf8')) as { argv: string[]; env: string | null }

test('opens Electron with the folder that was named where it was named, and ends as it ends', async () => {
  await putElectron(`console.log('footing: window ready'); setTimeout(() => process.exit(3), 50)`)
  const { ended } = start(['My notes'])
  expect(await ended).toBe(3)
  expect(await called()).toEqual({ argv: [project, join(folder, 'My notes')], env: null })
})

test('names no folder where none was named, so that what was open last comes back', async () => {
  await putElectron(`console.log('footing: window ready')`)
  await start([]).ended
  expect((await called()).argv).toEqual([project])
})

test.each([
  ['is root', `console.error('[1:FATAL] Running as root without --no-sandbox is not supported.'); process.exit(1)`, 'you are root'],
  ['has no display', `console.error('Missing X server or $DISPLAY'); process.exit(1)`, 'there is no display here'],
  ['is kept from its sandbox', `console.error('[1:FATAL] No usable sandbox!'); process.kill(process.pid, 'SIGTRAP')`, 'its sandbox'],
])('opens in the browser, saying why in one line, where Electron %s', async (_what, script, why) => {
  await putElectron(script)
  const { line } = start(['Notes', '--no-open'])
  expect(await line(/opens in your browser/)).toContain(why)
  expect(await line(/^http/)).toMatch(/^http:\/\/127\.0\.0\.1:\d+\//)
})

test('does not try Electron where the browser was asked for', async () => {
  await putElectron(`console.log('footing: window ready')`)
  const { line } = start(['Notes', '--browser', '--no-open'])
  expect(await line(/opens in your browser/)).toContain('as you asked')
  await line(/^http/)
  await expect(called()).rejects.toThrow('ENOENT')
})

test('says what it takes where the words are wrong', async () => {
  const { line, ended } = start(['--brwser'])
  expect(await line(/npm start --/)).toContain('[--browser]')
  expect(await ended).toBe(2)
})
