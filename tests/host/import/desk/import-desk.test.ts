// What a window does to bring files in: put, look, start, follow, read the report, settle what is left, take all of it back.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportAnswers, ImportState } from '../../../../src/core/contract/import-questions.ts'
import { answerQuestion } from '../../../../src/host/answers/answer-question.ts'
import { openNotebook } from '../../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../../src/host/opened-notebook.ts'
import { workerUrl } from '../../../../src/host/worker-url.ts'

let work: string
let notebook: OpenNotebook

const open = () => openNotebook(join(work, 'notebook'), { create: { title: 'T' }, workerUrl })
const stagedFolder = () => join(work, 'notebook', 'cache', 'imports')
const staged = () => (existsSync(stagedFolder()) ? readdirSync(stagedFolder()) : [])

beforeEach(async () => {
  work = mkdtempSync(join(tmpdir(), 'footing-desk-'))
  notebook = await open()
})
afterEach(async () => {
  await notebook.close()
  rmSync(work, { recursive: true })
})

async function ask<Name extends keyof ImportAnswers>(question: Name, input: object, window = 'window-1'): Promise<ImportAnswers[Name]> {
  const answer = await answerQuestion(notebook, question, question === 'import.last' ? {} : { import: 'one', ...input }, undefined, window)
  if (!answer.ok) throw new Error(`${answer.error.code}: ${answer.error.message}`)
  return answer.value as ImportAnswers[Name]
}
const put = (files: { readonly [path: string]: string | Uint8Array }, name = 'one') =>
  ask('import.put', {
    import: name,
    pieces: Object.entries(files).map(([path, content]) => {
      const bytes = Buffer.from(content as string)
      return { path, start: 0, size: bytes.length, data: bytes.toString('base64') }
    }),
  })
async function follow(name = 'one'): Promise<ImportState> {
  let state = await ask('import.follow', { import: name, seen: 0 })
  while (state.phase === 'running') state = await ask('import.follow', { import: name, seen: state.number })
  return state
}
const report = async (only?: string) =>
  (await ask('import.report', { start: 0, count: 500, ...(only ? { only } : {}) })).rows.map(({ path, outcome, title, reason }) => [
    path,
    outcome,
    title ?? reason,
  ])
const titles = (table: 'insights' | 'sources') => [...notebook.view.heads(table)].map(({ title }) => title).toSorted()

test('a vault comes in by pieces as insights, and one undo takes all of it back, one redo brings it again', async () => {
  await put({
    'Vault/.obsidian/app.json': '',
    'Vault/笔记/孙正义.md': '看好[[愿景基金]]。',
    'Vault/愿景基金.md': '# 基金\n',
    'Vault/page.html': page,
  })
  await put({ 'refs.bib': '@book{a,title={One}}\n@book{b,title={Two}}\n' })
  expect(await ask('import.look', {})).toEqual({
    folders: [{ name: 'Vault', isVault: true, notes: 2 }],
    notes: 0,
    kinds: [['page', 1]],
    pictures: 0,
    lists: [{ path: 'refs.bib', format: 'BibTeX bibliography', sources: 2, highlights: 0 }],
    leftOut: 0,
  })
  await ask('import.start', { as: 'insights' })
  expect(await follow()).toMatchObject({ phase: 'done', done: 4, total: 4, counts: { kept: 5, renewed: 0, skipped: 0, refused: 0 } })
  expect(await report()).toEqual([
    ['Vault/page.html', 'kept', 'An article'],
    ['Vault/愿景基金.md', 'kept', '愿景基金'],
    ['Vault/笔记/孙正义.md', 'kept', '孙正义'],
    ['refs.bib', 'kept', 'One'],
    ['refs.bib', 'kept', 'Two'],
  ])
  // Nothing is left to be settled, so nobody needs the files.
  await expect.poll(staged).toEqual([])
  expect(await notebook.run('window-1', 'history.undo', {})).toMatchObject({ ok: true, result: { command: 'import' } })
  expect([titles('insights'), titles('sources'), [...notebook.view.heads('texts')]]).toEqual([[], [], []])
  expect(await notebook.run('window-1', 'history.redo', {})).toMatchObject({ ok: true })
  expect([titles('insights'), titles('sources')]).toEqual([
    ['孙正义', '愿景基金'],
    ['An article', 'One', 'Two'],
  ])
})

