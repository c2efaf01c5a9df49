// Damage of single bytes, lines and files: never a reason not to open, never silent, never more than what was hit.

import { copyFileSync, cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { nodeFileSystem } from '../../../src/host/storage/file-system.ts'
import { createJournal } from '../../../src/host/storage/journal-file.ts'
import { readManifest, writeManifest } from '../../../src/host/storage/manifest.ts'
import { contentsOf, edit, flipByte, makeFolder, must, openNew, readContents } from './work-folder.ts'

/** Five insights in the snapshot and three changes in the journal; no generation before it. */
async function makeNotebook(folder: string): Promise<Record<string, unknown>[]> {
  const notebook = await openNew(folder)
  for (const name of ['a', 'b', 'c', 'd', 'e'])
    await must(notebook.run('me', 'insight.add', { id: `insight:${name}`, title: `Title ${name}`, body: `Body of ${name}, 软银` }))
  await notebook.snapshot()
  for (const name of ['f', 'g', 'h']) await must(notebook.run('me', 'insight.add', { id: `insight:${name}`, title: name, body: `Later ${name}` }))
  const contents = contentsOf(notebook.view)
  await notebook.close()
  return contents
}

async function makeUnhealable(folder: string): Promise<Record<string, unknown>[]> {
  const contents = await makeNotebook(folder)
  for (const name of ['records-1.ndjson', 'bodies-1.ndjson', 'journal-1.ndjson']) rmSync(join(folder, name))
  return contents
}

const journal = 'journal-2.ndjson'
const records = 'records-2.ndjson'
const bodies = 'bodies-2.ndjson'

/** What the next change adds to the journal. */
async function nextLine(folder: string): Promise<Buffer> {
  const copy = `${folder}-next`
  cpSync(folder, copy, { recursive: true })
  const before = statSync(join(copy, journal)).size
  const notebook = await openNotebook(copy)
  await must(notebook.run('me', 'insight.add', { id: 'insight:torn', title: 'Torn', body: 'Never acknowledged' }))
  await notebook.close()
  return readFileSync(join(copy, journal)).subarray(before)
}

/** As a kill leaves it while the next generation is being begun: its journal is named, and no commit has gone into it. */
async function beginNextJournal(folder: string): Promise<void> {
  const reading = await readManifest(nodeFileSystem, folder)
  if (reading.kind !== 'read') throw new Error(reading.kind)
  const { manifest } = reading
  const { id, schema, generation, files } = manifest
  const entry = await createJournal(nodeFileSystem, folder, { id, schema, generation: generation + 1 })
  await writeManifest(nodeFileSystem, folder, { ...manifest, files: { ...files, journals: [...files.journals, entry] } })
}

test.each([
  ['in the only journal', false],
  ['while the next journal was begun', true],
])('a journal that ends at any byte of a line that was being written opens without that line, and goes on: %s', async (_, isNextBegun) => {
  const template = makeFolder()
  const contents = await makeNotebook(template)
  const line = await nextLine(template)
  if (isNextBegun) await beginNextJournal(template)
  const folder = `${template}-torn`
  // Around every border of the line's parts, and some of its middle.
  const borders = [1, 9, 10, 11, 13, 24, 32, 33, 44, 45, line.length - 3, line.length - 2, line.length - 1]
  for (const length of [...borders, ...borders.map((border) => border * 5).filter((border) => border < line.length - 3)]) {
    cpSync(template, folder, { recursive: true })
    edit(join(folder, journal), (bytes) => Buffer.concat([bytes, line.subarray(0, length)]))
    // The last byte is the newline: without it the change is whole all the same.
    const expected = length === line.length - 1 ? [...contents, expect.objectContaining({ id: 'insight:torn' })] : contents
    expect(await readContents(folder)).toEqual(expected)
    expect(await checkNotebook(folder)).toEqual([])
    const notebook = await openNotebook(folder)
    expect(contentsOf(notebook.view)).toEqual(expected)
    expect(notebook.damage).toEqual([])
    expect(await must(notebook.run('me', 'insight.add', { id: 'insight:new', title: 'New' }))).toBe(expected.length + 1)
    await notebook.close()
    expect((await readContents(folder)).map(({ id }) => id)).toContain('insight:new')
    expect(await checkNotebook(folder)).toEqual([])
    if (length < line.length - 1) expect(readdirSync(join(folder, 'quarantine'))).toHaveLength(1)
    rmSync(folder, { recursive: true })
  }
})

test.each([
  ['of the only journal', false],
  ['where the next journal was begun', true],
])('a journal cut at any byte of what was acknowledged is named, and the numbers that are gone are not given again: %s', async (_, isNextBegun) => {
  const template = makeFolder()
  const contents = await makeNotebook(template)
  if (isNextBegun) await beginNextJournal(template)
  const size = statSync(join(template, journal)).size
  const lastLine = readFileSync(join(template, journal)).lastIndexOf('\n', size - 2) + 1
  const folder = `${template}-cut`
  for (let length = lastLine - 3; length < size; length += isNextBegun ? 43 : 11) {
    cpSync(template, folder, { recursive: true })
    truncateSync(join(folder, journal), length)
    const findings = await checkNotebook(folder)
    expect(findings.map(({ where }) => where)).toContain(journal)
    if (length < size - 1)
      expect(
        findings.some(({ message }) => /change.* (is|are) missing/.test(message)),
        `${length}`,
      ).toBe(true)
    const notebook = await openNotebook(folder)
    expect(notebook.damage.length).toBeGreaterThan(0)
    for (const record of contentsOf(notebook.view)) expect(contents).toContainEqual(record)
    expect(await must(notebook.run('me', 'insight.add', { id: 'insight:new', title: 'New' }))).toBe(contents.length + 1)
    await notebook.close()
    // The loss is told again, until the notebook is repaired.
    if (length < size - 1) expect(await checkNotebook(folder)).not.toEqual([])
    rmSync(folder, { recursive: true })
  }
})

test('a journal torn within earlier lines loses what comes after and nothing before', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  const whole = readFileSync(join(folder, journal))
  const head = whole.indexOf('\n') + 1
  for (let length = head; length < whole.length; length += 7) {
    writeFileSync(join(folder, journal), whole.subarray(0, length))
    const lines = whole.subarray(0, length).toString('latin1').split('\n').length - 2
    const read = await readContents(folder)
    expect(read).toEqual(contents.slice(0, read.length))
    expect(read.length).toBeGreaterThanOrEqual(5 + lines)
  }
})

