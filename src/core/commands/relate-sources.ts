// What one source is of another: evidence from a copy, a translation or a quotation is not a second voice.

import { z } from 'zod'
import { idOf } from '../records/record-id.ts'
import { kinRelations } from '../records/source.ts'
import { Refusal } from '../store/refusal.ts'
import { defineCommand } from './define-command.ts'

export const relateSources = defineCommand(
  'Says that a source is a copy or a translation of another, or only quotes it, or is independent of it whatever their likeness; null takes that back.',
  z.strictObject({ id: idOf('source'), rev: z.int().optional(), to: idOf('source'), relation: z.enum(kinRelations).nullable() }),
  (notebook, { id, rev, to, relation }) => {
    if (id === to) throw new Refusal('invalid', 'a source has no relation to itself')
    notebook.need('sources', to)
    const related = notebook.update('sources', id, rev, (draft) => {
      const others = (draft.kin ?? []).filter(({ source }) => source !== to)
      const kin = relation ? [...others, { source: to, relation }] : others
      if (kin.length > 0) draft.kin = kin
      else delete draft.kin
    })
    return { id, rev: related.rev }
  },
)
