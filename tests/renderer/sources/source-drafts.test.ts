import { beforeEach, describe, expect, it } from 'vitest'
import { KeptSourceDrafts } from '../../../src/renderer/features/sources/kept-source-drafts.ts'
import { useSourceDrafts } from '../../../src/renderer/features/sources/source-drafts.ts'
import type { TextStorage } from '../../../src/renderer/notebook/draft-storage.ts'
import { checkFields, noFields, toContent } from '../../../src/renderer/ui/source-form.ts'

const shown = () => useSourceDrafts.getState().drafts.at(-1)

describe('sources being written down', () => {
  beforeEach(() => useSourceDrafts.setState({ isOpen: false, drafts: [] }))
  const { open, close, change, setMarkdown, remove } = useSourceDrafts.getState()

  it('survive closing, and a text that comes in meanwhile waits on top of them', () => {
    open()
    const key = shown()?.key ?? 0
    setMarkdown(key, '# Mine\n\nThe first text of the day.')
    change(key, { publisher: 'Press' })
    close()
    open({ title: 'Pasted', language: 'en', url: '', markdown: 'Pasted text' })
    expect(shown()?.fields.title).toBe('Pasted')
    remove(shown()?.key ?? 0)
    expect(useSourceDrafts.getState().isOpen).toBe(true)
    expect(shown()).toMatchObject({ markdown: '# Mine\n\nThe first text of the day.', fields: { title: 'Mine', publisher: 'Press' } })
  })

  it('follow the text with their suggestions until the analyst writes there', () => {
    open()
    const key = shown()?.key ?? 0
    setMarkdown(key, '# 软银清仓英伟达')
    expect(shown()?.fields).toMatchObject({ title: '软银清仓英伟达', language: 'zh' })
    change(key, { title: 'My title' })
    setMarkdown(key, '# The other heading is for the reader')
    expect(shown()?.fields).toMatchObject({ title: 'My title', language: 'en' })
  })

  it('leave nothing behind when nothing was written', () => {
    open()
    close()
    expect(useSourceDrafts.getState().drafts).toEqual([])
  })
})

describe('sources being written down when their window closes', () => {
  beforeEach(() => useSourceDrafts.setState({ isOpen: false, drafts: [] }))
  const { open, change, setMarkdown, remove, takeUp } = useSourceDrafts.getState()
  const shownDrafts = () => useSourceDrafts.getState().drafts

  it('come back in the next one, as they were written', () => {
    const storage = memoryStorage()
    open()
    setMarkdown(shown()?.key ?? 0, '# 软银\n\n第一段')
    change(shown()?.key ?? 0, { publisher: 'Press', authors: '孙正义' })
    const before = shownDrafts()
    new KeptSourceDrafts(storage, 'n1', 'first').keep(before)
    useSourceDrafts.setState({ drafts: [] })
    // Another notebook, and a window that still lives: nothing is taken from them.
    expect(new KeptSourceDrafts(storage, 'n2', 'second').takeLeft(new Set())).toEqual([])
    const next = new KeptSourceDrafts(storage, 'n1', 'second')
    expect(next.takeLeft(new Set(['first']))).toEqual([])
    takeUp(next.takeLeft(new Set()))
    expect(shownDrafts()).toEqual(before.map((draft) => ({ ...draft, key: expect.any(Number) })))
    setMarkdown(shown()?.key ?? 0, '# Another heading')
    expect(shown()?.fields).toMatchObject({ title: 'Another heading', publisher: 'Press' })
  })

  it('are gone once they are added, and blank ones and rubbish never come back', () => {
    const storage = memoryStorage()
    const kept = new KeptSourceDrafts(storage, 'n1', 'first')
    open()
    kept.keep(shownDrafts())
    expect(storage.length).toBe(0)
    setMarkdown(shown()?.key ?? 0, 'Words')
    kept.keep(shownDrafts())
    expect(storage.length).toBe(1)
    remove(shown()?.key ?? 0)
    kept.keep(shownDrafts())
    expect(storage.length).toBe(0)
    storage.setItem('footing.source-draft n1 first x', '{"fields":{"title":3},"markdown":7}')
    expect(kept.takeLeft(new Set())).toEqual([])
    expect(storage.length).toBe(0)
  })
})

function memoryStorage(): TextStorage {
  const held = new Map<string, string>()
  return {
    get length() {
      return held.size
    },
    key: (position) => [...held.keys()][position] ?? null,
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, text) => void held.set(key, text),
    removeItem: (key) => void held.delete(key),
  }
}

describe('the form', () => {
  it('says what is wrong with which field', () => {
    expect(Object.keys(checkFields({ ...noFields, title: ' ', published: '14.11.2025', language: 'Chinese language' })).sort()).toEqual([
      'language',
      'published',
      'title',
    ])
    expect(checkFields({ ...noFields, title: 'T', published: '2025-11', accessed: '2025', language: 'zh-Hant' })).toEqual({})
  })

  it('reads authors one a line, or parted by semicolons', () => {
    expect(toContent({ ...noFields, title: ' A  title ', authors: 'Son, Masayoshi\n孙正义; 後藤芳光、' }).authors).toEqual([
      'Son, Masayoshi',
      '孙正义',
      '後藤芳光',
    ])
    expect(toContent({ ...noFields, titleTranslations: [{ language: 'en', title: ' ' }] }).titleTranslations).toEqual([])
  })
})
