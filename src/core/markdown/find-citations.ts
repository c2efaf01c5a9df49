// Find where the citations and wikilinks of a text stand in its source, so that they can be replaced there and nowhere else.
//
// marked's tokens have no places, and what looks like a citation can be code, part of an address or an attribute. So every candidate gets
// a mark inside it that the text does not hold otherwise, the text is lexed, and those whose mark comes out in a token are real. The mark is of
// letters, where a letter stands already: it changes neither blocks nor spans. This cannot disagree with the rendering; a scanner of our own could.

import type { Token } from 'marked'
import { CITATION_SOURCE, type CitationItem, citationItems, WIKILINK_SOURCE } from './citation-syntax.ts'
import { lexMarkdown } from './footing-lexer.ts'
import { splitFrontMatter } from './front-matter.ts'
import { asFootingToken, type FootnoteToken } from './markdown-tokens.ts'

/** One item of a citation. All offsets are UTF-16 in the Markdown as given; ends are exclusive. */
export type FoundCitation = CitationItem & {
  /** The whole citation with its brackets: the items of `[@a; @b]` share it. */
  start: number
  end: number
  /** This item alone, from `@` on. */
  itemStart: number
  itemEnd: number
}

export type FoundWikilink = { title: string; label: string; start: number; end: number }

type Candidate = { start: number; raw: string; markAt: number }

const MARK = 'Xq'

/** The citations of a body in the order of the text; those in front matter, code and the like are none. Never fails. */
export function findCitations(markdown: string): FoundCitation[] {
  const candidates = candidatesOf(markdown, new RegExp(CITATION_SOURCE, 'gu'), (raw) => raw.indexOf('@') + 1)
  return realOnes(markdown, candidates, 'citation').flatMap(({ start, raw }) =>
    citationItems(raw).map(({ start: itemStart, end: itemEnd, ...item }) => ({
      ...item,
      start,
      end: start + raw.length,
      itemStart: start + itemStart,
      itemEnd: start + itemEnd,
    })),
  )
}

/** The wikilinks of a body in the order of the text. Never fails. */
export function findWikilinks(markdown: string): FoundWikilink[] {
  const candidates = candidatesOf(markdown, new RegExp(WIKILINK_SOURCE, 'gu'), (raw) => raw.search(/[^[\s]/))
  const pattern = new RegExp(WIKILINK_SOURCE, 'u')
  return realOnes(markdown, candidates, 'wikilink').map(({ start, raw }) => {
    const match = pattern.exec(raw)!
    const title = match[1]!.trim()
    return { title, label: match[2]?.trim() || title, start, end: start + raw.length }
  })
}

function candidatesOf(markdown: string, pattern: RegExp, markAt: (raw: string) => number): Candidate[] {
  const { bodyStart } = splitFrontMatter(markdown)
  const candidates: Candidate[] = []
  pattern.lastIndex = bodyStart
  for (let match = pattern.exec(markdown); match; match = pattern.exec(markdown)) {
    candidates.push({ start: match.index, raw: match[0], markAt: markAt(match[0]) })
    // A candidate that is none may hide one that begins inside it (`[[a [[b]]`).
    pattern.lastIndex = match.index + 1
  }
  return candidates
}

function realOnes(markdown: string, candidates: Candidate[], type: 'citation' | 'wikilink'): Candidate[] {
  if (candidates.length === 0) return []
  let mark = MARK
  while (markdown.includes(mark)) mark += 'q'
  const { bodyStart } = splitFrontMatter(markdown)
  let marked = ''
  let at = bodyStart
  for (const [number, { start, markAt }] of candidates.entries()) {
    marked += `${markdown.slice(at, start + markAt)}${mark}${number}z`
    at = start + markAt
  }
  marked += markdown.slice(at)
  const seen = new Set<number>()
  const pattern = new RegExp(`${mark}(\\d+)z`)
  const { tokens, footnotes } = lexMarkdown(marked.replace(/^\ufeff/, ''))
  for (const token of everyToken(tokens, footnotes)) {
    const found = token.type === type ? pattern.exec(token.raw) : null
    if (found) seen.add(Number(found[1]))
  }
  return candidates.filter((_, number) => seen.has(number))
}

/** Every token that is shown: of several footnotes with one label only the first is. */
export function* everyToken(tokens: Token[], footnotes: Map<string, FootnoteToken>): Generator<Token> {
  for (const token of tokens) {
    const known = asFootingToken(token)
    if (known.type === 'footnote' && footnotes.get(known.key) !== known) continue
    yield token
    if (known.type === 'list') for (const item of known.items) yield* everyToken(item.tokens, footnotes)
    else if (known.type === 'table') for (const cell of [known.header, ...known.rows].flat()) yield* everyToken(cell.tokens, footnotes)
    else {
      if (known.type === 'callout') yield* everyToken(known.titleTokens, footnotes)
      if ('tokens' in known && known.tokens) yield* everyToken(known.tokens, footnotes)
    }
  }
}
