// The agreement of a metric's figures in a notebook, made once and again only where something that it rests on has changed.

import type { Figure } from '../records/figure.ts'
import type { RecordId } from '../records/record-id.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { type AgreementState, agreementOf, type MetricAgreement } from './agreement.ts'
import { comparedFigure, liveFiguresOf, liveRates } from './live-figures.ts'

type Reader = Pick<NotebookView, 'head' | 'heads' | 'by'>
export type KeptAgreement = {
  inputs: readonly unknown[]
  figures: readonly Figure[]
  agreement: MetricAgreement
  states: ReadonlyMap<RecordId<'figure'>, AgreementState>
}

/** A window shows some hundred metrics; the ledger of the host holds its own. */
const maxKept = 5_000
const kept = new WeakMap<Reader, Map<RecordId<'metric'>, KeptAgreement>>()

/** Records are never mutated: the same figures, sources and rates are the same agreement. To see that costs what a metric has of them. */
export function agreementIn(notebook: Reader, metric: RecordId<'metric'>, rates = liveRates(notebook)): KeptAgreement {
  const figures = liveFiguresOf(notebook, metric)
  const inputs = [...figures, ...figures.map(({ source }) => notebook.head('sources', source)), ...rates]
  const ofNotebook = kept.get(notebook) ?? new Map<RecordId<'metric'>, KeptAgreement>()
  kept.set(notebook, ofNotebook)
  const known = ofNotebook.get(metric)
  if (known && known.inputs.length === inputs.length && known.inputs.every((input, position) => input === inputs[position])) return known
  const agreement = agreementOf(
    figures.map((figure) => comparedFigure(notebook, figure)),
    rates,
  )
  const fresh = { inputs, figures, agreement, states: new Map(agreement.states) }
  ofNotebook.delete(metric)
  ofNotebook.set(metric, fresh)
  if (ofNotebook.size > maxKept) ofNotebook.delete(ofNotebook.keys().next().value as RecordId<'metric'>)
  return fresh
}
