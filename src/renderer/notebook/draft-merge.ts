// How two edits of one field become one: texts where they do not touch, lists as sets, a choice by the one who sits here.

import { mergeTexts } from '../../core/merge/merge-texts.ts'

export type DraftContent = { [field: string]: string | readonly string[] }
export type FieldMerge = 'text' | 'set' | 'choice'
type Value = string | readonly string[]

export type MergedField = { kind: 'merged'; value: Value } | { kind: 'conflict' }

export function mergeField(merge: FieldMerge, base: Value, ours: Value, theirs: Value): MergedField {
  if (sameField(ours, theirs) || sameField(theirs, base)) return { kind: 'merged', value: ours }
  if (sameField(ours, base)) return { kind: 'merged', value: theirs }
  if (merge === 'set' && typeof base !== 'string' && typeof ours !== 'string' && typeof theirs !== 'string') {
    return { kind: 'merged', value: mergeLists(base, ours, theirs) }
  }
  if (merge !== 'text') return { kind: 'merged', value: ours }
  const merged = mergeTexts(String(base), String(ours), String(theirs))
  return merged.kind === 'merged' ? { kind: 'merged', value: merged.text } : { kind: 'conflict' }
}

export function sameField(one: Value | undefined, other: Value | undefined): boolean {
  if (one === undefined || other === undefined || typeof one === 'string' || typeof other === 'string') return one === other
  return one.length === other.length && one.every((item, position) => item === other[position])
}

/** Theirs, without what we took out, with what we added. */
function mergeLists(base: readonly string[], ours: readonly string[], theirs: readonly string[]): string[] {
  const kept = theirs.filter((item) => ours.includes(item) || !base.includes(item))
  return [...kept, ...ours.filter((item) => !base.includes(item) && !kept.includes(item))]
}
