// Fields that every record has, and the small schemas that several records share.

import { z } from 'zod'

/** A moment as ISO 8601 in UTC with milliseconds, as `Date.prototype.toISOString` writes it. */
export const moment = z.string().regex(/^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, 'expected a moment such as 2025-11-14T02:27:00.000Z')

/** A date as precise as it is known: `2025`, `2025-11` or `2025-11-14` (the date levels of ISO 8601; CSL's date-parts). */
export const partialDate = z
  .string()
  .regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/, 'expected a date such as 2025-11-14, 2025-11 or 2025, or nothing')

/** A BCP 47 language tag, or the empty string where it is not known. */
export const languageTag = z.string().regex(/^([a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*)?$/, 'expected a language tag such as en, zh or ja')

/** A title or another single line. */
export const line = z.string().max(2_000)

export const tags = z.array(z.string().trim().min(1).max(200)).max(200)

/** `rev` counts the changes of one record; `createdSeq` is the commit that made it, so that adding it twice can be answered with the first. */
export const recordFields = {
  rev: z.int().min(1),
  createdSeq: z.int().min(0),
  createdAt: moment,
  updatedAt: moment,
}

/**
 * What the record is called where it was imported from (`doi:10.…`, `hypothesis:<id>`, `vault:<folder>/<path>`), so that importing it again finds it.
 * Absent where it was made here.
 */
export const origins = z.array(z.string().min(1).max(4_000)).max(100).optional()

export const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'expected a SHA-256 in lower-case hexadecimal')

/** Records that the analyst can remove go to the trash first; `removedAt` says when. */
export const trashField = { removedAt: moment.optional() }
