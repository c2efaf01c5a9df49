// The audit keeps in step: after any commits it finds what an audit from nothing finds.

import { expect, test } from 'vitest'
import { NotebookAudit } from '../../../src/host/audit/notebook-audit.ts'
import { MemoryNotebook } from '../../core/commands/memory-notebook.ts'
import { sendRandomCommands } from '../../core/commands/random-commands.ts'

const today = () => '2026-01-31'

async function expectInStep(notebook: MemoryNotebook, audit: NotebookAudit): Promise<number> {
  const kept = await audit.findings()
  expect(kept).toEqual(await new NotebookAudit(notebook.tables, today).findings())
  return kept.length
}

test.each([1, 2, 3])('whatever was changed and undone (seed %i)', async (seed) => {
  const notebook = new MemoryNotebook()
  const audit = new NotebookAudit(notebook.tables, today)
  let told = 0
  const tell = () => {
    for (; told < notebook.commits.length; told += 1) audit.note(notebook.commits[told] as never)
  }
  let found = 0
  for (let round = 0; round < 12; round += 1) {
    await sendRandomCommands(notebook, seed * 100 + round, 25)
    await notebook.sendRaw('history.undo', {})
    tell()
    found += await expectInStep(notebook, audit)
  }
  // Else the comparison is one of nothing with nothing.
  expect(found).toBeGreaterThan(20)
})

test('a citation is looked at again when its source goes, comes back or is renewed', async () => {
  const notebook = new MemoryNotebook()
  const audit = new NotebookAudit(notebook.tables, today)
  const kinds = async () => {
    for (const commit of notebook.commits.splice(0)) audit.note(commit)
    return (await audit.findings()).map(({ kind }) => kind)
  }
  await notebook.run('source.add', {
    id: 'source:s',
    citekey: 'sina',
    title: 'S',
    publisher: 'P',
    published: '2025',
    markdown: 'It sold its whole stake to another.',
  })
  await notebook.run('highlight.add', { id: 'highlight:h', source: 'source:s', start: 3, end: 22 })
  await notebook.run('insight.add', { title: 'I', body: 'It “sold its whole stake” [@sina#h1].' })
  expect(await kinds()).toEqual([])
  await notebook.run('source.renew-text', { id: 'source:s', markdown: 'Nothing of it is left here.' })
  expect(await kinds()).toEqual(['passage-lost'])
  await notebook.run('highlight.relink', { id: 'highlight:h', start: 0, end: 7 })
  expect(await kinds()).toEqual(['quote-not-verbatim'])
  await notebook.run('source.remove', { id: 'source:s' })
  expect(await kinds()).toEqual(['citation-broken'])
  await notebook.undo()
  expect(await kinds()).toEqual(['quote-not-verbatim'])
})
