// Keeps what an audit finds in step with the notebook: everything once, then what a commit can have touched, off the commit's path and in slices.

import { type AuditContext, auditInsight } from '../../core/audit/audit-insight.ts'
import { auditSource } from '../../core/audit/audit-source.ts'
import { type Finding, findingKinds } from '../../core/audit/finding.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { Commit, RecordChange } from '../../core/store/change.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { Breather } from '../storage/breather.ts'
import { FoldedTexts } from './folded-texts.ts'

type AuditedId = RecordId<'insight'> | RecordId<'source'>

export class NotebookAudit {
  readonly #view: NotebookView
  readonly #today: () => string
  readonly #folded: FoldedTexts
  readonly #found = new Map<AuditedId, Finding[]>()
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
  }

  /** To be told of every commit; before the first `findings` there is nothing to keep. */
  note(commit: Commit): void {
    if (!this.#hasBegun) return
    for (const change of commit.changes) for (const id of this.#touchedBy(change)) this.#due.add(id)
  }

  /** What holds not right now: by kind in the order of `findingKinds`, in it by the titles of insights and sources. */
  async findings(): Promise<Finding[]> {
    this.#work = this.#work.then(() => this.#catchUp())
    await this.#work
    const all = [...this.#found.values()].flat()
    const rank = new Map(findingKinds.map((kind, position) => [kind, position]))
    const titles = new Map(all.map((finding) => [finding, titleOf(this.#view, finding)]))
    return all.sort(
      (one, other) =>
        (rank.get(one.kind) ?? 0) - (rank.get(other.kind) ?? 0) ||
        compare(titles.get(one) ?? '', titles.get(other) ?? '') ||
        compare(one.key, other.key),
    )
  }

  async #catchUp(): Promise<void> {
    if (!this.#hasBegun) {
      this.#hasBegun = true
      for (const { id } of this.#view.heads('insights')) this.#due.add(id)
      for (const { id } of this.#view.heads('sources')) this.#due.add(id)
    }
    const today = this.#today()
    if (this.#day !== today) {
      this.#day = today
      for (const { id, reviewBy } of this.#view.heads('insights')) if (reviewBy !== undefined) this.#due.add(id)
    }
    const breather = new Breather()
    const context: AuditContext = { view: this.#view, today, folded: (text) => this.#folded.get(text) }
    for (const id of this.#due) {
      this.#due.delete(id)
      this.#audit(context, id)
      if (breather.isDue) await breather.pause()
    }
  }

  #audit(context: AuditContext, id: AuditedId): void {
    let found: Finding[] = []
    if (isInsight(id)) {
      const insight = readInsight(this.#view, id)
      const audited = insight ? auditInsight(context, insight) : { findings: [], citekeys: new Set<string>() }
      this.#noteCitekeys(id, audited.citekeys)
      found = audited.findings
    } else {
      const source = this.#view.head('sources', id)
      if (source) found = auditSource(this.#view, source)
    }
    if (found.length > 0) this.#found.set(id, found)
    else this.#found.delete(id)
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

function titleOf(view: NotebookView, finding: Finding): string {
  return 'insight' in finding ? (view.head('insights', finding.insight)?.title ?? '') : (view.head('sources', finding.source)?.title ?? '')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
