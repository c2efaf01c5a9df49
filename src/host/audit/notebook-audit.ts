// Keeps what an audit finds in step with the notebook: everything once, then what a commit can have touched, off the commit's path and in slices.

import { type AuditContext, auditInsight } from '../../core/audit/audit-insight.ts'
import { auditMetric } from '../../core/audit/audit-metric.ts'
import { auditSource } from '../../core/audit/audit-source.ts'
import { type Finding, findingKinds } from '../../core/audit/finding.ts'
import { metricsTouchedBy } from '../../core/ledger/resting-metrics.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { Commit, RecordChange } from '../../core/store/change.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { Breather } from '../storage/breather.ts'
import { FoldedTexts } from './folded-texts.ts'
import { mergeRuns } from './merge-runs.ts'
import { type PassageFigures, passageFiguresOf } from './passage-figures.ts'

type AuditedId = RecordId<'insight' | 'source' | 'metric'>
type Sorted = { id: AuditedId; finding: Finding; rank: number; title: string }

/** A millisecond's work. */
const sortedAtOnce = 500
/** An insight that cites more long texts as a whole than are kept is compared with those that are. */
const mostRounds = 2
const ranks = new Map(findingKinds.map((kind, position) => [kind, position]))

export class NotebookAudit {
  readonly #view: NotebookView
  readonly #today: () => string
  readonly #folded: FoldedTexts
  readonly #figures: PassageFigures
  #sorted: readonly Sorted[] = []
  readonly #citedBy = new Map<string, Set<RecordId<'insight'>>>()
  readonly #cites = new Map<RecordId<'insight'>, ReadonlySet<string>>()
  readonly #due = new Set<AuditedId>()
  #hasBegun = false
  /** For which day review dates were looked at. */
  #day = ''
  #work: Promise<void> = Promise.resolve()

  /** `today` gives an ISO day. */
  constructor(view: NotebookView, today: () => string) {
    this.#view = view
    this.#today = today
    this.#folded = new FoldedTexts(view)
    this.#figures = passageFiguresOf(view)
  }

