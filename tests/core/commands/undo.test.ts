// Undo and redo: all the way back and forth again, per actor, never over what somebody else did since.

import { describe, expect, test } from 'vitest'
import { emptyTableMaps, Tables } from '../../../src/core/store/tables.ts'
import { MemoryNotebook, seededRandom } from './memory-notebook.ts'
import { danglingReferences, sendRandomCommands } from './random-commands.ts'

const seeds = Array.from({ length: 28 }, (_, position) => position + 1)

describe('random commands', () => {
  test.each(seeds)('undo-all is the start, redo-all the end, and nothing dangles on the way (seed %i)', async (seed) => {
    const notebook = new MemoryNotebook()
    await sendRandomCommands(notebook, seed + 1_000, 60, ['before'])
    const start = notebook.content()
    // At most 200 steps are kept.
    const accepted = await sendRandomCommands(notebook, seed, 190)
    expect(accepted).toBeGreaterThan(60)
    expect(danglingReferences(notebook)).toEqual([])
    const end = notebook.content()
    for (const [step, wanted] of [
      [() => notebook.undo(), start],
      [() => notebook.redo(), end],
      [() => notebook.undo(), start],
    ] as const) {
      let answer = await step()
      while (answer.ok) {
        expect(danglingReferences(notebook)).toEqual([])
        answer = await step()
      }
      expect(answer.error.code).toBe('nothing-to-undo')
      expect(notebook.content()).toEqual(wanted)
    }
    const replayed = new Tables(emptyTableMaps(), { readBody: () => '', readingText: () => undefined })
    for (const commit of notebook.commits) replayed.apply(commit.changes)
    expect(replayed.maps).toEqual(notebook.tables.maps)
  })

  test.each(seeds)('two actors who undo at will never leave a dangling reference or use a number twice (seed %i)', async (seed) => {
    const notebook = new MemoryNotebook()
    const random = seededRandom(seed)
    for (let round = 0; round < 12; round += 1) {
      await sendRandomCommands(notebook, seed * 100 + round, 12, ['a', 'b'])
      for (let count = random(8); count > 0; count -= 1) {
        const answer = await (random(3) ? notebook.undo(random(2) ? 'a' : 'b') : notebook.redo(random(2) ? 'a' : 'b'))
        if (!answer.ok) expect(['stale', 'nothing-to-undo']).toContain(answer.error.code)
      }
      expect(danglingReferences(notebook)).toEqual([])
    }
    const ids = new Map<string, string>()
    for (const { changes } of notebook.commits) {
      for (const { table, after } of changes) {
        if (table !== 'highlights' || !after) continue
        const name = `${after.source} h${after.number}`
        expect(ids.get(name) ?? after.id, name).toBe(after.id)
        ids.set(name, after.id)
      }
    }
  })
})

async function withSource(): Promise<MemoryNotebook> {
  const notebook = new MemoryNotebook()
  await notebook.run('source.add', { id: 'source:s', title: 'S', markdown: 'some text' })
  return notebook
}
const mark = { source: 'source:s', start: 0, end: 4 } as const

describe('a highlight’s number is never given again', () => {
  test('after undo', async () => {
    const notebook = await withSource()
    await notebook.run('highlight.add', mark)
    await notebook.undo()
    expect(await notebook.run('highlight.add', mark)).toMatchObject({ number: 2 })
  })
  test('after removal and deletion', async () => {
    const notebook = await withSource()
    const { id } = await notebook.run('highlight.add', mark)
    await notebook.run('highlight.remove', { id })
    await notebook.run('trash.empty', {})
    expect(await notebook.run('highlight.add', mark)).toMatchObject({ number: 2 })
  })
  test('after the source itself was undone and redone', async () => {
    const notebook = await withSource()
    await notebook.run('highlight.add', mark)
    await notebook.undo()
    await notebook.undo()
    await notebook.redo()
    expect(await notebook.run('highlight.add', mark)).toMatchObject({ number: 2 })
  })
  test('after undo and redo of the highlight', async () => {
    const notebook = await withSource()
    await notebook.run('highlight.add', mark)
    await notebook.undo()
    await notebook.undo()
    await notebook.redo()
    await notebook.redo()
    expect(await notebook.run('highlight.add', mark)).toMatchObject({ number: 2 })
  })
  test('after the source was deleted for good and brought back', async () => {
    const notebook = await withSource()
    await notebook.run('highlight.add', mark)
    await notebook.run('source.remove', { id: 'source:s' })
    await notebook.run('trash.empty', {})
    await notebook.undo()
    await notebook.undo()
    expect(await notebook.run('highlight.add', mark)).toMatchObject({ number: 2 })
  })
})