test('any flipped bit in the journal is noticed, costs at most the changes it hit, and is kept aside', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  const whole = readFileSync(join(folder, journal))
  // Every second byte here, any byte of any file in `npm run faults -- damages`.
  for (let offset = 0; offset < whole.length; offset += 2) {
    const mask = 1 << ((offset >> 1) % 8)
    writeFileSync(join(folder, journal), whole)
    flipByte(join(folder, journal), offset, mask)
    const notebook = await openNotebook(folder, { mode: 'read' })
    const read = contentsOf(notebook.view)
    await notebook.close()
    for (const record of read) expect(contents).toContainEqual(record)
    expect(read.length, `byte ${offset}`).toBeGreaterThanOrEqual(contents.length - 2)
    expect(notebook.damage.length, `byte ${offset}`).toBeGreaterThan(0)
  }
  writeFileSync(join(folder, journal), whole)
  const second = whole.indexOf('\n', whole.indexOf('\n') + 1) + 40
  flipByte(join(folder, journal), second)
  const notebook = await openNotebook(folder)
  const [damage] = notebook.damage
  expect(damage).toMatchObject({ file: journal, kind: 'lost', message: expect.stringContaining('damaged') })
  expect(readFileSync(join(folder, damage?.quarantine as string), 'utf8')).toContain('insight:g'.slice(0, 7))
  expect(contentsOf(notebook.view)).toHaveLength(7)
  await notebook.close()
})

