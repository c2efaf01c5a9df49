// What can be done in the window about an insight whose body is damaged on disk and held by no backup.

import { z } from 'zod'
import { idOf } from '../records/record-id.ts'
import { Refusal } from '../store/refusal.ts'
import { defineCommand } from './define-command.ts'

export const keepReadable = defineCommand(
  'Makes what is legible of a damaged body the body of its insight; the damaged bytes stay in the quarantine.',
  z.strictObject({ id: idOf('insight') }),
  (notebook, { id }) => {
    const [kept] = notebook.facts.brought?.put ?? []
    if (!kept || kept.record.id !== id) throw new Refusal('not-found', `the body of ${id} is not damaged`)
    notebook.restore(kept.table, kept.record as never)
    return { id }
  },
)
