import { describe, expect, it } from 'vitest'
import { guessLanguage, languageOfTitle } from '../../../src/renderer/ui/guess-language.ts'
import { suggestSource, titleOfFile } from '../../../src/renderer/ui/suggest-source.ts'

describe('guessLanguage', () => {
  it.each([
    ['SoftBank has sold its stake in the chip maker and put the money into OpenAI.', 'en'],
    ['软银集团手中已没有英伟达的股票，所持股份全部售出。', 'zh'],
    ['軟銀集團手中已沒有輝達的股票，這個時機並不說明泡沫。', 'zh-Hant'],
    ['ソフトバンクグループは保有していたエヌビディア株をすべて売却した。', 'ja'],
    ['軟銀はエヌビディア株式を全部売却と発表。', 'ja'],
    ['软银（ソフトバンク）这次把英伟达的股份全部卖出，转而投资人工智能公司，这是它第二次离场。', 'zh'],
    ['日経平均、エヌビディア急落', 'ja'],
    ['소프트뱅크는 엔비디아 지분을 모두 매각했다.', 'ko'],
    ['Die Bank hat den Anteil nicht verkauft, und das ist mit der Börse abgestimmt.', 'de'],
    ['OpenAI GPT-5 NVIDIA H100', ''],
    ['', ''],
    ['5.8 2025-11-14', ''],
  ])('of %j is %j', (text, language) => {
    expect(guessLanguage(text)).toBe(language)
  })

  it('shows a title in its own script', () => {
    expect(languageOfTitle('软银清仓英伟达', 'en')).toBe('zh')
    expect(languageOfTitle('Selling out', 'en')).toBe('en')
    expect(languageOfTitle('日本経済新聞', 'ja')).toBe('ja')
    expect(languageOfTitle('OpenAI', '')).toBeUndefined()
  })
})

describe('suggestSource', () => {
  it.each([
    ['# The *exit*\n\nText', '', 'The exit'],
    ['Intro line\n\n## Later heading\n', 'file', 'Later heading'],
    ['\n\nFirst line of a text.\nSecond', '', 'First line of a text.'],
    ['Plain words', 'From a file', 'From a file'],
    ['---\ntitle: x\n---\n\n软银清仓英伟达\n\n正文', '', '软银清仓英伟达'],
    ['```\n# not a heading\n```\n\n标题\n===\n', '', '标题'],
  ])('of %j (%j) is %j', (markdown, name, title) => {
    expect(suggestSource(markdown, name).title).toBe(title)
  })

  it('cuts what is no title, and never through a character', () => {
    const { title } = suggestSource('😀'.repeat(400))
    expect([...title].length).toBeLessThanOrEqual(301)
    expect(title.isWellFormed()).toBe(true)
  })

  it('names a file by its name', () => {
    expect(titleOfFile('2025-11-14_sina_exit.md')).toBe('2025-11-14 sina exit')
  })
})
