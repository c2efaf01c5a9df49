// What two states of a record say differently, field by field: long texts as prose, short values as they are, lists as what came and what went.

import { diffProse, type ProseBlock } from '../diff/diff-prose.ts'
import { amountWords, timeWords } from '../ledger/amount-words.ts'
import type { FigureAmount, FigureTime } from '../records/figure.ts'
import type { RecordId } from '../records/record-id.ts'
import { type OutlineItem, recordNamedBy } from '../records/report.ts'
import { type AnyRecord, tableOf } from '../records/tables.ts'
import { sameValue } from '../store/same-content.ts'
import { changedFields } from './describe-change.ts'

export type FieldDifference =
  | { kind: 'prose'; field: string; blocks: ProseBlock[] }
  | { kind: 'value'; field: string; before: string | undefined; after: string | undefined }
  | { kind: 'list'; field: string; gone: string[]; kept: string[]; added: string[] }

export type VersionState = 'there' | 'in trash' | 'gone'
/** `fields`: what differs, and the record's main text also where it does not. */
export type RecordDifference = { before: VersionState; after: VersionState; fields: FieldDifference[] }

/** What is read as text, in the order in which it is shown, the main text last. */
const proseOf: Readonly<Record<string, readonly string[]>> = {
  insights: ['title', 'body'],
  sources: ['title'],
  highlights: ['comment'],
  evidence: ['note'],
  entities: ['note'],
  reports: ['title', 'subtitle', 'outline'],
  figures: ['note'],
  metrics: ['note'],
  rates: ['note'],
}

/** `nameOf` says what records are called that an outline names. Undefined stands for a state in which the record was not there. */
export async function diffRecords(
  before: AnyRecord | undefined,
  after: AnyRecord | undefined,
  nameOf: (ids: readonly RecordId[]) => ReadonlyMap<RecordId, string>,
  pause: () => Promise<void>,
): Promise<RecordDifference> {
  const fields: FieldDifference[] = []
  const record = after ?? before
  if (record) {
    const prose = proseOf[tableOf(record.id)] ?? []
    const changed = before && after ? changedFields(before, after) : Object.keys(record).filter((field) => isWritten(record, field))
    for (const field of changed) if (!prose.includes(field)) fields.push(...differenceOf(field, valueIn(before, field), valueIn(after, field)))
    for (const field of prose) {
      if (!changed.includes(field) && field !== prose.at(-1)) continue
      const text = (each: AnyRecord | undefined) => textOf(valueIn(each, field), nameOf)
      fields.push({ kind: 'prose', field, blocks: await diffProse(text(before), text(after), pause) })
    }
  }
  return { before: stateOf(before), after: stateOf(after), fields }
}

const bookkeeping = new Set(['id', 'rev', 'createdSeq', 'createdAt', 'updatedAt', 'nextHighlight', 'removedAt'])

function isWritten(record: AnyRecord, field: string): boolean {
  const value = valueIn(record, field)
  return !bookkeeping.has(field) && value !== '' && !(Array.isArray(value) && value.length === 0)
}

function differenceOf(field: string, before: unknown, after: unknown): FieldDifference[] {
  if (Array.isArray(before ?? after)) {
    const [old, fresh] = [lines(before), lines(after)]
    return [
      {
        kind: 'list',
        field,
        gone: old.filter((line) => !fresh.includes(line)),
        kept: fresh.filter((line) => old.includes(line)),
        added: fresh.filter((line) => !old.includes(line)),
      },
    ]
  }
  const [old, fresh] = [shown(before), shown(after)]
  return sameValue(old, fresh) ? [] : [{ kind: 'value', field, before: old, after: fresh }]
}

function lines(list: unknown): string[] {
  return Array.isArray(list) ? list.map((item: unknown) => shown(item) ?? '') : []
}

/** A passage is its words, a name its word, a revision its moment, an amount and a time what they are in words. */
function shown(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value !== 'object') return String(value)
  if ('kind' in value) return amountWords(value as FigureAmount)
  if ('fiscal' in value || 'from' in value) return timeWords(value as FigureTime)
  const { exact, name, title, at, language } = value as Partial<Record<'exact' | 'name' | 'title' | 'at' | 'language', string>>
  const words = exact ?? name ?? title ?? at ?? JSON.stringify(value)
  return language ? `${words} (${language})` : words
}

function valueIn(record: AnyRecord | undefined, field: string): unknown {
  return (record as { [field: string]: unknown } | undefined)?.[field]
}

function stateOf(record: AnyRecord | undefined): VersionState {
  if (!record) return 'gone'
  return 'removedAt' in record && record.removedAt !== undefined ? 'in trash' : 'there'
}

/** An outline reads as the report would: headings, prose, the titles of its insights, and the names and captions of its charts. */
function textOf(value: unknown, nameOf: (ids: readonly RecordId[]) => ReadonlyMap<RecordId, string>): string {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : ''
  const outline = value as OutlineItem[]
  const names = nameOf(outline.flatMap((item) => recordNamedBy(item) ?? []))
  return outline
    .map((item) => {
      if (item.type === 'heading') return `${'#'.repeat(item.level)} ${item.text}`
      if (item.type === 'prose') return item.markdown
      if (item.type === 'insight') return `▸ ${names.get(item.insight) ?? item.insight}`
      return [`▸ ⌁ ${names.get(item.metric) ?? item.metric}`, item.caption].filter(Boolean).join('\n')
    })
    .join('\n\n')
}
