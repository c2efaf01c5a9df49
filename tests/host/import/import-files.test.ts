// Imports of files and folders: order, duplicates, and files that cannot be taken beside those that can.

import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type ImportKit, makeImportKit } from './import-kit.ts'

let kit: ImportKit
beforeEach(async () => {
  kit = await makeImportKit()
})
afterEach(() => kit.close())

test('a folder is walked in the order of its names, whatever the depth; hidden entries and node_modules are passed over', async () => {
  for (const path of ['b/2.md', 'b/10.txt', 'a.MD', 'Z.markdown', '.hidden.md', '.git/x.md', 'node_modules/p/README.md', 'b/c/deep.text'])
    kit.file(path, path)
  expect((await kit.brief()).map(([path]) => path)).toEqual(['Z.markdown', 'a.MD', 'b/10.txt', 'b/2.md', 'b/c/deep.text'])
})

test('one bad file never stops the rest, and every file says why', async () => {
  kit.file('1-good.md', '# Good')
  kit.file('2-binary.md', Buffer.from([1, 0, 2]))
  kit.file('4-empty.md', ' \n')
  kit.file('5-picture.png', 'x')
  kit.file('6-film.mp4', 'x')
  truncateSync(kit.file('7-huge.md', ''), 200_000_000)
  kit.file('8-good.md', '# Also good')
  kit.file('9-page.docx', 'no zip')
  expect(await kit.brief([kit.folder, join(kit.folder, 'missing.md')])).toEqual([
    ['1-good.md', 'kept', 'Good'],
    ['2-binary.md', 'refused', 'not a text file'],
    ['4-empty.md', 'skipped', 'holds no text'],
    ['6-film.mp4', 'skipped', expect.stringContaining('not Markdown')],
    ['7-huge.md', 'refused', expect.stringContaining('200 MB')],
    ['8-good.md', 'kept', 'Also good'],
    ['9-page.docx', 'refused', expect.stringContaining('no Word document')],
    ['missing.md', 'refused', 'no such file or folder'],
    ['5-picture.png', 'skipped', 'a picture that no text shows'],
  ])
})

test('the same text is taken once: twice among the files, in the notebook, or in its trash', async () => {
  kit.file('c.md', 'held text')
  kit.file('d.md', 'removed text')
  const [, removed] = await kit.run()
  expect(removed).toMatchObject({ outcome: 'kept' })
  await kit.target.run('source.remove', { id: (removed as { source: string }).source })
  kit.file('a.md', 'same text')
  kit.file('b.md', '---\ntitle: Another title\n---\nsame text')
  expect((await kit.brief()).map(([, outcome, why]) => [outcome, why])).toEqual([
    ['kept', 'a'],
    ['skipped', `the same text as ${join(kit.folder, 'a.md')}`],
    ['skipped', expect.stringContaining('in the notebook already')],
    ['skipped', expect.stringContaining('trash')],
  ])
})

test('a twin of a refused file gets its own chance', async () => {
  kit.file('0.md', '---\ncitekey: taken\n---\nfirst')
  kit.file('a.md', '---\ncitekey: taken\n---\nsame')
  kit.file('b.md', 'same')
  expect((await kit.brief()).map(([, outcome]) => outcome)).toEqual(['kept', 'refused', 'kept'])
})

test('links stay inside: out of the folder refused, inside followed, round in circles not', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'footing-outside-'))
  writeFileSync(join(outside, 'secret.md'), 'secret')
  kit.file('in/a.md', 'text a')
  symlinkSync(join(outside, 'secret.md'), join(kit.folder, 'in/b.md'))
  symlinkSync(outside, join(kit.folder, 'in/c'))
  symlinkSync('a.md', join(kit.folder, 'in/d.md'))
  symlinkSync('..', join(kit.folder, 'in/e'))
  symlinkSync('nowhere', join(kit.folder, 'in/f.md'))
  expect(await kit.brief()).toEqual([
    ['in/a.md', 'kept', 'a'],
    ['in/b.md', 'refused', 'a link that leads out of the folder'],
    ['in/c', 'refused', 'a link that leads out of the folder'],
    ['in/d.md', 'skipped', expect.stringContaining('a.md')],
    ['in/f.md', 'refused', 'no such file or folder'],
  ])
  rmSync(outside, { recursive: true })
})

