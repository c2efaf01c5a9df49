// Fresh ids: short enough to read aloud, long enough that two notebooks never make the same.

import { randomBytes } from 'node:crypto'
import type { RecordId, RecordKind } from '../../core/records/record-id.ts'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** 16 letters and digits of Crockford's base 32: 80 random bits. */
export function newRandomId(): string {
  let text = ''
  for (const byte of randomBytes(16)) text += alphabet[byte & 31]
  return text
}

export function newRecordId<Kind extends RecordKind>(kind: Kind): RecordId<Kind> {
  return `${kind}:${newRandomId()}`
}