test('any flipped bit in the records costs at most the record it hit, and names it', async () => {
  const folder = makeFolder()
  const contents = await makeUnhealable(folder)
  const whole = readFileSync(join(folder, records))
  for (let offset = 0; offset < whole.length; offset += 2) {
    writeFileSync(join(folder, records), whole)
    flipByte(join(folder, records), offset, 1 << ((offset >> 1) % 8))
    const notebook = await openNotebook(folder, { mode: 'read' })
    const read = contentsOf(notebook.view)
    await notebook.close()
    for (const record of read) expect(contents).toContainEqual(record)
    expect(read.length, `byte ${offset}`).toBeGreaterThanOrEqual(contents.length - 1)
    // The list of checksums itself is looked at by the check, and when it is needed.
    if (read.length < contents.length) expect(notebook.damage.length, `byte ${offset}`).toBeGreaterThan(0)
  }
})

test('a damaged record is healed from the generation before', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  flipByte(join(folder, records), 400)
  const notebook = await openNotebook(folder)
  expect(contentsOf(notebook.view)).toEqual(contents)
  expect(notebook.damage).toMatchObject([{ kind: 'healed', file: records }])
  await notebook.close()
  expect(await checkNotebook(folder, { repair: true })).not.toEqual([])
  expect(await checkNotebook(folder)).toEqual([])
  expect(await readContents(folder)).toEqual(contents)
})

test('a damaged body is refused when it is first read, then healed from the generation before; the check finds it', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  const offset = readFileSync(join(folder, bodies)).indexOf('Body of c')
  flipByte(join(folder, bodies), offset)
  const notebook = await openNotebook(folder)
  expect(notebook.view.get('insights', 'insight:b')?.body).toBe('Body of b, 软银')
  expect(() => notebook.view.get('insights', 'insight:c')).toThrow(/insight:c is damaged/)
  expect(notebook.view.head('insights', 'insight:c')?.title).toBe('Title c')
  // That it was asked for lets the generation before be looked into.
  await notebook.healed()
  expect(notebook.view.get('insights', 'insight:c')?.body).toBe('Body of c, 软银')
  expect(notebook.damage).toMatchObject([{ file: bodies, kind: 'healed', message: expect.stringContaining('insight:c') }])
  await notebook.close()
  expect(await checkNotebook(folder)).toMatchObject([{ where: bodies, message: expect.stringContaining('insight:c') }])
  await checkNotebook(folder, { repair: true })
  expect(await checkNotebook(folder)).toEqual([])
  expect(await readContents(folder)).toEqual(contents)
})

test('a damaged body that nothing can heal is refused whenever it is read', async () => {
  const folder = makeFolder()
  await makeUnhealable(folder)
  flipByte(join(folder, bodies), readFileSync(join(folder, bodies)).indexOf('Body of c'))
  const notebook = await openNotebook(folder)
  for (let time = 0; time < 2; time += 1) {
    expect(() => notebook.view.get('insights', 'insight:c')).toThrow(/insight:c is damaged/)
    await notebook.healed()
  }
  expect(await notebook.run('me', 'insight.revise', { id: 'insight:c', title: 'X' })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(notebook.damage).toMatchObject([{ file: bodies, kind: 'lost', message: expect.stringContaining('insight:c') }])
  await notebook.close()
})

test.each([
  ['emptied', (path: string) => truncateSync(path)],
  ['missing', (path: string) => rmSync(path)],
  ['cut', (path: string) => truncateSync(path, 150)],
  ['with a block twice', (path: string) => edit(path, (bytes) => Buffer.concat([bytes.subarray(0, 90), bytes.subarray(40, 90), bytes.subarray(90)]))],
] as const)('bodies that are %s are read from the generation before, and kept by the next', async (_, damage) => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  damage(join(folder, bodies))
  expect(await readContents(folder)).toEqual(contents)
  expect((await checkNotebook(folder)).map(({ where }) => where)).toContain(bodies)
  const notebook = await openNotebook(folder)
  expect(notebook.damage).toMatchObject([{ file: bodies, kind: 'healed' }])
  await notebook.snapshot()
  await notebook.snapshot()
  expect(contentsOf(notebook.view)).toEqual(contents)
  await notebook.close()
  expect(await readContents(folder)).toEqual(contents)
})

