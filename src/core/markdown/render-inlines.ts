// Write the inline tokens of one leaf block: text, emphasis, code, links, images, citations, wikilinks and footnote marks.

import type { Token, Tokens } from 'marked'
import type { CitationItem } from './citation-syntax.ts'
import { decodeReferences, escapeHtml } from './escape-html.ts'
import { asFootingToken, type CitationToken, type WikilinkToken } from './markdown-tokens.ts'
import type { Rendering } from './rendering.ts'
import { isAllowedImage, isAllowedLink, REMOVED_WITH_CONTENT } from './safe-html.ts'

const ELEMENTS = { em: 'em', strong: 'strong', del: 'del', mark: 'mark' } as const

/** Writes `tokens` into the open leaf. */
export function renderInlines(rendering: Rendering, tokens: Token[]): void {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!
    if (token.type === 'html' && !rendering.plain) index = skipRemovedElement(tokens, index)
    renderInline(rendering, tokens[index]!, tokens, index)
  }
}

function renderInline(rendering: Rendering, token: Token, siblings: Token[], index: number): void {
  const { writer, raw } = rendering
  const inline = asFootingToken(token)
  switch (inline.type) {
    case 'text':
    case 'escape':
      writeText(rendering, inline.text, siblings, index)
      return
    case 'em':
    case 'strong':
    case 'del':
    case 'mark': {
      const element = ELEMENTS[inline.type]
      writer.markup(`<${element}>`)
      raw.inFrame(() => renderInlines(rendering, inline.tokens))
      writer.markup(`</${element}>`)
      return
    }
    case 'codespan':
      writer.markup('<code>')
      writer.text(inline.text)
      writer.markup('</code>')
      return
    case 'br':
      writer.lineBreak()
      return
    case 'html':
      if (rendering.plain) writer.markup(inline.text)
      else raw.inline(inline.text)
      return
    case 'link':
      renderLink(rendering, inline)
      return
    case 'image':
      renderImage(rendering, inline)
      return
    case 'checkbox':
      renderCheckbox(rendering, inline.checked)
      return
    case 'citation':
      renderCitation(rendering, inline)
      return
    case 'wikilink':
      renderWikilink(rendering, inline)
      return
    case 'footnoteReference':
      renderFootnoteReference(rendering, inline.key)
      return
    default:
      throw new Error(`no inline rendering for the token "${inline.type}"`)
  }
}

/** Where a `<script>` or the like opens here, the place of the tag that closes it; else the place itself. */
function skipRemovedElement(tokens: Token[], index: number): number {
  const tag = /^<([a-z][^\s/>]*)/i.exec(tokens[index]!.raw)?.[1]?.toLowerCase()
  if (tag === undefined || !REMOVED_WITH_CONTENT.includes(tag)) return index
  const close = tokens.findIndex((token, at) => at > index && token.type === 'html' && token.raw.toLowerCase().startsWith(`</${tag}`))
  return close < 0 ? index : close
}

function writeText(rendering: Rendering, text: string, siblings: Token[], index: number): void {
  const lines = text.split(/[ \t]*\n[ \t]*/)
  for (const [number, line] of lines.entries()) {
    if (number > 0) {
      const next = line === '' ? firstVisibleOf(siblings, index + 1) : line
      rendering.writer.softBreak(next === '' ? '' : String.fromCodePoint(next.codePointAt(0)!), rendering.plain)
    }
    rendering.writer.text(line)
  }
}

function firstVisibleOf(tokens: Token[], from: number): string {
  const token = tokens[from]
  if (!token) return ''
  const inline = asFootingToken(token)
  if ('tokens' in inline && inline.tokens && inline.type !== 'image') return firstVisibleOf(inline.tokens, 0)
  if (inline.type === 'wikilink') return inline.label
  return 'text' in inline && inline.type !== 'html' ? inline.text : ''
}

function renderLink(rendering: Rendering, token: Tokens.Link): void {
  const { writer, raw, plain } = rendering
  const href = cleanUrl(token.autolink ? token.href : decodeReferences(token.href))
  const title = token.title ? ` title="${escapeHtml(decodeReferences(token.title))}"` : ''
  const target = href === undefined || plain ? href : linkTarget(rendering, href)
  const isLink = target !== undefined && raw.linkDepth === 0
  writer.markup(isLink ? `<a href="${escapeHtml(target)}"${title}>` : plain ? '' : `<span class="link-refused"${title}>`)
  if (isLink) raw.linkDepth++
  raw.inFrame(() => (token.autolink ? writer.text(token.text) : renderInlines(rendering, token.tokens)))
  if (isLink) raw.linkDepth--
  writer.markup(isLink ? '</a>' : plain ? '' : '</span>')
}

