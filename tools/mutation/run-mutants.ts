// A process that runs tests on one mutant after another, as its parent says: vitest stays open, and only the changed file is read anew.

import { createVitest } from 'vitest/node'
import { projectFolder } from '../run-node-tool.ts'
import type { Mutant } from './find-mutants.ts'

/** `outcome` says whether a test failed; `ready` comes once the tests are known to pass on what is written. */
export type FromRunner = { kind: 'ready' } | { kind: 'broken'; reason: string } | { kind: 'outcome'; isNoticed: boolean }
export type ToRunner = { path: string; mutant: Mutant }

let changed: { path: string; mutant: Mutant } | undefined

const tests = process.argv.slice(2)
const vitest = await createVitest(
  'test',
  {
    // Not the project's own, in which workers keep modules from file to file.
    config: false,
    root: projectFolder,
    watch: false,
    run: true,
    bail: 1,
    pool: 'threads',
    maxWorkers: 1,
    reporters: [{}],
    include: tests,
    testTimeout: 25_000,
    silent: true,
    fsModuleCache: false,
  } as never,
  {
    plugins: [
      {
        name: 'mutant',
        enforce: 'pre',
        transform: (code: string, id: string) => {
          if (!changed || id.split('?')[0] !== changed.path) return undefined
          const { start, end, text } = changed.mutant
          return { code: code.slice(0, start) + text + code.slice(end), map: null }
        },
      },
    ],
  },
)
const specifications = await vitest.globTestSpecifications()

async function isFailing(): Promise<boolean> {
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications, false)
  return unhandledErrors.length > 0 || testModules.some((module) => module.state() !== 'passed')
}
const tell = (message: FromRunner) => process.send?.(message)

process.on('message', async ({ path, mutant }: ToRunner) => {
  changed = { path, mutant }
  vitest.invalidateFile(path)
  const isNoticed = await isFailing().catch(() => true)
  changed = undefined
  vitest.invalidateFile(path)
  tell({ kind: 'outcome', isNoticed })
})
process.on('disconnect', () => process.exit())

if (specifications.length !== tests.length) tell({ kind: 'broken', reason: `found ${specifications.length} of ${tests.length} test files` })
else if (await isFailing()) tell({ kind: 'broken', reason: 'the tests fail on the sources as they are' })
else tell({ kind: 'ready' })