test('a damaged body that nothing can heal stays damaged through new generations, and repair keeps what is legible', async () => {
  const folder = makeFolder()
  await makeUnhealable(folder)
  const offset = readFileSync(join(folder, bodies)).indexOf('Body of c')
  flipByte(join(folder, bodies), offset)
  const notebook = await openNotebook(folder)
  await notebook.snapshot()
  await notebook.snapshot()
  await notebook.snapshot()
  expect(() => notebook.view.get('insights', 'insight:c')).toThrow(/insight:c is damaged/)
  expect(notebook.view.get('insights', 'insight:d')?.body).toBe('Body of d, 软银')
  await notebook.close()
  const aside = readdirSync(join(folder, 'quarantine')).map((name) => readFileSync(join(folder, 'quarantine', name), 'utf8'))
  expect(aside.some((text) => text.includes('ody of c'))).toBe(true)
})

test('repair keeps the legible part of a body that nothing can heal', async () => {
  const folder = makeFolder()
  await makeUnhealable(folder)
  const offset = readFileSync(join(folder, bodies)).indexOf('Body of c')
  flipByte(join(folder, bodies), offset)
  expect((await checkNotebook(folder, { repair: true })).length).toBeGreaterThan(0)
  const notebook = await openNotebook(folder)
  expect(notebook.view.get('insights', 'insight:c')?.body).toBe('Cody of c, 软银')
  await notebook.close()
})

const lost: [what: string, damage: (folder: string) => void, kept: number][] = [
  ['emptied records', (folder) => truncateSync(join(folder, records), 0), 3],
  ['missing records', (folder) => rmSync(join(folder, records)), 3],
  ['an emptied journal', (folder) => truncateSync(join(folder, journal), 0), 5],
  ['a missing journal', (folder) => rmSync(join(folder, journal)), 5],
  ['records cut in the middle', (folder) => truncateSync(join(folder, records), statSync(join(folder, records)).size >> 1), 5],
]

test.each(lost)('%s is damage and not a new notebook', async (_, damage, kept) => {
  const folder = makeFolder()
  await makeUnhealable(folder)
  damage(folder)
  expect((await checkNotebook(folder)).length).toBeGreaterThan(0)
  const notebook = await openNotebook(folder)
  expect(notebook.damage.length).toBeGreaterThan(0)
  expect(notebook.damage[0]?.message).toMatch(/missing|empty|lost|damaged|gone/)
  expect(contentsOf(notebook.view).length).toBeGreaterThanOrEqual(kept - 1)
  await must(notebook.run('me', 'insight.add', { id: 'insight:new', title: 'New' }))
  await notebook.close()
  expect((await readContents(folder)).some(({ id }) => id === 'insight:new')).toBe(true)
})

test.each(lost)('%s is healed where the generation before is whole, but for what only the journal had', async (what, damage) => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  damage(folder)
  expect(await readContents(folder)).toEqual(what.includes('journal') ? contents.slice(0, 5) : contents)
})

test('missing or cut bodies are said at opening; heads and later bodies are there', async () => {
  const folder = makeFolder()
  await makeUnhealable(folder)
  for (const damage of [() => truncateSync(join(folder, bodies), 100), () => rmSync(join(folder, bodies))]) {
    damage()
    const notebook = await openNotebook(folder, { mode: 'read' })
    expect(notebook.damage[0]).toMatchObject({ file: bodies })
    expect([...notebook.view.heads('insights')]).toHaveLength(8)
    expect(() => notebook.view.get('insights', 'insight:e')).toThrow(/damaged/)
    expect(notebook.view.get('insights', 'insight:h')?.body).toBe('Later h')
    await notebook.close()
    expect((await checkNotebook(folder)).length).toBeGreaterThan(0)
  }
})

test.each(['', '{', '{"format":"footing notebook"}', 'missing'])('notebook.json replaced by %j is made anew from the files', async (text) => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  const { id } = JSON.parse(readFileSync(join(folder, 'notebook.json'), 'utf8'))
  const path = join(folder, 'notebook.json')
  if (text === 'missing') rmSync(path)
  else writeFileSync(path, text)
  expect(await readContents(folder)).toEqual(contents)
  const notebook = await openNotebook(folder)
  expect(notebook.manifest).toMatchObject({ id, title: 'Test', generation: 2 })
  expect(notebook.damage[0]).toMatchObject({ file: 'notebook.json' })
  await must(notebook.run('me', 'insight.remove', { id: 'insight:h' }))
  await notebook.close()
  const again = await openNotebook(folder)
  expect(again.damage).toEqual([])
  expect(again.view.head('insights', 'insight:h')?.removedAt).toBeTypeOf('string')
  await again.close()
})

