// The prose of a note as its reader sees it, block by block, with the citations that stand in it. Code, headings and raw HTML are no prose.

import type { Token } from 'marked'
import type { CitationItem } from '../markdown/citation-syntax.ts'
import { decodeReferences } from '../markdown/escape-html.ts'
import { lexMarkdown } from '../markdown/footing-lexer.ts'
import { splitFrontMatter } from '../markdown/front-matter.ts'
import { asFootingToken } from '../markdown/markdown-tokens.ts'

/** `at`: the offset in `text` where the citation stands; it takes up no room there. */
export type PlacedCitation = { at: number; items: CitationItem[] }
/** A wikilink's words in `text`: it leads to a note with evidence of its own. */
export type PlacedLink = { at: number; end: number }
export type ProseBlock = { text: string; citations: PlacedCitation[]; links: PlacedLink[]; isQuotation: boolean }

/** Of the blocks in their order; footnotes come last. Never fails. */
export function proseBlocks(markdown: string): ProseBlock[] {
  const { body } = splitFrontMatter(markdown)
  const { tokens, footnotes } = lexMarkdown(body)
  const blocks: ProseBlock[] = []
  collect(tokens, false, blocks)
  for (const { tokens: note } of footnotes.values()) collect(note, false, blocks)
  return blocks.filter(({ text, citations }) => text.trim() !== '' || citations.length > 0)
}

function collect(tokens: readonly Token[], isQuotation: boolean, blocks: ProseBlock[]): void {
  for (const token of tokens) {
    const block = asFootingToken(token)
    switch (block.type) {
      case 'paragraph':
      case 'text':
        blocks.push(flatten('tokens' in block && block.tokens ? block.tokens : [block], isQuotation))
        break
      case 'blockquote':
        collectQuotation(block.tokens, blocks)
        break
      case 'callout':
        collect(block.tokens, isQuotation, blocks)
        break
      case 'list':
        for (const item of block.items) collect(item.tokens, isQuotation, blocks)
        break
      case 'table':
        // A row is read as one: the source that stands in one cell is for all of it.
        for (const row of block.rows) {
          const inner = row.map((cell) => flatten(cell.tokens, isQuotation))
          blocks.push(join(inner, ' · ', isQuotation))
        }
        break
      default:
        break
    }
  }
}

/** Its paragraphs are one quotation: the citation at its end is for all of it. */
function collectQuotation(tokens: readonly Token[], blocks: ProseBlock[]): void {
  const inner: ProseBlock[] = []
  collect(tokens, true, inner)
  blocks.push(join(inner, '\n', true))
}

function join(blocks: readonly ProseBlock[], between: string, isQuotation: boolean): ProseBlock {
  const whole: ProseBlock = { text: '', citations: [], links: [], isQuotation }
  for (const { text, citations, links } of blocks) {
    if (whole.text !== '') whole.text += between
    const from = whole.text.length
    whole.citations.push(...citations.map(({ at, items }) => ({ at: at + from, items })))
    whole.links.push(...links.map(({ at, end }) => ({ at: at + from, end: end + from })))
    whole.text += text
  }
  return whole
}

function flatten(tokens: readonly Token[], isQuotation: boolean): ProseBlock {
  const block: ProseBlock = { text: '', citations: [], links: [], isQuotation }
  write(tokens, block)
  return block
}

function write(tokens: readonly Token[], block: ProseBlock): void {
  for (const token of tokens) {
    const inline = asFootingToken(token)
    switch (inline.type) {
      case 'citation':
        block.citations.push({ at: block.text.length, items: inline.items })
        break
      case 'wikilink':
        block.links.push({ at: block.text.length, end: block.text.length + inline.label.length })
        block.text += inline.label
        break
      case 'br':
        block.text += '\n'
        break
      case 'text':
      case 'escape':
        block.text += decodeReferences(inline.text)
        break
      // A space, so that what stands around it does not become one word.
      case 'codespan':
      case 'image':
        block.text += ' '
        break
      default:
        if ('tokens' in inline && inline.tokens) write(inline.tokens, block)
    }
  }
}
