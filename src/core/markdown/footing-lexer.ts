// marked's lexer with Footing's syntax: CJK-friendly emphasis, marks, citations, wikilinks, footnotes and callouts, and guards against inputs that make marked slow.

import { Lexer, Marked, type Token, Tokenizer, type TokenizerExtension, type Tokens, type TokensList } from 'marked'
import { manageableListLength, manageableQuoteLength } from './block-limits.ts'
import { CITATION_SOURCE, citationItems, FOOTNOTE_SOURCE, footnoteKey, WIKILINK_SOURCE } from './citation-syntax.ts'
import { decodeReferences } from './escape-html.ts'
import { FOOTNOTE_OPENING, footnoteBodies } from './footnote-bodies.ts'
import type { CalloutToken, FootnoteToken } from './markdown-tokens.ts'
import { resolveEmphasis } from './resolve-emphasis.ts'

/** Quotes and lists nested deeper than this are text: marked recurses once per level, and 20,000 `>` overflow the stack (tried). */
const MAX_BLOCK_DEPTH = 60

/**
 * Code units that failed attempts at links, code spans and comments may scan in one text. marked looks from every `[` to the end of its
 * block, so `[a](b` 200,000 times takes minutes (tried). An article with a hundred odd brackets spends a thousandth of this.
 */
const SCAN_BUDGET = 300_000_000

const CITATION = new RegExp(CITATION_SOURCE, 'uy')
const WIKILINK = new RegExp(WIKILINK_SOURCE, 'uy')
const FOOTNOTE_REFERENCE = new RegExp(FOOTNOTE_SOURCE, 'uy')
const CALLOUT = /^\[!([A-Za-z][\w-]*)\][+-]?(?:[ \t]+([^\n]*))?(?:\n|$)/
const DELIMITER = /\*+|_+|~+|=+/y

