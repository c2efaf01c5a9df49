// `npm test`: everything that must hold, in the order in which a failure is cheapest to learn of, and how many tests ran where.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium, howToGetChromium, installChromium } from './find-chromium.ts'
import { runNodeTool } from './run-node-tool.ts'

const scratch = mkdtempSync(join(tmpdir(), 'footing-test-'))
const lines: string[] = []
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
  const { numPassedTests = 0, numFailedTests = 0, numTotalTestSuites = 0, success = false } = readReport(report)
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
    env: { FOOTING_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
  })
  const { stats } = readReport(report)
  note(
    `end-to-end tests, local host in ${chromium}`,
    (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    (stats?.unexpected ?? 0) || (code === 0 ? 0 : 1),
    seconds,
  )
})

rmSync(scratch, { recursive: true, force: true })
console.log(`\n${lines.join('\n')}\n\n${passed} passed, ${failed} failed`)
process.exit(failed > 0 ? 1 : 0)

type Report = {
  numPassedTests?: number
  numFailedTests?: number
  numTotalTestSuites?: number
  success?: boolean
  stats?: { expected: number; unexpected: number; flaky: number }
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