test('any flipped bit in notebook.json is noticed or harmless', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  const path = join(folder, 'notebook.json')
  const whole = readFileSync(path)
  for (let offset = 0; offset < whole.length; offset += 3) {
    writeFileSync(path, whole)
    flipByte(path, offset, 1 << (offset % 8))
    expect(await readContents(folder), `byte ${offset}`).toEqual(contents)
  }
})

test('any two files of a notebook that were swapped are read where they lie, named, and put back by the next writer', async () => {
  const template = makeFolder()
  const contents = await makeNotebook(template)
  const folder = `${template}-swapped`
  const opened = await openNotebook(template)
  await opened.snapshot()
  await opened.close()
  const names = [
    'notebook.json',
    'saved.json',
    ...[2, 3].flatMap((number) => ['records', 'bodies', 'journal'].map((part) => `${part}-${number}.ndjson`)),
  ]
  for (const [index, one] of names.entries()) {
    for (const other of names.slice(index + 1)) {
      const what = `${one} with ${other}`
      cpSync(template, folder, { recursive: true })
      renameSync(join(folder, one), join(folder, 'between'))
      renameSync(join(folder, other), join(folder, one))
      renameSync(join(folder, 'between'), join(folder, other))
      expect(await readContents(folder), what).toEqual(contents)
      expect(await checkNotebook(folder), what).not.toEqual([])
      const notebook = await openNotebook(folder)
      expect(contentsOf(notebook.view), what).toEqual(contents)
      await notebook.close()
      expect(await checkNotebook(folder), what).toEqual([])
      rmSync(folder, { recursive: true })
    }
  }
})

test('records of an older generation under the name of the newest are not taken for them', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  copyFileSync(join(folder, 'records-1.ndjson'), join(folder, records))
  expect(await readContents(folder)).toEqual(contents)
  expect((await checkNotebook(folder)).map(({ where }) => where)).toContain(records)
})

test.each([
  ['a text', 'xyz', /no change/],
  ['a line', '{"some":"json"}\n', /no change/],
] as const)('%s that others put at the end of the journal is named, and no change is lost', async (_, text, message) => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  edit(join(folder, journal), (bytes) => Buffer.concat([bytes, Buffer.from(text)]))
  expect(await readContents(folder)).toEqual(contents)
  expect(await checkNotebook(folder)).toMatchObject([{ where: journal, message: expect.stringMatching(message) }])
  const notebook = await openNotebook(folder)
  await must(notebook.run('me', 'insight.add', { id: 'insight:new', title: 'New' }))
  await notebook.close()
  expect(await checkNotebook(folder)).toEqual([])
})

test('a change that stands twice in the journal counts once and is named', async () => {
  const folder = makeFolder()
  const contents = await makeNotebook(folder)
  edit(join(folder, journal), (bytes) => Buffer.concat([bytes, bytes.subarray(bytes.lastIndexOf('\n', bytes.length - 2) + 1)]))
  expect(await readContents(folder)).toEqual(contents)
  expect(await checkNotebook(folder)).toMatchObject([{ where: journal, message: expect.stringContaining('twice') }])
})

test('a lock into which somebody wrote locks all the same', async () => {
  const folder = makeFolder()
  await makeNotebook(folder)
  writeFileSync(join(folder, 'lock'), 'something that is no database, and long enough to be looked at')
  expect((await checkNotebook(folder)).map(({ where }) => where)).toEqual(['lock'])
  const notebook = await openNotebook(folder)
  await expect(openNotebook(folder)).rejects.toMatchObject({ code: 'locked' })
  await notebook.close()
})

