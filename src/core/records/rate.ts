// An exchange rate that the analyst wrote down: one unit of `base` is `rate` units of `quote` on a day. Without one, currencies are not compared.

import { z } from 'zod'
import { decimal, isoDay } from './figure.ts'
import { line, recordFields, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

const currency = z.string().regex(/^[A-Z]{3}$/, 'expected a currency such as USD')

export const rateContent = {
  base: currency,
  quote: currency,
  rate: decimal.refine((rate) => rate !== '0' && !rate.startsWith('-'), 'a rate is more than 0'),
  date: isoDay,
  /** Where it comes from: a source of this notebook, or words. */
  source: idOf('source').optional(),
  note: line,
}

export const rateSchema = z
  .strictObject({ id: idOf('rate'), ...recordFields, ...rateContent, ...trashField })
  .refine(({ base, quote }) => base !== quote, 'a rate is between two currencies')
export type Rate = z.infer<typeof rateSchema>
