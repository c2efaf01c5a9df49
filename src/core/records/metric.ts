// A metric: what kept figures measure, for one entity, with the rules that tie it to other metrics, or a formula over them.

import { z } from 'zod'
import { decimal, figureKinds } from './figure.ts'
import { line, recordFields, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

/**
 * `part-of`: the parts of one whole with the same `by` (regions, products) do not exceed it together; parts in percent do not exceed 100.
 * `share-of`: no more than `atMost` percent, or than the share that another metric says, of what the other is worth.
 * `ratio-of`: what is kept is the first divided by the second.
 */
export const metricRule = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('part-of'), of: idOf('metric'), by: line.optional() }),
  z
    .strictObject({ type: z.literal('share-of'), of: idOf('metric'), atMost: decimal.optional(), share: idOf('metric').optional() })
    .refine(({ atMost, share }) => (atMost === undefined) !== (share === undefined), 'a share is either a number of percent or a metric'),
  z.strictObject({ type: z.literal('ratio-of'), of: idOf('metric'), to: idOf('metric') }),
])
export type MetricRule = z.infer<typeof metricRule>

export const metricContent = {
  name: line.min(1),
  entity: idOf('entity').optional(),
  kind: z.enum(figureKinds),
  /** ISO 4217: what amounts are shown in. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'expected a currency such as USD')
    .optional(),
  unit: z.string().max(200).optional(),
  note: z.string().max(100_000),
  rules: z.array(metricRule).max(100),
  /** `{metric:sale} / {metric:pledge} * 100`: numbers, metrics in braces, + - * / and parentheses. */
  formula: z.string().max(4_000).optional(),
}

/** What the terms of a formula (`{metric:sale}`) were worth when the analyst last looked: what differs now has changed since. */
const acceptedBases = z.strictObject({
  seq: z.int().min(0),
  bases: z.array(z.strictObject({ term: z.string().max(300), value: z.string().max(1_000) })).max(1_000),
})

export const metricSchema = z.strictObject({
  id: idOf('metric'),
  ...recordFields,
  ...metricContent,
  accepted: acceptedBases.optional(),
  ...trashField,
})
export type Metric = z.infer<typeof metricSchema>