test('an old copy of one file among newer ones is noticed', async () => {
  const folder = makeFolder()
  await makeUnhealable(folder)
  copyFileSync(join(folder, records), join(folder, 'kept'))
  edit(join(folder, records), (bytes) => Buffer.from(bytes.toString('utf8').replace('"Title a"', '"Title z"')))
  const findings = await checkNotebook(folder)
  expect(findings.some(({ message }) => message.includes('insight:a'))).toBe(true)
})

test('the check finds every kind of damage, and nothing in a copy of a whole notebook', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  await must(notebook.run('me', 'source.add', { id: 'source:s', title: 'Source', markdown: 'Some *words* to mark.' }))
  await must(notebook.run('me', 'highlight.add', { id: 'highlight:h', source: 'source:s', start: 5, end: 10 }))
  const image = await notebook.addImage(
    Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  )
  await must(notebook.run('me', 'insight.add', { id: 'insight:a', title: 'A', body: `B ![](${image})` }))
  await must(notebook.run('me', 'evidence.add', { insight: 'insight:a', highlight: 'highlight:h', stance: 'supports' }))
  await notebook.snapshot()
  await notebook.close()
  const hash = readdirSync(join(folder, 'texts'))[0]?.slice(0, 64)
  const damages: [string, (copy: string) => void][] = [
    ['texts', (copy) => flipByte(join(copy, `texts/${hash}.md`), 3)],
    ['texts', (copy) => rmSync(join(copy, `texts/${hash}.reading.txt`))],
    ['texts', (copy) => flipByte(join(copy, `texts/${hash}.reading.txt`), 6)],
    ['history', (copy) => flipByte(join(copy, 'history/journal-1.ndjson.zst'), 40)],
    ['files', (copy) => writeFileSync(join(copy, `files/${'0'.repeat(64)}.png`), 'x')],
    ['records-1', (copy) => flipByte(join(copy, 'records-1.ndjson'), 3)],
    ['journal-1', (copy) => flipByte(join(copy, 'journal-1.ndjson'), 300)],
    ['journal-1', (copy) => truncateSync(join(copy, 'journal-1.ndjson'), readFileSync(join(copy, 'journal-1.ndjson')).lastIndexOf('{"length"'))],
    ['history', (copy) => rmSync(join(copy, 'history/records-1.ndjson.zst'))],
    ['history', (copy) => truncateSync(join(copy, 'history/bodies-1.ndjson.zst'))],
    ['history', (copy) => copyFileSync(join(copy, 'history/records-1.ndjson.zst'), join(copy, 'history/journal-1.ndjson.zst'))],
    ['history', (copy) => edit(join(copy, 'history/journal-1.ndjson.zst'), (bytes) => Buffer.concat([bytes, Buffer.from('x')]))],
    ['history', (copy) => truncateSync(join(copy, 'history/index.ndjson'), 100)],
    ['history', (copy) => rmSync(join(copy, 'history/index.ndjson'))],
    ['saved', (copy) => rmSync(join(copy, 'saved.json'))],
    ['saved', (copy) => flipByte(join(copy, 'saved.json'), 20)],
    ['cache', (copy) => flipByte(join(copy, 'cache/columns-2.json'), 30)],
    ['cache', (copy) => truncateSync(join(copy, 'cache/columns-2.json'))],
    ['notebook.json', (copy) => edit(join(copy, 'notebook.json'), (bytes) => Buffer.concat([bytes, Buffer.from('\n')]))],
    [image, (copy) => rmSync(join(copy, image))],
    [image, (copy) => truncateSync(join(copy, image))],
    ['records-2', (copy) => flipByte(join(copy, 'records-2.ndjson'), statSync(join(copy, 'records-2.ndjson')).size - 5)],
  ]
  const copy = `${folder}-copy`
  cpSync(folder, copy, { recursive: true })
  expect(await checkNotebook(copy)).toEqual([])
  for (const [where, damage] of damages) {
    rmSync(copy, { recursive: true })
    cpSync(folder, copy, { recursive: true })
    damage(copy)
    const findings = await checkNotebook(copy)
    expect(findings.map((finding) => finding.where).join(), where).toContain(where)
    for (const { message } of findings) expect(message.length).toBeGreaterThan(20)
  }
})
