// Keeps how each metric stands in step with the notebook: everything once, then what a commit can have touched, off the commit's path and in slices.

import { type MetricStanding, type MetricState, metricStanding, metricStates } from '../../core/ledger/metric-standing.ts'
import { metricsTouchedBy } from '../../core/ledger/resting-metrics.ts'
import type { Figure } from '../../core/records/figure.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { Commit } from '../../core/store/change.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { Breather } from '../storage/breather.ts'

type MetricId = RecordId<'metric'>

export class NotebookLedger {
  readonly #view: NotebookView
  readonly #standings = new Map<MetricId, MetricStanding>()
  readonly #due = new Set<MetricId>()
  #hasBegun = false
  #figures = 0
  #unassigned = 0
  #work: Promise<void> = Promise.resolve()

  constructor(view: NotebookView) {
    this.#view = view
  }

  /** To be told of every commit; before somebody asks there is nothing to keep. Costs a look at the indexes, nothing is compared here. */
  note(commit: Commit): void {
    if (!this.#hasBegun) return
    for (const change of commit.changes) {
      for (const id of metricsTouchedBy(this.#view, change)) this.#due.add(id)
      if (change.table !== 'figures') continue
      this.#count(change.before, -1)
      this.#count(change.after, 1)
    }
  }

  /** Figures that are not in the trash; counted with the commits, after `standings` was asked for. */
  get counts(): { figures: number; unassigned: number } {
    return { figures: this.#figures, unassigned: this.#unassigned }
  }

  /** How every metric that is not in the trash stands right now. */
  async standings(): Promise<ReadonlyMap<MetricId, MetricStanding>> {
    this.#work = this.#work.then(() => this.#catchUp())
    await this.#work
    return this.#standings
  }

  #count(figure: Figure | undefined, by: 1 | -1): void {
    if (!figure || figure.removedAt !== undefined) return
    this.#figures += by
    if (figure.metric === undefined) this.#unassigned += by
  }

  async #catchUp(): Promise<void> {
    const breather = new Breather()
    if (!this.#hasBegun) {
      this.#hasBegun = true
      for (const { id } of this.#view.heads('metrics')) this.#due.add(id)
      for (const figure of this.#view.heads('figures')) this.#count(figure, 1)
      // Each index that is asked for first is made in one go: one at a time.
      for (const index of ['figuresByMetric', 'metricsByRule', 'metricsByBase'] as const) {
        await breather.pause()
        this.#view.by(index, '')
      }
      await breather.pause()
    }
    for (const id of this.#due) {
      this.#due.delete(id)
      const metric = this.#view.head('metrics', id)
      if (!metric || metric.removedAt !== undefined) this.#standings.delete(id)
      else this.#standings.set(id, metricStanding(this.#view, metric))
      if (breather.isDue) await breather.pause()
    }
  }
}

/** Worst state first; in one the order of the table. */
export function byState(standings: ReadonlyMap<MetricId, MetricStanding>): [MetricState, MetricId[]][] {
  const metrics = new Map<MetricState, MetricId[]>(metricStates.toReversed().map((state) => [state, []]))
  for (const [id, { state }] of standings) metrics.get(state)?.push(id)
  return [...metrics].filter(([, ids]) => ids.length > 0)
}
