// Imports of files and folders: order, duplicates, and files that cannot be taken beside those that can.

import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { KnownSources } from '../../../src/core/import/find-known-source.ts'
import { type ImportTarget, importFiles } from '../../../src/host/import/import-files.ts'
import { MemoryNotebook } from '../../core/commands/memory-notebook.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footing-import-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

function file(path: string, content: string | Uint8Array): string {
  const whole = join(folder, path)
  mkdirSync(dirname(whole), { recursive: true })
  writeFileSync(whole, content)
  return whole
}

/** A notebook's side: keeps what it is sent, refuses titles that begin with `refuse`. */
function makeTarget(held: [markdown: string, isInTrash: boolean][] = []): ImportTarget & { titles: string[] } {
  const titles: string[] = []
  const hashes = new Map(held.map(([markdown, isInTrash]) => [`text:${createHash('sha256').update(markdown).digest('hex')}`, isInTrash]))
  return {
    titles,
    run: async (_command, input) => {
      const { title } = input as { title: string }
      await new Promise((resolve) => setTimeout(resolve, 1 + (title.length % 7)))
      if (title.startsWith('refuse')) return { ok: false, error: { code: 'exists', message: 'the citekey is taken' } }
      titles.push(title)
      return { ok: true, seq: titles.length, result: { id: `source:${titles.length}`, citekey: title } }
    },
    // Tests of bibliographies and highlights are in bring-item.test.ts, with a notebook.
    items: {
      run: () => Promise.reject(new Error('no item was expected')),
      known: new KnownSources(new MemoryNotebook().tables),
      source: () => undefined,
      markdown: async () => undefined,
    },
    sourceOf: (text) => {
      const isInTrash = hashes.get(text)
      return isInTrash === undefined ? undefined : { id: 'source:held', isInTrash }
    },
  }
}

async function importAll(paths: readonly string[], target = makeTarget()): Promise<[path: string, outcome: string, why: string][]> {
  const outcomes: [string, string, string][] = []
  for await (const each of importFiles(target, paths)) {
    outcomes.push([relative(folder, each.path), each.outcome, each.outcome === 'kept' ? each.title : each.reason])
  }
  return outcomes
}

test('a folder is walked in the order of its names, whatever the depth; hidden entries and node_modules are passed over', async () => {
  for (const path of ['b/2.md', 'b/10.txt', 'a.MD', 'Z.markdown', '.hidden.md', '.git/x.md', 'node_modules/p/README.md', 'b/c/deep.text'])
    file(path, path)
  expect((await importAll([folder])).map(([path]) => path)).toEqual(['Z.markdown', 'a.MD', 'b/10.txt', 'b/2.md', 'b/c/deep.text'])
})

test('one bad file never stops the rest, and every file says why', async () => {
  file('1-good.md', '# Good')
  file('2-binary.md', Buffer.from([1, 0, 2]))
  file('3-latin.txt', Buffer.from('caf\u00e9', 'latin1'))
  file('4-empty.md', ' \n')
  file('5-picture.png', 'x')
  file('6-refuse.md', '# refuse this')
  truncateSync(file('7-huge.md', ''), 60_000_000)
  file('8-good.md', '# Also good')
  expect(await importAll([folder, join(folder, 'missing.md')])).toEqual([
    ['1-good.md', 'kept', 'Good'],
    ['2-binary.md', 'refused', 'not a text file'],
    ['3-latin.txt', 'refused', expect.stringContaining('UTF-8')],
    ['4-empty.md', 'skipped', 'holds no text'],
    ['5-picture.png', 'skipped', expect.stringContaining('not Markdown')],
    ['6-refuse.md', 'refused', 'the citekey is taken'],
    ['7-huge.md', 'refused', expect.stringContaining('60 MB')],
    ['8-good.md', 'kept', 'Also good'],
    ['missing.md', 'refused', 'no such file or folder'],
  ])
})

test('the same text is taken once: twice among the files, in the notebook, or in its trash', async () => {
  file('a.md', 'same text')
  file('b.md', '---\ntitle: Another title\n---\nsame text')
  file('c.md', 'held text')
  file('d.md', 'removed text')
  const target = makeTarget([
    ['held text', false],
    ['removed text', true],
  ])
  expect((await importAll([folder], target)).map(([, outcome, why]) => [outcome, why])).toEqual([
    ['kept', 'a'],
    ['skipped', `the same text as ${join(folder, 'a.md')}`],
    ['skipped', expect.stringContaining('source:held')],
    ['skipped', expect.stringContaining('trash')],
  ])
})

test('a twin of a refused file gets its own chance', async () => {
  file('a.md', '---\ntitle: refuse\n---\nsame')
  file('b.md', 'same')
  expect((await importAll([folder])).map(([, outcome]) => outcome)).toEqual(['refused', 'kept'])
})

test('links stay inside: out of the folder refused, inside followed, round in circles not', async () => {
  const outside = mkdtempSync(join(tmpdir(), 'footing-outside-'))
  writeFileSync(join(outside, 'secret.md'), 'secret')
  file('in/a.md', 'text a')
  symlinkSync(join(outside, 'secret.md'), join(folder, 'in/b.md'))
  symlinkSync(outside, join(folder, 'in/c'))
  symlinkSync('a.md', join(folder, 'in/d.md'))
  symlinkSync('..', join(folder, 'in/e'))
  symlinkSync('nowhere', join(folder, 'in/f.md'))
  expect(await importAll([folder])).toEqual([
    ['in/a.md', 'kept', 'a'],
    ['in/b.md', 'refused', 'a link that leads out of the folder'],
    ['in/c', 'refused', 'a link that leads out of the folder'],
    ['in/d.md', 'skipped', expect.stringContaining('a.md')],
    ['in/f.md', 'refused', 'no such file or folder'],
  ])
  rmSync(outside, { recursive: true })
})

test('a named file may have no extension; another kind of file is refused', async () => {
  expect(await importAll([file('README', 'words'), file('page.html', '<p>')])).toEqual([
    ['README', 'kept', 'README'],
    ['page.html', 'refused', expect.stringContaining('not Markdown')],
  ])
})

test('hundreds of files come out in order, each once', async () => {
  for (let number = 0; number < 300; number += 1) file(`${String(number).padStart(3, '0')}.md`, `text ${number}`)
  const outcomes = await importAll([folder])
  expect(outcomes.map(([path]) => path)).toEqual(outcomes.map((_, number) => `${String(number).padStart(3, '0')}.md`))
  expect(outcomes.every(([, outcome]) => outcome === 'kept')).toBe(true)
})
