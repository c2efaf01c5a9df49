// Citations and wikilinks are found at their exact places in the source, and exactly those that the rendering shows.

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findCitations, findWikilinks } from '../../../src/core/markdown/find-citations.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'

const FOUND: [markdown: string, citations: string[]][] = [
  ['a [@x#h7] b', ['x#7']],
  ['[@x]', ['x']],
  ['[@a#h1; @b;@c#h22]', ['a#1', 'b', 'c#22']],
  ['[ @a ]', ['a']],
  ['软银[@softbank2025#h3]。', ['softbank2025#3']],
  ['[@日经2025]', ['日经2025']],
  ['[@a.b:c-d/e#h1]', ['a.b:c-d/e#1']],
  ['[@a#h0] [@a#h07] [@a#hx]', ['a#h0', 'a#h07', 'a#hx']],
  ['`[@x]` ``[@y]`` [@z]', ['z']],
  ['```\n[@x]\n```\n\n    [@y]\n\n[@z]', ['z']],
  ['~~~\n[@x]\n~~~~\n[@z]', ['z']],
  ['\\[@x] [@y\\] [@z]', ['z']],
  ['[@x](https://e.com) [@z]', ['z']],
  ['<a title="[@x]">[@z]</a> <!-- [@y] -->', ['z']],
  ['<div>\n[@x]\n</div>\n\n[@z]', ['z']],
  ['https://e.com/[@x] [@z]', ['z']],
  ['---\ntitle: "[@x]"\n---\n[@z]', ['z']],
  ['> [@a]\n> - [@b]\n>   | [@c] |\n>   |---|\n>   | [@d] |', ['a', 'b', 'c', 'd']],
  ['**[@a]** _[@b]_ ==[@c]== # [@d]', ['a', 'b', 'c', 'd']],
  ['> [!note] T [@a]\n> [@b]', ['a', 'b']],
  ['x[^1] [@a]\n\n[^1]: [@b]', ['a', 'b']],
  ['[see [@a]](https://e.com)', ['a']],
  ['[@] [@ a] [a@b] [@a [@b]', ['b']],
  ['[@a]: https://e.com\n\n[@b]', ['b']],
  ['[@__proto__#h1] [@constructor]', ['__proto__#1', 'constructor']],
  ['a\r\n[@x]\r\n\r\n```\r\n[@y]\r\n```\r\n[@z]', ['x', 'z']],
  ['[@a?b] [@a&b]', ['a?b', 'a&b']],
  ['Xq0z [@Xqq1z] [@a]', ['Xqq1z', 'a']],
]

const written = ({ citekey, highlight }: { citekey: string; highlight?: number }) => (highlight === undefined ? citekey : `${citekey}#${highlight}`)

describe('findCitations', () => {
  test.each(FOUND)('%j', (markdown, expected) => {
    const found = findCitations(markdown)
    expect(found.map(written)).toEqual(expected)
    for (const { citekey, start, end, itemStart, itemEnd } of found) {
      expect(markdown.slice(start, end)).toMatch(/^\[.*\]$/)
      expect(markdown.slice(itemStart, itemEnd)).toMatch(new RegExp(`^@${citekey.replaceAll(/[^\w]/gu, '.')}(?:#h\\d+)?$`, 'u'))
    }
  })

  test('in a random text it finds what the rendering shows, where it stands', () => {
    const piece = fc.constantFrom(
      ...[
        '[@a#h1]',
        '[@b]',
        '[@c; @d#h2]',
        '[[W]]',
        '[[W|l]]',
        'text ',
        '中文',
        '\n',
        '\n\n',
        '`',
        '``',
        '```\n',
        '~~~\n',
        '    ',
        '> ',
        '- ',
        '1. ',
      ],
      ...[
        '\\',
        '[',
        ']',
        '(',
        ')',
        '](https://e.com)',
        '*',
        '**',
        '_',
        '==',
        '~~',
        '<',
        '>',
        '<b>',
        '<!--',
        '-->',
        '<div>\n',
        '&amp;',
        '|',
        '\r\n',
        '# ',
      ],
      ...['[^1]', '\n\n[^1]: ', '> [!tip] ', '![', '[x]: y\n', '\t', 'https://e.com/', '<a href="', '">', '@', '---\n', '===\n', '[ ] ', ' ', '😀'],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const markdown = pieces.join('')
        const rendered = renderMarkdown(markdown)
        const citations = findCitations(markdown)
        expect(citations.map(written).sort()).toEqual(rendered.citations.map(written).sort())
        for (const { start, end, itemStart, itemEnd } of citations) {
          expect(['[@a#h1]', '[@b]', '[@c; @d#h2]']).toContain(markdown.slice(start, end))
          expect(markdown.slice(itemStart, itemEnd)).toMatch(/^@[abcd](?:#h\d)?$/)
        }
        const wikilinks = findWikilinks(markdown)
        expect(wikilinks.map(({ label }) => label).sort()).toEqual(rendered.wikilinks.map(({ label }) => label).sort())
        for (const { start, end } of wikilinks) expect(markdown.slice(start, end)).toMatch(/^\[\[.*\]\]$/s)
      }),
      { numRuns: 4000, seed: 20251124 },
    )
  })
})

describe('findWikilinks', () => {
  const WIKILINKS: [markdown: string, links: [title: string, label: string][]][] = [
    [
      '[[A b]] and [[C|d e]]',
      [
        ['A b', 'A b'],
        ['C', 'd e'],
      ],
    ],
    ['`[[A]]` [[B]]', [['B', 'B']]],
    ['[[]] [[ ]] [[a\nb]] [[[x]]]', [['x', 'x']]],
    ['| [[A\\|b]] |\n|-|', [['A', 'b']]],
    ['[[债务|软银的债务]]', [['债务', '软银的债务']]],
    ['[[__proto__]]', [['__proto__', '__proto__']]],
    ['[[A]](https://e.com)', []],
  ]
  test.each(WIKILINKS)('%j', (markdown, expected) => {
    const found = findWikilinks(markdown)
    expect(found.map(({ title, label }) => [title, label])).toEqual(expected)
    for (const { start, end, title } of found) expect(markdown.slice(start, end).startsWith(`[[${title}`)).toBe(true)
  })
})
