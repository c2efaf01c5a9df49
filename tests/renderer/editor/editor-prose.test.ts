// The editor reads a note as the audit does: the same blocks, citations and links, each character at its place in the document.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { ensureSyntaxTree } from '@codemirror/language'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { citationWord } from '../../../src/core/audit/look-up-citation.ts'
import { type ProseBlock, proseBlocks } from '../../../src/core/audit/prose-blocks.ts'
import { type EditorBlock, proseBetween } from '../../../src/renderer/ui/markdown-editor/editor-prose.ts'

const starter = join(import.meta.dirname, '../../../resources/starter/insights')

function inEditor(text: string): EditorBlock[] {
  const state = EditorState.create({ doc: text, extensions: [markdown({ base: markdownLanguage })] })
  ensureSyntaxTree(state, text.length, 5_000)
  return proseBetween(state, 0, text.length)
}

/** What of a block decides how its figures are compared; white space is nobody's. */
function essence({ text, citations, links, isQuotation }: ProseBlock) {
  const upTo = (at: number) => text.slice(0, at).replace(/[\s·]/g, '')
  return {
    text: upTo(text.length),
    citations: citations.map(({ at, items }) => [upTo(at), items.map(citationWord)]),
    links: links.map(({ at, end }) => [upTo(at), upTo(end)]),
    isQuotation,
  }
}

const written = [
  'It sold for **$5.83** billion [@a#h1], *or* 58亿美元。[@b#h2; @c]',
  '据**“58亿美元”**一说 [@a#h1]，==约58.3亿美元==。',
  'A [link to $5](https://example.org/$7) and `$8 billion` and [[Other|the $9 note]] [@a#h1].',
  '- one $5 [@a#h1]\n- [ ] two $6 [@a#h2]\n  - three $7 [@a#h3]\n\n1. four $8 [@a#h4]',
  '> A quotation of $5\n> over two lines. [@a#h1]\n\n> [!note] A callout\n> of $5 [@a#h2].',
  '| what | how much |\n| --- | ---: |\n| sale [@a#h1] | **$5.83** billion |\n| loan | $24 billion [@a#h2] |',
  'A line of $5\nand one of $6 [@a#h1].\\\nA third with \\$7.',
  'A note[^1] of $5 [@a#h1].\n\n[^1]: Its body has $6 [@a#h2].',
  '# $5 billion [@a#h1]\n\n```\n$6 billion [@a#h1]\n```\n\nText without.',
]

test.each([...readdirSync(starter).map((name) => readFileSync(join(starter, name), 'utf8')), ...written])('note %#', (text) => {
  const cited = proseBlocks(text).filter(({ citations }) => citations.length > 0)
  const blocks = inEditor(text)
  expect(blocks.map(({ prose }) => essence(prose))).toEqual(cited.map(essence))
  for (const { prose, positions } of blocks) {
    expect(positions).toHaveLength(prose.text.length)
    const isLabel = (at: number) => prose.links.some((link) => at >= link.at && at < link.end)
    for (let at = 0; at < positions.length; at += 1)
      if (/[\d$€亿]/.test(prose.text[at] as string) && !isLabel(at)) expect(text[positions[at] as number]).toBe(prose.text[at])
  }
})
