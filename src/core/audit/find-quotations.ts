// Words in quotation marks that name where they are from: the quotations of a sentence, each with the citation that follows it.

import { splitSentences } from '../diff/split-sentences.ts'
import type { CitationItem } from '../markdown/citation-syntax.ts'
import type { ProseBlock } from './prose-blocks.ts'

export type Quotation = { text: string; items: CitationItem[] }

const marks = /“([^“”]+)”|"([^"\n]+)"|「([^「」]+)」|『([^『』]+)』|«([^«»]+)»|„([^„“”]+)[“”]/gu
/** Shorter ones are words that are talked about, titles or irony. Counted in letters; a Chinese character says as much as half a word. */
const fewestWords = 4
const fewestCharacters = 6

/** A quotation is for the next citation of its sentence; the citations of a blockquote are for all of it. */
export function findQuotations(block: ProseBlock): Quotation[] {
  if (block.isQuotation) {
    const items = block.citations.flatMap((citation) => citation.items)
    return items.length === 0 ? [] : [{ text: block.text, items }]
  }
  const sentences = splitSentences(block.text)
  const quotations: Quotation[] = []
  for (const match of block.text.matchAll(marks)) {
    const text = match.slice(1).find((group) => group !== undefined) ?? ''
    if (!isLong(text)) continue
    const end = match.index + match[0].length
    // A citation may stand behind the full stop.
    const last = sentences.find((sentence) => sentence.end >= end)?.end ?? block.text.length
    const citation =
      block.citations.find(({ at }) => at >= end && block.text.slice(last, at).trim() === '') ??
      block.citations.find(({ at }) => at >= end && at <= last)
    if (citation) quotations.push({ text, items: citation.items })
  }
  return quotations
}

function isLong(text: string): boolean {
  const characters = text.match(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/gu)?.length ?? 0
  return characters >= fewestCharacters || text.trim().split(/\s+/).length >= fewestWords
}
