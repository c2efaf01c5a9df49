// The sentences of a block of prose, each with what it cites.

import { type Sentence, splitSentences } from '../diff/split-sentences.ts'
import type { CitationItem } from '../markdown/citation-syntax.ts'
import type { ProseBlock } from './prose-blocks.ts'

export type CitedSentence = Sentence & {
  items: CitationItem[]
  /** It links to another insight, to which it leaves the proof. */
  isLinked: boolean
}

/** A citation holds for the sentence in which it stands, or behind whose full stop. The citations of a blockquote are for all of it. */
export function citedSentences({ text, citations, links, isQuotation }: ProseBlock): CitedSentence[] {
  if (isQuotation) return [{ text, start: 0, end: text.length, items: citations.flatMap(({ items }) => items), isLinked: links.length > 0 }]
  const sentences = splitSentences(text)
  return sentences.map((sentence, position) => {
    const { start, end } = sentence
    const next = sentences[position + 1]?.start ?? text.length + 1
    const isFor = (at: number) => at > start && (at <= end || (at < next && text.slice(end, at).trim() === '') || at === next)
    return {
      ...sentence,
      items: citations.filter(({ at }) => isFor(at)).flatMap(({ items }) => items),
      isLinked: links.some(({ at }) => at >= start && at < end),
    }
  })
}
