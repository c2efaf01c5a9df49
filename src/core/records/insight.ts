// An insight: a Markdown note that makes a claim, with what is claimed and how sure the analyst is.

import { z } from 'zod'
import { confidences, insightKinds, insightStatuses } from './insight-kinds.ts'
import { line, origins, partialDate, recordFields, sha256, tags, trashField } from './record-fields.ts'
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
  /** When it has to be looked at again, such as 2026-03 or 2026-03-31. */
  reviewBy: partialDate.optional(),
  /** Other names that `[[…]]` finds it by. */
  aliases: z.array(line.min(1)).max(100).optional(),
}

export const insightSchema = z.strictObject({
  id: idOf('insight'),
  ...recordFields,
  ...insightContent,
  origins,
  /** Of the title and body as they were imported last: while they still are so, importing again may renew them. */
  importedSha256: sha256.optional(),
  ...trashField,
})
export type Insight = z.infer<typeof insightSchema>
