// A figure: an amount, share, count or date that the analyst kept, with the passage in which it stands word for word.

import { z } from 'zod'
import { decimalIn, decimalNotation, decimalText } from '../ledger/exact.ts'
import { passageSchema } from './passage.ts'
import { recordFields, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

export const figureKinds = ['money', 'percent', 'points', 'multiple', 'count', 'number', 'date'] as const
export const figureBases = ['actual', 'estimate', 'target'] as const
export type FigureBasis = (typeof figureBases)[number]

/** An exact decimal as `decimalText` writes it: `583e7` is 5.83 billion. A JS number would not do: 0.1 and 58.3亿 have to be what was written. */
export const decimal = z
  .string()
  .max(400)
  .regex(decimalNotation, 'expected an exact decimal such as 583e7, 42 or 2.5')
  .overwrite((text) => decimalText(decimalIn(text)))

export const isoDay = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'expected a day such as 2025-11-14')

const fiscalYear = z.strictObject({ year: z.int().min(1000).max(9999), quarter: z.int().min(1).max(4).optional() })

/** The time that a figure is of: a day (`from` and `to` the same), a span of days, both inclusive, or a fiscal year, whose days only its company knows. */
export const figureTime = z.union([
  z.strictObject({ from: isoDay, to: isoDay }).refine(({ from, to }) => from <= to, 'a period ends after it begins'),
  z.strictObject({ fiscal: fiscalYear }),
])
export type FigureTime = z.infer<typeof figureTime>

/**
 * How the words around it bound an amount: `over` (more than, 超), `at-least` (at least, 至少), `under` (less than, 未満), `up-to` (as much as, 最多),
 * `nearly` (almost, 近, 不足). Agreement takes them as people mean them.
 */
export const figureBounds = ['over', 'at-least', 'under', 'up-to', 'nearly'] as const
export type FigureBound = (typeof figureBounds)[number]

/** What a figure says, as `findFigures` read it: `value` for a point, `low` and `high` for a range, one of them for a bound. */
export const figureAmount = z.strictObject({
  kind: z.enum(figureKinds),
  value: decimal.optional(),
  low: decimal.optional(),
  high: decimal.optional(),
  /** Half a unit of the last digit written. */
  precision: decimal.optional(),
  bound: z.enum(figureBounds).optional(),
  /** ISO 4217; null where a currency is meant that cannot be named. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .optional(),
  unit: z.string().max(200).optional(),
  per: z.string().max(200).optional(),
  approx: z.literal(true).optional(),
  doubt: z.enum(['currency', 'unit', 'year', 'reading']).optional(),
  /** Of a date. */
  from: isoDay.optional(),
  to: isoDay.optional(),
  fiscal: fiscalYear.optional(),
})
export type FigureAmount = z.infer<typeof figureAmount>

/** What the analyst says of a figure. */
export const figureContent = {
  metric: idOf('metric').optional(),
  entity: idOf('entity').optional(),
  /** Absent: nobody said when; it is then compared with the figures of every time. */
  asOf: figureTime.optional(),
  basis: z.enum(figureBases),
  /** What the figure says where the text was misread; the reading stays beside it. */
  corrected: figureAmount.optional(),
  note: z.string().max(100_000),
}

export const figureSchema = z.strictObject({
  id: idOf('figure'),
  ...recordFields,
  source: idOf('source'),
  /** The text whose reading text the passage is a range of. */
  text: idOf('text'),
  /** The amount itself, without what qualifies it; `exact` is how it is written. */
  passage: passageSchema,
  /** Against the source's newest text, as highlights have it. */
  state: z.enum(['exact', 'moved', 'changed', 'lost']),
  found: z.strictObject({ text: idOf('text'), passage: passageSchema, score: z.number().min(0).max(1) }).optional(),
  /** As the text has it. */
  amount: figureAmount,
  ...figureContent,
  ...trashField,
})
export type Figure = z.infer<typeof figureSchema>
