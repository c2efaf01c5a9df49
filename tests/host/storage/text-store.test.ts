import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { makeFolder, must, openNew } from './work-folder.ts'

const markdown = '# 标题\r\n\r\nSome **bold** words, “quoted”.\u2028 And \0 more.'

test('a text comes back byte for byte, its reading text without marks, and storing it again writes nothing', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  const first = await notebook.run('me', 'source.add', { title: 'One', markdown })
  const { text } = (first as { result: { text: RecordId<'text'> } }).result
  const read = await notebook.readText(text)
  expect(read?.markdown).toBe(markdown)
  expect(read?.readingText).not.toContain('**')
  expect(notebook.view.readingText(text)).toBe(read?.readingText)
  const record = notebook.view.get('texts', text)
  expect(record).toMatchObject({ length: markdown.length, readingLength: read?.readingText.length, projection: 2 })
  const times = () => readdirSync(join(folder, 'texts')).map((name) => statSync(join(folder, 'texts', name)).mtimeMs)
  const before = times()
  const second = await notebook.run('me', 'source.add', { title: 'Two', markdown })
  expect(second).toMatchObject({ ok: true, result: { text } })
  expect(times()).toEqual(before)
  await notebook.close()
})

test('many sources at once with the same text share one pair of files', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  await Promise.all(Array.from({ length: 20 }, (_, index) => must(notebook.run('me', 'source.add', { title: `S${index}`, markdown }))))
  expect(readdirSync(join(folder, 'texts'))).toHaveLength(2)
  expect([...notebook.view.heads('texts')]).toHaveLength(1)
  await notebook.close()
})

test('a text with half of a surrogate pair, which no file can keep, is refused in words, and other odd characters are kept', async () => {
  const notebook = await openNew(makeFolder())
  const refused = await notebook.run('me', 'source.add', { title: 'S', markdown: 'broken \ud800 pair' })
  expect(refused).toMatchObject({ ok: false, error: { code: 'invalid', message: expect.stringContaining('half of a character') } })
  const odd = 'NUL \0, separators \u2028 \u2029, a pair 😀, noncharacter \uffff'
  const added = await notebook.run('me', 'source.add', { title: '__proto__', markdown: odd })
  const { text } = (added as { result: { text: RecordId<'text'> } }).result
  expect((await notebook.readText(text))?.markdown).toBe(odd)
  await notebook.close()
})

test('a damaged text is reported, and adding the same text again heals it', async () => {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  const added = await notebook.run('me', 'source.add', { title: 'S', markdown })
  const { text } = (added as { result: { text: RecordId<'text'> } }).result
  await notebook.close()
  const again = await openNotebook(folder)
  const path = join(folder, 'texts', `${text.slice(5)}.reading.txt`)
  const whole = readFileSync(path)
  writeFileSync(path, 'something else')
  expect(again.view.readingText(text)).toBeUndefined()
  expect(await again.readText(text)).toBeUndefined()
  expect(again.damage).toMatchObject([{ file: `texts/${text.slice(5)}.reading.txt` }])
  await must(again.run('me', 'source.add', { title: 'Another', markdown }))
  expect(readFileSync(path)).toEqual(whole)
  expect(again.view.readingText(text)).toBe(whole.toString('utf8'))
  await again.close()
})
