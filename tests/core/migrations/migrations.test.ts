import { expect, test } from 'vitest'
import { currentSchema, type Migration, migrateRecord, migrations, stepsFrom } from '../../../src/core/migrations/migrations.ts'

test('the released list leads from schema 1 to the current one, one step each', () => {
  expect(migrations.map(({ from }) => from)).toEqual(Array.from({ length: currentSchema - 1 }, (_, index) => index + 1))
  expect(stepsFrom(currentSchema)).toEqual([])
  for (const { name } of migrations) expect(name.length).toBeGreaterThan(10)
})

const all: Migration[] = [
  {
    from: 2,
    name: 'Gives notes a colour.',
    record: (table, record) => ({ table, record: table === 'notes' ? { ...record, colour: 'red' } : record }),
  },
  {
    from: 1,
    name: 'Calls memos notes and drops scraps.',
    record: (table, record) => (table === 'scraps' ? undefined : { table: table === 'memos' ? 'notes' : table, record }),
  },
]

test('steps run oldest first, whatever their order in the list', () => {
  expect(migrateRecord(stepsFrom(1, all, 3), 'memos', { id: 'a' })).toEqual({ table: 'notes', record: { id: 'a', colour: 'red' } })
  expect(migrateRecord(stepsFrom(2, all, 3), 'memos', { id: 'a' })).toEqual({ table: 'memos', record: { id: 'a' } })
  expect(migrateRecord(stepsFrom(1, all, 3), 'scraps', { id: 'a' })).toBeUndefined()
})

test('a gap or a doubled step is a bug that shows at once', () => {
  expect(() => stepsFrom(1, all, 4)).toThrow(/schema 3/)
  expect(() => stepsFrom(1, [...all, ...all], 3)).toThrow(/exactly one/)
})