  /** To be told of every commit; before the first `findings` there is nothing to keep. */
  note(commit: Commit): void {
    if (!this.#hasBegun) return
    for (const change of commit.changes) {
      for (const id of this.#touchedBy(change)) this.#due.add(id)
      for (const id of metricsTouchedBy(this.#view, change)) this.#due.add(id)
    }
  }

  /** What does not hold right now: by kind in the order of `findingKinds`, in it by the titles of insights and sources. */
  async findings(): Promise<readonly Finding[]> {
    this.#work = this.#work.then(() => this.#catchUp())
    await this.#work
    return this.#sorted.map(({ finding }) => finding)
  }

  async #catchUp(): Promise<void> {
    if (!this.#hasBegun) {
      this.#hasBegun = true
      for (const { id } of this.#view.heads('insights')) this.#due.add(id)
      for (const { id } of this.#view.heads('sources')) this.#due.add(id)
      for (const { id } of this.#view.heads('metrics')) this.#due.add(id)
    }
    const today = this.#today()
    if (this.#day !== today) {
      this.#day = today
      for (const { id, reviewBy } of this.#view.heads('insights')) if (reviewBy !== undefined) this.#due.add(id)
    }
    const breather = new Breather()
    const context: AuditContext = { view: this.#view, today, folded: (text) => this.#folded.get(text), figuresOf: this.#figures.of }
    const audited = new Set<AuditedId>()
    let runs: Sorted[][] = [[]]
    for (const id of this.#due) {
      this.#due.delete(id)
      let found = this.#audit(context, id)
      for (let round = 0; this.#figures.wantsMore && round < mostRounds; round += 1) {
        await this.#figures.fetchWanted()
        found = this.#audit(context, id)
      }
      // A commit meanwhile makes one due again: what was found before no longer counts.
      if (audited.has(id)) runs = runs.map((entries) => entries.filter((entry) => entry.id !== id))
      audited.add(id)
      const title = titleOf(this.#view, id)
      const run = runs.at(-1) as Sorted[]
      for (const finding of found) run.push({ id, finding, title, rank: ranks.get(finding.kind) ?? 0 })
      if (run.length >= sortedAtOnce) {
        run.sort(inOrder)
        runs.push([])
      }
      if (breather.isDue) await breather.pause()
    }
    runs.at(-1)?.sort(inOrder)
    await this.#replace(audited, runs, breather)
  }

  #audit(context: AuditContext, id: AuditedId): Finding[] {
    if (isMetric(id)) {
      const metric = this.#view.head('metrics', id)
      return metric ? auditMetric(this.#view, metric) : []
    }
    if (!isInsight(id)) {
      const source = this.#view.head('sources', id)
      return source ? auditSource(this.#view, source) : []
    }
    const insight = readInsight(this.#view, id)
    const audited = insight ? auditInsight(context, insight) : { findings: [], citekeys: new Set<string>() }
    this.#noteCitekeys(id, audited.citekeys)
    return audited.findings
  }

  /** Sorting all of them would hold the event loop: what is new is sorted, and goes into its places. */
  async #replace(audited: ReadonlySet<AuditedId>, runs: readonly (readonly Sorted[])[], breather: Breather): Promise<void> {
    const kept: Sorted[] = []
    for (const [index, entry] of this.#sorted.entries()) {
      if (!audited.has(entry.id)) kept.push(entry)
      if (index % sortedAtOnce === 0 && breather.isDue) await breather.pause()
    }
    this.#sorted = await mergeRuns([...runs, kept], inOrder, breather)
  }

  #noteCitekeys(id: RecordId<'insight'>, citekeys: ReadonlySet<string>): void {
    for (const citekey of this.#cites.get(id) ?? []) this.#citedBy.get(citekey)?.delete(id)
    for (const citekey of citekeys) {
      const citing = this.#citedBy.get(citekey) ?? new Set()
      this.#citedBy.set(citekey, citing.add(id))
    }
    this.#cites.set(id, citekeys)
  }

  /** The insights and sources whose findings a change can alter. */
  *#touchedBy(change: RecordChange): Iterable<AuditedId> {
    switch (change.table) {
      case 'insights':
        yield change.id as RecordId<'insight'>
        break
      case 'evidence':
        for (const record of [change.before, change.after]) if (record) yield record.insight
        break
      case 'highlights':
        for (const record of [change.before, change.after]) if (record) yield* this.#touchedBySource(record.source)
        for (const { insight } of this.#view.by('evidenceByHighlight', change.id)) yield insight
        break
      case 'figures':
        for (const record of [change.before, change.after]) if (record) yield record.source
        break
      case 'sources':
        yield* this.#touchedBySource(change.id as RecordId<'source'>)
        for (const record of [change.before, change.after]) if (record) yield* this.#citedBy.get(record.citekey) ?? []
        for (const { insight } of this.#view.by('evidenceBySource', change.id)) yield insight
        break
      default:
        break
    }
  }

  *#touchedBySource(id: RecordId<'source'>): Iterable<AuditedId> {
    yield id
    const citekey = this.#view.head('sources', id)?.citekey
    if (citekey !== undefined) yield* this.#citedBy.get(citekey) ?? []
  }
}

/** A body that cannot be read is damage, which is told elsewhere. */
function readInsight(view: NotebookView, id: RecordId<'insight'>) {
  try {
    return view.get('insights', id)
  } catch {
    return undefined
  }
}

function isInsight(id: AuditedId): id is RecordId<'insight'> {
  return id.startsWith('insight:')
}

function isMetric(id: AuditedId): id is RecordId<'metric'> {
  return id.startsWith('metric:')
}

function titleOf(view: NotebookView, id: AuditedId): string {
  if (isMetric(id)) return view.head('metrics', id)?.name ?? ''
  return (isInsight(id) ? view.head('insights', id)?.title : view.head('sources', id)?.title) ?? ''
}

function inOrder(one: Sorted, other: Sorted): number {
  return one.rank - other.rank || compare(one.title, other.title) || compare(one.finding.key, other.finding.key)
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
