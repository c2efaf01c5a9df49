// A report: an outline of headings, prose, insights and charts that exports to Markdown.

import { z } from 'zod'
import { line, recordFields, trashField } from './record-fields.ts'
import { idOf, type RecordId } from './record-id.ts'

/** `key` names an item within its report, so that moving and editing it survive each other. */
const itemKey = z.string().min(1).max(100)

export const outlineItem = z.discriminatedUnion('type', [
  z.strictObject({ key: itemKey, type: z.literal('heading'), level: z.int().min(1).max(6), text: line }),
  z.strictObject({ key: itemKey, type: z.literal('prose'), markdown: z.string().max(5_000_000) }),
  z.strictObject({ key: itemKey, type: z.literal('insight'), insight: idOf('insight') }),
  /** A metric over time; an empty caption is the metric's name. */
  z.strictObject({ key: itemKey, type: z.literal('chart'), metric: idOf('metric'), caption: line }),
])
export type OutlineItem = z.infer<typeof outlineItem>

/** The insight or metric that an item shows; undefined for what stands in the report itself. */
export function recordNamedBy(item: OutlineItem): RecordId<'insight'> | RecordId<'metric'> | undefined {
  return item.type === 'insight' ? item.insight : item.type === 'chart' ? item.metric : undefined
}

export const reportContent = {
  title: line,
  subtitle: line,
  outline: z.array(outlineItem).max(10_000),
}

export const reportSchema = z.strictObject({ id: idOf('report'), ...recordFields, ...reportContent, ...trashField })
export type Report = z.infer<typeof reportSchema>
