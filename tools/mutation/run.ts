// `npm run mutate -- NAME…`: makes small changes to the journal, the sanitiser and the door, one at a time, and counts how many of them a test notices.
//
// One JSON line per group; exit 1 where a score is below what docs/safety.md promises. `--show` prints what nobody noticed.

import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../run-node-tool.ts'
import { findMutants, type Mutant } from './find-mutants.ts'
import { groups } from './groups.ts'
import type { FromRunner, ToRunner } from './run-mutants.ts'

const lowestScore = 85
/** A change that makes a loop endless is noticed by everybody. */
const longestMs = 90_000
/** The first run compiles everything that the tests read. */
const longestStartMs = 600_000

/** If nobody notices this, the mutants do not arrive. */
const broken: Mutant = { start: 0, end: 0, text: "throw new Error('mutant')\n", kind: 'broken' }

type Place = { file: string; mutant: Mutant }

class Runner {
  readonly #tests: readonly string[]
  #child: ChildProcess | undefined

  constructor(tests: readonly string[]) {
    this.#tests = tests
  }

  /** Rejects where the tests fail without any change. */
  async start(): Promise<void> {
    this.#child = fork(join(import.meta.dirname, 'run-mutants.ts'), [...this.#tests], { cwd: projectFolder, silent: true })
    const first = await this.#next(longestStartMs)
    if (first?.kind !== 'ready') throw new Error(first?.kind === 'broken' ? first.reason : 'the tests did not start')
  }

  async isNoticed({ file, mutant }: Place): Promise<boolean> {
    const message: ToRunner = { path: join(projectFolder, file), mutant }
    this.#child?.send(message)
    const answer = await this.#next()
    if (answer?.kind === 'outcome') return answer.isNoticed
    this.stop()
    await this.start()
    return true
  }

  stop(): void {
    this.#child?.kill('SIGKILL')
  }

  #next(limitMs = longestMs): Promise<FromRunner | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), limitMs)
      const settle = (message?: FromRunner) => {
        clearTimeout(timer)
        this.#child?.off('message', settle).off('exit', gone)
        resolve(message)
      }
      const gone = () => settle(undefined)
      this.#child?.on('message', settle).on('exit', gone)
    })
  }
}

const words = process.argv.slice(2)
const isShown = words.includes('--show')
const wanted = words.filter((word) => !word.startsWith('--'))
let isLow = false
for (const [name, parts] of Object.entries(groups)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  let mutants = 0
  const unnoticed: Place[] = []
  for (const { files, tests } of parts) {
    const runner = new Runner(tests)
    await runner.start()
    for (const file of files) {
      if (!(await runner.isNoticed({ file, mutant: broken }))) throw new Error(`the tests of ${file} do not read it`)
      for (const mutant of findMutants(file, readFileSync(join(projectFolder, file), 'utf8'))) {
        mutants += 1
        if (await runner.isNoticed({ file, mutant })) continue
        unnoticed.push({ file, mutant })
        if (isShown) console.error(describe({ file, mutant }))
      }
    }
    runner.stop()
  }
  const score = Math.round((1_000 * (mutants - unnoticed.length)) / mutants) / 10
  isLow ||= score < lowestScore
  console.log(JSON.stringify({ mutation: name, mutants, noticed: mutants - unnoticed.length, score }))
}
process.exit(isLow ? 1 : 0)

function describe({ file, mutant: { start, end, text, kind } }: Place): string {
  const source = readFileSync(join(projectFolder, file), 'utf8')
  const line = source.slice(0, start).split('\n').length
  const short = (part: string) => JSON.stringify(part.length > 70 ? `${part.slice(0, 70)}…` : part)
  return `${file}:${line} ${kind}: ${short(source.slice(start, end))} → ${short(text)}`
}
