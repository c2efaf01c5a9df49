// Brings Markdown and text files in as sources, one command each; a file that cannot be taken never stops the rest.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { decodeText } from '../../core/import/decode-text.ts'
import { otherFormatOf } from '../../core/import/other-formats.ts'
import { planSource } from '../../core/import/plan-source.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import { bringFile } from './bring-file.ts'
import type { ItemTarget } from './bring-item.ts'
import { isUnknownTable, type ListedFile, listFiles, readProblem } from './list-files.ts'

export type ImportOutcome =
  | { path: string; outcome: 'kept'; source: RecordId<'source'>; citekey: string; title: string; notes: string[] }
  /** Nothing was lost: the text is there already, or no text was expected. */
  | { path: string; outcome: 'skipped'; reason: string }
  | { path: string; outcome: 'refused'; reason: string }

/** What the import needs of a notebook, open here or in another process. */
export type ImportTarget = {
  run: (command: string, input: unknown) => Promise<CommandAnswer>
  /** The source that has this text, in the trash or not; undefined where none has. */
  sourceOf: (text: RecordId<'text'>) => { id: RecordId<'source'>; isInTrash: boolean } | undefined
  /** Where sources of bibliographies and of other programs' highlights are looked for first. */
  items: ItemTarget
}

const maxFileBytes = 50_000_000
/** Files whose commands wait together share one append and one sync; their texts wait in memory. */
const maxTogether = 32
const maxBytesTogether = 16_000_000

type Waiting = { hash: string | undefined; size: number; outcome: Promise<ImportOutcome> }

/** Yields one outcome per file, in the order of the list. */
export async function* importFiles(target: ImportTarget, paths: readonly string[]): AsyncGenerator<ImportOutcome> {
  const waiting: Waiting[] = []
  const taken = new Map<string, string>()
  for await (const file of listFiles(paths)) {
    let bytesWaiting = waiting.reduce((sum, { size }) => sum + size, file.size)
    while (waiting.length >= maxTogether || (waiting.length > 0 && bytesWaiting > maxBytesTogether)) {
      const first = waiting.shift()
      if (first) yield await settle(first, taken)
      bytesWaiting -= first?.size ?? 0
    }
    const read = await readText(file)
    if ('outcome' in read) {
      waiting.push({ hash: undefined, size: 0, outcome: Promise.resolve(read) })
      continue
    }
    const format = otherFormatOf(basename(file.path), read.text)
    if (format) {
      // One after the other: an item may be the one before it again.
      for (const each of waiting.splice(0)) yield await settle(each, taken)
      yield* bringFile(target.items, file.path, format.parse(basename(file.path), read.text), read.note)
      continue
    }
    if (isUnknownTable(file.path)) {
      const reason =
        'not a bibliography or list of highlights that is known here (CSL-JSON, BibTeX, RIS; Hypothesis, Readwise, Kindle, Web Annotations)'
      waiting.push({ hash: undefined, size: 0, outcome: Promise.resolve({ path: file.path, outcome: 'refused', reason }) })
      continue
    }
    const plan = planSource(basename(file.path), read.text)
    if (!plan) {
      waiting.push({ hash: undefined, size: 0, outcome: Promise.resolve({ path: file.path, outcome: 'skipped', reason: 'holds no text' }) })
      continue
    }
    const notes = read.note === undefined ? plan.notes : [read.note, ...plan.notes]
    const hash = createHash('sha256').update(plan.input.markdown).digest('hex')
    // A twin may be on its way, and may yet be refused.
    while (waiting.some((each) => each.hash === hash)) {
      const first = waiting.shift()
      if (first) yield await settle(first, taken)
    }
    const duplicate = describeDuplicate(target, hash, taken)
    const outcome: Promise<ImportOutcome> = duplicate
      ? Promise.resolve({ path: file.path, outcome: 'skipped', reason: duplicate })
      : target.run('source.add', plan.input).then((answer) => toOutcome(file.path, plan.input.title, notes, answer))
    // Awaited in order; without this a rejection in the meantime would end the process.
    outcome.catch(() => {})
    waiting.push({ hash: duplicate ? undefined : hash, size: file.size, outcome })
  }
  for (const each of waiting) yield await settle(each, taken)
}

async function settle({ hash, outcome }: Waiting, taken: Map<string, string>): Promise<ImportOutcome> {
  const settled = await outcome
  if (hash !== undefined && settled.outcome === 'kept') taken.set(hash, settled.path)
  return settled
}

async function readText({ path, size, refusal, skipped }: ListedFile): Promise<{ text: string; note?: string } | ImportOutcome> {
  if (refusal !== undefined) return { path, outcome: 'refused', reason: refusal }
  if (skipped !== undefined) return { path, outcome: 'skipped', reason: skipped }
  if (size > maxFileBytes) return { path, outcome: 'refused', reason: `too large (${Math.ceil(size / 1e6)} MB; at most ${maxFileBytes / 1e6} MB)` }
  try {
    const decoded = decodeText(await readFile(path))
    return decoded.ok ? decoded : { path, outcome: 'refused', reason: decoded.reason }
  } catch (error) {
    return { path, outcome: 'refused', reason: readProblem(error) }
  }
}

function describeDuplicate(target: ImportTarget, hash: string, taken: ReadonlyMap<string, string>): string | undefined {
  const path = taken.get(hash)
  if (path !== undefined) return `the same text as ${path}`
  const held = target.sourceOf(`text:${hash}`)
  if (!held) return undefined
  return held.isInTrash ? `its text is in the trash (${held.id}): restore it there` : `its text is in the notebook already (${held.id})`
}

function toOutcome(path: string, title: string, notes: string[], answer: CommandAnswer): ImportOutcome {
  if (!answer.ok) return { path, outcome: 'refused', reason: answer.error.message }
  const { id, citekey } = answer.result as { id: RecordId<'source'>; citekey: string }
  return { path, outcome: 'kept', source: id, citekey, title, notes }
}
