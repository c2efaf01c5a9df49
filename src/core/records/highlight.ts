// A highlight: a passage that the analyst marked, numbered within its source (h1, h2 …).

import { z } from 'zod'
import { passageSchema } from './passage.ts'
import { origins, recordFields, tags, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

export const highlightColours = ['yellow', 'green', 'blue', 'pink', 'orange'] as const
export type HighlightColour = (typeof highlightColours)[number]
export const highlightStates = ['exact', 'moved', 'changed', 'lost'] as const
export type HighlightState = (typeof highlightStates)[number]
const highlightStandings = ['pinned', 'retired'] as const

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
  /** Where a `changed` passage stands in the newest text, until the analyst has decided: `text` and `passage` above stay what was cited. */
  found: z.strictObject({ text: idOf('text'), passage: passageSchema, score: z.number().min(0).max(1) }).optional(),
  /** `pinned` keeps to the text it was made in; `retired` no longer counts as evidence. Absent: it follows the newest text. */
  standing: z.enum(highlightStandings).optional(),
  origins,
  ...highlightContent,
  ...trashField,
})
export type Highlight = z.infer<typeof highlightSchema>