test('a named file may have no extension; another kind of file is refused', async () => {
  expect(await kit.brief([kit.file('README', 'words'), kit.file('film.mp4', 'x')])).toEqual([
    ['README', 'kept', 'README'],
    ['film.mp4', 'refused', expect.stringContaining('not Markdown')],
  ])
})

test('an edited file is a new text of its source, the old one stays readable, and the highlights go along', async () => {
  const path = kit.file('article.md', '# The sale\n\nSoftBank sold its stake in October. The price was high.\n')
  await kit.run()
  const [source] = kit.sources()
  const first = source?.revisions[0]?.text as `text:${string}`
  await kit.target.run('highlight.import', { source: source?.id, highlights: [{ quote: 'The price was high.' }] })
  writeFileSync(path, '# The sale\n\nIt was said on Monday.\n\nSoftBank sold its stake in October. The price was high.\n')
  expect(await kit.brief()).toEqual([['article.md', 'renewed', 'The sale']])
  expect(kit.sources().map(({ revisions }) => revisions.length)).toEqual([2])
  expect((await kit.notebook.readText(first))?.markdown).not.toContain('Monday')
  expect([...kit.notebook.view.heads('highlights')]).toMatchObject([{ state: 'moved', passage: { exact: 'The price was high.' } }])
  expect((await kit.brief())[0]?.[1]).toBe('skipped')
})

test('the same address with another text is told of, and becomes a new text or a source of its own where that is asked for', async () => {
  kit.file('a/one.md', '---\ntitle: Report\nurl: https://example.org/report?utm_source=x\n---\nThe first text.\n')
  await kit.run()
  const other = kit.file('b/two.md', '---\ntitle: The report\nurl: http://www.example.org/report/\npublisher: Example\n---\nThe second text.\n')
  expect(await kit.run([other])).toMatchObject([{ outcome: 'skipped', isDuplicate: true, reason: expect.stringContaining('the same address') }])
  expect(kit.sources()).toHaveLength(1)
  expect(await kit.run([other], { duplicates: 'revise' })).toMatchObject([{ outcome: 'renewed' }])
  expect(kit.sources()).toMatchObject([{ title: 'Report', publisher: 'Example', revisions: [{}, {}] }])
  kit.file('b/three.md', '---\ntitle: A report\nurl: https://example.org/report\n---\nThe third text.\n')
  await kit.run([join(kit.folder, 'b/three.md')], { duplicates: 'add' })
  expect(kit.sources()).toHaveLength(2)
})

test('a file of the same name in another folder of that name is another source', async () => {
  const one = join(kit.folder, 'one/notes')
  const two = join(kit.folder, 'two/notes')
  kit.file('one/notes/index.md', '# Chips\n\nAll about chips and who makes them.\n')
  kit.file('two/notes/index.md', '# Trains\n\nTimetables of the northern line.\n')
  await kit.run([one])
  expect((await kit.brief([two])).map(([, outcome]) => outcome)).toEqual(['kept'])
})

test('stopping takes effect at once, keeps what was taken, and the next run goes on', async () => {
  for (let number = 0; number < 600; number += 1) kit.file(`${String(number).padStart(3, '0')}.md`, `text ${number}`)
  const controller = new AbortController()
  const path = join(kit.folder)
  let seen = 0
  let stoppedAt = 0
  const { importFiles } = await import('../../../src/host/import/import-files.ts')
  const { workerUrl } = await import('../../../src/host/worker-url.ts')
  for await (const each of importFiles(kit.target, [path], { workerUrl, signal: controller.signal })) {
    if (each.outcome === 'kept') seen += 1
    if (seen === 20 && !controller.signal.aborted) {
      controller.abort()
      stoppedAt = performance.now()
    }
  }
  expect(performance.now() - stoppedAt).toBeLessThan(1_000)
  expect(kit.sources().length).toBeLessThan(600)
  expect(kit.sources().length).toBeGreaterThanOrEqual(20)
  const outcomes = await kit.brief()
  expect(outcomes.map(([name]) => name)).toEqual(outcomes.map((_, number) => `${String(number).padStart(3, '0')}.md`))
  expect(kit.sources()).toHaveLength(600)
})
