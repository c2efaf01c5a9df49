// Notebooks of every released schema open as today's; an older one is backed up first. Red where a schema was released without a fixture.

import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { currentSchema } from '../../../src/core/migrations/migrations.ts'
import { chooseBackup, findBackups } from '../../../src/host/backups/find-backups.ts'
import { restoreToFolder } from '../../../src/host/backups/restore-folder.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { nodeFileSystem } from '../../../src/host/storage/file-system.ts'
import type { SchemaSteps } from '../../../src/host/storage/load-notebook.ts'
import { contentsOf, makeFolder, must } from './work-folder.ts'

const fixtures = join(import.meta.dirname, '../../fixtures/notebooks')
const schemas = Array.from({ length: currentSchema }, (_, index) => index + 1)

function sorted(records: Record<string, unknown>[]): Record<string, unknown>[] {
  return records.toSorted((one, other) => (String(one.id) < String(other.id) ? -1 : 1))
}

test.each(schemas)('the notebook of schema %i opens with everything in it, for readers and for writers', async (schema) => {
  const fixture = join(fixtures, `schema-${schema}`)
  expect(existsSync(fixture), 'every released schema needs a fixture').toBe(true)
  const expected = sorted(JSON.parse(readFileSync(`${fixture}.expected.json`, 'utf8')))
  const folder = makeFolder()
  cpSync(fixture, folder, { recursive: true })
  for (const mode of ['read', 'write'] as const) {
    const notebook = await openNotebook(folder, { mode })
    expect(contentsOf(notebook.view)).toEqual(expected)
    expect(notebook.damage).toEqual([])
    expect(notebook.manifest.schema).toBe(mode === 'write' ? currentSchema : schema)
    const [text] = notebook.view.heads('texts')
    expect(await notebook.readText(text?.id as `text:${string}`)).toMatchObject({ readingText: 'SoftBank sold its entire stake.\n\n软银出售。' })
    await notebook.close()
  }
  expect(await checkNotebook(folder)).toEqual([])
})

/** A made-up next schema: titles in capitals. */
const nextSchema: SchemaSteps = {
  target: currentSchema + 1,
  migrations: [
    {
      from: currentSchema,
      name: 'Writes titles of insights in capitals.',
      record: (table, record) => ({
        table,
        record: table === 'insights' ? { ...record, title: String(record.title).toUpperCase(), body: `${record.body}!` } : record,
      }),
    },
  ],
}

test('an older notebook is backed up, migrated and written anew; what comes then is of the new schema', async () => {
  const folder = makeFolder()
  const fixture = join(fixtures, `schema-${currentSchema}`)
  cpSync(fixture, folder, { recursive: true })
  const before = readFileSync(join(folder, 'notebook.json'))
  const reader = await openNotebook(folder, { mode: 'read', steps: nextSchema })
  expect(reader.view.get('insights', 'insight:exit')).toMatchObject({ title: 'THE EXIT', body: 'It sold [@sina2025-exit#h1].!' })
  await reader.close()
  expect(readFileSync(join(folder, 'notebook.json'))).toEqual(before)

  const notebook = await openNotebook(folder, { steps: nextSchema })
  expect(notebook.manifest.schema).toBe(currentSchema + 1)
  await must(notebook.run('me', 'insight.add', { id: 'insight:new', title: 'Later', body: 'As it is' }))
  await notebook.close()
  const again = await openNotebook(folder, { steps: nextSchema })
  expect(again.view.get('insights', 'insight:exit')).toMatchObject({ title: 'THE EXIT', body: 'It sold [@sina2025-exit#h1].!' })
  expect(again.view.get('insights', 'insight:new')).toMatchObject({ title: 'Later', body: 'As it is' })
  await again.close()
  const chosen = await chooseBackup(await findBackups(nodeFileSystem, folder, undefined), 'newest')
  expect(chosen.head).toMatchObject({ reason: 'before migration', schema: currentSchema })
  const place = join(folder, '../restored')
  await restoreToFolder(nodeFileSystem, chosen, place)
  const files = readdirSync(place).filter((name) => name.endsWith('.ndjson'))
  expect(files).toHaveLength(3)
  for (const name of files) expect(readFileSync(join(place, name)), name).toEqual(readFileSync(join(fixture, name)))
  const restored = await openNotebook(place, { mode: 'read' })
  expect(restored.view.get('insights', 'insight:exit')).toMatchObject({ title: 'The exit' })
  await restored.close()
  await expect(openNotebook(folder)).rejects.toMatchObject({ code: 'invalid' })
})
