// `palette.find`: titles in three languages, in an order that can be foretold, and always those of the newest commit.

import { beforeEach, describe, expect, test } from 'vitest'
import { fitTitle, prepareTyped } from '../../../src/core/finding/fit-title.ts'
import { foldText } from '../../../src/core/finding/fold-text.ts'
import { findTitles } from '../../../src/host/answers/find-titles.ts'
import { type MemoryNotebook, makeMemoryNotebook } from '../session/memory-notebook.ts'

let notebook: MemoryNotebook
type Request = Parameters<typeof findTitles>[1]
const find = (text: string, more: Partial<Request> = {}) =>
  findTitles(notebook, { text, limit: 50, tables: ['insights', 'sources', 'reports'], recent: [], ...more })
const titles = async (text: string, more: Partial<Request> = {}) => (await find(text, more)).map(({ title }) => title)

beforeEach(() => {
  notebook = makeMemoryNotebook()
})

describe('order', () => {
  test('what begins with the text, then words that do, then what holds it, then its letters; each the newest first', async () => {
    for (const title of ['Footnotes', 'No tests', 'A note', 'Notes of old', 'Another note', 'Notes of today'])
      await notebook.must('insight.add', { title })
    expect(await titles('note')).toEqual(['Notes of today', 'Notes of old', 'Another note', 'A note', 'Footnotes', 'No tests'])
    expect(await titles('note', { limit: 2 })).toEqual(['Notes of today', 'Notes of old'])
  })

  test('nothing typed gives what is recent, then the newest of all kinds', async () => {
    await notebook.must('insight.add', { id: 'insight:a', title: 'First' })
    await notebook.must('report.add', { title: 'Second' })
    await notebook.must('source.add', { title: 'Third', markdown: 'x' })
    expect(await titles('')).toEqual(['Third', 'Second', 'First'])
    expect(await titles('', { recent: ['insight:gone', 'insight:a'] })).toEqual(['First', 'Third', 'Second'])
  })

  test('of equal fits the recent one comes first, but never before a better fit', async () => {
    await notebook.must('insight.add', { id: 'insight:old', title: 'Bonds of old' })
    await notebook.must('insight.add', { title: 'Bonds of today' })
    await notebook.must('insight.add', { id: 'insight:word', title: 'New bonds' })
    expect(await titles('bonds', { recent: ['insight:word', 'insight:old'] })).toEqual(['Bonds of old', 'Bonds of today', 'New bonds'])
  })
})

describe('sources', () => {
  beforeEach(async () => {
    await notebook.must('source.add', {
      citekey: 'sina2025-exit',
      title: '软银清仓英伟达',
      titleTranslations: [
        { language: 'en', title: 'SoftBank sells NVIDIA' },
        { language: 'ja', title: 'ソフトバンク、エヌビディア株を売却' },
      ],
      publisher: 'Sina',
      language: 'zh',
      markdown: 'x',
    })
  })

  test.each([
    ['软银', 'sina2025-exit · Sina'],
    ['nvidia', 'SoftBank sells NVIDIA'],
    ['ｿﾌﾄ', 'ソフトバンク、エヌビディア株を売却'],
    ['SINA2025', 'sina2025-exit · Sina'],
    ['ｓｉｎａ', 'sina2025-exit · Sina'],
  ])('%s finds it by that name', async (text, detail) => {
    expect(await find(text)).toMatchObject([{ table: 'sources', title: '软银清仓英伟达', language: 'zh', detail }])
  })

  test('only the wanted tables are looked through', async () => {
    await notebook.must('insight.add', { title: '软银的债券' })
    expect(await titles('软银', { tables: ['sources'] })).toEqual(['软银清仓英伟达'])
  })
})

test('after every commit it finds what a fresh look at all titles would find', async () => {
  let state = 7
  const random = (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state % below
  }
  const words = ['bond', 'Bonds', '软银', '债券', 'AI', 'ソフト', 'note']
  const ids: string[] = []
  for (let turn = 0; turn < 120; turn += 1) {
    const title = Array.from({ length: 1 + random(3) }, () => words[random(words.length)]).join(random(2) === 0 ? ' ' : '')
    const id = ids[random(ids.length + 1)]
    if (id === undefined) ids.push((await notebook.must('insight.add', { title })).id)
    else if (random(3) === 0) await notebook.must('insight.remove', { id })
    else if (notebook.view.head('insights', id as `insight:${string}`)?.removedAt !== undefined) await notebook.must('trash.restore', { ids: [id] })
    else await notebook.must('insight.revise', { id, title })
    const text = words[random(words.length)] ?? ''
    const expected = [...notebook.view.heads('insights')].filter(
      (head) => head.removedAt === undefined && fitTitle(foldText(head.title), prepareTyped(text)) !== undefined,
    )
    expect(new Set((await find(text)).map((found) => found.id))).toEqual(new Set(expected.map((head) => head.id)))
  }
})
