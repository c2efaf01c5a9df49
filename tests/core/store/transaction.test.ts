import { expect, test } from 'vitest'
import { Transaction } from '../../../src/core/store/transaction.ts'
import { at, madeInsight, madeTables } from './made-tables.ts'

const later = '2026-02-02T00:00:00.000Z'
const facts = { seq: 7, at: later, newId: (kind: string) => `${kind}:new` as never, texts: [] }
const { rev: _rev, createdSeq: _seq, createdAt: _createdAt, updatedAt: _updatedAt, ...content } = madeInsight('new')

test('a new record gets its bookkeeping, and an id is taken once', () => {
  const transaction = new Transaction(madeTables([madeInsight('a')]), facts)
  expect(transaction.put('insights', content)).toMatchObject({ rev: 1, createdSeq: 7, createdAt: later, updatedAt: later })
  expect(() => transaction.put('insights', content)).toThrow(expect.objectContaining({ code: 'exists' }))
  expect(() => transaction.put('insights', { ...content, id: 'insight:a' })).toThrow(expect.objectContaining({ code: 'exists' }))
})

test('an update counts the revision and leaves the record before it as it was', () => {
  const before = madeInsight('a', { topics: ['one'] })
  const transaction = new Transaction(madeTables([before]), facts)
  const after = transaction.update('insights', 'insight:a', 1, (draft) => {
    draft.topics.push('two')
  })
  expect(after).toMatchObject({ topics: ['one', 'two'], rev: 2, createdAt: at, updatedAt: later })
  expect(before.topics).toEqual(['one'])
  expect(transaction.changes()).toMatchObject([{ before: { rev: 1 }, after: { rev: 2 } }])
})

test('an update that alters nothing is no change', () => {
  const transaction = new Transaction(madeTables([madeInsight('a')]), facts)
  const after = transaction.update('insights', 'insight:a', undefined, (draft) => {
    draft.title = 'a'
  })
  expect(after.rev).toBe(1)
  expect(transaction.changes()).toEqual([])
})

test.each([0, 2, 99])('an update of revision %i is stale when the record is at 1', (rev) => {
  const transaction = new Transaction(madeTables([madeInsight('a')]), facts)
  expect(() => transaction.update('insights', 'insight:a', rev, () => {})).toThrow(expect.objectContaining({ code: 'stale' }))
})

test('what is not there is not found', () => {
  const transaction = new Transaction(madeTables(), facts)
  expect(() => transaction.update('insights', 'insight:a', undefined, () => {})).toThrow(expect.objectContaining({ code: 'not-found' }))
  expect(() => transaction.remove('insights', 'insight:__proto__')).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test('a record put back gets a revision that nobody has seen', () => {
  const transaction = new Transaction(madeTables([madeInsight('a', { rev: 5, title: 'now' })]), facts)
  transaction.restore('insights', madeInsight('a', { rev: 2, title: 'then' }))
  expect(transaction.get('insights', 'insight:a')).toMatchObject({ rev: 6, title: 'then' })
})
