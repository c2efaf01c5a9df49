// @vitest-environment jsdom
// Every place in the rendered page maps to the reading text and back, whatever the language and the markup.

import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import {
  mapReadingText,
  type ReadingMap,
  toCaretOffset,
  toDomRange,
  toReadingRange,
} from '../../../src/renderer/features/reader/reading-positions.ts'
import { toSelectedPassage, trimPassage } from '../../../src/renderer/features/reader/selected-passage.ts'

const texts: [name: string, markdown: string][] = [
  [
    'English prose',
    '# The exit\n\nSoftBank sold its *whole* holding for **$5.83 billion**.[^1]\n\nIt is the `second` time.\n\n[^1]: In October 2025.\n',
  ],
  [
    'Chinese',
    '# 简报\n\n软银**清仓**英伟达，套现58.3亿美元。这是它\n第二次离场。\n\n- 第一次：2019年\n  - 作价70亿美元\n- 第二次：2025年\n\n> 择时与泡沫“无关”。\n',
  ],
  [
    'Japanese',
    'ソフトバンクは*エヌビディア*株を売却した。  \n次の行。\n\n| 年 | 金額 |\n| --- | ---: |\n| 2019 | 70億ドル |\n| 2025 |  |\n\n1. 一つ目\n2. 二つ目😀です\n',
  ],
  [
    'code, callout, tasks',
    '> [!note] Read this\n> Two **lines**\n> of text\n\n```ts\nconst a = 1\n\nconst b = 2\n```\n\n- [x] done\n- [ ] to do\n\n==marked== and [@key#h1] and [[A note]]\n',
  ],
  [
    'raw HTML and images',
    'A <b>bold</b> word.<br>Next ![alt text](https://example.com/a.png) one.\n\n<table><tr><td>one</td><td>two</td></tr></table>\n\nEnd.\n',
  ],
]

function show(markdown: string): { map: ReadingMap; readingText: string; root: HTMLElement } {
  const { html, readingText } = renderMarkdown(markdown)
  const root = document.createElement('div')
  root.innerHTML = html
  document.body.append(root)
  return { map: mapReadingText(root), readingText, root }
}

afterEach(() => document.body.replaceChildren())

describe.each(texts)('%s', (_name, markdown) => {
  it('covers every character of the reading text but the separators between blocks', () => {
    const { map, readingText } = show(markdown)
    let at = 0
    for (const leaf of map.leaves) {
      expect(readingText.slice(at, leaf.start)).toMatch(/^[\n\t]*$/)
      expect(leaf.texts.join('')).toBe(readingText.slice(leaf.start, leaf.end))
      at = leaf.end
    }
    expect(readingText.slice(at)).toBe('')
  })

  it('takes every stretch to the page and back', () => {
    const { map, readingText } = show(markdown)
    for (let start = 0; start < readingText.length; start += 1) {
      for (let end = start + 1; end <= readingText.length; end += 1) {
        const wanted = trimPassage(readingText, { start, end })
        const range = toDomRange(map, { start, end })
        if (!wanted) continue
        expect(range, `${start}–${end}`).toBeDefined()
        const found = toSelectedPassage(map, range as Range, readingText)
        // A range inside a surrogate pair is widened to the whole character.
        expect(found).toEqual(wanted)
        expect(found?.exact).toBe(readingText.slice(wanted.start, wanted.end))
      }
    }
  })
})

describe('a selection as browsers make it', () => {
  it('that ends at the start of the next paragraph (three clicks) holds the first only', () => {
    const { map, readingText, root } = show('First one.\n\nSecond one.\n')
    const range = document.createRange()
    range.setStart(root.querySelector('p')?.firstChild as Text, 0)
    range.setEnd(root.querySelectorAll('p')[1] as Element, 0)
    expect(toSelectedPassage(map, range, readingText)).toEqual({ start: 0, end: 10, exact: 'First one.' })
  })

  it('of everything, around the text, holds the whole text', () => {
    const { map, readingText } = show(texts[1]?.[1] ?? '')
    const range = document.createRange()
    range.selectNodeContents(document.body)
    expect(toSelectedPassage(map, range, readingText)?.exact).toBe(readingText.trim())
  })

  it('that begins in a footnote mark holds the words after it, not its number', () => {
    const { map, readingText, root } = show('Sold.[^1] Then bought.\n\n[^1]: note\n')
    const range = document.createRange()
    range.setStart(root.querySelector('.footnote-reference a')?.firstChild as Text, 0)
    range.setEnd(root.querySelector('p')?.lastChild as Text, 5)
    expect(toSelectedPassage(map, range, readingText)?.exact).toBe('Then')
  })

  it('that lies outside the text, or is empty, means nothing', () => {
    const { map, readingText, root } = show('Words.\n')
    const outside = document.createElement('p')
    outside.textContent = 'not the text'
    document.body.append(outside)
    const range = document.createRange()
    range.selectNodeContents(outside)
    expect(toSelectedPassage(map, range, readingText)).toBeUndefined()
    range.selectNodeContents(root)
    range.collapse()
    expect(toSelectedPassage(map, range, readingText)).toBeUndefined()
  })
})

it('gives carets the offset of the text at or after them', () => {
  const { map, root } = show('One *two*\n\nThree\n')
  expect(toCaretOffset(map, root.querySelector('em')?.firstChild as Text, 2)).toBe(6)
  expect(toCaretOffset(map, root.querySelectorAll('p')[1] as Element, 0)).toBe(9)
})

it('maps any selection between any two boundary points to what lies between them', () => {
  const { map, readingText, root } = show(texts.map(([, markdown]) => markdown).join('\n\n'))
  const points: [Node, number][] = []
  const collect = (node: Node) => {
    const length = node.nodeType === Node.TEXT_NODE ? (node as Text).length : node.childNodes.length
    for (let offset = 0; offset <= length; offset += 1) points.push([node, offset])
    for (const child of node.childNodes) collect(child)
  }
  collect(root)
  const place = fc.nat({ max: points.length - 1 })
  fc.assert(
    fc.property(place, place, (one, other) => {
      const range = document.createRange()
      range.setStart(...(points[one] as [Node, number]))
      range.setEnd(...(points[other] as [Node, number]))
      const found = toReadingRange(map, range)
      // The slow truth: the characters of mapped nodes that the range holds, one by one.
      const held = map.nodes.flatMap(({ node, leaf, position }) => {
        const before = leaf.texts.slice(0, position).join('').length
        const isHeld = (at: number) => range.comparePoint(node, at) === 0 && range.comparePoint(node, at + 1) === 0
        return [...Array(node.length).keys()].filter(isHeld).map((at) => leaf.start + before + at)
      })
      const first = held[0]
      const last = held.at(-1)
      if (first === undefined || last === undefined) expect(found === undefined || readingText.slice(found.start, found.end).trim() === '').toBe(true)
      else expect(readingText.slice(found?.start, found?.end).trim()).toBe(readingText.slice(first, last + 1).trim())
    }),
    { numRuns: 400 },
  )
})
