// Commands on exchange rates.

import { z } from 'zod'
import { rateContent } from '../records/rate.ts'
import { idOf } from '../records/record-id.ts'
import { defineCommand } from './define-command.ts'
import { assignGiven, revision, withoutGaps } from './revision.ts'

export const addRate = defineCommand(
  'Writes down an exchange rate: one unit of `base` is `rate` units of `quote` on a day. Figures in two currencies are compared by it.',
  z.strictObject({ id: idOf('rate').optional(), ...rateContent, note: rateContent.note.default('') }),
  (notebook, { id, ...content }) => {
    const rate = notebook.put('rates', { id: id ?? notebook.facts.newId('rate'), ...withoutGaps(content) })
    return { id: rate.id, rev: rate.rev }
  },
)

export const reviseRate = defineCommand(
  'Changes an exchange rate, its day, or where it comes from.',
  z.strictObject({ id: idOf('rate'), rev: z.int().optional(), ...revision(rateContent) }),
  (notebook, { id, rev, ...given }) => ({ id, rev: notebook.update('rates', id, rev, (draft) => assignGiven(draft, given)).rev }),
)
