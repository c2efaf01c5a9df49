// One import of one window: its files, how far it is, and its report.

import type { ImportFound, ImportOutcomeName, ImportPiece, ImportRow, ImportState } from '../../../core/contract/import-questions.ts'
import { Refusal } from '../../../core/store/refusal.ts'
import { toRefusal } from '../../storage/storage-refusal.ts'
import type { DuplicateWay } from '../bring-in-source.ts'
import { importFiles } from '../import-files.ts'
import type { ImportOutcome } from '../import-outcome.ts'
import type { ImportTarget } from '../import-target.ts'
import { lookAtFiles } from './look-at-files.ts'
import type { StagedFiles } from './staged-files.ts'

export type ImportChoices = { as?: 'insights' | 'sources' | undefined; duplicates: DuplicateWay }

/** Often enough for a bar that moves, seldom enough to cost nothing. */
const tellEveryMs = 100

export class WindowImport {
  readonly #files: StagedFiles
  readonly #target: ImportTarget
  readonly #workerUrl: URL
  readonly #stopping = new AbortController()
  readonly #outcomes: ImportOutcome[] = []
  #waiting: (() => void)[] = []
  #telling: NodeJS.Timeout | undefined
  #choices: ImportChoices = { duplicates: 'skip' }
  #running: Promise<void> = Promise.resolve()
  #state: ImportState = {
    number: 1,
    phase: 'waiting',
    done: 0,
    total: 0,
    name: '',
    counts: { kept: 0, renewed: 0, skipped: 0, refused: 0 },
    came: { insights: 0, sources: 0 },
  }

  constructor(files: StagedFiles, target: ImportTarget, workerUrl: URL) {
    this.#files = files
    this.#workerUrl = workerUrl
    const run: ImportTarget['run'] = async (command, input) => {
      const answer = await target.run(command, input)
      if (answer.ok) this.#state.seq = Math.max(this.#state.seq ?? 0, answer.seq)
      return answer
    }
    this.#target = { ...target, run }
  }

  get state(): ImportState {
    return this.#state
  }

  async put(pieces: readonly ImportPiece[]): Promise<{ refused: number }> {
    if (this.#state.phase !== 'waiting') throw new Refusal('stale', 'this import has begun already')
    await this.#files.take(pieces)
    return { refused: this.#files.refused.length }
  }

  async look(): Promise<ImportFound> {
    const found = await lookAtFiles(this.#files.roots, this.#workerUrl, (words) => this.#files.named(words))
    return { ...found, leftOut: found.leftOut + this.#files.refused.length }
  }

  /** A second start is answered as the first. `onEnd` is told whether anything of the report is still to be settled. */
  start(choices: ImportChoices, onEnd: (isSettled: boolean) => void): ImportState {
    if (this.#state.phase !== 'waiting') return this.#state
    this.#choices = choices
    this.#change({ phase: 'running' })
    this.#running = this.#run().then(() => onEnd(!this.#outcomes.some((each) => each.outcome === 'skipped' && each.isDuplicate)))
    return this.#state
  }

  follow(seen: number): Promise<ImportState> | ImportState {
    if (this.#state.number > seen) return this.#state
    return new Promise((resolve) => this.#waiting.push(() => resolve(this.#state)))
  }

  /** Resolves once nothing more comes in. */
  async cancel(): Promise<ImportState> {
    this.#stopping.abort()
    if (this.#state.phase === 'waiting') this.#change({ phase: 'stopped' })
    await this.#running
    return this.#state
  }

  report(only: ImportOutcomeName | undefined, start: number, count: number): { total: number; rows: ImportRow[] } {
    const rows = this.#outcomes.map((outcome, row) => ({ outcome, row })).filter(({ outcome }) => only === undefined || outcome.outcome === only)
    return { total: rows.length, rows: rows.slice(start, start + count).map(({ outcome, row }) => this.#toRow(outcome, row)) }
  }

  async settle(row: number, duplicates: 'revise' | 'add'): Promise<ImportRow> {
    const left = this.#outcomes[row]
    if (left?.outcome !== 'skipped' || !left.isDuplicate) throw new Refusal('not-found', 'there is nothing to decide about this file')
    const options = { workerUrl: this.#workerUrl, as: this.#choices.as, duplicates, only: left.path }
    const [outcome] = await Array.fromAsync(importFiles(this.#target, this.#files.roots, options))
    if (!outcome || outcome.outcome === 'refused') throw new Refusal('not-found', outcome?.reason ?? 'the file is gone: import it again')
    this.#outcomes[row] = outcome
    this.#state.counts.skipped -= 1
    this.#count(outcome)
    this.#change({})
    return this.#toRow(outcome, row)
  }

  /** Rows stay; files go. */
  async end(): Promise<void> {
    await this.cancel()
    await this.#files.close()
  }

  async #run(): Promise<void> {
    const signal = this.#stopping.signal
    const onListed = (total: number) => this.#change({ total })
    const onPart = (path: string, done: number, total: number) => this.#changeSoon({ name: `${this.#files.named(path)} (${done} / ${total})` })
    for (const { path, reason } of this.#files.refused) this.#note({ path, outcome: 'refused', reason })
    try {
      let last = ''
      for await (const outcome of importFiles(this.#target, this.#files.roots, {
        workerUrl: this.#workerUrl,
        ...this.#choices,
        signal,
        onListed,
        onPart,
      })) {
        this.#note(outcome)
        // The things of one file come one after another.
        const done = Math.min(this.#state.total, this.#state.done + (outcome.path === last ? 0 : 1))
        last = outcome.path
        this.#changeSoon({ done, name: this.#files.named(outcome.path) })
      }
      this.#change({ phase: signal.aborted ? 'stopped' : 'done' })
    } catch (error) {
      const refusal = toRefusal(error, 'importing')
      if (!(refusal instanceof Refusal)) console.error(error)
      const said = refusal instanceof Refusal ? refusal.toValue() : ({ code: 'invalid', message: 'the import failed inside Footing' } as const)
      this.#change({ phase: 'failed', error: said })
    }
  }

  #note(outcome: ImportOutcome): void {
    this.#outcomes.push(outcome)
    this.#count(outcome)
  }

  #count(outcome: ImportOutcome): void {
    this.#state.counts[outcome.outcome] += 1
    if (outcome.outcome === 'kept' || outcome.outcome === 'renewed') this.#state.came['source' in outcome ? 'sources' : 'insights'] += 1
  }

  #toRow(outcome: ImportOutcome, row: number): ImportRow {
    const { path, outcome: what, ...rest } = outcome
    const facts = rest as { title?: string; source?: ImportRow['id']; insight?: ImportRow['id']; citekey?: string; reason?: string; notes?: string[] }
    const id = facts.source ?? facts.insight
    return {
      row,
      path: this.#files.named(path),
      outcome: what,
      ...(facts.title === undefined ? {} : { title: facts.title }),
      ...(id === undefined ? {} : { id }),
      ...(facts.citekey === undefined ? {} : { citekey: facts.citekey }),
      ...(facts.reason === undefined ? {} : { reason: this.#files.named(facts.reason) }),
      ...(facts.notes?.length ? { notes: facts.notes.map((note) => this.#files.named(note)) } : {}),
      ...(what === 'skipped' && 'isDuplicate' in rest ? { isDuplicate: true as const } : {}),
    }
  }

  #changeSoon(change: Partial<ImportState>): void {
    Object.assign(this.#state, change)
    this.#telling ??= setTimeout(() => this.#change({}), tellEveryMs)
  }

  #change(change: Partial<ImportState>): void {
    clearTimeout(this.#telling)
    this.#telling = undefined
    this.#state = { ...this.#state, ...change, number: this.#state.number + 1 }
    this.#state.counts = { ...this.#state.counts }
    this.#state.came = { ...this.#state.came }
    for (const tell of this.#waiting.splice(0)) tell()
  }
}
