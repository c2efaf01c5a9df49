// What the filter of the figures looks through: a record's own words, and those of what it names: its entity, its source, its metric.

import { z } from 'zod'
import { idOf, type RecordId } from '../records/record-id.ts'
import { titleKey } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'

/** Of each word of a filter the entities, sources and metrics that have it in their names. */
export type LedgerNames = { word: string; ids: NamedId[] }[]

const namedId = z.union([idOf('entity'), idOf('source'), idOf('metric')])
type NamedId = z.infer<typeof namedId>

/** More ids than that narrow nothing. */
const mostIds = 5_000

/**
 * A query's `where` sees one record alone: who filters asks for these first, and hands them in. They are the parameters' own arrays, so the sets are
 * made once for all records.
 */
export const ledgerNames = z.array(z.strictObject({ word: z.string().max(500), ids: z.array(namedId).max(mostIds) })).max(100)

export function findLedgerNames(view: NotebookView, filter: string): LedgerNames {
  return wordsOf(filter)
    .slice(0, 100)
    .map((word) => ({ word, ids: [...idsNamed(view, word)].slice(0, mostIds) }))
}

/**
 * One walk over entities, metrics and those sources that figures stand in; figures themselves are only led to. Metrics are found by where their figures
 * stand only where none is called so: the title of an article on OpenAI must not bring all that it says to who looks for OpenAI.
 */
function idsNamed(view: NotebookView, word: string): Set<NamedId> {
  const found = new Set<NamedId>()
  let isMetricCalledSo = false
  const has = (text: string) => folded(text).includes(word)
  for (const { id, names, removedAt } of view.heads('entities')) {
    if (removedAt === undefined && has(names.map(({ name }) => name).join('\n'))) found.add(id)
  }
  for (const { id, name, entity, removedAt } of view.heads('metrics')) {
    if (removedAt === undefined && ((entity !== undefined && found.has(entity)) || has(name))) {
      found.add(id)
      isMetricCalledSo = true
    }
  }
  for (const { id, title, titleTranslations, citekey, publisher, removedAt } of view.heads('sources')) {
    if (removedAt !== undefined) continue
    const figures = view.by('figuresBySource', id)
    if (figures.length === 0) continue
    if (!has([title, ...titleTranslations.map((each) => each.title), citekey, publisher].join('\n'))) continue
    found.add(id)
    if (isMetricCalledSo) continue
    for (const { metric, removedAt } of figures) if (metric !== undefined && removedAt === undefined) found.add(metric)
  }
  return found
}

/** Every word stands in `text`, or in the name of one of `ids`. */
export function fitsLedgerFilter(text: string, ids: readonly (RecordId | undefined)[], filter: string, names: LedgerNames): boolean {
  const key = folded(text)
  return wordsOf(filter).every((word) => key.includes(word) || ids.some((id) => id !== undefined && setOf(names, word)?.has(id)))
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase()

let lastFilter: { filter: string; words: readonly string[] } | undefined

function wordsOf(filter: string): readonly string[] {
  if (lastFilter?.filter !== filter) lastFilter = { filter, words: titleKey(filter).split(' ') }
  return lastFilter.words
}

const sets = new WeakMap<LedgerNames, Map<string, ReadonlySet<RecordId>>>()

function setOf(names: LedgerNames, word: string): ReadonlySet<RecordId> | undefined {
  const held = sets.get(names) ?? new Map(names.map(({ word, ids }) => [word, new Set<RecordId>(ids)]))
  sets.set(names, held)
  return held.get(word)
}
