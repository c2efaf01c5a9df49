import { describe, expect, it } from 'vitest'
import { renderAsRead } from '../../../src/core/markdown/render-as-read.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import { bodyOf, leafTexts, strayText } from './leaf-texts.ts'

/** Ruby as Japanese pages and e-books write it, and as it comes broken. */
const cases: readonly [markdown: string, readingText: string][] = [
  ['<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>を読む', '漢字を読む'],
  ['<ruby>東<rt>とう<rt></ruby><ruby>京<rt>きょう</ruby>へ', '東京へ'],
  ['<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>', '漢字'],
  ['<ruby><rb>漢<rt>かん<rb>字<rt>じ</ruby>だ', '漢字だ'],
  ['**<ruby>強<rt>つよ</rt></ruby>い**言葉と[<ruby>鎖<rt>くさり</rt></ruby>](https://example.com)', '強い言葉と鎖'],
  ['# <ruby>題<rt>だい</rt></ruby>名\n\n本文', '題名\n\n本文'],
  ['<p><ruby>段<rt>だん</rt></ruby>落</p>\n\n次', '段落\n\n次'],
  ['<ruby>北京<rt>Běijīng<br>**běi**</rt></ruby>，中国', '北京，中国'],
  // Not in a ruby it is what it was: words like any others.
  ['a <rt>b</rt> c', 'a b c'],
  // Left open, it ends with its paragraph.
  ['<ruby>開<rt>ひらく\n\n次の段落', '開\n\n次の段落'],
]

describe('ruby', () => {
  it.each(cases)('%s reads as the characters below it', (markdown, readingText) => {
    const rendered = renderMarkdown(markdown)
    expect(rendered.readingText).toBe(readingText)
    const body = bodyOf(rendered.html)
    expect(strayText(body)).toBe('')
    expect(leafTexts(body).filter(({ text }) => text !== '')).toEqual(
      rendered.blocks.map(({ start, end }) => ({ start, text: readingText.slice(start, end) })),
    )
  })

  it('is still shown', () => {
    expect(renderMarkdown(cases[0]![0]).html).toContain('<ruby>漢字<rp data-no-reading="">（</rp><rt data-no-reading="">かんじ</rt>')
  })

  it('keeps the offsets of a text that came in before it was set apart', () => {
    const [[markdown]] = cases as [[string, string]]
    const old = renderMarkdown(markdown, { projection: 1 })
    expect(old.readingText).toBe('漢字（かんじ）を読む')
    expect(renderAsRead(markdown, old.readingText).html).toBe(old.html)
    expect(renderAsRead(markdown, '漢字を読む').html).toContain('data-no-reading')
    expect(renderAsRead(markdown, 'damaged').readingText).toBe('漢字を読む')
  })
})
