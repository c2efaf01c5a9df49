import { expect, test } from 'vitest'
import { Overlay } from '../../../src/core/store/overlay.ts'
import { madeEvidence, madeInsight, madeTables } from './made-tables.ts'

test('reads see the overlay, the tables below stay as they are', () => {
  const tables = madeTables([madeInsight('a'), madeInsight('b')])
  const overlay = new Overlay(tables)
  overlay.set('insights', 'insight:a', madeInsight('a', { title: 'Changed' }))
  overlay.set('insights', 'insight:b', undefined)
  overlay.set('insights', 'insight:c', madeInsight('c'))
  expect(overlay.get('insights', 'insight:a')?.title).toBe('Changed')
  expect(overlay.head('insights', 'insight:b')).toBeUndefined()
  expect([...overlay.heads('insights')].map(({ title }) => title).toSorted()).toEqual(['Changed', 'c'])
  expect([...tables.heads('insights')].map(({ title }) => title)).toEqual(['a', 'b'])
})

test('a change keeps what was there before it, however often the record was touched', () => {
  const overlay = new Overlay(madeTables([madeInsight('a')]))
  for (const title of ['x', 'y', 'z']) overlay.set('insights', 'insight:a', madeInsight('a', { title }))
  expect(overlay.changes()).toMatchObject([{ table: 'insights', id: 'insight:a', before: { title: 'a' }, after: { title: 'z' } }])
})

test('what came and went within an overlay is no change', () => {
  const overlay = new Overlay(madeTables())
  overlay.set('insights', 'insight:new', madeInsight('new'))
  overlay.set('insights', 'insight:new', undefined)
  expect(overlay.changes()).toEqual([])
})

test('indexes follow the overlay: added, moved and taken away', () => {
  const tables = madeTables()
  tables.apply([{ table: 'evidence', id: 'evidence:e1', after: madeEvidence('e1', 'insight:a') }])
  const overlay = new Overlay(tables)
  overlay.set('evidence', 'evidence:e2', madeEvidence('e2', 'insight:a'))
  const ids = (key: string) => overlay.by('evidenceByInsight', key).map(({ id }) => id)
  expect(ids('insight:a')).toEqual(['evidence:e1', 'evidence:e2'])
  overlay.set('evidence', 'evidence:e1', madeEvidence('e1', 'insight:b'))
  overlay.set('evidence', 'evidence:e2', undefined)
  expect([ids('insight:a'), ids('insight:b')]).toEqual([[], ['evidence:e1']])
  // An overlay on an overlay, as the commits of one group are.
  const upper = new Overlay(overlay)
  upper.set('evidence', 'evidence:e3', madeEvidence('e3', 'insight:b'))
  expect(upper.by('evidenceByInsight', 'insight:b').map(({ id }) => id)).toEqual(['evidence:e1', 'evidence:e3'])
})
