// Commands on evidence.

import { z } from 'zod'
import { stances } from '../records/evidence.ts'
import { idOf } from '../records/record-id.ts'
import { Refusal } from '../store/refusal.ts'
import { defineCommand } from './define-command.ts'
import { assignGiven } from './revision.ts'

const note = z.string().max(100_000)

export const addEvidence = defineCommand(
  'Links an insight to a highlight, or to a source as a whole, with a stance.',
  z
    .strictObject({
      id: idOf('evidence').optional(),
      insight: idOf('insight'),
      highlight: idOf('highlight').optional(),
      source: idOf('source').optional(),
      stance: z.enum(stances),
      note: note.default(''),
    })
    .refine(({ highlight, source }) => highlight !== undefined || source !== undefined, 'evidence needs a highlight or a source'),
  (notebook, { id, insight, highlight: highlightId, source, stance, note }) => {
    const highlight = highlightId && notebook.need('highlights', highlightId)
    const sourceId = highlight ? highlight.source : source
    if (!sourceId || (source && source !== sourceId)) throw new Refusal('invalid', `${highlightId} is not a highlight of ${source}`)
    const twin = notebook
      .by('evidenceByInsight', insight)
      .find((held) => held.highlight === highlightId && held.source === sourceId && held.removedAt === undefined)
    if (twin) throw new Refusal('exists', `this passage is evidence for ${insight} already (${twin.stance}): change its stance instead`)
    const evidence = notebook.put('evidence', {
      id: id ?? notebook.facts.newId('evidence'),
      insight,
      source: sourceId,
      ...(highlight ? { highlight: highlight.id } : {}),
      stance,
      note,
    })
    return { id: evidence.id, rev: evidence.rev }
  },
)

export const reviseEvidence = defineCommand(
  'Changes the stance or the note of a piece of evidence.',
  z.strictObject({ id: idOf('evidence'), rev: z.int().optional(), stance: z.enum(stances).optional(), note: note.optional() }),
  (notebook, { id, rev, ...given }) => ({ id, rev: notebook.update('evidence', id, rev, (draft) => assignGiven(draft, given)).rev }),
)
