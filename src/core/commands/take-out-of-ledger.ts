// What becomes of figures, metrics and rates when something that they name is deleted for good: they stay, and name it no more.

import { basesOf } from '../ledger/bases-of.ts'
import type { RecordId } from '../records/record-id.ts'
import type { Transaction } from '../store/transaction.ts'

/** Formulas keep the name of a deleted metric and say that it is missing: a formula without one of its terms would be another. */
export function takeOutOfLedger(notebook: Transaction, id: RecordId): void {
  for (const figure of notebook.by('figuresByMetric', id)) {
    notebook.update('figures', figure.id, undefined, (draft) => {
      delete draft.metric
    })
  }
  for (const figure of notebook.by('figuresByEntity', id)) {
    notebook.update('figures', figure.id, undefined, (draft) => {
      delete draft.entity
    })
  }
  for (const metric of notebook.by('metricsByEntity', id)) {
    notebook.update('metrics', metric.id, undefined, (draft) => {
      delete draft.entity
    })
  }
  for (const metric of notebook.by('metricsByBase', id)) {
    notebook.update('metrics', metric.id, undefined, (draft) => {
      draft.rules = draft.rules.filter((rule) => !basesOf({ rules: [rule], formula: undefined }).includes(id as RecordId<'metric'>))
    })
  }
  for (const rate of notebook.by('ratesBySource', id)) {
    notebook.update('rates', rate.id, undefined, (draft) => {
      delete draft.source
    })
  }
}
