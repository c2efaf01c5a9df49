// Keeps the analyst's own footnotes apart where several bodies meet in one file: a label is changed only where two bodies would share it.
//
// The first body keeps its label; a later one gets `[^label-2]`. Which `[^label]` are real is asked of the lexer itself, as findCitations does:
// candidates carry a mark in their label, and definitions of all marked labels stand before the text, so that every real reference resolves.

import type { Token } from 'marked'
import { FOOTNOTE_SOURCE, footnoteKey } from '../markdown/citation-syntax.ts'
import { lexMarkdown } from '../markdown/footing-lexer.ts'

/** UTF-16 offsets in the body, `end` exclusive. */
export type Edit = { start: number; end: number; text: string }

type Label = { label: string; key: string; start: number; end: number }

/** Every label that stands in brackets anywhere, in code too: what a new label must not be. */
export function writtenLabelKeys(bodies: readonly string[]): Set<string> {
  return new Set(bodies.flatMap((body) => writtenLabels(body).map(({ key }) => key)))
}

/**
 * The edits that keep the footnotes of `bodies` apart, one list per body, in the order of the text. New labels are added to `taken`.
 * A reference without a definition is plain text in its own body and stays so: it gets a backslash where another body defines the label.
 */
export function separateFootnotes(bodies: readonly string[], taken: Set<string>): Edit[][] {
  const defined = bodies.map((body) => (body.includes('[^') ? new Set(lexMarkdown(body).footnotes.keys()) : new Set<string>()))
  const definers = new Map<string, number>()
  for (const [position, keys] of defined.entries()) for (const key of keys) if (!definers.has(key)) definers.set(key, position)
  return bodies.map((body, position) => {
    const colliding = writtenLabels(body).filter(({ key }) => (definers.get(key) ?? position) !== position)
    if (colliding.length === 0) return []
    const renamed = new Map<string, string>()
    return realLabels(body, colliding).map(({ label, key, start, end }) => {
      if (!defined[position]?.has(key)) return { start, end: start, text: '\\' }
      const fresh = renamed.get(key) ?? freshLabel(label, taken)
      renamed.set(key, fresh)
      return { start, end, text: `[^${fresh}]` }
    })
  })
}

/** `label`, or `label-2`, `label-3` …: the first that is not taken yet. Takes it. */
export function freshLabel(label: string, taken: Set<string>, first = 2): string {
  let fresh = label
  for (let number = first; taken.has(footnoteKey(fresh)); number += 1) fresh = `${label}-${number}`
  taken.add(footnoteKey(fresh))
  return fresh
}

function writtenLabels(body: string): Label[] {
  return [...body.matchAll(new RegExp(FOOTNOTE_SOURCE, 'gu'))].map((match) => ({
    label: match[1] ?? '',
    key: footnoteKey(match[1] ?? ''),
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function realLabels(body: string, candidates: readonly Label[]): Label[] {
  let mark = 'xq'
  while (body.toLowerCase().includes(mark)) mark += 'q'
  const definitions = candidates.map(({ label }, number) => `[^${label}${mark}${number}z]: x\n`).join('')
  let marked = `${definitions}\nx\n\n`
  let at = 0
  for (const [number, { end }] of candidates.entries()) {
    marked += `${body.slice(at, end - 1)}${mark}${number}z`
    at = end - 1
  }
  const seen = new Map<number, number>()
  const pattern = new RegExp(`${mark}(\\d+)z$`)
  for (const key of footnoteKeysIn(lexMarkdown(marked + body.slice(at)).tokens)) {
    const number = Number(pattern.exec(key)?.[1] ?? -1)
    seen.set(number, (seen.get(number) ?? 0) + 1)
  }
  // Each was seen once where it was defined before the text, and once more where it is real.
  return candidates.filter((_, number) => (seen.get(number) ?? 0) > 1)
}

/** Walks whatever a token holds: references stand in cells, items and titles too. */
function* footnoteKeysIn(value: unknown): Generator<string> {
  if (Array.isArray(value)) for (const each of value) yield* footnoteKeysIn(each)
  else if (typeof value === 'object' && value !== null) {
    const token = value as Partial<Token> & { key?: unknown }
    if ((token.type === 'footnoteReference' || token.type === 'footnote') && typeof token.key === 'string') yield token.key
    for (const held of Object.values(value)) yield* footnoteKeysIn(held)
  }
}
