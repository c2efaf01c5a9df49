// Whether two records say the same, whatever their bookkeeping: what undo compares before it puts a record back.

import type { AnyRecord } from '../records/tables.ts'

/** Counters that only grow: they are neither compared nor put back, so that a number once given is never given again. */
export const growingFields = ['nextHighlight'] as const

const bookkeeping = new Set<string>(['rev', 'updatedAt', ...growingFields])

export function sameContent(one: AnyRecord | undefined, other: AnyRecord | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return sameFields(one, other, bookkeeping)
}

const nothing: ReadonlySet<string> = new Set()

function sameFields(one: object, other: object, ignored: ReadonlySet<string>): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  for (const name of names) {
    if (ignored.has(name)) continue
    if (!sameValue((one as Record<string, unknown>)[name], (other as Record<string, unknown>)[name])) return false
  }
  return true
}

export function sameValue(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false
  if (Array.isArray(one) !== Array.isArray(other)) return false
  return sameFields(one, other, nothing)
}
