// The last look before a commit is written: every changed record fits its schema, and the rules between records hold.

import type { z } from 'zod'
import { basesOf } from '../ledger/bases-of.ts'
import type { RecordId } from '../records/record-id.ts'
import { recordNamedBy } from '../records/report.ts'
import { type IndexName, type RecordOf, tableOf, tableSchemas } from '../records/tables.ts'
import type { RecordChange } from '../store/change.ts'
import type { NotebookView } from '../store/notebook-view.ts'
import { Refusal } from '../store/refusal.ts'

/** Throws the refusal `invalid` (or `exists`) for the first change that does not hold. `view` must show the changes. */
export function checkChanges(view: NotebookView, changes: readonly RecordChange[]): void {
  for (const change of changes) {
    if (change.after === undefined) checkNothingRefersTo(view, change.id)
    else {
      const parsed = tableSchemas[change.table].safeParse(change.after)
      if (!parsed.success) throw refusalOf(change.id, parsed.error.issues)
      for (const id of referencesOf(change))
        if (!view.head(tableOf(id), id)) throw new Refusal('not-found', `${change.id} refers to ${id}, which is not in this notebook`)
      checkUniqueness(view, change)
    }
  }
}

/** The refusal for what a schema found: `too-large` where a text or a list is too long, else `invalid`; one line, the first three issues. */
export function refusalOf(what: string, issues: readonly z.core.$ZodIssue[]): Refusal {
  const isTooLong = issues.some((issue) => issue.code === 'too_big' && (issue.origin === 'string' || issue.origin === 'array'))
  const sentences = issues.slice(0, 3).map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
  return new Refusal(isTooLong ? 'too-large' : 'invalid', `${what}: ${sentences.join('; ')}`)
}

/** The ids that a record cannot do without. */
export function referencesOf(change: RecordChange): RecordId[] {
  switch (change.table) {
    case 'sources':
      return change.after ? [...change.after.revisions.map(({ text }) => text), ...(change.after.kin ?? []).map(({ source }) => source)] : []
    case 'highlights':
      return change.after ? [change.after.source, change.after.text, ...(change.after.found ? [change.after.found.text] : [])] : []
    case 'evidence':
      return change.after ? [change.after.insight, change.after.source, ...(change.after.highlight ? [change.after.highlight] : [])] : []
    case 'reports':
      return change.after?.outline.flatMap((item) => recordNamedBy(item) ?? []) ?? []
    case 'figures':
      return change.after ? referencesOfFigure(change.after) : []
    case 'metrics':
      return change.after ? referencesOfMetric(change.after) : []
    case 'rates':
      return change.after?.source ? [change.after.source] : []
    case 'insights':
    case 'texts':
    case 'entities':
      return []
  }
}

function referencesOfFigure({ source, text, found, metric, entity }: RecordOf<'figures'>): RecordId[] {
  return [source, text, ...(found ? [found.text] : []), ...(metric ? [metric] : []), ...(entity ? [entity] : [])]
}

/** A formula may name a metric that is gone: it then says so. What a rule names must be there. */
function referencesOfMetric({ entity, rules }: RecordOf<'metrics'>): RecordId[] {
  return [...(entity ? [entity] : []), ...basesOf({ rules, formula: undefined })]
}

const indexesOfReferrers: Partial<Record<RecordChange['table'], IndexName[]>> = {
  insights: ['evidenceByInsight', 'reportsByInsight'],
  sources: ['highlightsBySource', 'evidenceBySource', 'sourcesByKin', 'figuresBySource', 'ratesBySource'],
  highlights: ['evidenceByHighlight'],
  texts: ['sourcesByText', 'highlightsByText', 'figuresByText'],
  entities: ['figuresByEntity', 'metricsByEntity'],
  metrics: ['figuresByMetric', 'metricsByRule', 'reportsByMetric'],
}

function checkNothingRefersTo(view: NotebookView, id: RecordId): void {
  for (const index of indexesOfReferrers[tableOf(id)] ?? []) {
    const [referrer] = view.by(index, id)
    if (referrer) throw new Refusal('invalid', `${id} cannot be taken away: ${referrer.id} refers to it`)
  }
}

function checkUniqueness(view: NotebookView, change: RecordChange): void {
  if (change.table === 'sources' && change.after) {
    const { citekey } = change.after
    const other = view.by('sourcesByCitekey', citekey).find((source) => source.id !== change.id)
    if (other) throw new Refusal('exists', `the citekey ${citekey} is taken by ${other.id}`)
    if (change.before && change.before.citekey !== citekey) throw new Refusal('invalid', 'a citekey never changes: reports and notes cite it')
  }
  if (change.table === 'reports' && change.after) {
    const keys = new Set<string>()
    for (const { key } of change.after.outline) {
      if (keys.has(key)) throw new Refusal('invalid', `${change.id} has two items with the key ${key}: items are edited by their key`)
      keys.add(key)
    }
  }
  if (change.table === 'highlights' && change.after && change.before === undefined) {
    const { source, number } = change.after
    const other = view.by('highlightsBySource', source).find((highlight) => highlight.number === number && highlight.id !== change.id)
    if (other) throw new Refusal('exists', `h${number} of ${source} is ${other.id} already`)
  }
}
