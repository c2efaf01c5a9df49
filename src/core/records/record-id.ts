// Ids that say their kind: `insight:k3f…`. What follows the colon is any text without spaces or control characters, `__proto__` included.

import { z } from 'zod'

export type RecordKind = 'insight' | 'source' | 'text' | 'highlight' | 'evidence' | 'entity' | 'report' | 'figure' | 'metric' | 'rate'
export type RecordId<Kind extends RecordKind = RecordKind> = `${Kind}:${string}`

const maxIdLength = 200

/** The schema of ids of one kind, e.g. `idOf('insight')`. */
export function idOf<Kind extends RecordKind>(kind: Kind) {
  const pattern = new RegExp(`^${kind}:[^\\s\\p{Cc}\\p{Cs}]{1,${maxIdLength}}$`, 'u')
  return z.custom<RecordId<Kind>>((value) => typeof value === 'string' && pattern.test(value), {
    error: `expected an id such as ${kind}:abc (no spaces, at most ${maxIdLength} characters after the colon)`,
  })
}

/** The ids of records that have a trash: everything but texts. */
export const removableId = z.union([
  idOf('insight'),
  idOf('source'),
  idOf('highlight'),
  idOf('evidence'),
  idOf('entity'),
  idOf('report'),
  idOf('figure'),
  idOf('metric'),
  idOf('rate'),
])
export type RemovableId = z.infer<typeof removableId>

/** The kind that an id names: `kindOf('insight:abc') === 'insight'`. */
export function kindOf(id: RecordId): RecordKind {
  return id.slice(0, id.indexOf(':')) as RecordKind
}
