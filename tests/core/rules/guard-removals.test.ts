// The guard: one command that would take more than half of a table away is asked back; a small table and an undo are not.

import { expect, test } from 'vitest'
import { MemoryNotebook } from '../commands/memory-notebook.ts'

const ids = (count: number) => Array.from({ length: count }, (_, number) => `insight:n${number}` as const)

async function withInsights(count: number): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook()
  for (const id of ids(count)) await notebook.run('insight.add', { id, title: id })
  return notebook
}

test.each([
  [10, 10, true],
  [11, 5, true],
  [11, 6, false],
  [12, 6, true],
  [12, 7, false],
  [100, 50, true],
  [100, 51, false],
])('of %i insights, %i go to the trash unasked: %s', async (count, removed, isDone) => {
  const notebook = await withInsights(count)
  const answer = await notebook.sendRaw('trash.remove', { ids: ids(removed) })
  if (isDone) expect(answer).toMatchObject({ ok: true })
  else {
    expect(answer).toMatchObject({ ok: false, error: { code: 'needs-confirming' } })
    expect((answer as { error: { message: string } }).error.message).toContain(`${removed} of ${count} insights`)
    expect([...notebook.tables.heads('insights')].some((head) => head.removedAt !== undefined)).toBe(false)
    expect(await notebook.sendRaw('trash.remove', { ids: ids(removed), confirmed: true })).toMatchObject({ ok: true, result: { count: removed } })
  }
})

test('what lies in the trash already counts for no removal, and not among what is left', async () => {
  const notebook = await withInsights(20)
  await notebook.run('trash.remove', { ids: ids(9) })
  // Eleven are left: six of them are more than half.
  expect(await notebook.sendRaw('trash.remove', { ids: ids(15) })).toMatchObject({ ok: false, error: { code: 'needs-confirming' } })
  expect(await notebook.sendRaw('trash.remove', { ids: ids(14) })).toMatchObject({ ok: true })
})

test('emptying the trash asks where it holds more than half of all, and an undo brings all back unasked', async () => {
  const notebook = await withInsights(20)
  await notebook.run('trash.remove', { ids: ids(11), confirmed: true })
  const refused = await notebook.sendRaw('trash.empty', {})
  expect(refused).toMatchObject({ ok: false, error: { code: 'needs-confirming' } })
  expect((refused as { error: { message: string } }).error.message).toContain('11 of 20 insights for good')
  await notebook.run('trash.empty', { confirmed: true })
  expect([...notebook.tables.heads('insights')]).toHaveLength(9)
  await notebook.undo()
  expect([...notebook.tables.heads('insights')]).toHaveLength(20)
})

test('what hangs on a deleted source counts too', async () => {
  const notebook = new MemoryNotebook()
  const source = await notebook.run('source.add', { id: 'source:s', title: 'S', markdown: 'abcdefghijkl' })
  expect(source.id).toBe('source:s')
  for (let start = 0; start < 11; start += 1) await notebook.run('highlight.add', { source: 'source:s', start, end: start + 1 })
  await notebook.run('source.remove', { id: 'source:s' })
  const answer = await notebook.sendRaw('trash.delete', { ids: ['source:s'] })
  expect(answer).toMatchObject({ ok: false, error: { code: 'needs-confirming' } })
  expect((answer as { error: { message: string } }).error.message).toContain('11 of 11 highlights')
})

test('commands sent one by one are not asked back: each takes one', async () => {
  const notebook = await withInsights(12)
  for (const id of ids(12)) expect(await notebook.sendRaw('insight.remove', { id })).toMatchObject({ ok: true })
})
