// `npm test`: everything that must hold, in the order in which a failure is cheapest to learn of, and how many tests ran where.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { findChromium, howToGetChromium, installChromium } from './find-chromium.ts'
import { runNodeTool } from './run-node-tool.ts'

/** Every end-to-end test on every host, where `npm test` by itself leaves out what the desktop does as the browser does. */
const isAll = process.argv.includes('--all')
const scratch = mkdtempSync(join(tmpdir(), 'footing-test-'))
// Hundreds of tests start the program anew: what one of them compiled, the others take over.
process.env.NODE_COMPILE_CACHE ??= join(scratch, 'compiled')
const lines: string[] = []
/** By name, for the end: what a run printed hours of lines before is not looked for. */
const failures: string[] = []
let passed = 0
let failed = 0

function note(where: string, ok: number, bad: number, seconds: number): void {
  passed += ok
  failed += bad
  lines.push(`${where}: ${ok} passed${bad > 0 ? `, ${bad} FAILED` : ''} (${Math.round(seconds)} s)`)
}

async function step(name: string, run: () => Promise<void>): Promise<void> {
  console.log(`\n— ${name} —`)
  await run()
}

await step('types, lint, unused code', async () => {
  const { code, seconds } = await runFile('check.ts')
  note('checks', code === 0 ? 1 : 0, code === 0 ? 0 : 1, seconds)
})

await step('build', async () => {
  const { code, output, seconds } = await runNodeTool('electron-vite', ['build'])
  if (code !== 0) console.log(output)
  note('build', code === 0 ? 1 : 0, code === 0 ? 0 : 1, seconds)
})

await step('unit tests', async () => {
  const report = join(scratch, 'unit.json')
  const { seconds } = await runNodeTool('vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { show: true })
  const { numPassedTests = 0, numFailedTests = 0, numTotalTestSuites = 0, success = false, testResults = [] } = readReport(report)
  failures.push(...testResults.flatMap(failuresInFile))
  note('unit tests in Node', numPassedTests, numFailedTests || (success && numTotalTestSuites > 0 ? 0 : 1), seconds)
})

await step('end-to-end tests', async () => {
  const chromium = findChromium() ?? installChromium()
  if (!chromium) {
    console.log(howToGetChromium)
    note('end-to-end tests', 0, 1, 0)
    return
  }
  const report = join(scratch, 'e2e.json')
  const { code, seconds } = await runNodeTool('playwright', ['test'], {
    show: true,
    env: { FOOTING_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report, FOOTING_E2E: isAll ? 'all' : 'short' },
  })
  const { suites = [] } = readReport(report)
  failures.push(...suites.flatMap((suite) => failuresIn(suite)))
  const counts = countByProject(suites)
  if (counts.size === 0) note('end-to-end tests', 0, 1, seconds)
  for (const [project, { ok, bad, seconds }] of counts) note(`end-to-end tests, ${project}`, ok, bad, seconds)
  // A run that failed though every test passed: a worker that did not end, a file that did not load.
  if (code !== 0 && [...counts.values()].every(({ bad }) => bad === 0)) note('end-to-end tests as a whole', 0, 1, seconds)
})

rmSync(scratch, { recursive: true, force: true })
if (failures.length > 0) console.log(`\nFailed:\n${failures.join('\n\n')}`)
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

type Result = { duration: number; error?: { message?: string } }
type Suite = {
  suites?: Suite[]
  specs?: {
    file: string
    line: number
    title: string
    tests: { projectName: string; status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; results: Result[] }[]
  }[]
}
/** A file of Vitest; `message` where it failed outside its tests. */
type TestFile = { name: string; message?: string; assertionResults: { fullName: string; status: string; failureMessages: string[] }[] }
type Report = {
  numPassedTests?: number
  numFailedTests?: number
  numTotalTestSuites?: number
  success?: boolean
  suites?: Suite[]
  testResults?: TestFile[]
}
type Count = { ok: number; bad: number; seconds: number }

/** By the names that playwright.config.ts gives; seconds are those of the tests themselves, of which several run at a time. */
function countByProject(suites: readonly Suite[], counts = new Map<string, Count>()): Map<string, Count> {
  for (const { suites: inner = [], specs = [] } of suites) {
    countByProject(inner, counts)
    for (const { projectName, status, results } of specs.flatMap(({ tests }) => tests)) {
      const count = counts.get(projectName) ?? { ok: 0, bad: 0, seconds: 0 }
      if (status === 'unexpected') count.bad += 1
      else if (status !== 'skipped') count.ok += 1
      for (const { duration } of results) count.seconds += duration / 1000
      counts.set(projectName, count)
    }
  }
  return counts
}

function failuresInFile({ name, message = '', assertionResults }: TestFile): string[] {
  const file = relative(process.cwd(), name)
  const failed = assertionResults.filter(({ status }) => status === 'failed')
  if (failed.length === 0) return message.trim() === '' ? [] : [shortened(`${file}\n${message}`)]
  return failed.map(({ fullName, failureMessages }) => shortened(`${file}: ${fullName}\n${failureMessages.join('\n')}`))
}

function failuresIn({ suites = [], specs = [] }: Suite): string[] {
  const here = specs.flatMap(({ file, line, title, tests }) =>
    tests
      .filter(({ status }) => status === 'unexpected')
      .map(({ projectName, results }) => shortened(`${file}:${line}: ${title} (${projectName})\n${results.at(-1)?.error?.message ?? ''}`)),
  )
  return [...here, ...suites.flatMap(failuresIn)]
}

function shortened(text: string): string {
  const lines = stripVTControlCharacters(text).trim().split('\n')
  return [...lines.slice(0, 12), ...(lines.length > 12 ? ['…'] : [])].join('\n  ')
}

function readReport(path: string): Report {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Report
  } catch {
    return {}
  }
}

async function runFile(file: string): Promise<{ code: number; seconds: number }> {
  const { spawn } = await import('node:child_process')
  const started = performance.now()
  const child = spawn(process.execPath, [join(import.meta.dirname, file)], { stdio: 'inherit' })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code: code ?? 1, seconds: (performance.now() - started) / 1000 })))
}
