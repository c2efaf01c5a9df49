import { beforeEach, describe, expect, it } from 'vitest'
import { useSourceDrafts } from '../../../src/renderer/features/sources/source-drafts.ts'
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
