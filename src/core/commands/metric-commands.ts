// Commands on metrics.

import { z } from 'zod'
import { basesOf, metricsIn } from '../ledger/bases-of.ts'
import { parseFormula } from '../ledger/formula.ts'
import { baseValues } from '../ledger/metric-standing.ts'
import { metricContent } from '../records/metric.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import { Refusal } from '../store/refusal.ts'
import type { Transaction } from '../store/transaction.ts'
import { defineCommand } from './define-command.ts'
import { withoutGaps } from './revision.ts'

export const addMetric = defineCommand(
  'Adds what figures measure, for one entity, with rules that tie it to other metrics, or a formula over them.',
  z.strictObject({
    id: idOf('metric').optional(),
    ...metricContent,
    kind: metricContent.kind.default('money'),
    note: metricContent.note.default(''),
    rules: metricContent.rules.default([]),
  }),
  (notebook, { id, ...content }) => {
    const metric = notebook.put('metrics', { id: id ?? notebook.facts.newId('metric'), ...withoutGaps(content) })
    checkMetric(notebook, metric.id)
    return { id: metric.id, rev: metric.formula === undefined ? metric.rev : acceptBases(notebook, metric.id) }
  },
)

export const reviseMetric = defineCommand(
  'Changes a metric: its name, entity, kind, currency, unit, note, rules or formula; null takes back. Figures of its old entity follow to the new one.',
  z.strictObject({
    id: idOf('metric'),
    rev: z.int().optional(),
    name: metricContent.name.optional(),
    entity: metricContent.entity.nullable(),
    kind: metricContent.kind.optional(),
    currency: metricContent.currency.nullable(),
    unit: metricContent.unit.nullable(),
    note: metricContent.note.optional(),
    rules: metricContent.rules.optional(),
    formula: metricContent.formula.nullable(),
  }),
  (notebook, { id, rev, ...given }) => {
    const before = notebook.need('metrics', id)
    const after = notebook.update('metrics', id, rev, (draft) => {
      for (const [field, value] of Object.entries(given)) {
        if (value === null) delete (draft as unknown as Record<string, unknown>)[field]
        else if (value !== undefined) (draft as unknown as Record<string, unknown>)[field] = value
      }
      if (given.formula === null) delete draft.accepted
    })
    checkMetric(notebook, id)
    if (before.entity !== after.entity) moveFigures(notebook, id, before.entity, after.entity)
    const isNewFormula = after.formula !== undefined && after.formula !== before.formula
    return { id, rev: isNewFormula ? acceptBases(notebook, id) : after.rev }
  },
)

export const acceptMetric = defineCommand(
  'Takes note of what the bases of a formula are worth now: until one of them changes, the result stands.',
  z.strictObject({ id: idOf('metric'), rev: z.int().optional() }),
  (notebook, { id, rev }) => {
    const metric = notebook.need('metrics', id)
    if (metric.formula === undefined) throw new Refusal('invalid', `${id} has no formula: there is nothing to accept`)
    return { id, rev: acceptBases(notebook, id, rev) }
  },
)

/** The new `rev`. */
function acceptBases(notebook: Transaction, id: RecordId<'metric'>, rev?: number): number {
  const metric = notebook.need('metrics', id)
  const bases = baseValues(notebook, metric)
  return notebook.update('metrics', id, rev, (draft) => {
    draft.accepted = { seq: notebook.facts.seq, bases }
  }).rev
}

/** A formula that cannot be read, or that leads back to its own metric, is refused: nothing could ever be computed from it. */
function checkMetric(notebook: Transaction, id: RecordId<'metric'>): void {
  const { formula, rules } = notebook.need('metrics', id)
  if (basesOf({ rules, formula: undefined }).includes(id)) throw new Refusal('invalid', 'a rule ties a metric to another one, not to itself')
  if (formula === undefined) return
  const parsed = parseFormula(formula)
  if (!parsed.ok) throw new Refusal('invalid', `the formula cannot be read at character ${parsed.at + 1}: ${parsed.problem}`)
  const seen = new Set<RecordId<'metric'>>()
  const next = metricsIn(formula)
  for (const base of next) {
    if (base === id) throw new Refusal('invalid', 'the formula leads back to its own metric')
    if (seen.has(base)) continue
    seen.add(base)
    const head = notebook.head('metrics', base)
    if (!head && metricsIn(formula).includes(base)) throw new Refusal('not-found', `the formula names ${base}, which is not in this notebook`)
    if (head?.formula !== undefined) next.push(...metricsIn(head.formula))
  }
}

function moveFigures(
  notebook: Transaction,
  metric: RecordId<'metric'>,
  from: RecordId<'entity'> | undefined,
  to: RecordId<'entity'> | undefined,
): void {
  for (const figure of notebook.by('figuresByMetric', metric)) {
    if (figure.entity !== from) continue
    notebook.update('figures', figure.id, undefined, (draft) => {
      if (to === undefined) delete draft.entity
      else draft.entity = to
    })
  }
}
