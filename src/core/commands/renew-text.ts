// A new text for a source that is here already: an article that was edited, a report's next edition, a better copy.

import { z } from 'zod'
import { maxBodyLength } from '../records/insight.ts'
import type { RecordId } from '../records/record-id.ts'
import { idOf } from '../records/record-id.ts'
import { originalFile } from '../records/source.ts'
import { carryFigures } from './carry-figures.ts'
import { type CarriedCounts, carryHighlights } from './carry-highlights.ts'
import { defineCommand } from './define-command.ts'

/** `highlights`: what became of those that follow the newest text; `figures`: of the kept ones. `isNew` is false where the text is the newest already: then nothing changes. */
export type RenewedText = {
  id: RecordId<'source'>
  rev: number
  text: RecordId<'text'>
  isNew: boolean
  highlights: CarriedCounts
  figures: CarriedCounts
}

export const renewText = defineCommand(
  'Gives a source a new text. The old one stays readable, and highlights and kept figures are carried across: moved, changed or lost, never to a lookalike.',
  z.strictObject({
    id: idOf('source'),
    rev: z.int().optional(),
    markdown: z.string().max(maxBodyLength, 'a text can hold 50 million characters: split it'),
    file: originalFile.optional(),
  }),
  (notebook, { id, rev, file }): RenewedText => {
    const [stored] = notebook.facts.texts
    if (!stored) throw new Error('source.renew-text ran before its text was stored')
    const before = notebook.need('sources', id)
    if (before.revisions.at(-1)?.text === stored.id) {
      const none: CarriedCounts = { exact: 0, moved: 0, changed: 0, lost: 0 }
      return { id, rev: before.rev, text: stored.id, isNew: false, highlights: none, figures: none }
    }
    if (!notebook.head('texts', stored.id)) notebook.put('texts', stored)
    const source = notebook.update('sources', id, rev, (draft) => {
      draft.revisions.push({ text: stored.id, at: notebook.facts.at, ...(file ? { file } : {}) })
    })
    const following = notebook.by('highlightsBySource', id).filter(({ standing }) => standing === undefined)
    return {
      id,
      rev: source.rev,
      text: stored.id,
      isNew: true,
      highlights: carryHighlights(notebook, following, stored.id),
      figures: carryFigures(notebook, source, stored.id),
    }
  },
  { texts: ({ markdown }) => [markdown] },
)
