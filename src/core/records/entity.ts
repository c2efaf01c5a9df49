// An entity: a company, person, product or project with its names in all languages.

import { z } from 'zod'
import { languageTag, line, recordFields, trashField } from './record-fields.ts'
import { idOf } from './record-id.ts'

const entityKinds = ['company', 'person', 'product', 'project', 'place', 'other'] as const

export const entityContent = {
  kind: z.enum(entityKinds),
  /** The first is the one that lists show. */
  names: z.array(z.strictObject({ name: line.min(1), language: languageTag })).min(1),
  note: z.string().max(100_000),
}

export const entitySchema = z.strictObject({ id: idOf('entity'), ...recordFields, ...entityContent, ...trashField })