test('a large import is undone in slices, and others write in between', async () => {
  await put(Object.fromEntries(Array.from({ length: 350 }, (_, position) => [`Notes/${position}.md`, `Note ${position}`])))
  await ask('import.start', { as: 'insights' })
  expect((await follow()).counts.kept).toBe(350)
  const commits: number[] = []
  notebook.onCommit(({ changes }) => void commits.push(changes.length))
  const undoing = notebook.run('window-1', 'history.undo', {})
  const writing = notebook.run('window-2', 'insight.add', { title: 'Mine' })
  expect(await writing).toMatchObject({ ok: true })
  expect(titles('insights').length).toBeGreaterThan(1)
  expect(await undoing).toMatchObject({ ok: true })
  expect(titles('insights')).toEqual(['Mine'])
  expect(commits).toEqual([100, 1, 100, 100, 50])
})

test('an import of which a note was written in elsewhere is not undone, and nothing of it is', async () => {
  await put({ 'Notes/one.md': 'One', 'Notes/two.md': 'Two' })
  await ask('import.start', { as: 'insights' })
  await follow()
  const [first] = [...notebook.view.heads('insights')]
  await notebook.run('window-2', 'insight.revise', { id: first?.id, body: 'mine' })
  expect(await notebook.run('window-1', 'history.undo', {})).toMatchObject({ ok: false, error: { code: 'stale', message: /“one” was changed/ } })
  expect(titles('insights')).toEqual(['one', 'two'])
})

test('of files that come by themselves the name says little: another note of that name is another insight', async () => {
  const long = (word: string) => Array.from({ length: 60 }, (_, position) => `${word} thought ${position}.`).join(' ')
  for (const [name, body] of [
    ['one', long('Old')],
    ['two', long('Other')],
    ['three', `${long('Old')} And one more.`],
  ] as const) {
    await put({ 'todo.md': body }, name)
    await ask('import.start', { import: name, as: 'insights' })
    await follow(name)
  }
  const bodies = [...notebook.view.heads('insights')].map(({ id }) => notebook.view.get('insights', id)?.body)
  expect(bodies.toSorted()).toEqual([`${long('Old')} And one more.`, long('Other')])
})

test('a text that looks like a source that is here is left out, and can be settled from the report', async () => {
  await notebook.run('other', 'source.add', { title: 'Here', url: 'https://example.org/a', markdown: 'The old words.' })
  const words = (text: string) => `---\nurl: https://example.org/a\ntitle: Here\n---\n\n${text}\n`
  await put({ 'In/a.md': words('Other words entirely.'), 'In/b.md': 'New.' })
  await ask('import.start', { as: 'sources' })
  await follow()
  const { rows } = await ask('import.report', { only: 'skipped', start: 0, count: 10 })
  expect(rows).toMatchObject([{ path: 'In/a.md', isDuplicate: true, reason: expect.stringContaining('the same address as “Here”') }])
  expect(JSON.stringify(rows)).not.toContain(work)
  expect(staged()).toHaveLength(1)
  expect(await ask('import.settle', { row: rows[0]?.row, duplicates: 'revise' })).toMatchObject({ outcome: 'renewed', title: 'Here' })
  expect(await ask('import.follow', { seen: 0 })).toMatchObject({ counts: { kept: 1, renewed: 1, skipped: 0 } })
  await notebook.run('window-1', 'history.undo', {})
  expect([...notebook.view.heads('sources')].map(({ title, revisions }) => [title, revisions.length])).toEqual([['Here', 1]])
})

