// `bench desktop`: from the start of the built desktop program to its first rows, against a program with an empty window, both in the stand-in.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { projectFolder, runNodeTool } from '../../tools/run-node-tool.ts'
import { type Figure, median, ratioAtMost, rounded } from './figure.ts'
import { makeStarter } from './window/pages.ts'

const rounds = 9
const standIn = join(projectFolder, 'tests/electron-stand-in/electron')
const emptyProgram = join(import.meta.dirname, 'desktop/empty-window')

export async function* measure(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'footing-bench-'))
  try {
    const { code, output } = await runNodeTool('electron-vite', ['build'])
    if (code !== 0) throw new Error(output)
    const notebook = join(folder, 'starter')
    makeStarter(notebook)
    const times = { ours: [] as number[], empty: [] as number[] }
    // In turn, so that a busy machine is busy for both; the first round of each is for the disk.
    for (let round = 0; round <= rounds; round += 1) {
      const ours = await timeStart([projectFolder, notebook], join(folder, 'ours'), '[role="listbox"] [role="option"]')
      const empty = await timeStart([emptyProgram], join(folder, 'empty'), 'h1')
      if (round === 0) continue
      times.ours.push(ours)
      times.empty.push(empty)
    }
    const [oursMs, emptyMs] = [median(times.ours), median(times.empty)]
    yield ratioAtMost('desktop.first-paint', oursMs / emptyMs, 1.3, { starterMs: rounded(oursMs), emptyMs: rounded(emptyMs) })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Milliseconds from starting the process until `selector` stands in its first window, as Playwright sees it on both sides alike. */
async function timeStart(words: readonly string[], settings: string, selector: string): Promise<number> {
  const began = performance.now()
  const app = await _electron.launch({ executablePath: standIn, args: [...words, `--user-data-dir=${settings}`] })
  const page = await app.firstWindow()
  await page.locator(selector).first().waitFor()
  const ms = performance.now() - began
  await app.close()
  return ms
}