// marked's own text rule stops before everything that could start another token; this one also stops before `==`, looks back for a word
// before `@` no further than an address is long, and leaves character references to be decoded in one place.
const TEXT =
  /^(?:`+|[\s\S])(?:(?= {2,}\n)|(?=[\w.!#$%&'*+/=?`{|}~-]{1,254}@)|[\s\S]*?(?:(?=[\\<![`*~_]|==|https?:\/\/|ftp:\/\/|(?<![^\s*_~(])www\.|$)|[^ ](?= {2,}\n)|[^a-z0-9](?=(?:mailto|xmpp):)|[^\w.!#$%&'*+/=?`{|}~-](?=[\w.!#$%&'*+/=?`{|}~-]{1,254}@)))/i

const PLAIN_LINES = /^[^\n]+(?:\n {0,3}\p{L}[^\n]*(?=\n {0,3}\p{L}|\n?$)){1,2000}/u
const NEVER = /(?!)/g
const URL_START = /^(?:https?:\/\/|ftp:\/\/|www\.|mailto:|xmpp:)/i
const ADDRESS_START = /^[A-Za-z0-9._+-]{1,254}@/
// A URL written in Chinese or Japanese text ends at the punctuation that follows it without a space.
const URL_END = /[\s<\u3000-\u303f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\uff5e]/
const MAX_URL_LENGTH = 4096

export type LexedMarkdown = {
  tokens: Token[]
  /** Footnote bodies by key, in the order of the text; the first of a label counts. */
  footnotes: Map<string, FootnoteToken>
}

type LexerFacts = { extended: boolean; footnotes: Map<string, FootnoteToken> }

/** The block and inline tokens of `markdown`; with `extended` false only CommonMark and GFM (and the CJK-friendly rules) count. */
export function lexMarkdown(markdown: string, extended = true): LexedMarkdown {
  const facts: LexerFacts = { extended, footnotes: new Map() }
  const lexer = new FootingLexer(facts)
  return { tokens: lexer.lex(markdown.replaceAll('\0', '\ufffd')), footnotes: facts.footnotes }
}

class FootingLexer extends Lexer {
  #inlineDepth = 0
  readonly #guarded: FootingTokenizer
  readonly #extended: boolean

  constructor(facts: LexerFacts) {
    const tokenizer = new FootingTokenizer(facts.extended)
    const marked = new Marked({ gfm: true, extensions: facts.extended ? [...extensions(facts)] : [delimiters(facts)] })
    super({ ...marked.defaults, tokenizer })
    this.#guarded = tokenizer
    this.#extended = facts.extended
    const { rules } = tokenizer
    // The masked copy of each inline run is for marked's own emphasis, which is not used: these rules build it at quadratic cost.
    const inline = { ...rules.inline, reflinkSearch: NEVER, blockSkip: NEVER, anyPunctuationOutsideCode: NEVER }
    // A footnote's body needs no blank line before it.
    const interrupted = rules.block.paragraph.source.replace('(?!', `(?!${FOOTNOTE_OPENING}|`)
    const paragraph = this.#extended ? new RegExp(interrupted, 'u') : rules.block.paragraph
    tokenizer.rules = { ...rules, inline, block: { ...rules.block, paragraph } }
  }

  override blockTokens(src: string, tokens?: Token[], lastParagraphClipped?: boolean): Token[]
  override blockTokens(src: string, tokens?: TokensList, lastParagraphClipped?: boolean): TokensList
  override blockTokens(src: string, tokens: Token[] = [], lastParagraphClipped = false): Token[] {
    return this.#guarded.inRun(() => super.blockTokens(src, tokens, lastParagraphClipped))
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    const isLinkText = this.#inlineDepth > 0
    this.#inlineDepth++
    try {
      super.inlineTokens(src, tokens)
    } finally {
      this.#inlineDepth--
    }
    resolveEmphasis(tokens, src, isLinkText ? '[' : '', isLinkText ? ']' : '')
    return tokens
  }
}

/** marked's tokenizer with the guards; the lexer hands it suffixes of one text, so a place can be named by its distance from the end. */
class FootingTokenizer extends Tokenizer {
  #budget = SCAN_BUDGET
  #depth = 0
  #underline: { fromEnd: number } | undefined
  readonly #extended: boolean

  constructor(extended: boolean) {
    super()
    this.#extended = extended
  }

  /** Runs the lexing of one block text, whose distances are its own. */
  inRun<T>(lex: () => T): T {
    const outer = this.#underline
    this.#underline = undefined
    try {
      return lex()
    } finally {
      this.#underline = outer
    }
  }

  override blockquote(src: string): Tokens.Blockquote | undefined {
    const token = this.#nested(() => super.blockquote(src.slice(0, manageableQuoteLength(src))))
    const callout = this.#extended && token ? CALLOUT.exec(token.text) : null
    if (!token || !callout) return token
    const title = callout[2]?.trim() ?? ''
    const made: CalloutToken = {
      type: 'callout',
      raw: token.raw,
      kind: callout[1]!.toLowerCase(),
      titleTokens: title === '' ? [] : this.lexer.inline(title),
      tokens: this.#nested(() => this.#lexBlocks(token.text.slice(callout[0].length))) ?? [],
    }
    return made as unknown as Tokens.Blockquote
  }

  override list(src: string): Tokens.List | undefined {
    return this.#nested(() => super.list(src.slice(0, manageableListLength(src))))
  }

  // marked tries a setext heading at every line of a list item and reads on to the next blank line: 25,000 lines in one item take two
  // seconds, and four times that at twice the length (tried). The next underline or blank line is found once and remembered.
  override lheading(src: string): Tokens.Heading | undefined {
    if (!this.#underline || src.length <= this.#underline.fromEnd) {
      const next = src.search(/\n(?: {0,3}(?:=+|-+)[ \t]*|[ \t]*)(?:\n|$)/)
      this.#underline = { fromEnd: next < 0 ? 0 : src.length - next }
    }
    const at = src.length - this.#underline.fromEnd
    if (this.#underline.fromEnd === 0 || /^\n[ \t]*(?:\n|$)/.test(src.slice(at, at + 200))) return undefined
    return super.lheading(src)
  }

  // In a list item marked takes a line at a time and copies the item's text for each: 500,000 lines take minutes (tried). A line that begins
  // with a letter, and is followed by such a line or by nothing, starts no other block, so many can be taken at once.
  override text(src: string): Tokens.Text | undefined {
    const lines = PLAIN_LINES.exec(src)?.[0]
    return lines === undefined ? super.text(src) : { type: 'text', raw: lines, text: lines, tokens: this.lexer.inline(lines) }
  }

  override tag(src: string): Tokens.Tag | undefined {
    if (!/^<[A-Za-z/!?]/.test(src)) return undefined
    // Only `<!` and `<?` look for their end beyond the next `<`.
    return this.#attempt(/^<[!?]/.test(src) ? src.length : 0, () => super.tag(src))
  }

  override link(src: string): Tokens.Link | Tokens.Image | undefined {
    if (src[0] !== '[' && src[0] !== '!') return undefined
    const simple = /^!?\[[^[\]\\`<]*\](.?)/.exec(src)
    if (simple && simple[1] !== '(') return undefined
    return this.#attempt(src.length, () => super.link(src))
  }

  override reflink(src: string, links: Parameters<Tokenizer['reflink']>[1]): ReturnType<Tokenizer['reflink']> {
    if (src[0] !== '[' && !src.startsWith('![')) return undefined
    for (const _ in links) return this.#attempt(src.length, () => super.reflink(src, links))
    return { type: 'text', raw: src[0]!, text: src[0]! }
  }

  override codespan(src: string): Tokens.Codespan | undefined {
    if (src[0] !== '`') return undefined
    return this.#attempt(src.length, () => super.codespan(src))
  }

  override url(src: string): Tokens.Link | undefined {
    if (ADDRESS_START.test(src)) return super.url(src)
    if (!URL_START.test(src)) return undefined
    const limit = src.slice(0, MAX_URL_LENGTH)
    const found = limit.search(URL_END)
    let end = found < 0 ? limit.length : found
    // marked takes trailing punctuation off one character at a time, reading the whole URL each time.
    while (end > 1 && /[?!.,:;*_'"~]/.test(src[end - 1]!) && /[?!.,:;*_'"~]/.test(src[end - 2]!)) end--
    return super.url(src.slice(0, end))
  }

  override inlineText(src: string): Tokens.Text | undefined {
    const raw = TEXT.exec(src)?.[0]
    return raw === undefined ? undefined : { type: 'text', raw, text: decodeReferences(raw), escaped: false }
  }

  #nested<T>(lex: () => T): T | undefined {
    if (this.#depth >= MAX_BLOCK_DEPTH) return undefined
    this.#depth++
    try {
      return lex()
    } finally {
      this.#depth--
    }
  }

  #attempt<T>(cost: number, scan: () => T | undefined): T | undefined {
    if (this.#budget <= 0) return undefined
    const token = scan()
    if (token === undefined) this.#budget -= cost
    return token
  }

  #lexBlocks(text: string): Token[] {
    const { top } = this.lexer.state
    this.lexer.state.top = true
    const tokens = this.lexer.blockTokens(text, [])
    this.lexer.state.top = top
    return tokens
  }
}

function* extensions(facts: LexerFacts): Generator<TokenizerExtension> {
  yield delimiters(facts)
  yield bracketed('citation', CITATION, (match) => ({ items: citationItems(match[0]) }))
  yield bracketed('wikilink', WIKILINK, (match) => {
    const title = match[1]!.trim()
    return { title, label: match[2]?.trim() || title }
  })
  yield bracketed('footnoteReference', FOOTNOTE_REFERENCE, (match) => {
    const key = footnoteKey(match[1]!)
    return facts.footnotes.has(key) ? { key } : undefined
  })
  yield footnoteBodies(facts.footnotes)
}

function delimiters({ extended }: LexerFacts): TokenizerExtension {
  const tokenizer: TokenizerExtension['tokenizer'] = (src) => {
    const first = src[0]
    if (first !== '*' && first !== '_' && first !== '~' && (first !== '=' || !extended)) return undefined
    DELIMITER.lastIndex = 0
    return { type: 'delimiter', raw: DELIMITER.exec(src)![0] }
  }
  return { name: 'delimiter', level: 'inline', tokenizer }
}

function bracketed(name: string, pattern: RegExp, read: (match: RegExpExecArray) => Record<string, unknown> | undefined): TokenizerExtension {
  const tokenizer: TokenizerExtension['tokenizer'] = (src) => {
    if (src[0] !== '[') return undefined
    pattern.lastIndex = 0
    const match = pattern.exec(src)
    const fields = match ? read(match) : undefined
    return match && fields ? { type: name, raw: match[0], ...fields } : undefined
  }
  return { name, level: 'inline', tokenizer }
}
