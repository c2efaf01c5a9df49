// A source: where a text came from. Its texts are immutable; each revision names one by its hash.

import { z } from 'zod'
import { languageTag, line, moment, partialDate, recordFields, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

export const sourceKinds = ['article', 'brief', 'filing', 'report', 'transcript', 'book', 'web page', 'note', 'other'] as const

/** Pandoc's citation keys as `citation-syntax.ts` reads them, single punctuation marks between letters and digits, so that `[@key#h7]` always reads back. */
export const citekeySchema = z
  .string()
  .regex(/^[\p{L}\p{N}_]+(?:[:.+/-][\p{L}\p{N}_]+)*$/u, 'a citekey is letters and digits with single - _ : . + / between them, such as sina2025-exit')
  .max(100)

export const sourceContent = {
  title: line,
  titleTranslations: z.array(z.strictObject({ language: languageTag, title: line })).max(50),
  publisher: line,
  authors: z.array(z.string().trim().min(1).max(500)).max(500),
  url: z.string().max(4_000),
  published: partialDate,
  accessed: partialDate,
  language: languageTag,
  kind: z.enum(sourceKinds),
}

export const sourceSchema = z.strictObject({
  id: idOf('source'),
  ...recordFields,
  citekey: citekeySchema,
  ...sourceContent,
  /** Oldest first; the last is the newest text. */
  revisions: z.array(z.strictObject({ text: idOf('text'), at: moment })).min(1),
  /** The number that the next highlight gets: h1, h2 …, never used twice. */
  nextHighlight: z.int().min(1),
  ...trashField,
})
export type Source = z.infer<typeof sourceSchema>
