// Which metrics a change can alter.

import type { RecordId } from '../records/record-id.ts'
import type { RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { basesOf } from './bases-of.ts'

type Reader = Pick<NotebookView, 'head' | 'heads' | 'by'>

/** The metrics given, those whose rules or formulas stand on them, on these again, the other parts of their wholes, and what all their rules name. */
function withResting(notebook: Reader, metrics: Iterable<RecordId<'metric'>>): Set<RecordId<'metric'>> {
  const all = new Set(metrics)
  for (const metric of all) {
    for (const { id } of notebook.by('metricsByBase', metric)) all.add(id)
    for (const rule of notebook.head('metrics', metric)?.rules ?? []) {
      if (rule.type === 'part-of') for (const { id } of notebook.by('metricsByRule', rule.of)) all.add(id)
    }
  }
  for (const metric of [...all]) for (const id of basesOf({ rules: notebook.head('metrics', metric)?.rules ?? [], formula: undefined })) all.add(id)
  return all
}

/** A rate can alter any metric; what changes of a source counts only where its figures say so: who said it, when, and whether it is there. */
export function metricsTouchedBy(notebook: Reader, change: RecordChange): Set<RecordId<'metric'>> {
  switch (change.table) {
    case 'figures':
      return withResting(notebook, metricsOf([change.before, change.after]))
    case 'metrics':
      return withResting(notebook, [change.id as RecordId<'metric'>, ...wholesOf(change)])
    case 'sources':
      return saysSame(change) ? new Set() : withResting(notebook, metricsOf(notebook.by('figuresBySource', change.id)))
    case 'rates':
      return new Set([...notebook.heads('metrics')].map(({ id }) => id))
    default:
      return new Set()
  }
}

/** Every highlight counts up its source: what the figures take from it is as it was. */
function saysSame({ before, after }: Extract<RecordChange, { table: 'sources' }>): boolean {
  const fields = ['citekey', 'title', 'publisher', 'published', 'removedAt', 'revisions'] as const
  return before !== undefined && after !== undefined && fields.every((field) => before[field] === after[field])
}

/** A part that was taken out of its whole leaves the others' sum, and a rule that was taken away what it named. */
function wholesOf({ before, after }: Extract<RecordChange, { table: 'metrics' }>): RecordId<'metric'>[] {
  return basesOf({ rules: [...(before?.rules ?? []), ...(after?.rules ?? [])], formula: undefined })
}

function metricsOf(figures: Iterable<{ metric?: RecordId<'metric'> | undefined } | undefined>): Set<RecordId<'metric'>> {
  const metrics = new Set<RecordId<'metric'>>()
  for (const figure of figures) if (figure?.metric) metrics.add(figure.metric)
  return metrics
}
