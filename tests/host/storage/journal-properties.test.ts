// What must hold of any journal, found by fast-check: its prefixes are earlier states, a snapshot changes nothing, and a flipped bit is found.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { flipByte, makeFolder, must, openNew, readContents } from './work-folder.ts'

const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom('\0', '\ud800', '\udfff', '\u2028', '__proto__', '\n"}\n'),
)
const edit = fc.record({ id: fc.constantFrom('insight:a', 'insight:__proto__', 'insight:constructor', 'insight:c'), body: text })
const groups = fc.array(fc.array(edit, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 })
type Groups = { id: string; body: string }[][]

/** A notebook with these edits, and what it held after each change. */
async function make(edits: Groups, snapshotAfter: number): Promise<{ folder: string; states: unknown[] }> {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  const states: unknown[] = [[]]
  const made = new Map<string, Record<string, unknown>>()
  notebook.onCommit(({ changes }) => {
    for (const { table, id, after } of changes) made.set(id, { table, ...after })
    states.push([...made.values()].toSorted((one, other) => (String(one.id) < String(other.id) ? -1 : 1)))
  })
  const known = new Set<string>()
  for (const [index, group] of edits.entries()) {
    if (index === snapshotAfter) await notebook.snapshot()
    await Promise.all(
      group.map(({ id, body }) => {
        const command = known.has(id) ? 'insight.revise' : 'insight.add'
        known.add(id)
        return must(notebook.run('me', command, command === 'insight.add' ? { id, title: id, body } : { id, body }))
      }),
    )
  }
  await notebook.close()
  return { folder, states }
}

test('any prefix of a journal is a state that the notebook went through', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(groups, fc.double({ min: 0, max: 1, noNaN: true }), async (edits, share) => {
      const { folder, states } = await make(edits, -1)
      const path = join(folder, 'journal-1.ndjson')
      const whole = readFileSync(path)
      const head = whole.indexOf('\n') + 1
      writeFileSync(path, whole.subarray(0, head + Math.round((whole.length - head) * share)))
      expect(states).toContainEqual(await readContents(folder))
    }),
    { numRuns: 25 },
  )
})

test('a snapshot and the journal after it are the journal alone', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(groups, fc.nat({ max: 4 }), async (edits, after) => {
      const { folder, states } = await make(edits, after)
      expect(await readContents(folder)).toEqual(states.at(-1))
      expect(await checkNotebook(folder)).toEqual([])
    }),
    { numRuns: 20 },
  )
})

test('a flipped bit anywhere in a generation is found', { timeout: 120_000 }, async () => {
  const { folder } = await make([[{ id: 'insight:a', body: 'A' }], [{ id: 'insight:c', body: '软银' }]], 1)
  const copy = `${folder}-copy`
  const files = ['notebook.json', 'saved.json', ...['records', 'bodies', 'journal'].flatMap((part) => [`${part}-1.ndjson`, `${part}-2.ndjson`])]
  const sized = files.map((name) => ({ name, size: readFileSync(join(folder, name)).length })).filter(({ size }) => size > 0)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...sized),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
      fc.nat({ max: 7 }),
      async ({ name, size }, place, bit) => {
        cpSync(folder, copy, { recursive: true })
        flipByte(join(copy, name), Math.floor(place * size), 1 << bit)
        const findings = await checkNotebook(copy)
        rmSync(copy, { recursive: true })
        expect(findings, `${name} ${Math.floor(place * size)}`).not.toEqual([])
      },
    ),
    { numRuns: 60 },
  )
})

test('what is acknowledged is what was written, whatever its characters', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'insight.add', { id: 'insight:x', title: 'X', body: '' }))
  await fc.assert(
    fc.asyncProperty(text, async (body) => {
      await must(notebook.run('me', 'insight.revise', { id: 'insight:x', body }))
      expect(notebook.view.get('insights', 'insight:x')?.body).toBe(body)
      expect((await readContents(folder))[0]?.body).toBe(body)
    }),
    { numRuns: 60 },
  )
  await notebook.close()
})
