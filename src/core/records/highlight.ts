// A highlight: a passage that the analyst marked, numbered within its source (h1, h2 …).

import { z } from 'zod'
import { passageSchema } from './passage.ts'
import { recordFields, tags, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

export const highlightColours = ['yellow', 'green', 'blue', 'pink', 'orange'] as const
export type HighlightColour = (typeof highlightColours)[number]
const highlightStates = ['exact', 'moved', 'changed', 'lost'] as const

export const highlightContent = {
  colour: z.enum(highlightColours),
  comment: z.string().max(100_000),
  tags,
}

export const highlightSchema = z.strictObject({
  id: idOf('highlight'),
  ...recordFields,
  source: idOf('source'),
  /** The text whose reading text the passage is a range of. */
  text: idOf('text'),
  number: z.int().min(1),
  passage: passageSchema,
  /** Against the source's newest text. */
  state: z.enum(highlightStates),
  ...highlightContent,
  ...trashField,
})
export type Highlight = z.infer<typeof highlightSchema>
