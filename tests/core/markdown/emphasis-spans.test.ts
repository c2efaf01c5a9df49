// The editor's colours and the rendered page agree on what is emphasised: same words, same kind.

import { describe, expect, it } from 'vitest'
import { emphasisSpans } from '../../../src/core/markdown/emphasis-spans.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import { makeRandom } from '../queries/random-commands.ts'

const shown = (text: string) =>
  emphasisSpans(text).map(({ kind, start, end, markLength }) => [kind, text.slice(start + markLength, end - markLength)])

describe('emphasisSpans', () => {
  it.each<[string, [string, string][]]>([
    ['a *b* c', [['em', 'b']]],
    ['这是**我想做的事。**所以', [['strong', '我想做的事。']]],
    [
      '标题说的是**“套现58亿美元”**，正文却是**58.3亿美元**，',
      [
        ['strong', '“套现58亿美元”'],
        ['strong', '58.3亿美元'],
      ],
    ],
    ['これは**「太字」**です', [['strong', '「太字」']]],
    [
      '~~gone~~ and ==kept==',
      [
        ['del', 'gone'],
        ['mark', 'kept'],
      ],
    ],
    ['~one~', [['del', 'one']]],
    [
      '***both***',
      [
        ['em', '**both**'],
        ['strong', 'both'],
      ],
    ],
    ['2 * 3 * 4', []],
    ['\\*not\\*', []],
    ['snake_case_name', []],
    ['==a', []],
  ])('%s', (text, expected) => expect(shown(text)).toEqual(expected))

  it('leaves alone what binds tighter', () => {
    const text = '*a `*` b*'
    expect(emphasisSpans(text, [{ start: 3, end: 6 }])).toEqual([{ kind: 'em', start: 0, end: text.length, markLength: 1 }])
    expect(emphasisSpans('`*a*`', [{ start: 0, end: 5 }])).toEqual([])
  })

  it('finds as many of each kind as the renderer, in random mixtures', () => {
    const { below, pick } = makeRandom(20251114)
    const pieces = ['*', '**', '***', '_', '__', '~~', '~', '==', '元', '。', '“', '”', 'a', ' ', '(', ')', '，', '5', '😀']
    const count = (html: string, tag: string) => html.split(`<${tag}>`).length - 1
    for (let round = 0; round < 3_000; round += 1) {
      // A letter first: no list, quote or rule.
      const text = `x${Array.from({ length: 1 + below(14) }, () => pick(pieces)).join('')}`
      const { html } = renderMarkdown(text)
      const spans = emphasisSpans(text.trimEnd())
      for (const [kind, tag] of [
        ['em', 'em'],
        ['strong', 'strong'],
        ['del', 'del'],
        ['mark', 'mark'],
      ] as const) {
        expect(`${kind} ${spans.filter((span) => span.kind === kind).length} in ${text}`).toBe(`${kind} ${count(html, tag)} in ${text}`)
      }
    }
  })

  it('takes a megabyte of marks in its stride', () => {
    for (const mark of ['*', '_', '~', '=', '**a ']) expect(emphasisSpans(mark.repeat(200_000)).length).toBeGreaterThanOrEqual(0)
  })
})
