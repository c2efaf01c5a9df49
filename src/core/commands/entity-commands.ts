// Commands on entities.

import { z } from 'zod'
import { entityContent } from '../records/entity.ts'
import { idOf } from '../records/record-id.ts'
import { defineCommand } from './define-command.ts'
import { assignGiven, revision } from './revision.ts'

export const addEntity = defineCommand(
  'Adds a company, person, product or project with its names.',
  z.strictObject({
    id: idOf('entity').optional(),
    kind: entityContent.kind.default('company'),
    names: entityContent.names,
    note: entityContent.note.default(''),
  }),
  (notebook, { id, ...content }) => {
    const entity = notebook.put('entities', { id: id ?? notebook.facts.newId('entity'), ...content })
    return { id: entity.id, rev: entity.rev }
  },
)

export const reviseEntity = defineCommand(
  'Changes the names, the kind or the note of an entity.',
  z.strictObject({ id: idOf('entity'), rev: z.int().optional(), ...revision(entityContent) }),
  (notebook, { id, rev, ...given }) => ({ id, rev: notebook.update('entities', id, rev, (draft) => assignGiven(draft, given)).rev }),
)