test('names that lead out, and what no folder can hold, are refused in words; nothing is written outside', async () => {
  const hostile = [
    '../out.md',
    '/etc/x.md',
    'a/../../out.md',
    'a//b.md',
    'a/./b.md',
    'a\\..\\b.md',
    'a\u0000.md',
    `${'x'.repeat(300)}.md`,
    '..',
    'a/',
  ]
  await put(Object.fromEntries(hostile.map((name) => [name, 'x'])))
  await put({ [`${'deep/'.repeat(150)}x.md`]: 'x', 'Notes/good.md': 'Good.', 'Notes/good.md/inside.md': 'x', ['__proto__']: 'Plain.' })
  await ask('import.start', { as: 'sources' })
  expect((await follow()).counts).toEqual({ kept: 2, renewed: 0, skipped: 0, refused: 12 })
  expect((await report('refused')).every(([, , reason]) => /name|deep/.test(reason ?? ''))).toBe(true)
  expect(readdirSync(work)).toEqual(['notebook'])
  expect(titles('sources')).toEqual(['good', 'proto'])
})

test('a piece that comes again is taken once; one that is missing, a file that is too large and a second start are no harm', async () => {
  const whole = Buffer.from('The whole text of it.')
  const piece = (start: number, end: number) => ({
    pieces: [{ path: 'whole.md', start, size: whole.length, data: whole.subarray(start, end).toString('base64') }],
  })
  await expect(ask('import.put', piece(5, 9))).rejects.toThrow('stale')
  await ask('import.put', { import: 'two', ...piece(0, 9) })
  await ask('import.put', { import: 'two', ...piece(0, 9) })
  await ask('import.put', { import: 'two', ...piece(9, 21) })
  await ask('import.put', { import: 'two', pieces: [{ path: 'huge.md', start: 0, size: 60_000_000, data: '' }] })
  await ask('import.start', { import: 'two' })
  await ask('import.start', { import: 'two', as: 'insights' })
  expect((await follow('two')).counts).toEqual({ kept: 1, renewed: 0, skipped: 0, refused: 1 })
  const [source] = notebook.view.heads('sources')
  expect((await notebook.readText(source?.revisions[0]?.text as `text:${string}`))?.markdown).toBe('The whole text of it.')
})

test('cancel ends it within a moment; what came in stays and is one undo; another window sees nothing of it', async () => {
  await put(Object.fromEntries(Array.from({ length: 600 }, (_, position) => [`Notes/${position}.md`, `Note ${position}`])))
  await ask('import.start', { as: 'insights' })
  while (titles('insights').length === 0) await new Promise((resolve) => setTimeout(resolve, 2))
  const before = performance.now()
  const state = await ask('import.cancel', {})
  expect(performance.now() - before).toBeLessThan(1_000)
  expect(state.phase).toBe('stopped')
  const count = titles('insights').length
  expect(state.counts.kept).toBe(count)
  expect(await ask('import.last', {})).toMatchObject({ import: 'one', state: { phase: 'stopped' } })
  expect(await answerQuestion(notebook, 'import.last', {}, undefined, 'window-2')).toEqual({ ok: true, value: {} })
  await expect(ask('import.report', { start: 0, count: 1 }, 'window-2')).rejects.toThrow('not-found')
  await notebook.run('window-1', 'history.undo', {})
  expect(titles('insights')).toEqual([])
})

test('what a crash left behind is gone when the notebook is opened again', async () => {
  await notebook.close()
  mkdirSync(join(stagedFolder(), 'left', 'loose'), { recursive: true })
  writeFileSync(join(stagedFolder(), 'left', 'loose', 'secret.md'), 'secret')
  notebook = await open()
  await expect.poll(() => existsSync(stagedFolder())).toBe(false)
})

const page = `<html><head><title>An article</title></head><body><article><h1>An article</h1>${'<p>Some sentence that is long enough to be read.</p>'.repeat(12)}</article></body></html>`
