import { expect, test } from 'vitest'
import { UndoStacks } from '../../../src/core/history/undo-stacks.ts'
import type { Insight } from '../../../src/core/records/insight.ts'
import type { Tables } from '../../../src/core/store/tables.ts'
import { Transaction } from '../../../src/core/store/transaction.ts'
import { insightChange, madeInsight, madeTables } from '../store/made-tables.ts'

const start = Date.parse('2026-01-01T00:00:00.000Z')

/** Commits a revision of one insight as the queue would. */
function revise(stacks: UndoStacks, tables: Tables, actor: string, seconds: number, title: string): void {
  const before = tables.get('insights', 'insight:a') as Insight
  const changes = [insightChange({ ...before, title, rev: before.rev + 1 }, before)]
  tables.apply(changes)
  stacks.note({ seq: 1, at: new Date(start + seconds * 1_000).toISOString(), actor, command: 'insight.revise', changes })
}

function go(stacks: UndoStacks, tables: Tables, actor: string, direction: 'undo' | 'redo'): void {
  const at = new Date(start).toISOString()
  const transaction = new Transaction(tables, { seq: 9, at, newId: (kind) => `${kind}:x`, texts: [] })
  const { command } = stacks.apply(transaction, actor, direction)
  const changes = transaction.changes()
  tables.apply(changes)
  stacks.note({ seq: 9, at, actor, command, changes }, direction)
}

const titleOf = (tables: Tables) => tables.head('insights', 'insight:a')?.title

test('undo and redo walk through what one actor did', () => {
  const [stacks, tables] = [new UndoStacks(), madeTables([madeInsight('a', { title: '0' })])]
  for (const step of [1, 2, 3]) revise(stacks, tables, 'me', step * 60, String(step))
  for (const title of ['2', '1', '0']) {
    go(stacks, tables, 'me', 'undo')
    expect(titleOf(tables)).toBe(title)
  }
  expect(() => go(stacks, tables, 'me', 'undo')).toThrow(expect.objectContaining({ code: 'nothing-to-undo' }))
  for (const title of ['1', '2', '3']) {
    go(stacks, tables, 'me', 'redo')
    expect(titleOf(tables)).toBe(title)
  }
})

test('typing that follows within three seconds is one step; a pause begins another', () => {
  const [stacks, tables] = [new UndoStacks(), madeTables([madeInsight('a', { title: '0' })])]
  for (const [seconds, title] of [
    [0, 'T'],
    [2, 'Ti'],
    [4, 'Tit'],
    [60, 'Title'],
  ] as const)
    revise(stacks, tables, 'me', seconds, title)
  go(stacks, tables, 'me', 'undo')
  expect(titleOf(tables)).toBe('Tit')
  go(stacks, tables, 'me', 'undo')
  expect(titleOf(tables)).toBe('0')
})

test("undo of what another actor changed since is stale, and the other's own undo opens the way", () => {
  const [stacks, tables] = [new UndoStacks(), madeTables([madeInsight('a', { title: '0' })])]
  revise(stacks, tables, 'me', 0, 'mine')
  revise(stacks, tables, 'you', 60, 'yours')
  expect(() => go(stacks, tables, 'me', 'undo')).toThrow(expect.objectContaining({ code: 'stale' }))
  go(stacks, tables, 'you', 'undo')
  go(stacks, tables, 'me', 'undo')
  expect(titleOf(tables)).toBe('0')
})

test('a new change forgets what could be redone', () => {
  const [stacks, tables] = [new UndoStacks(), madeTables([madeInsight('a', { title: '0' })])]
  revise(stacks, tables, 'me', 0, '1')
  go(stacks, tables, 'me', 'undo')
  revise(stacks, tables, 'me', 60, '2')
  expect(() => go(stacks, tables, 'me', 'redo')).toThrow(expect.objectContaining({ code: 'nothing-to-undo' }))
})

const importedIds = Array.from({ length: 250 }, (_, position) => `i${position}`)

/** As the queue would, with an edit of something else in the middle. */
function importMany(stacks: UndoStacks, tables: Tables, actor: string): void {
  for (const [position, id] of importedIds.entries()) {
    if (position === 100) revise(stacks, tables, actor, 60, 'edited meanwhile')
    const changes = [insightChange(madeInsight(id, { title: id }))]
    tables.apply(changes)
    stacks.note({ seq: 1, at: new Date(start).toISOString(), actor, command: 'insight.add', batch: 'one', changes })
  }
}

const imported = (tables: Tables) => [...tables.heads('insights')].filter(({ id }) => id !== 'insight:a').length

test('the commits of one import are one step, undone and done again in slices', () => {
  const [stacks, tables] = [new UndoStacks(), madeTables([madeInsight('a', { title: '0' })])]
  importMany(stacks, tables, 'me')
  go(stacks, tables, 'me', 'undo')
  expect(titleOf(tables)).toBe('0')
  const left: number[] = []
  do {
    go(stacks, tables, 'me', 'undo')
    left.push(imported(tables))
  } while (stacks.isMidway('me'))
  expect(left).toEqual([150, 50, 0])
  expect(() => go(stacks, tables, 'me', 'undo')).toThrow(expect.objectContaining({ code: 'nothing-to-undo' }))
  do go(stacks, tables, 'me', 'redo')
  while (stacks.isMidway('me'))
  expect(imported(tables)).toBe(250)
  go(stacks, tables, 'me', 'redo')
  expect(titleOf(tables)).toBe('edited meanwhile')
  go(stacks, tables, 'me', 'undo')
  do go(stacks, tables, 'me', 'undo')
  while (stacks.isMidway('me'))
  expect(imported(tables)).toBe(0)
})

test('an import of which one record was changed elsewhere is not undone, and the record is named', () => {
  const [stacks, tables] = [new UndoStacks(), madeTables([madeInsight('a', { title: '0' })])]
  importMany(stacks, tables, 'me')
  const before = tables.get('insights', 'insight:i0') as Insight
  tables.apply([insightChange({ ...before, body: 'mine', rev: 2 }, before)])
  go(stacks, tables, 'me', 'undo')
  expect(() => go(stacks, tables, 'me', 'undo')).toThrow(/“i0” was changed since it was imported/)
  expect(imported(tables)).toBe(250)
})

test('what is done between two slices stays, and the rest of the import goes on', () => {
  const [stacks, tables] = [new UndoStacks(), madeTables([madeInsight('a', { title: '0' })])]
  importMany(stacks, tables, 'me')
  go(stacks, tables, 'me', 'undo')
  go(stacks, tables, 'me', 'undo')
  revise(stacks, tables, 'me', 600, 'between')
  while (stacks.isMidway('me')) go(stacks, tables, 'me', 'undo')
  expect([imported(tables), titleOf(tables)]).toEqual([0, 'between'])
  do go(stacks, tables, 'me', 'redo')
  while (stacks.isMidway('me'))
  expect(imported(tables)).toBe(250)
})