describe('two actors', () => {
  test('undo is stale where the other changed the record since, and works again once that is undone', async () => {
    const notebook = new MemoryNotebook()
    await notebook.run('insight.add', { id: 'insight:a', title: '1' }, 'a')
    notebook.atMs += 10_000
    await notebook.run('insight.revise', { id: 'insight:a', title: '2' }, 'a')
    await notebook.run('insight.revise', { id: 'insight:a', body: 'b' }, 'b')
    expect(await notebook.undo('a')).toMatchObject({ ok: false, error: { code: 'stale', message: expect.stringContaining('insight:a') } })
    expect(notebook.record('insights', 'insight:a')).toMatchObject({ title: '2', body: 'b' })
    await notebook.undo('b')
    expect(await notebook.undo('a')).toMatchObject({ ok: true })
    expect(notebook.record('insights', 'insight:a').title).toBe('1')
  })

  test('typing that is joined into one step never holds what the other typed between', async () => {
    const notebook = new MemoryNotebook()
    await notebook.run('insight.add', { id: 'insight:a', title: '0' }, 'c')
    await notebook.run('insight.revise', { id: 'insight:a', title: '1' }, 'a')
    await notebook.run('insight.revise', { id: 'insight:a', body: 'of b' }, 'b')
    await notebook.run('insight.revise', { id: 'insight:a', title: '2' }, 'a')
    await notebook.undo('a')
    expect(notebook.record('insights', 'insight:a')).toMatchObject({ title: '1', body: 'of b' })
  })

  test('undo does not take away what the other has come to refer to', async () => {
    const notebook = await withSource()
    await notebook.run('highlight.add', mark, 'b')
    expect(await notebook.undo()).toMatchObject({ ok: false, error: { code: 'stale' } })
    expect(danglingReferences(notebook)).toEqual([])
  })

  test('a text that the other’s source shares stays, and redo finds it', async () => {
    const notebook = await withSource()
    await notebook.run('source.add', { id: 'source:t', title: 'T', markdown: 'some text' }, 'b')
    expect(await notebook.undo()).toMatchObject({ ok: true })
    expect([...notebook.tables.heads('texts')]).toHaveLength(1)
    expect(await notebook.redo()).toMatchObject({ ok: true })
    expect([...notebook.tables.heads('sources')]).toHaveLength(2)
  })

  test('nobody undoes what is another’s', async () => {
    const notebook = await withSource()
    expect(await notebook.undo('b')).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
  })
})

describe('typing', () => {
  test('autosaves close together are one step, far apart two; a new change ends redo', async () => {
    const notebook = new MemoryNotebook()
    await notebook.run('insight.add', { id: 'insight:a', title: 'A', body: '' })
    for (const body of ['o', 'on', 'one']) {
      notebook.atMs += 1_000
      await notebook.run('insight.revise', { id: 'insight:a', body })
    }
    notebook.atMs += 10_000
    await notebook.run('insight.revise', { id: 'insight:a', body: 'one two' })
    const undoneTo = async () => {
      await notebook.undo()
      return notebook.record('insights', 'insight:a').body
    }
    expect(await undoneTo()).toBe('one')
    expect(await undoneTo()).toBe('')
    await notebook.redo()
    expect(notebook.record('insights', 'insight:a').body).toBe('one')
    await notebook.run('insight.revise', { id: 'insight:a', body: 'other' })
    expect(await notebook.redo()).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
  })
})
