// How notebooks of older schemas become today's: named steps without a gap, each tested with a notebook of its schema, never edited once released.

/** The schema that this program writes. */
export const currentSchema = 1

type UnknownRecord = { readonly [field: string]: unknown }

export type Migration = {
  /** The schema that it reads; it writes the next. */
  from: number
  /** What it does, in one sentence: shown when a notebook is migrated. */
  name: string
  /**
   * The record as the next schema has it; undefined takes it away. Record by record, so that the same step reads snapshots, journals
   * and history. `record` is whole, an insight's body included, and must not be changed.
   */
  record: (table: string, record: UnknownRecord) => { table: string; record: UnknownRecord } | undefined
}

/** Oldest first. Schema 1 is the first there is. */
export const migrations: readonly Migration[] = []

/** The steps that lead from a schema to the newest. Throws where the list has a gap: that is a bug, which a test would have shown. */
export function stepsFrom(schema: number, all: readonly Migration[] = migrations, target: number = currentSchema): readonly Migration[] {
  const steps: Migration[] = []
  for (let from = schema; from < target; from += 1) {
    const [step, ...others] = all.filter((migration) => migration.from === from)
    if (!step || others.length > 0) throw new Error(`there must be exactly one migration from schema ${from}, not ${others.length + (step ? 1 : 0)}`)
    steps.push(step)
  }
  return steps
}

/** One record of an older schema as the newest has it; undefined where it is no more. */
export function migrateRecord(
  steps: readonly Migration[],
  table: string,
  record: UnknownRecord,
): { table: string; record: UnknownRecord } | undefined {
  let current: { table: string; record: UnknownRecord } | undefined = { table, record }
  for (const step of steps) {
    if (!current) return undefined
    current = step.record(current.table, current.record)
  }
  return current
}
