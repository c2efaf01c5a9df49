// What two states of a record say differently, field by field.

import { expect, test } from 'vitest'
import { diffRecords, type FieldDifference } from '../../../src/core/history/diff-records.ts'
import type { AnyRecord } from '../../../src/core/records/tables.ts'

const at = '2026-01-01T00:00:00.000Z'
const bookkeeping = { rev: 1, createdSeq: 1, createdAt: at, updatedAt: at }
const insight = (fields: object): AnyRecord =>
  ({
    id: 'insight:a',
    ...bookkeeping,
    title: 'T',
    body: 'One.\n\n二',
    kind: 'fact',
    status: 'draft',
    confidence: 'medium',
    topics: ['x'],
    ...fields,
  }) as AnyRecord
const names = new Map([['insight:n' as const, 'Named']])

const diff = (before: AnyRecord | undefined, after: AnyRecord | undefined) =>
  diffRecords(
    before,
    after,
    () => names,
    async () => {},
  )
const shown = (fields: readonly FieldDifference[]) =>
  fields.map((field) => {
    if (field.kind === 'value') return [field.field, field.before, field.after]
    if (field.kind === 'list') return [field.field, field.gone, field.kept, field.added]
    return [
      field.field,
      field.blocks.map((block) => (block.kind === 'same' ? block.text : block.parts.map(({ kind, text }) => `${kind}:${text}`).join('|'))).join(''),
    ]
  })

test('values in the order of the record, lists as what went, stayed and came, the main text last and also where it is the same', async () => {
  const difference = await diff(insight({}), insight({ rev: 2, status: 'reviewed', topics: ['y', 'x'], title: 'T2' }))
  expect(shown(difference.fields)).toEqual([
    ['status', 'draft', 'reviewed'],
    ['topics', [], ['x'], ['y']],
    ['title', 'gone:T|new:T2'],
    ['body', 'One.\n\n二'],
  ])
})

test('a first version is all new, a deleted one all gone; the trash is a state and no field', async () => {
  const first = await diff(undefined, insight({ topics: [] }))
  expect(first).toMatchObject({ before: 'gone', after: 'there' })
  expect(shown(first.fields)).toContainEqual(['body', 'new:One.\n\n二'])
  expect(first.fields.map(({ field }) => field)).not.toContain('topics')
  const gone = await diff(insight({}), undefined)
  expect(shown(gone.fields)).toContainEqual(['kind', 'fact', undefined])
  const trashed = await diff(insight({}), insight({ removedAt: at }))
  expect(trashed).toMatchObject({ before: 'there', after: 'in trash' })
  expect(shown(trashed.fields)).toEqual([['body', 'One.\n\n二']])
  expect(await diff(undefined, undefined)).toEqual({ before: 'gone', after: 'gone', fields: [] })
})

test('an outline reads as the report would: headings, prose and the titles of insights', async () => {
  const report = (outline: object[]): AnyRecord => ({ id: 'report:r', ...bookkeeping, title: 'R', subtitle: '', outline }) as unknown as AnyRecord
  const heading = { key: 'a', type: 'heading', level: 2, text: 'Head' }
  const difference = await diff(
    report([heading, { key: 'b', type: 'insight', insight: 'insight:n' }]),
    report([heading, { key: 'c', type: 'prose', markdown: '散文' }, { key: 'b', type: 'insight', insight: 'insight:n' }]),
  )
  expect(shown(difference.fields)).toEqual([['outline', '## Head\n\nnew:散文\n\n▸ Named']])
})

test('what is no plain value is said in words: names with their language, passages by their words', async () => {
  const entity = (names: object[]): AnyRecord => ({ id: 'entity:e', ...bookkeeping, kind: 'company', names, note: '' }) as unknown as AnyRecord
  const difference = await diff(entity([{ name: 'SoftBank', language: 'en' }]), entity([{ name: '软银', language: 'zh' }]))
  expect(shown(difference.fields)).toEqual([
    ['names', ['SoftBank (en)'], [], ['软银 (zh)']],
    ['note', ''],
  ])
})
