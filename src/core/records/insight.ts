// An insight: a Markdown note that makes a claim, with what is claimed and how sure the analyst is.

import { z } from 'zod'
import { confidences, insightKinds, insightStatuses } from './insight-kinds.ts'
import { line, recordFields, tags, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

/** 50 MB of UTF-16 units: beyond it a note is refused with `too-large`, never cut. */
export const maxBodyLength = 50_000_000

export const insightContent = {
  title: line,
  body: z.string().max(maxBodyLength, 'an insight can hold 50 million characters: split it'),
  kind: z.enum(insightKinds),
  status: z.enum(insightStatuses),
  confidence: z.enum(confidences),
  topics: tags,
}

export const insightSchema = z.strictObject({ id: idOf('insight'), ...recordFields, ...insightContent, ...trashField })
export type Insight = z.infer<typeof insightSchema>
