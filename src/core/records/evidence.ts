// Evidence: a link from an insight to a highlight, or to a whole source, with a stance.

import { z } from 'zod'
import { recordFields, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

export const stances = ['supports', 'contradicts', 'context'] as const
export type Stance = (typeof stances)[number]

export const evidenceSchema = z.strictObject({
  id: idOf('evidence'),
  ...recordFields,
  insight: idOf('insight'),
  source: idOf('source'),
  /** Absent where the evidence is the source as a whole. */
  highlight: idOf('highlight').optional(),
  stance: z.enum(stances),
  note: z.string().max(100_000),
  ...trashField,
})
export type Evidence = z.infer<typeof evidenceSchema>
