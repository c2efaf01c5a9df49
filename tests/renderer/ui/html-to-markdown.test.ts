// @vitest-environment jsdom
// Pages and clipboard pieces become Markdown that reads the same, and nothing of theirs can run or be fetched.

import { describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import { htmlToMarkdown } from '../../../src/renderer/ui/html-to-markdown.ts'
import { isFormatted, readFile } from '../../../src/renderer/ui/incoming-text.ts'

describe('htmlToMarkdown', () => {
  it.each([
    ['<h2>The exit</h2><p>It <b>sold</b> <i>all</i>.</p>', '## The exit\n\nIt **sold** *all*.\n'],
    ['<p>one</p><script>alert(1)</script><style>p{color:red}</style><p>two</p>', 'one\n\ntwo\n'],
    [
      '<p>See <a href="javascript:alert(1)">here</a> and <a href="https://example.com/a?b=1">there</a></p>',
      'See here and [there](https://example.com/a?b=1)\n',
    ],
    ['<p><img src="https://example.com/chart.png" alt="A chart" onerror="alert(1)"></p>', '[A chart](https://example.com/chart.png)\n'],
    ['<p><img src="data:image/png;base64,AAAA" alt="inline"> text</p>', 'inline text\n'],
    ['<p><del>old</del> <mark>new</mark></p>', '~~old~~ ==new==\n'],
    ['<ul><li>one</li><li>two<ul><li>inner</li></ul></li></ul>', '-   one\n-   two\n    -   inner\n'],
    ['<pre><code class="language-ts">const a = 1\n</code></pre>', '```ts\nconst a = 1\n```\n'],
    [
      '<table><tr><td>年</td><td>金額</td></tr><tr><td>2019</td><td><p>70億</p><p>ドル</p></td></tr></table>',
      '| 年 | 金額 |\n| --- | --- |\n| 2019 | 70億 ドル |\n',
    ],
    ['<p>软银<strong>清仓</strong>英伟达。</p>', '软银**清仓**英伟达。\n'],
  ])('%s', (html, markdown) => {
    expect(htmlToMarkdown(html).markdown).toBe(markdown)
  })

  it('takes the article of a whole page, with what the page says about itself', () => {
    const page = htmlToMarkdown(
      `<!doctype html><html lang="zh-CN"><head><title>站点 - 标题</title><meta property="og:title" content="标题"><link rel="canonical" href="https://example.com/news/1.html"></head>
       <body><nav><a href="/">首页</a></nav><article><h1>标题</h1><p>正文<a href="/other">链接</a></p><aside>广告</aside></article><footer>版权</footer></body></html>`,
    )
    expect(page).toEqual({
      title: '标题',
      url: 'https://example.com/news/1.html',
      language: 'zh-CN',
      markdown: '# 标题\n\n正文[链接](https://example.com/other)\n',
    })
  })

  it('keeps text that only looks like Markdown as text', () => {
    const { markdown } = htmlToMarkdown('<p>2 * 3 * 4 and _x_ and [1] and # no heading</p><p>1. not a list</p>')
    expect(renderMarkdown(markdown).readingText).toBe('2 * 3 * 4 and _x_ and [1] and # no heading\n\n1. not a list')
  })

  it('runs nothing while reading', () => {
    Reflect.set(window, 'ran', false)
    htmlToMarkdown(
      '<img src=x onerror="ran=true"><svg onload="ran=true"></svg><script>ran=true</script><iframe srcdoc="<script>parent.ran=true</script>"></iframe>',
    )
    expect(Reflect.get(window, 'ran')).toBe(false)
  })
})

describe('incoming text', () => {
  it.each([
    ['<meta charset="utf-8"><span style="color:red">plain words</span>', false],
    ['<div><div>const a = 1</div><div>const b = 2</div></div>', false],
    ['<b style="font-weight:normal" id="docs-internal-guid-1"><span>plain</span></b>', false],
    ['<p>A paragraph</p>', true],
    ['words <a href="https://example.com">link</a>', true],
  ])('%s is formatted: %s', (html, expected) => {
    expect(isFormatted(html)).toBe(expected)
  })

  it('gives a reason for every file that cannot be added', async () => {
    const read = await Promise.all(
      [
        new File(['# Title\n\nText'], 'a.md'),
        new File(['  \n'], 'b.txt'),
        new File(['%PDF'], 'c.pdf'),
        new File([new Uint8Array([0, 1, 2])], 'd.txt'),
      ].map(readFile),
    )
    expect(read.map((each) => (each.ok ? each.text.title : each.reason))).toEqual([
      'Title',
      'there is no text in it',
      'only Markdown, plain text and HTML can be added',
      'not a text file',
    ])
  })
})
