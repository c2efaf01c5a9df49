// Writes plain text (quotes, titles, references) into Markdown so that it is shown exactly as it is, and stands there raw wherever that is possible.

import type { Token } from 'marked'
import { decodeReferences } from '../markdown/escape-html.ts'
import { lexMarkdown } from '../markdown/footing-lexer.ts'
import { asFootingToken } from '../markdown/markdown-tokens.ts'

/**
 * A piece of one paragraph. `written` is tried first, `escaped` where that would be shown as something else; `shown` is what readers see.
 * `rank` says which pieces are escaped first: what is quoted stays raw longest, because people search for it.
 */
export type Piece = { written: string; escaped: string; shown: string; rank: 'first' | 'last' }

export function textPiece(text: string, rank: Piece['rank'] = 'first'): Piece {
  return { written: text, escaped: escapeMarkdown(text), shown: text, rank }
}

/** Markdown of our own that shows `shown` and holds nothing from outside (a code span, an autolink). */
export function fixedPiece(markdown: string, shown: string): Piece {
  return { written: markdown, escaped: markdown, shown, rank: 'last' }
}

/** A code span, whatever backticks the text holds. `text` has no spaces at its ends. */
export function codePiece(text: string): Piece {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : ''
  return fixedPiece(`${fence}${pad}${text}${pad}${fence}`, text)
}

/**
 * The paragraph in as few escapes as its readers need: raw if both readings of it (CommonMark with GFM, and Footing's) show just its text.
 * `hasLinkLabels`: a body of the same file defines link labels, so `[1]` may be a link; `before` is what opens the line (`## `).
 */
export function writePieces(pieces: readonly Piece[], { hasLinkLabels = false, before = '' } = {}): string {
  const shown = pieces.map((piece) => piece.shown).join('')
  const attempts = [
    pieces.map((piece) => piece.written),
    pieces.map((piece) => (piece.rank === 'first' ? piece.escaped : piece.written)),
    pieces.map((piece) => piece.escaped),
  ].map((attempt) => attempt.join(''))
  const fits = attempts.slice(0, -1).find((markdown) => {
    // Whether a footnote or a link of that label exists can't be seen in this paragraph alone.
    if (/(?<!\\)\[\^/.test(markdown) || (hasLinkLabels && /(?<!\\)\[/.test(markdown))) return false
    return isShownAs(before + markdown, shown, true) && isShownAs(before + markdown, shown, false)
  })
  return fits ?? attempts.at(-1) ?? ''
}

/** Every character that can mean something in Markdown, at the start of a line too, with a backslash before it. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_~=[\]<>&|#@^]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=\b(?:mailto|xmpp)):|(?<=\bwww)\./gi, '\\$&')
    .replace(/^(\s*)([-+])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])/, '$1\\$2')
}

function isShownAs(markdown: string, shown: string, extended: boolean): boolean {
  const blocks = lexMarkdown(markdown, extended).tokens.filter((token) => token.type !== 'space')
  const [block] = blocks
  if (!block || blocks.length > 1 || (block.type !== 'paragraph' && block.type !== 'heading')) return false
  return shownText((block as { tokens?: Token[] }).tokens ?? []) === shown
}

/** What plain inline tokens show; undefined where there is anything but text, escapes, code and addresses shown as they stand. */
function shownText(tokens: readonly Token[]): string | undefined {
  let text = ''
  for (const each of tokens) {
    const token = asFootingToken(each)
    if (token.type === 'text') text += decodeReferences(token.raw)
    else if (token.type === 'escape' || token.type === 'codespan') text += token.text
    else if (token.type === 'link' && (token.raw === token.text || token.raw === `<${token.text}>`)) text += token.text
    else return undefined
  }
  return text
}
