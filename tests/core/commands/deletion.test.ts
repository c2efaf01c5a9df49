// Deleting for good takes along what hangs on a record, and leaves everything else.

import { expect, test } from 'vitest'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { MemoryNotebook } from './memory-notebook.ts'
import { danglingReferences } from './random-commands.ts'

async function linked(): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook()
  for (const key of ['a', 'b']) {
    await notebook.run('source.add', { id: `source:${key}`, title: key, markdown: 'shared text' })
    await notebook.run('highlight.add', { id: `highlight:${key}`, source: `source:${key}`, start: 0, end: 6 })
    await notebook.run('insight.add', { id: `insight:${key}`, title: key, body: '[@a#h1] [[b]]' })
  }
  await notebook.run('evidence.add', { id: 'evidence:aa', insight: 'insight:a', highlight: 'highlight:a', stance: 'supports' })
  await notebook.run('evidence.add', { id: 'evidence:ab', insight: 'insight:a', highlight: 'highlight:b', stance: 'supports' })
  await notebook.run('evidence.add', { id: 'evidence:ba', insight: 'insight:b', source: 'source:a', stance: 'context' })
  await notebook.run('report.add', {
    id: 'report:r',
    title: 'R',
    outline: ['a', 'b', 'a'].map((key, position) => ({ key: `k${position}`, type: 'insight', insight: `insight:${key}` as const })),
  })
  return notebook
}

test.each<[id: RecordId<'insight' | 'source' | 'highlight' | 'evidence' | 'report'>, gone: string[]]>([
  ['highlight:a', ['evidence:aa', 'highlight:a']],
  ['source:a', ['evidence:aa', 'evidence:ba', 'highlight:a', 'source:a']],
  ['insight:a', ['evidence:aa', 'evidence:ab', 'insight:a']],
  ['evidence:aa', ['evidence:aa']],
  ['report:r', ['report:r']],
])('%s takes %j along', async (id, gone) => {
  for (const command of ['trash.delete', 'trash.empty'] as const) {
    const notebook = await linked()
    const before = notebook.content()
    await notebook.run('trash.remove', { ids: [id] })
    const inTrash = notebook.content()
    await (command === 'trash.delete' ? notebook.run(command, { ids: [id, id] }) : notebook.run(command, {}))
    const after = notebook.content()
    expect([...before.keys()].filter((each) => !after.has(each))).toEqual(gone)
    expect(danglingReferences(notebook)).toEqual([])
    if (id === 'insight:a') expect(notebook.record('reports', 'report:r').outline.map(({ key }) => key)).toEqual(['k1'])
    await notebook.undo()
    expect(notebook.content()).toEqual(inTrash)
    await notebook.undo()
    expect(notebook.content()).toEqual(before)
  }
})

test('a text goes with the last source that has it', async () => {
  const notebook = await linked()
  const texts = () => [...notebook.tables.heads('texts')].length
  await notebook.run('source.remove', { id: 'source:a' })
  await notebook.run('trash.empty', {})
  expect(texts()).toBe(1)
  await notebook.run('source.remove', { id: 'source:b' })
  await notebook.run('trash.empty', {})
  expect(texts()).toBe(0)
})

test('removal keeps everything, and removing twice keeps the first date', async () => {
  const notebook = await linked()
  await notebook.run('source.remove', { id: 'source:a' })
  const { removedAt } = notebook.record('sources', 'source:a')
  notebook.atMs += 60_000
  await notebook.run('source.remove', { id: 'source:a' })
  expect(notebook.record('sources', 'source:a').removedAt).toBe(removedAt)
  expect(notebook.tables.head('highlights', 'highlight:a')?.removedAt).toBeUndefined()
  await notebook.run('trash.restore', { ids: ['source:a'] })
  expect('removedAt' in notebook.record('sources', 'source:a')).toBe(false)
})

test('one id that is not in the trash refuses the whole deletion', async () => {
  const notebook = await linked()
  await notebook.run('insight.remove', { id: 'insight:a' })
  const before = notebook.content()
  expect(await notebook.send('trash.delete', { ids: ['insight:a', 'insight:b'] })).toMatchObject({ ok: false, error: { code: 'invalid' } })
  expect(notebook.content()).toEqual(before)
})
