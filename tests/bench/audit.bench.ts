// `bench audit`: what looking through 10,000 insights costs once, what one change costs afterwards, and how long a window would wait meanwhile; and the same
// where every insight cites passages with figures.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { auditAnswer } from '../../src/host/audit/audit-of.ts'
import { openNotebook } from '../../src/host/open-notebook.ts'
import { type Figure, median, msBelow } from './figure.ts'
import { makeNotebook, makeNotes, makeRandom, makeText } from './storage/made-notes.ts'

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
    await startMeasuring(delay)
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
    yield* measureFigures(join(folder, 'cited'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Its first reading is what the next ones are counted from: without it the first step of the work is not measured. */
async function startMeasuring(delay: ReturnType<typeof monitorEventLoopDelay>): Promise<void> {
  delay.enable()
  await setTimeout(20)
  delay.reset()
}

const sources = 100
const passages = 10
const statement = (amount: number) =>
  `The company put its revenue at $${amount}.${amount % 90} billion in 2024, up ${amount % 40}% on the year before. `

/** Each insight has three figures that stand in its passages, one that follows from them, and one that does not. */
async function* measureFigures(folder: string): AsyncGenerator<Figure> {
  const random = makeRandom(3)
  const bodies = makeNotes(notes, 4).map((note) => {
    const source = Math.floor(random() * sources)
    const number = 1 + Math.floor(random() * passages)
    const amount = source * passages + number
    const cited = `Its revenue was $${amount}.${amount % 90} billion in 2024, ${amount % 40} % more [@s${source}#h${number}]. `
    return { ...note, body: `${cited}${note.body}\n\nThat is 7.7 times what was expected, $${amount + 900} billion [@s${source}].` }
  })
  await makeNotebook(folder, bodies)
  const notebook = await openNotebook(folder, { idleMs: 1e8 })
  for (let source = 0; source < sources; source += 1) {
    const statements = Array.from({ length: passages }, (_, index) => statement(source * passages + index + 1))
    const filling = makeText(random, 20_000).replaceAll('\n\n', ' ')
    const id = `source:${source}`
    await notebook.run('bench', 'source.add', { id, citekey: `s${source}`, title: 'Bench', markdown: statements.join('') + filling })
    let start = 0
    for (const { length } of statements) {
      await notebook.run('bench', 'highlight.add', { source: id, start, end: start + length - 1 })
      start += length
    }
  }
  const delay = monitorEventLoopDelay({ resolution: 1 })
  await startMeasuring(delay)
  const start = performance.now()
  const { counts } = await auditAnswer(notebook, { limit: 100 })
  const whole = performance.now() - start
  delay.disable()
  await notebook.close()
  const missing = counts.find(([kind]) => kind === 'figure-not-in-passage')?.[1] ?? 0
  if (missing < notes / 2) throw new Error(`of ${notes} figures that no passage has ${missing} were found`)
  // Forty thousand figures, half of which no passage has.
  yield msBelow('audit.figures-at-10000', whole, 5_000)
  yield msBelow('audit.figures-delay', delay.max / 1e6, 16)
}