function linkTarget({ idPrefix }: Rendering, href: string): string | undefined {
  const target = /^#./.test(href) ? `#${idPrefix}${safeDecode(href.slice(1))}` : href
  return isAllowedLink(target) ? target : undefined
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** As marked encodes addresses; undefined where the text has half a surrogate pair and cannot be one. */
function cleanUrl(href: string): string | undefined {
  try {
    return encodeURI(href).replaceAll('%25', '%')
  } catch {
    return undefined
  }
}

function renderImage(rendering: Rendering, token: Tokens.Image): void {
  const alt = altText(rendering, token.tokens)
  const title = token.title ? ` title="${escapeHtml(decodeReferences(token.title))}"` : ''
  writeImage(rendering, decodeReferences(token.href), alt, title)
}

/** A picture as data is no address that says anything. */
const longestShownAddress = 500

/** An image of the notebook's own or in the text itself; any other is named, with its address, and linked where a link may stand, but never fetched. */
export function writeImage(rendering: Rendering, src: string, alt: string, attributes: string): void {
  const { writer, raw, plain, hooks } = rendering
  const source = plain ? (cleanUrl(src) ?? '') : (hooks.resolveImage?.(src) ?? src)
  if (plain || isAllowedImage(source)) {
    writer.markup(`<img src="${escapeHtml(source)}" alt="${escapeHtml(alt)}"${attributes.replace(/ alt="[^"]*"/, '')}>`)
    return
  }
  const target = cleanUrl(src)
  const isLink = raw.linkDepth === 0 && target !== undefined && /^https?:/i.test(target) && isAllowedLink(target)
  const element = isLink ? 'a' : 'span'
  writer.markup(
    isLink
      ? `<a class="image-not-loaded" href="${escapeHtml(target)}" title="${escapeHtml(target)}">`
      : `<span class="image-not-loaded"${src.length > longestShownAddress ? '' : ` title="${escapeHtml(src)}"`}>`,
  )
  if (alt.trim() === '') writer.markup('<span data-no-reading="">image</span>')
  else writer.text(alt)
  writer.markup(`</${element}>`)
}

/** The words of an image's description, which has no markup. */
function altText(rendering: Rendering, tokens: Token[]): string {
  return tokens
    .map((token) => {
      const inline = asFootingToken(token)
      if (inline.type === 'html') return rendering.plain ? inline.text : ''
      if (inline.type === 'br') return rendering.plain ? '\n' : ' '
      if (inline.type === 'citation') return inline.items.map((item) => recordCitation(rendering, item).label).join('; ')
      if (inline.type === 'wikilink') return recordWikilink(rendering, inline).label
      if ('tokens' in inline && inline.tokens) return altText(rendering, inline.tokens)
      return 'text' in inline ? inline.text : ''
    })
    .join('')
}

function renderCheckbox({ writer, plain }: Rendering, isChecked: boolean): void {
  if (plain) writer.markup(`<input ${isChecked ? 'checked="" ' : ''}disabled="" type="checkbox"> `)
  else {
    const facts = isChecked ? 'data-checked="true" aria-label="done"' : 'data-checked="false" aria-label="to do"'
    writer.markup(`<span class="task" role="img" ${facts} data-no-reading="">${isChecked ? '☑' : '☐'}</span>`)
  }
}

function renderCitation(rendering: Rendering, { items }: CitationToken): void {
  const { writer, raw } = rendering
  const element = raw.linkDepth > 0 ? 'span' : 'a'
  const href = element === 'a' ? ' href="#"' : ''
  writer.text('[')
  for (const [number, item] of items.entries()) {
    if (number > 0) writer.text('; ')
    const { label, title, isResolved } = recordCitation(rendering, item)
    const highlight = item.highlight === undefined ? '' : ` data-highlight="${item.highlight}"`
    const hint = title ? ` title="${escapeHtml(title)}"` : ''
    const state = isResolved ? 'citation' : 'citation unresolved'
    writer.markup(`<${element} class="${state}" data-citekey="${escapeHtml(item.citekey)}"${highlight}${href}${hint}>`)
    writer.text(label)
    writer.markup(`</${element}>`)
  }
  writer.text(']')
}

function recordCitation(rendering: Rendering, { citekey, highlight }: CitationItem): { label: string; title: string; isResolved: boolean } {
  const found = rendering.hooks.resolveCitation?.(citekey, highlight)
  const written = `@${citekey}${highlight === undefined ? '' : `#h${highlight}`}`
  const item: CitationItem = highlight === undefined ? { citekey } : { citekey, highlight }
  rendering.citations.push({ ...item, isResolved: found !== undefined })
  return { label: found?.label || written, title: found?.title ?? '', isResolved: found !== undefined }
}

function renderWikilink(rendering: Rendering, token: WikilinkToken): void {
  const { writer, raw } = rendering
  const { label, id } = recordWikilink(rendering, token)
  const element = raw.linkDepth > 0 ? 'span' : 'a'
  const href = element === 'a' ? ' href="#"' : ''
  const insight = id === undefined ? '' : ` data-insight="${escapeHtml(id)}"`
  writer.markup(
    `<${element} class="${id === undefined ? 'wikilink unresolved' : 'wikilink'}" data-title="${escapeHtml(token.title)}"${insight}${href}>`,
  )
  writer.text(label)
  writer.markup(`</${element}>`)
}

function recordWikilink(rendering: Rendering, { title, label }: WikilinkToken): { label: string; id: string | undefined } {
  const id = rendering.hooks.resolveWikilink?.(title)
  rendering.wikilinks.push(id === undefined ? { title, label } : { title, label, id })
  return { label, id }
}

// The number is not reading text: in a quote it would stand as a digit behind the words, and behind a figure it would change the figure.
function renderFootnoteReference({ writer, raw, footnotes, idPrefix }: Rendering, key: string): void {
  const { number, references } = footnotes.refer(key)
  const id = references === 1 ? `fnref-${number}` : `fnref-${number}-${references}`
  const link =
    raw.linkDepth > 0
      ? `${number}`
      : `<a href="#${idPrefix}fn-${number}" id="${idPrefix}${id}" role="doc-noteref" data-footnote="${number}">${number}</a>`
  writer.markup(`<sup class="footnote-reference" data-no-reading="">${link}</sup>`)
}
