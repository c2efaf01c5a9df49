// A damaged notebook and its backups: `check` names what is lost and who still has it, `check --repair` brings that back, and nothing is made up.

import { readdirSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkAndRepair, checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { contentsOf, edit, flipByte, makeFolder, must, openNew, readContents } from '../storage/work-folder.ts'

/** Ten insights and a source in generation 3, three changes in its journal, backed up; the generation before lacks all of them. */
async function makeBackedUp(folder: string): Promise<Record<string, unknown>[]> {
  const notebook = await openNew(folder, { backups: { outside: undefined } })
  await notebook.snapshot()
  for (let number = 0; number < 10; number += 1)
    await must(notebook.run('me', 'insight.add', { id: `insight:n${number}`, title: `T${number}`, body: `The body ${number}, 软银` }))
  await must(notebook.run('me', 'source.add', { id: 'source:s', title: 'S', markdown: 'A text, 文本' }))
  await notebook.snapshot()
  await notebook.snapshot()
  for (const id of ['insight:n1', 'insight:n2', 'insight:n3']) await must(notebook.run('me', 'insight.revise', { id, title: `${id} again` }))
  expect(await notebook.backups?.make('asked')).toMatchObject({ problems: [] })
  const contents = contentsOf(notebook.view)
  await notebook.close()
  return contents
}

const fileOf = (folder: string, part: string) => {
  const numbers = readdirSync(folder).flatMap((name) => new RegExp(`^${part}-(\\d+)\\.ndjson$`).exec(name)?.[1] ?? [])
  return join(folder, `${part}-${Math.max(...numbers.map(Number))}.ndjson`)
}
/** Neither the current generation nor the one before has it. */
const flipInBoth = (folder: string, part: string, word: string) => {
  for (const name of readdirSync(folder).filter((each) => each.startsWith(`${part}-`))) {
    const offset = readFileSync(join(folder, name)).indexOf(word)
    if (offset >= 0) flipByte(join(folder, name), offset)
  }
}
const secondLine = (bytes: Buffer) => bytes.indexOf(0x0a) + 40

const damages: [what: string, damage: (folder: string) => void, found: object][] = [
  [
    'a body',
    (folder) => flipInBoth(folder, 'bodies', 'The body 7'),
    { record: 'insight:n7', field: 'body', backup: expect.any(String), wholeAt: expect.any(String) },
  ],
  ['a record', (folder) => flipInBoth(folder, 'records', '"T8"'), { record: 'insight:n8', backup: expect.any(String) }],
  [
    'a change',
    (folder) => flipByte(fileOf(folder, 'journal'), secondLine(readFileSync(fileOf(folder, 'journal')))),
    { record: 'insight:n1', where: 'change 12', backup: expect.any(String) },
  ],
  [
    'the last change, cut off at the end of a line',
    (folder) => {
      const path = fileOf(folder, 'journal')
      const bytes = readFileSync(path)
      truncateSync(path, bytes.lastIndexOf(0x0a, bytes.length - 2) + 1)
    },
    { record: 'insight:n3', where: 'change 14', backup: expect.any(String) },
  ],
  ['an emptied journal', (folder) => truncateSync(fileOf(folder, 'journal'), 0), { where: 'change 13', backup: expect.any(String) }],
  [
    'a text',
    (folder) => {
      for (const name of readdirSync(join(folder, 'texts'))) rmSync(join(folder, 'texts', name))
    },
    { where: expect.stringMatching(/^texts\/.*md$/), backup: expect.any(String) },
  ],
  [
    'the records',
    (folder) => {
      for (const name of readdirSync(folder)) if (name.startsWith('records-')) truncateSync(join(folder, name), 0)
    },
    { record: 'insight:n5', backup: expect.any(String) },
  ],
]

test.each(damages)('%s: named, with the backup that has it, and brought back by a repair', async (_, damage, found) => {
  const folder = makeFolder()
  const contents = await makeBackedUp(folder)
  damage(folder)
  expect(await checkNotebook(folder)).toEqual(expect.arrayContaining([expect.objectContaining(found)]))
  const { mended } = await checkAndRepair(folder, { repair: true })
  expect(mended.length).toBeGreaterThan(0)
  expect(await readContents(folder)).toEqual(contents)
  expect(await checkNotebook(folder)).toEqual([])
})

test('an older revision in a backup is told, and not put in place of the one that is lost', async () => {
  const folder = makeFolder()
  await makeBackedUp(folder)
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'insight.revise', { id: 'insight:n7', body: 'Newer words 7' }))
  for (let round = 0; round < 3; round += 1) await notebook.snapshot()
  await notebook.close()
  flipInBoth(folder, 'bodies', 'Newer words 7')
  const findings = await checkNotebook(folder)
  expect(findings).toMatchObject([{ record: 'insight:n7', message: expect.stringMatching(/older revision/) }, {}])
  expect(findings[0]).not.toHaveProperty('backup')
  await checkAndRepair(folder, { repair: true })
  const after = await openNew(folder)
  expect(after.view.get('insights', 'insight:n7')?.body).toContain('ewer words 7')
  await after.close()
})

