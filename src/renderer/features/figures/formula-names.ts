// Formulas as the analyst reads and writes them: names of metrics in braces where the record has their ids.

import type { RecordId } from '../../../core/records/record-id.ts'

const term = /\{([^{}]*)\}/g

export function shownFormula(formula: string, names: ReadonlyMap<string, string>): string {
  return formula.replace(term, (whole, id: string) => (names.has(id) ? `{${names.get(id)}}` : whole))
}

/** The names that stand in braces. */
export function namesIn(typed: string): string[] {
  return [...typed.matchAll(term)].map(([, name = '']) => name.trim())
}

/** With ids in place of names; what is an id already stays. */
export function formulaOf(typed: string, ids: ReadonlyMap<string, RecordId<'metric'>>): string {
  return typed.replace(term, (whole, name: string) => (ids.has(name.trim()) ? `{${ids.get(name.trim())}}` : whole))
}
