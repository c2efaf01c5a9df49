// A notebook as one has it after a while: insights, sources with highlights, evidence, pictures, several generations, and changes since the last.

import { randomBytes } from 'node:crypto'
import { tableNames } from '../../../src/core/records/tables.ts'
import type { NotebookView } from '../../../src/core/store/notebook-view.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'

/** By id, as JSON: `undefined` is a record whose body cannot be read. */
export type Truth = Map<string, string | undefined>

const pngHead = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

export async function makeFullNotebook(folder: string, insights: number): Promise<Truth> {
  const notebook = await openNotebook(folder, { create: { title: 'Full' }, idleMs: 1e8 })
  const groups = Math.max(1, Math.floor(insights / 400))
  for (let index = 0; index < 20; index += 1) {
    const markdown = `# Source ${index}\n\nSoftBank sold its stake for $${index}.8 billion. 软银集团 ${'text '.repeat(200)}`
    await must(notebook, 'source.add', { id: `source:${index}`, title: `Source ${index}`, markdown })
    await must(notebook, 'highlight.add', { id: `highlight:${index}`, source: `source:${index}`, start: 12, end: 30 })
  }
  const picture = await notebook.addImage(Buffer.concat([pngHead, randomBytes(2_000)]))
  for (let start = 0; start < insights; start += groups) {
    const ids = Array.from({ length: Math.min(groups, insights - start) }, (_, index) => start + index)
    await Promise.all(ids.map((id) => must(notebook, 'insight.add', { id: `insight:${id}`, title: `Insight ${id} 软银`, body: bodyOf(id, picture) })))
    if (start === Math.floor(insights / 2 / groups) * groups) await notebook.snapshot()
  }
  for (let index = 0; index < 20; index += 1)
    await must(notebook, 'evidence.add', { insight: `insight:${index}`, highlight: `highlight:${index}`, stance: 'supports' })
  await notebook.snapshot()
  for (let index = 0; index < insights / 400; index += 1) await must(notebook, 'insight.revise', { id: `insight:${index}`, body: `Revised ${index}` })
  await notebook.snapshot()
  for (let index = 0; index < insights / 400; index += 1) await must(notebook, 'insight.revise', { id: `insight:${index}`, title: `Newest ${index}` })
  const truth = readTruth(notebook.view)
  await notebook.close()
  return truth
}

function bodyOf(id: number, picture: string): string {
  return `Claim ${id}: the stake in NVIDIA was sold. ${'Words that carry it. '.repeat(10)}${id % 500 === 0 ? `![](${picture})` : ''}`
}

export function readTruth(view: NotebookView): Truth {
  const truth: Truth = new Map()
  for (const table of tableNames) {
    for (const { id } of view.heads(table)) {
      try {
        truth.set(id, JSON.stringify(view.get(table, id)))
      } catch {
        truth.set(id, undefined)
      }
    }
  }
  return truth
}

async function must(notebook: OpenNotebook, command: string, input: unknown): Promise<void> {
  const answer = await notebook.run('me', command, input)
  if (!answer.ok) throw new Error(`${command}: ${answer.error.message}`)
}
