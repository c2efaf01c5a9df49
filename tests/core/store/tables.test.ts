import { expect, test } from 'vitest'
import type { StoredRecord } from '../../../src/core/store/stored-record.ts'
import { insightChange, madeEvidence, madeInsight, madeTables } from './made-tables.ts'

test('a record whose body is on disk is whole when it is got, and without reading when only its head is asked for', () => {
  const tables = madeTables()
  tables.maps.get('insights')?.set('insight:a', { ...madeInsight('a'), body: 42 } as StoredRecord)
  expect(tables.get('insights', 'insight:a')?.body).toBe('insight:a at 42')
  expect(tables.head('insights', 'insight:a')?.title).toBe('a')
  expect(tables.get('insights', 'insight:b')).toBeUndefined()
  expect(tables.head('insights', 'insight:__proto__')).toBeUndefined()
})

test('applying changes twice alters nothing', () => {
  const tables = madeTables([madeInsight('a'), madeInsight('gone')])
  const changes = [
    insightChange(madeInsight('a', { title: 'New', rev: 2 }), madeInsight('a')),
    insightChange(undefined, madeInsight('gone')),
    insightChange(madeInsight('__proto__')),
  ]
  tables.apply(changes)
  const once = [...tables.heads('insights')]
  tables.apply(changes)
  expect([...tables.heads('insights')]).toEqual(once)
  expect(once.map(({ id, title }) => [id, title])).toEqual([
    ['insight:a', 'New'],
    ['insight:__proto__', '__proto__'],
  ])
})

test('an index answers the same whether it was built before the changes or after', () => {
  const evidence = ['e1', 'e2', 'e3'].map((name, index) => madeEvidence(name, index < 2 ? 'insight:a' : 'insight:__proto__'))
  const asked = madeTables()
  asked.by('evidenceByInsight', 'insight:a')
  const fresh = madeTables()
  for (const tables of [asked, fresh]) {
    tables.apply(evidence.map((after) => ({ table: 'evidence', id: after.id, after })))
    tables.apply([{ table: 'evidence', id: 'evidence:e2', before: evidence[1], after: { ...madeEvidence('e2', 'insight:__proto__'), rev: 2 } }])
    tables.apply([{ table: 'evidence', id: 'evidence:e1', before: evidence[0] }])
  }
  for (const key of ['insight:a', 'insight:__proto__', 'constructor']) {
    const ids = (tables: typeof asked) =>
      tables
        .by('evidenceByInsight', key)
        .map(({ id }) => id)
        .toSorted()
    expect(ids(asked)).toEqual(ids(fresh))
  }
  expect(fresh.by('evidenceByInsight', 'insight:__proto__')).toHaveLength(2)
  expect(fresh.by('evidenceByInsight', 'insight:a')).toEqual([])
})
