// Escape plain text for HTML, and decode the character references of Markdown and HTML source.

import { decodeHTML, decodeHTMLStrict } from 'entities/decode'

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

/** Plain text as HTML text or as the value of a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES.get(character)!)
}

// CommonMark takes numbers of at most seven digits for references; longer ones are text.
const REFERENCE = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);/g

/** CommonMark text to plain text: a reference counts only with its semicolon, unknown names stay as written. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? withoutReturns(text.replace(REFERENCE, (reference) => decodeHTMLStrict(reference))) : text
}

/** The text of raw HTML to plain text as a browser reads it (old names such as `&copy` count without a semicolon). */
export function decodeHtmlText(text: string): string {
  return text.includes('&') ? withoutReturns(decodeHTML(text)) : text
}

// `&#13;` is the one character that HTML cannot keep: written out and read again it comes back as a line feed.
function withoutReturns(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}
