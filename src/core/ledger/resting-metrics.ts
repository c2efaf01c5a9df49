// Which metrics a change can alter.

import type { RecordId } from '../records/record-id.ts'
import type { RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'

type Reader = Pick<NotebookView, 'head' | 'heads' | 'by'>

/** The metrics given, those whose rules or formulas stand on them, on these again, and the other parts of their wholes. */
function withResting(notebook: Reader, metrics: Iterable<RecordId<'metric'>>): Set<RecordId<'metric'>> {
  const all = new Set(metrics)
  for (const metric of all) {
    for (const { id } of notebook.by('metricsByBase', metric)) all.add(id)
    for (const rule of notebook.head('metrics', metric)?.rules ?? []) {
      if (rule.type === 'part-of') for (const { id } of notebook.by('metricsByRule', rule.of)) all.add(id)
    }
  }
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
      return withResting(notebook, metricsOf(notebook.by('figuresBySource', change.id)))
    case 'rates':
      return new Set([...notebook.heads('metrics')].map(({ id }) => id))
    default:
      return new Set()
  }
}

/** A part that was taken out of its whole leaves the others' sum. */
function* wholesOf({ before, after }: Extract<RecordChange, { table: 'metrics' }>): Iterable<RecordId<'metric'>> {
  for (const rule of [...(before?.rules ?? []), ...(after?.rules ?? [])]) if (rule.type === 'part-of') yield rule.of
}

function metricsOf(figures: Iterable<{ metric?: RecordId<'metric'> | undefined } | undefined>): Set<RecordId<'metric'>> {
  const metrics = new Set<RecordId<'metric'>>()
  for (const figure of figures) if (figure?.metric) metrics.add(figure.metric)
  return metrics
}
