import { expect, test } from 'vitest'
import type { Commit } from '../../../src/core/store/change.ts'
import { CommitQueue, type CommitQueueOptions } from '../../../src/core/store/commit-queue.ts'
import { Refusal, type RefusalValue } from '../../../src/core/store/refusal.ts'
import { madeTables } from './made-tables.ts'

/** A queue over empty tables whose disk answers when the test says so. */
function makeQueue(options: Partial<CommitQueueOptions> = {}) {
  const tables = madeTables()
  const groups: Commit[][] = []
  const told: number[] = []
  const readOnly: (RefusalValue | undefined)[] = []
  let nextId = 0
  const queue = new CommitQueue({
    tables,
    lastSeq: 0,
    now: () => '2026-01-01T00:00:00.000Z',
    newId: (kind) => {
      nextId += 1
      return `${kind}:n${nextId}`
    },
    append: async (commits) => {
      groups.push([...commits])
    },
    storeTexts: async () => [],
    onCommit: ({ seq }) => told.push(seq),
    onReadOnly: (reason) => readOnly.push(reason),
    ...options,
  })
  const add = (title: string, id?: string) => queue.run('me', 'insight.add', { title, ...(id ? { id } : {}) })
  return { tables, queue, groups, told, readOnly, add }
}

test('commands sent together are one append, numbered in the order of the calls', async () => {
  const { queue, groups, told, add } = makeQueue()
  const answers = await Promise.all(['a', 'b', 'c'].map((title) => add(title)))
  expect(answers.map((answer) => answer.ok && answer.seq)).toEqual([1, 2, 3])
  expect(groups.map((group) => group.map(({ seq }) => seq))).toEqual([[1, 2, 3]])
  expect(told).toEqual([1, 2, 3])
  expect(queue.lastSeq).toBe(3)
})

test('nothing is seen or answered before it is durable', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { tables, told, add } = makeQueue({ append: () => promise })
  let isAnswered = false
  const answer = add('a').then(() => {
    isAnswered = true
  })
  await new Promise((done) => setImmediate(done))
  expect([isAnswered, [...tables.heads('insights')].length, told.length]).toEqual([false, 0, 0])
  resolve()
  await answer
  expect([isAnswered, [...tables.heads('insights')].length, told.length]).toEqual([true, 1, 1])
})

test('a command of a group sees those before it; a refused one leaves no trace and takes no number', async () => {
  const { tables, queue, groups, add } = makeQueue()
  const answers = await Promise.all([
    add('a', 'insight:a'),
    queue.run('me', 'insight.revise', { id: 'insight:a', rev: 1, title: 'b' }),
    queue.run('me', 'insight.revise', { id: 'insight:a', rev: 1, title: 'c' }),
    queue.run('me', 'evidence.add', { insight: 'insight:a', source: 'source:none', stance: 'supports' }),
    add('d'),
  ])
  expect(answers.map((answer) => (answer.ok ? answer.seq : answer.error.code))).toEqual([1, 2, 'stale', 'not-found', 3])
  expect(groups[0]?.map(({ seq }) => seq)).toEqual([1, 2, 3])
  expect(tables.get('insights', 'insight:a')).toMatchObject({ title: 'b', rev: 2 })
})

test('the same insight again is answered with its first number, and is no commit', async () => {
  const { groups, add } = makeQueue()
  await add('a', 'insight:a')
  await add('b')
  expect(await add('a', 'insight:a')).toMatchObject({ ok: true, seq: 1 })
  expect(await add('other', 'insight:a')).toMatchObject({ ok: false, error: { code: 'exists' } })
  expect(groups).toHaveLength(2)
})

test.each([
  ['insight.add', {}, 'invalid'],
  ['insight.add', { title: 'x', more: 1 }, 'invalid'],
  ['insight.add', { title: 'x'.repeat(2_001) }, 'too-large'],
  ['insight.add', undefined, 'invalid'],
  ['insight.remove', { id: 'source:a' }, 'invalid'],
  ['no.such', {}, 'unknown-command'],
  ['__proto__', {}, 'unknown-command'],
  ['constructor', {}, 'unknown-command'],
  ['history.undo', {}, 'nothing-to-undo'],
])('%s with %j is refused as %s', async (command, input, code) => {
  const { queue } = makeQueue()
  expect(await queue.run('me', command, input)).toMatchObject({ ok: false, error: { code } })
})

test.each([
  [new Refusal('no-space', 'full'), 'no-space'],
  [new Error('odd'), 'fate-unknown'],
])('an append that fails with %s refuses its whole group and everything after it', async (error, code) => {
  const { tables, queue, told, readOnly, add } = makeQueue({ append: () => Promise.reject(error) })
  const answers = await Promise.all([add('a'), add('b'), queue.run('me', 'no.such', {})])
  expect(answers.map((answer) => answer.ok || answer.error.code)).toEqual([code, code, 'unknown-command'])
  expect(await add('c')).toMatchObject({ ok: false, error: { code } })
  expect([[...tables.heads('insights')].length, told.length, queue.lastSeq]).toEqual([0, 0, 0])
  expect(new Set(readOnly.map((reason) => reason?.code))).toEqual(new Set([code]))
})

test('after a full disk each command is tried anew; after a failed one none is until the storage is sound again', async () => {
  const appended: number[] = []
  let error: Refusal | undefined
  const { queue, readOnly, add } = makeQueue({
    append: async (commits) => {
      appended.push(commits.length)
      if (error) throw error
    },
  })
  error = new Refusal('no-space', 'full')
  await add('a')
  await add('b')
  error = undefined
  expect(await add('c')).toMatchObject({ ok: true, seq: 1 })
  expect([appended.length, queue.trouble]).toEqual([3, undefined])
  error = new Refusal('fate-unknown', 'EIO')
  await add('d')
  error = undefined
  expect(await add('e')).toMatchObject({ ok: false, error: { code: 'fate-unknown' } })
  expect(appended).toHaveLength(4)
  queue.resume()
  expect(await add('f')).toMatchObject({ ok: true, seq: 2 })
  expect(readOnly.map((reason) => reason?.code)).toEqual(['no-space', 'no-space', undefined, 'fate-unknown', undefined])
  queue.setReadOnly({ code: 'closed', message: 'closed' })
  queue.resume()
  expect(await add('g')).toMatchObject({ ok: false, error: { code: 'closed' } })
})

test('commands wait for texts that were sent before them, and keep their order', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const { queue, groups, add } = makeQueue({
    storeTexts: async () => {
      await promise
      throw new Refusal('no-space', 'full')
    },
  })
  const first = add('before')
  const source = queue.run('me', 'source.add', { title: 'S', markdown: 'x' })
  const last = add('after')
  await first
  expect(groups.map((group) => group.length)).toEqual([1])
  resolve()
  expect(await source).toMatchObject({ ok: false, error: { code: 'no-space' } })
  expect(await last).toMatchObject({ ok: true, seq: 2 })
  await queue.idle()
})

test('a burst longer than a group is all saved, in order', async () => {
  const { groups, add } = makeQueue()
  const answers = await Promise.all(Array.from({ length: 1_000 }, (_, index) => add(`t${index}`)))
  expect(answers.every(({ ok }) => ok)).toBe(true)
  expect(groups.flat().map(({ seq }) => seq)).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1))
  expect(groups.length).toBeLessThan(10)
})
