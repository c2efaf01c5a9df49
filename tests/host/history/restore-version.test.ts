// A record is put back as it was: over what it is now, out of the trash, or with what hung on it after it was deleted for good.

import { expect, test } from 'vitest'
import type { RestoredVersion } from '../../../src/core/commands/restore-version.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { contentsOf, makeFolder, must, openNew } from '../storage/work-folder.ts'

async function restored(notebook: OpenNotebook, id: string, seq: number): Promise<RestoredVersion> {
  const answer = await notebook.run('window-one', 'version.restore', { id, seq })
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.result as RestoredVersion
}

/** What is written in the notebook, without the bookkeeping of revisions. */
const writtenIn = (notebook: OpenNotebook) => contentsOf(notebook.view).map(({ rev: _, updatedAt: __, nextHighlight: ___, ...rest }) => rest)

async function furnished(): Promise<{ notebook: OpenNotebook; seq: number; before: object[] }> {
  const notebook = await openNew(makeFolder())
  const run = (command: string, input: unknown) => must(notebook.run('window-one', command, input))
  await run('source.add', { id: 'source:s', title: '软银 brief', citekey: 'brief2026', markdown: '软银 sold its stake for 30 billion.' })
  await run('highlight.add', { id: 'highlight:h', source: 'source:s', start: 0, end: 7, comment: 'see' })
  await run('insight.add', { id: 'insight:a', title: 'Leverage', body: 'First\n\n**二**', topics: ['debt'] })
  await run('insight.add', { id: 'insight:b', title: 'Other', body: 'See [[Leverage]].' })
  await run('evidence.add', { id: 'evidence:e', insight: 'insight:a', highlight: 'highlight:h', stance: 'supports' })
  await run('report.add', {
    id: 'report:r',
    title: 'Report',
    outline: [
      { key: 'a', type: 'prose', markdown: 'Intro' },
      { key: 'b', type: 'insight', insight: 'insight:b' },
    ],
  })
  return { notebook, seq: notebook.queue.lastSeq, before: writtenIn(notebook) }
}

test('an older version comes back as a new commit, links follow its title, and undo takes it back', async () => {
  const { notebook, seq, before } = await furnished()
  await notebook.snapshot()
  await must(notebook.run('window-one', 'insight.rename', { id: 'insight:a', title: 'Debt 债务' }))
  await must(notebook.run('window-one', 'insight.revise', { id: 'insight:a', body: 'Second', topics: [], status: 'reviewed' }))
  expect(notebook.view.get('insights', 'insight:b')?.body).toBe('See [[Debt 债务]].')
  const changed = writtenIn(notebook)
  expect(await restored(notebook, 'insight:a', seq)).toEqual({ id: 'insight:a', records: 1, left: 0 })
  expect(writtenIn(notebook)).toEqual(before)
  expect(await notebook.run('window-one', 'history.undo', {})).toMatchObject({ ok: true, result: { command: 'version.restore' } })
  expect(writtenIn(notebook)).toEqual(changed)
  await notebook.close()
})

test.each(['insight:a', 'source:s', 'highlight:h', 'evidence:e', 'report:r'])('%s comes back out of the trash', async (id) => {
  const { notebook, seq, before } = await furnished()
  await must(notebook.run('window-one', 'trash.remove', { ids: [id] }))
  await restored(notebook, id, seq)
  expect(writtenIn(notebook)).toEqual(before)
  await notebook.close()
})

test.each([
  ['insight:a', 2],
  ['source:s', 4],
  ['highlight:h', 2],
  ['evidence:e', 1],
  ['report:r', 1],
] as const)('%s comes back after it was deleted for good, with what hung on it', async (id, records) => {
  const { notebook, seq, before } = await furnished()
  await must(notebook.run('window-one', 'trash.remove', { ids: [id] }))
  await must(notebook.run('window-one', 'trash.empty', {}))
  await notebook.snapshot()
  expect(await restored(notebook, id, seq)).toMatchObject({ id, records })
  expect(writtenIn(notebook)).toEqual(before)
  await notebook.close()
})

test('what cannot come back says why, and a highlight made later keeps its number to itself', async () => {
  const { notebook, seq } = await furnished()
  const run = (command: string, input: unknown) => notebook.run('window-one', command, input)
  await must(run('highlight.add', { source: 'source:s', start: 8, end: 12 }))
  await must(run('trash.remove', { ids: ['source:s', 'insight:b'] }))
  await must(run('trash.empty', {}))
  expect(await run('version.restore', { id: 'highlight:h', seq })).toMatchObject({
    ok: false,
    error: { code: 'not-found', message: 'highlight:h cannot come back without source:s, which was deleted: restore that first' },
  })
  // The report of then names an insight that is gone: it comes back without it.
  expect(await restored(notebook, 'report:r', seq)).toMatchObject({ left: 1 })
  expect(notebook.view.get('reports', 'report:r')?.outline.map(({ key }) => key)).toEqual(['a'])
  await restored(notebook, 'source:s', seq)
  const added = await run('highlight.add', { id: 'highlight:n', source: 'source:s', start: 0, end: 2 })
  expect(added.ok && notebook.view.get('highlights', 'highlight:n')?.number).toBe(3)
  await must(run('source.add', { id: 'source:t', title: 'Thief', citekey: 'taken', markdown: 'x' }))
  expect(await run('version.restore', { id: 'source:t', seq: 1 })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await run('version.restore', { id: 'insight:never', seq })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await run('version.restore', { id: 'insight:a' })).toMatchObject({ ok: false, error: { code: 'invalid' } })
  await notebook.close()
})
