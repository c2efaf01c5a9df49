// What a window is told of damage: what was hit, what of it can still be read, and who has it whole.

import type { RecordId } from '../records/record-id.ts'

/** A backup that has the record: the very revision that was lost, or an older one. */
export type DamageWitness = { backup: string; at: string; isSame: boolean }

export type DamageItem = {
  /** Names it in questions: `record:<id>`, or `quarantine:<name>`. */
  key: string
  /** `record`: it cannot be read now. `quarantine`: bytes that were put aside, whatever became of the record since. */
  kind: 'record' | 'quarantine'
  /** A whole sentence. */
  message: string
  file: string
  record?: RecordId
  title?: string
  /** When it was put aside. */
  at?: string
  bytes?: number
  heldBy: DamageWitness[]
}

/** Raw bytes of a damaged thing, as text (illegible bytes as U+FFFD) and in hexadecimal; long ones are cut. */
export type DamageBytes = { text: string; hex: string; bytes: number; isCut: boolean }
