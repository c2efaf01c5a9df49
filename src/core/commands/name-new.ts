// What a figure measures and whom it is of, named while it is kept: metric and entity are made in the same step, so that one undo takes all back.

import { z } from 'zod'
import type { FigureAmount } from '../records/figure.ts'
import { metricContent } from '../records/metric.ts'
import { languageTag } from '../records/record-fields.ts'
import type { RecordId } from '../records/record-id.ts'
import { titleKey } from '../records/tables.ts'
import type { Transaction } from '../store/transaction.ts'

export const named = {
  /** Its metric by name: made where there is none of this name for the entity. */
  newMetric: z.strictObject({ name: metricContent.name }).optional(),
  /** Its entity by name: made where no entity has this name. */
  newEntity: z.strictObject({ name: z.string().trim().min(1).max(2_000), language: languageTag.default('') }).optional(),
}

type Named = { [Field in keyof typeof named]?: z.output<(typeof named)[Field]> | undefined }
type Ids = { metric?: RecordId<'metric'> | null | undefined; entity?: RecordId<'entity'> | null | undefined }

/** `given` with what was named in place of its name. The kind, currency and unit of a new metric are those of `amount`. */
export function nameNew<Given extends Ids>(
  notebook: Transaction,
  { newMetric, newEntity, ...given }: Given & Named,
  amount: FigureAmount,
): Omit<Given, keyof Named> & Ids {
  const entity = newEntity ? entityNamed(notebook, newEntity) : given.entity
  const metric = newMetric ? metricNamed(notebook, newMetric.name, entity ?? undefined, amount) : given.metric
  return { ...given, ...(newEntity ? { entity } : {}), ...(newMetric ? { metric } : {}) }
}

function entityNamed(notebook: Transaction, { name, language }: { name: string; language: string }): RecordId<'entity'> {
  for (const { id, names, removedAt } of notebook.heads('entities'))
    if (removedAt === undefined && names.some((each) => titleKey(each.name) === titleKey(name))) return id
  return notebook.put('entities', { id: notebook.facts.newId('entity'), kind: 'company', names: [{ name, language }], note: '' }).id
}

function metricNamed(notebook: Transaction, name: string, entity: RecordId<'entity'> | undefined, amount: FigureAmount): RecordId<'metric'> {
  for (const metric of notebook.heads('metrics'))
    if (metric.removedAt === undefined && metric.entity === entity && titleKey(metric.name) === titleKey(name)) return metric.id
  const { kind, currency, unit } = amount
  return notebook.put('metrics', {
    id: notebook.facts.newId('metric'),
    name: name.trim(),
    ...(entity ? { entity } : {}),
    kind,
    ...(currency ? { currency } : {}),
    ...(unit && kind !== 'points' ? { unit } : {}),
    note: '',
    rules: [],
  }).id
}
