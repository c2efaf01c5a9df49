// A source: where a text came from. Its texts are immutable; each revision names one by its hash.

import { z } from 'zod'
import { languageTag, line, moment, origins, partialDate, recordFields, sha256, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

export const sourceKinds = ['article', 'brief', 'filing', 'report', 'transcript', 'book', 'web page', 'note', 'other'] as const

export const kinRelations = ['copy', 'translation', 'quotes', 'independent'] as const
export type KinRelation = (typeof kinRelations)[number]

/** The file that a text was made from, kept as `files/<sha256>.<extension>`; `name` is what it was called. */
export const originalFile = z.strictObject({
  sha256,
  extension: z.string().regex(/^[a-z0-9]{1,8}$/),
  name: z.string().min(1).max(500),
})

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
  /** A Digital Object Identifier without its resolver, in lower case: `10.1000/182`; empty or absent where there is none. */
  doi: z
    .string()
    .regex(/^(10\.\d{4,9}\/[^\s\p{Lu}]+)?$/u, 'expected a DOI such as 10.1000/182')
    .max(1_000)
    .optional(),
  /** What a bibliography says about it that no other field holds: one item of CSL-JSON, as JSON. */
  csl: z.string().max(100_000).optional(),
  /**
   * Sources that this one does not stand beside on its own feet: it is a copy or a translation of the other, or only quotes it. `independent` is the
   * analyst's word against a near-duplicate check.
   */
  kin: z
    .array(z.strictObject({ source: idOf('source'), relation: z.enum(kinRelations) }))
    .max(200)
    .optional(),
}

export const sourceSchema = z.strictObject({
  id: idOf('source'),
  ...recordFields,
  citekey: citekeySchema,
  ...sourceContent,
  /** Oldest first; the last is the newest text. */
  revisions: z.array(z.strictObject({ text: idOf('text'), at: moment, file: originalFile.optional() })).min(1),
  /** The number that the next highlight gets: h1, h2 …, never used twice. */
  nextHighlight: z.int().min(1),
  origins,
  ...trashField,
})
export type Source = z.infer<typeof sourceSchema>
