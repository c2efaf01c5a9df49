// The text of an editor as blocks of prose, as the audit reads a note, with the place of each character: what is found in a block can be marked.

import { syntaxTree } from '@codemirror/language'
import type { EditorState } from '@codemirror/state'
import type { ProseBlock } from '../../../core/audit/prose-blocks.ts'
import { FOOTNOTE_SOURCE } from '../../../core/markdown/citation-syntax.ts'
import { emphasisSpans } from '../../../core/markdown/emphasis-spans.ts'
import { type FoundLink, findLinks } from './link-chips.ts'
import type { SyntaxNode } from './styles.ts'

/** `positions[i]` is where the character `i` of the block's text stands in the document. */
export type EditorBlock = { prose: ProseBlock; positions: readonly number[] }

const unseen =
  /^(?:EmphasisMark|StrikethroughMark|LinkMark|URL|LinkTitle|LinkLabel|HTMLTag|Comment|QuoteMark|TaskMarker|Autolink|Image|TableDelimiter)$/
const spaced = /^(?:InlineCode|TableDelimiter|Image)$/
const blocks = /^(?:Paragraph|TableRow|Task)$/
const footnote = new RegExp(FOOTNOTE_SOURCE, 'g')
const opening = /^(?:\[![\w-]+\].*\n?|\[\^[^\s[\]]+\]:)/
const callout = /^>\s*\[![\w-]+\]/

/** Blocks without a citation are left out: nothing in them is compared. */
export function proseBetween(state: EditorState, from: number, to: number): EditorBlock[] {
  const found: EditorBlock[] = []
  syntaxTree(state).iterate({
    from,
    to,
    enter: ({ node }) => {
      const isQuotation = node.name === 'Blockquote' && !callout.test(state.sliceDoc(node.from, Math.min(node.to, node.from + 40)))
      if (!isQuotation && !blocks.test(node.name)) return true
      const block = readBlock(state, node, isQuotation)
      if (block.prose.citations.length > 0) found.push(block)
      return false
    },
  })
  return found
}

type Skipped = { from: number; to: number; as: string }

function readBlock(state: EditorState, block: SyntaxNode, isQuotation: boolean): EditorBlock {
  const prose: ProseBlock = { text: '', citations: [], links: [], isQuotation }
  const positions: number[] = []
  const links = findLinks(state, block.from, block.to)
  const skipped = [...skippedNodes(block), ...skippedMarks(state, block), ...skippedWords(state, block)].toSorted(
    (one, other) => one.from - other.from || other.to - one.to,
  )
  const write = (text: string, at: number, step: 0 | 1) => {
    prose.text += text
    for (let index = 0; index < text.length; index += 1) positions.push(at + index * step)
  }
  let at = block.from
  let nextLink = 0
  let nextSkipped = 0
  while (at < block.to) {
    while (links[nextLink] && (links[nextLink] as FoundLink).from < at) nextLink += 1
    while (skipped[nextSkipped] && (skipped[nextSkipped] as Skipped).to <= at) nextSkipped += 1
    const link = links[nextLink]
    const skip = skipped[nextSkipped]
    if (link && link.from === at) {
      if (link.kind === 'citation') {
        const items = link.items.map(({ citekey, highlight }) => (highlight === undefined ? { citekey } : { citekey, highlight }))
        prose.citations.push({ at: prose.text.length, items })
      } else {
        prose.links.push({ at: prose.text.length, end: prose.text.length + link.label.length })
        write(link.label, link.from, 0)
      }
      at = link.to
    } else if (skip && skip.from <= at) {
      write(skip.as, at, 0)
      at = skip.to
    } else {
      const end = Math.min(block.to, link?.from ?? block.to, skip?.from ?? block.to)
      write(state.sliceDoc(at, end), at, 1)
      at = end
    }
  }
  return { prose, positions }
}

/** What the grammar knows as marks, addresses and code. */
function skippedNodes(block: SyntaxNode): Skipped[] {
  const found: Skipped[] = []
  block.cursor().iterate(({ name, from, to }) => {
    if (name === 'HardBreak') found.push({ from, to, as: '\n' })
    else if (name === 'Escape') found.push({ from, to: from + 1, as: '' })
    else if (name === 'TableDelimiter') found.push({ from, to, as: ' · ' })
    else if (spaced.test(name)) found.push({ from, to, as: ' ' })
    else if (unseen.test(name)) found.push({ from, to, as: '' })
    else return true
    return false
  })
  return found
}

/** Bold and italics next to Chinese and Japanese punctuation, and marks, which the grammar does not know. */
function skippedMarks(state: EditorState, block: SyntaxNode): Skipped[] {
  return emphasisSpans(state.sliceDoc(block.from, block.to), []).flatMap(({ start, end, markLength }) => [
    { from: block.from + start, to: block.from + start + markLength, as: '' },
    { from: block.from + end - markLength, to: block.from + end, as: '' },
  ])
}

/** The kind and the title of a callout, the label of a footnote, and the marks of footnotes. */
function skippedWords(state: EditorState, { from, to }: SyntaxNode): Skipped[] {
  const text = state.sliceDoc(from, to)
  const notes = [...text.matchAll(footnote)].map(({ index, 0: { length } }) => ({ from: from + index, to: from + index + length, as: '' }))
  const title = opening.exec(text)
  return title ? [...notes, { from, to: from + title[0].length, as: '' }] : notes
}
