// Hits as they are shown: by kind and record, in the host's order.

import { expect, test } from 'vitest'
import type { SearchHit } from '../../../src/core/contract/questions.ts'
import { groupHits } from '../../../src/renderer/features/search/group-hits.ts'

const hit = (table: SearchHit['table'], id: string, field = 'title'): SearchHit => ({
  table,
  id: id as SearchHit['id'],
  title: `title of ${id}`,
  field,
  before: '',
  match: 'x',
  after: '',
})

test('kinds stand in a fixed order, records and their places in the order in which they were found', () => {
  const groups = groupHits([
    hit('sources', 'source:b'),
    hit('insights', 'insight:z'),
    hit('sources', 'source:a', 'text'),
    hit('sources', 'source:b', 'text'),
    hit('insights', 'insight:__proto__', 'body'),
  ])
  expect(groups.map(({ table, records }) => [table, records.map(({ id, hits }) => `${id} ${hits.map(({ field }) => field).join('+')}`)])).toEqual([
    ['insights', ['insight:z title', 'insight:__proto__ body']],
    ['sources', ['source:b title+text', 'source:a text']],
  ])
})

test('nothing found is no group', () => {
  expect(groupHits([])).toEqual([])
})
