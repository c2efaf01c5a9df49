// The highlights that a sentence names by citekey and number, as in `[@sina2025-exit#h7]`, and the figure that a footnote names by its id.

import type { RecordId } from '../../../core/records/record-id.ts'

export type Reference = { citekey: string; highlight: number }
export type FigureReference = { figure: RecordId<'figure'> }

const REFERENCE = /@?([\p{L}\p{N}_](?:[\p{L}\p{N}_:.+/-]*[\p{L}\p{N}_])?)#h([1-9]\d{0,8})(?![\p{L}\p{N}_])/gu

/** In the order of the text, each once. */
export function findReferences(text: string): Reference[] {
  const found = new Map<string, Reference>()
  for (const [, citekey = '', number = ''] of text.matchAll(REFERENCE)) found.set(`${citekey}#${number}`, { citekey, highlight: Number(number) })
  return [...found.values()]
}

/** The reference that `text` is as a whole: `sina2025-exit#h7` or `figure:…`. */
export function findReference(text: string): Reference | FigureReference | undefined {
  if (/^figure:\S+$/.test(text)) return { figure: text as RecordId<'figure'> }
  const [reference] = findReferences(text)
  return reference && text.replace(/^@/, '') === `${reference.citekey}#h${reference.highlight}` ? reference : undefined
}
