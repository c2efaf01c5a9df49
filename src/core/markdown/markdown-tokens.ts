// The tokens that Footing's Markdown has beyond marked's own, and the narrowing from marked's open token type.

import type { MarkedToken, Token } from 'marked'
import type { CitationItem } from './citation-syntax.ts'

export type DelimiterToken = { type: 'delimiter'; raw: string }
export type MarkToken = { type: 'mark'; raw: string; text: string; tokens: Token[] }
export type CitationToken = { type: 'citation'; raw: string; items: CitationItem[] }
export type WikilinkToken = { type: 'wikilink'; raw: string; title: string; label: string }
export type FootnoteReferenceToken = { type: 'footnoteReference'; raw: string; key: string }
export type FootnoteToken = { type: 'footnote'; raw: string; key: string; label: string; tokens: Token[] }
export type CalloutToken = { type: 'callout'; raw: string; kind: string; titleTokens: Token[]; tokens: Token[] }

export type FootingToken =
  | MarkedToken
  | DelimiterToken
  | MarkToken
  | CitationToken
  | WikilinkToken
  | FootnoteReferenceToken
  | FootnoteToken
  | CalloutToken

/** marked types every token as "one of mine or anything": the lexer makes no others than these. */
export function asFootingToken(token: Token): FootingToken {
  return token as FootingToken
}
