// `bench ledger`: 20,000 kept figures in 2,000 metrics: what one change costs against looking at all of them, and whether commits feel it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { overviewAnswer } from '../../src/host/ledger/ledger-of.ts'
import { openNotebook } from '../../src/host/open-notebook.ts'
import { type Figure, median, msBelow, ratioAtMost } from './figure.ts'
import { makeLedger } from './storage/made-ledger.ts'

const metrics = 2_000
const figuresOfOne = 10
const rounds = 60

export async function* measure(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'footing-bench-'))
  try {
    await makeLedger(join(folder, 'notebook'), metrics, figuresOfOne)
    await makeLedger(join(folder, 'control'), metrics, figuresOfOne)
    const notebook = await openNotebook(join(folder, 'notebook'), { idleMs: 1e8 })
    const control = await openNotebook(join(folder, 'control'), { idleMs: 1e8 })
    const figures = [...notebook.view.heads('figures')].map(({ id }) => id)
    const revise = async (open: typeof notebook, round: number) => {
      const start = performance.now()
      const corrected = { kind: 'money', value: `${round + 2}e9`, currency: 'USD' }
      const answer = await open.run('bench', 'figure.revise', { id: figures[round * 37], corrected })
      if (!answer.ok) throw new Error(answer.error.message)
      return performance.now() - start
    }
    const overview = async () => {
      const start = performance.now()
      await overviewAnswer(notebook)
      return performance.now() - start
    }
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    const whole = await overview()
    delay.disable()
    // By turns, with the ledger told of each and nobody asking: what a commit costs is the same machine's same moment.
    const [told, untold]: [number[], number[]] = [[], []]
    for (let round = 0; round < rounds; round += 1) {
      untold.push(await revise(control, round))
      told.push(await revise(notebook, round))
    }
    const changes: number[] = []
    await overview()
    for (let round = rounds; round < rounds * 2; round += 1) {
      await revise(notebook, round)
      changes.push(await overview())
    }
    await control.close()
    await notebook.close()
    yield msBelow('ledger.whole-at-20000', whole, 3_000)
    yield ratioAtMost('ledger.after-one-change', median(changes) / whole, 0.01, { changeMs: median(changes), wholeMs: whole })
    yield ratioAtMost('ledger.commit', median(told) / median(untold), 1.3, { toldMs: median(told), untoldMs: median(untold) })
    // The first look makes the index of the figures by metric in one go.
    yield msBelow('ledger.delay', delay.max / 1e6, 16)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
