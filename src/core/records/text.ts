// A text: the immutable body of one revision of a source. The record says what is stored; the bytes lie in texts/<sha256>.md.

import { z } from 'zod'
import { recordFields } from './record-fields.ts'
import { idOf } from './record-id.ts'

export const textSchema = z.strictObject({
  id: idOf('text'),
  ...recordFields,
  /** SHA-256 of the Markdown's UTF-8 bytes, in lower-case hexadecimal; also what follows `text:` in the id. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Of the reading text's UTF-8 bytes: damage to either file is found. */
  readingSha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The number of the projection that made the reading text from the Markdown. */
  projection: z.int().min(1),
  /** UTF-16 lengths. */
  length: z.int().min(0),
  readingLength: z.int().min(0),
})
export type Text = z.infer<typeof textSchema>
