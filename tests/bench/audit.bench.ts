// `bench audit`: what looking through 10,000 insights costs once, what one change costs afterwards, and how long a window would wait meanwhile.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { auditAnswer } from '../../src/host/audit/audit-of.ts'
import { openNotebook } from '../../src/host/open-notebook.ts'
import { type Figure, median, msBelow } from './figure.ts'
import { makeNotebook, makeNotes } from './storage/made-notes.ts'

const notes = 10_000
const rounds = 20

export async function* measure(): AsyncGenerator<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'footing-bench-'))
  try {
    await makeNotebook(join(folder, 'notebook'), makeNotes(notes))
    const notebook = await openNotebook(join(folder, 'notebook'), { idleMs: 1e8 })
    const delay = monitorEventLoopDelay({ resolution: 1 })
    const timeAudit = async () => {
      const start = performance.now()
      await auditAnswer(notebook, { limit: 100 })
      return performance.now() - start
    }
    delay.enable()
    const whole = await timeAudit()
    const [first] = notebook.view.heads('insights')
    const changes: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      await notebook.run('bench', 'insight.revise', { id: first?.id, body: `It sold for $${round} billion.` })
      changes.push(await timeAudit())
    }
    delay.disable()
    await notebook.close()
    yield msBelow('audit.whole-at-10000', whole, 5_000)
    yield msBelow('audit.after-one-change', median(changes), 200)
    yield msBelow('audit.delay', delay.max / 1e6, 16)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
