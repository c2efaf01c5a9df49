// The rules between records, each broken once: what no command does, but a bug or a hand-made journal could.

import { expect, test } from 'vitest'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import type { AnyRecord, TableName } from '../../../src/core/records/tables.ts'
import { checkChanges } from '../../../src/core/rules/check-changes.ts'
import { Overlay } from '../../../src/core/store/overlay.ts'
import type { RefusalCode } from '../../../src/core/store/refusal.ts'
import { MemoryNotebook } from '../commands/memory-notebook.ts'

async function whole(): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook()
  await notebook.run('insight.add', { id: 'insight:i', title: 'I' })
  await notebook.run('source.add', { id: 'source:s', citekey: 'src', title: 'S', markdown: 'some text' })
  await notebook.run('source.add', { id: 'source:t', citekey: 'other', title: 'T', markdown: 'other text' })
  await notebook.run('highlight.add', { id: 'highlight:h', source: 'source:s', start: 0, end: 4 })
  await notebook.run('evidence.add', { id: 'evidence:v', insight: 'insight:i', highlight: 'highlight:h', stance: 'supports' })
  await notebook.run('report.add', { id: 'report:r', title: 'R', outline: [{ key: 'a', type: 'insight', insight: 'insight:i' }] })
  return notebook
}

type Edit = (record: Record<string, unknown>) => void
const cases: [name: string, table: TableName, id: RecordId, edit: Edit | 'remove', code: RefusalCode, message: RegExp][] = [
  ['an insight that a report shows', 'insights', 'insight:i', 'remove', 'invalid', /insight:i cannot be taken away/],
  ['a source with highlights', 'sources', 'source:s', 'remove', 'invalid', /highlight:h refers to it/],
  ['a highlight that is evidence', 'highlights', 'highlight:h', 'remove', 'invalid', /evidence:v refers to it/],
  [
    'a source without its text',
    'sources',
    'source:s',
    (record) => (record.revisions = [{ text: 'text:x', at: '2025-11-14T02:27:00.000Z' }]),
    'not-found',
    /text:x/,
  ],
  ['a highlight of no source', 'highlights', 'highlight:h', (record) => (record.source = 'source:x'), 'not-found', /source:x/],
  ['evidence of no highlight', 'evidence', 'evidence:v', (record) => (record.highlight = 'highlight:x'), 'not-found', /highlight:x/],
  ['a citekey that changes', 'sources', 'source:s', (record) => (record.citekey = 'new'), 'invalid', /a citekey never changes/],
  ['a citekey that is taken', 'sources', 'source:s', (record) => (record.citekey = 'other'), 'exists', /the citekey other is taken by source:t/],
  [
    'a quote of another length than its range',
    'highlights',
    'highlight:h',
    (record) => Object.assign(record.passage as object, { end: 5 }),
    'invalid',
    /differ in length/,
  ],
  ['an unknown field', 'insights', 'insight:i', (record) => (record.mood = 'good'), 'invalid', /mood/],
  ['a missing field', 'insights', 'insight:i', (record) => delete record.body, 'invalid', /body/],
  ['a moment that is none', 'insights', 'insight:i', (record) => (record.updatedAt = 'yesterday'), 'invalid', /a moment such as/],
  ['a number below one', 'highlights', 'highlight:h', (record) => (record.number = 0), 'invalid', /number/],
]

test.each(cases)('%s is refused', async (_, table, id, edit, code, message) => {
  const { tables } = await whole()
  const overlay = new Overlay(tables)
  let after: AnyRecord | undefined
  if (edit !== 'remove') {
    after = structuredClone(tables.get(table, id)) as AnyRecord
    edit(after as unknown as Record<string, unknown>)
  }
  overlay.set(table, id, after)
  expect(() => checkChanges(overlay, overlay.changes())).toThrow(expect.objectContaining({ code, message: expect.stringMatching(message) }))
})

test('a second h1 of one source is refused', async () => {
  const { tables } = await whole()
  const overlay = new Overlay(tables)
  overlay.set('highlights', 'highlight:twin', { ...tables.get('highlights', 'highlight:h'), id: 'highlight:twin' } as AnyRecord)
  expect(() => checkChanges(overlay, overlay.changes())).toThrow('h1 of source:s is highlight:h already')
})

test('records that refer to each other may come and go together', async () => {
  const { tables } = await whole()
  const overlay = new Overlay(tables)
  for (const [table, id] of [
    ['highlights', 'highlight:h'],
    ['evidence', 'evidence:v'],
  ] as const)
    overlay.set(table, id, undefined)
  expect(() => checkChanges(overlay, overlay.changes())).not.toThrow()
})

test('what a record is not changed in is not judged: nothing to check passes', async () => {
  const { tables } = await whole()
  expect(() => checkChanges(tables, [])).not.toThrow()
})
