// One of a record's states as a list shows it: when, by whom, and what had changed since the one listed before.

export type RecordVersion = {
  /** The commit that made it. */
  seq: number
  at: string
  actor: string
  command: string
  /** The record was deleted for good, or moved to the trash. */
  state: 'there' | 'in trash' | 'gone'
  /** Names of the fields that differ from the version listed before, in the record's order; none in the first. */
  changed: string[]
  /** Of what is written in it (a note's body, a report's prose, a comment), in UTF-16 units. */
  length: number
}