test('commits of another line of history are none of this notebook’s', async () => {
  const folder = makeFolder()
  await makeBackedUp(folder)
  // As if somebody had laid an older copy over it, which knew of no later change: the same numbers, other changes.
  edit(fileOf(folder, 'journal'), (bytes) => bytes.subarray(0, bytes.indexOf(0x0a) + 1))
  rmSync(join(folder, 'saved.json'))
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'insight.revise', { id: 'insight:n9', title: 'another way' }))
  const contents = contentsOf(notebook.view)
  await notebook.close()
  const { mended } = await checkAndRepair(folder, { repair: true })
  expect(mended).toEqual([])
  expect(await readContents(folder)).toEqual(contents)
})

test('changes that were cut off come back under what was written since', async () => {
  const folder = makeFolder()
  const before = await makeBackedUp(folder)
  edit(fileOf(folder, 'journal'), (bytes) => bytes.subarray(0, bytes.indexOf(0x0a) + 1))
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'insight.revise', { id: 'insight:n9', title: 'written since' }))
  await notebook.close()
  const { mended } = await checkAndRepair(folder, { repair: true })
  expect(mended).toHaveLength(3)
  const titlesOf = (contents: typeof before) => new Map(contents.map(({ id, title }) => [id, title]))
  expect(titlesOf(await readContents(folder))).toEqual(titlesOf(before).set('insight:n9', 'written since'))
  expect(await checkNotebook(folder)).toEqual([])
})

test('a damaged backup is named; a repair makes it anew where the notebook is whole, and sets aside what cannot be saved', async () => {
  const folder = makeFolder()
  const contents = await makeBackedUp(folder)
  const pieces = join(folder, 'backups/pieces')
  for (const name of readdirSync(pieces)) flipByte(join(pieces, name), statSync(join(pieces, name)).size >> 1)
  expect(await checkNotebook(folder)).toMatchObject([
    { where: expect.stringMatching(/^backups\/.*backup\.json$/), message: expect.stringContaining('damaged') },
  ])
  await checkAndRepair(folder, { repair: true })
  expect(await checkNotebook(folder)).toEqual([])
  const heads = () => readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.backup.json'))
  expect(heads()).toHaveLength(2)
  for (const name of readdirSync(pieces)) flipByte(join(pieces, name), statSync(join(pieces, name)).size >> 1)
  await checkAndRepair(folder, { repair: true })
  expect(await checkNotebook(folder)).toEqual([])
  // Both were of generations that are gone from the folder now: they are kept, and are on no list.
  expect(heads()).toHaveLength(1)
  expect(readdirSync(join(folder, 'backups/damaged'))).toHaveLength(2)
  expect(await readContents(folder)).toEqual(contents)
})
