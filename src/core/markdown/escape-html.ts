// Escape plain text for HTML, and decode the character references of Markdown and HTML source.

import { decodeHTML, decodeHTMLStrict } from 'entities/decode'

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  // A raw carriage return in HTML source is read as a line feed, which would shift no offset but change the text.
  ['\r', '&#13;'],
])

/** Plain text as HTML text or as the value of a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ESCAPES.get(character)!)
}

/** CommonMark text to plain text: a reference counts only with its semicolon, unknown names stay as written. */
export function decodeReferences(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(text) : text
}

/** The text of raw HTML to plain text as a browser reads it (old names such as `&copy` count without a semicolon). */
export function decodeHtmlText(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}
