// Texts on their way in, from the clipboard, a drop or files: each becomes Markdown with what it says about itself, or a reason why not.

import type { DecodedText } from '../../core/import/decode-text.ts'
import type { FrontMatter } from '../../core/import/read-front-matter.ts'
import { strings } from '../strings/strings.ts'
import { type SourceSuggestion, suggestSource, titleOfFile } from './suggest-source.ts'

/** What front matter says beyond title, language and address. */
export type StatedFacts = Pick<FrontMatter, 'authors' | 'publisher' | 'published' | 'citekey' | 'kind'>
export type IncomingText = SourceSuggestion & { markdown: string; url: string; stated?: StatedFacts }
export type ReadFile = { ok: true; name: string; text: IncomingText } | { ok: false; name: string; reason: string }

/** As long as a text may be (records/insight.ts). */
const maxBytes = 150_000_000

/** The text of a paste or drop: HTML where the clipboard holds a formatted piece, else the plain text as it stands. Undefined where there is none. */
export async function readTransfer(transfer: DataTransfer): Promise<IncomingText | undefined> {
  // Both are read now: a DataTransfer is empty after its event.
  const html = transfer.getData('text/html')
  const plain = transfer.getData('text/plain')
  const address = transfer
    .getData('text/uri-list')
    .split(/\r?\n/)
    .find((line) => /^https?:/i.test(line))
  // A link that was dragged here: nothing is fetched, its text is for the analyst to paste.
  if (address && (plain.trim() === '' || plain.trim() === address)) return { markdown: '', url: address, title: '', language: '' }
  if (html && isFormatted(html)) {
    const text = await readHtml(html)
    if (text.markdown.trim() !== '') return text
  }
  return plain.trim() === '' ? undefined : { markdown: plain, url: '', ...suggestSource(plain) }
}

/** Editors put plain text on the clipboard as HTML too, in `<div>`, `<span>` and `<pre>` only: then the plain text is the better one. */
export function isFormatted(html: string): boolean {
  return /<(?:p|h[1-6]|ul|ol|table|blockquote|a|strong|b|em|i|img|article|section|br)[\s>]/i.test(
    html.replace(/<(?:b|span)[^>]*id="?docs-internal-guid[^>]*>/i, ''),
  )
}

/** Reads every file on its own: a bad one is a reason, never a stop. */
export async function readFile(file: File): Promise<ReadFile> {
  const { name } = file
  const refuse = (reason: string): ReadFile => ({ ok: false, name, reason })
  const kind = kindOf(file)
  if (!kind) return refuse(strings.sources.unknownKind)
  if (file.size > maxBytes) return refuse(strings.sources.tooLarge)
  // Most of what comes in needs no telling of encodings.
  const { decodeText } = await import('../../core/import/decode-text.ts')
  let decoded: DecodedText
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    decoded = decodeText(bytes, kind === 'html' ? declaredEncoding(bytes) : undefined)
  } catch {
    // A folder, or a file that went away.
    return refuse(strings.sources.unreadable)
  }
  if (!decoded.ok) return refuse(decoded.reason)
  if (decoded.text.trim() === '') return refuse(strings.sources.emptyFile)
  if (kind === 'html') {
    const text = await readHtml(decoded.text)
    return text.markdown.trim() === ''
      ? refuse(strings.sources.emptyFile)
      : { ok: true, name, text: { ...text, title: text.title || titleOfFile(name) } }
  }
  const text = await readMarkdown(name, decoded.text)
  return text ? { ok: true, name, text } : refuse(strings.sources.emptyFile)
}

/** As `footing import` reads it: front matter becomes facts of the source and is no part of its text. */
async function readMarkdown(name: string, written: string): Promise<IncomingText | undefined> {
  const { planSource } = await import('../../core/import/plan-source.ts')
  const planned = planSource(name, written)
  if (!planned) return undefined
  const { markdown, title, language, url, authors, publisher, published, citekey, kind } = planned.input
  const stated = Object.fromEntries(Object.entries({ authors, publisher, published, citekey, kind }).filter(([, value]) => value !== undefined))
  return { markdown, title, language: language || suggestSource(markdown).language, url: url ?? '', stated }
}

async function readHtml(html: string): Promise<IncomingText> {
  const { htmlToMarkdown } = await import('./html-to-markdown.ts')
  const { markdown, title, url, language } = htmlToMarkdown(html)
  const suggested = suggestSource(markdown)
  return { markdown, url, title: title || suggested.title, language: suggested.language || language }
}

function kindOf({ name, type }: File): 'markdown' | 'html' | undefined {
  if (/\.(?:md|markdown|mdown|txt|text)$/i.test(name)) return 'markdown'
  if (/\.(?:html?|xhtml)$/i.test(name)) return 'html'
  if (type === 'text/html' || type === 'application/xhtml+xml') return 'html'
  return type === 'text/plain' || type === 'text/markdown' ? 'markdown' : undefined
}

/** Browsers look for it in the first 1,024 bytes. */
function declaredEncoding(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024))
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1] ?? 'utf-8'
}
