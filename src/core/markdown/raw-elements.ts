// Put the HTML of a Markdown text into the page as well-formed, allow-listed elements, so that a browser builds the tree that the reading text assumes.
//
// A browser moves text about where elements are wrongly nested (text in a table goes before it, a block closes a paragraph). Here every element
// is closed inside the Markdown block or container that opened it, tables get their rows and cells, and what is not allowed loses its tag and
// keeps its text.

import { escapeHtml } from './escape-html.ts'
import { type RawHtmlPart, readRawHtml } from './raw-html.ts'
import type { ReadingWriter } from './reading-writer.ts'
import { ALLOWED_ELEMENTS, isAllowedAttribute } from './safe-html.ts'

type OpenElement = { tag: string; written: string; inline: boolean; isApart: boolean }

const INLINE = new Set(
  ['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark', 'q', 'rp', 'rt', 'ruby', 's'].concat([
    'samp',
    'small',
    'span',
    'strong',
    'sub',
    'sup',
    'u',
    'var',
  ]),
)
/** Beside the characters of a `<ruby>`: how they are read, and the brackets around that where ruby is not known. */
const RUBY_PARTS = new Set(['rt', 'rp'])
const TABLE_PARTS = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])
const SECTIONS = new Set(['thead', 'tbody', 'tfoot', 'caption'])
const CELLS = new Set(['td', 'th'])
const SMALL_STEP = new Set(['li', 'tr', 'dt', 'dd', 'summary', 'figcaption'])
/** What a reader's HTML may say about an element; ids, classes and data are ours alone. */
const KEPT_ATTRIBUTES = ['align', 'alt', 'colspan', 'dir', 'height', 'href', 'lang', 'open', 'rowspan', 'scope', 'start', 'title', 'value', 'width']
/** A browser flattens trees of more than 512 levels; nobody writes 40. */
const MAX_OPEN = 40

export type ImageWriter = (src: string, alt: string, attributes: string) => void

export class RawElements {
  #open: OpenElement[] = []
  #floor = 0
  #pendingSpace = ''
  /** Links may not stand in links: above 0 an `<a>` becomes a `<span>`. */
  linkDepth = 0
  readonly #writer: ReadingWriter
  readonly #writeImage: ImageWriter
  readonly #setsRubyApart: boolean

  constructor(writer: ReadingWriter, writeImage: ImageWriter, setsRubyApart: boolean) {
    this.#setsRubyApart = setsRubyApart
    this.#writer = writer
    this.#writeImage = writeImage
  }

  /** Runs `write` for one container: elements opened in it are closed with it, and its tags cannot close those outside. */
  inFrame(write: () => void): void {
    const outer = this.#floor
    this.#floor = this.#open.length
    write()
    this.#closeDownTo(this.#floor)
    this.#floor = outer
  }

  /** Before a block of Markdown: it cannot stand in a raw paragraph, nor in a table outside a cell. */
  beforeBlock(): void {
    this.#closeParagraph()
    this.#ensureCell()
  }

  /** One inline tag inside a leaf. Tags of blocks lose their meaning here. Returns the tag whose content is to be left out, if any. */
  inline(html: string): void {
    for (const part of readRawHtml(html)) {
      if (part.kind === 'text') this.#writer.text(part.text)
      else if (part.kind === 'close') this.#close(part.tag, true)
      else this.#openInline(part)
    }
  }

  /** A block of HTML between Markdown blocks. */
  block(html: string): void {
    for (const part of readRawHtml(html)) {
      if (part.kind === 'text') this.#blockText(part.text)
      else if (part.kind === 'close') this.#closeInBlock(part.tag)
      else this.#openInBlock(part)
    }
    this.#endLeaf()
  }

  #openInBlock(part: RawHtmlPart & { kind: 'open' }): void {
    const { tag } = part
    if (INLINE.has(tag) || tag === 'br' || tag === 'img' || tag === 'wbr') {
      this.#ensureLeaf()
      this.#flushSpace()
      this.#openInline(part)
      return
    }
    if (!ALLOWED_ELEMENTS.has(tag)) return
    this.#endLeaf()
    if (!this.#prepare(tag)) return
    this.#writer.separate(SMALL_STEP.has(tag) ? '\n' : CELLS.has(tag) ? '' : '\n\n')
    if (tag === 'hr') this.#writer.markup('<hr>')
    else if (this.#open.length < MAX_OPEN) this.#push(tag, tag, attributesOf(part), false)
  }

  /** Closes and opens what a browser would, so that `tag` can stand here. False where it cannot. */
  #prepare(tag: string): boolean {
    const inTable = this.#nearest('table') >= 0
    if (tag === 'tr') {
      if (!inTable) return false
      this.#closeWithinTable((open) => CELLS.has(open.tag) || open.tag === 'tr' || open.tag === 'caption')
      return true
    }
    if (CELLS.has(tag)) {
      if (!inTable) return false
      this.#closeWithinTable((open) => CELLS.has(open.tag) || open.tag === 'caption')
      if (this.#open.at(-1)?.tag !== 'tr') this.#push('tr', 'tr', '', false)
      else if (this.#cellsInRow > 0) this.#writer.tab()
      this.#cellsInRow++
      return true
    }
    if (SECTIONS.has(tag)) {
      if (!inTable) return false
      this.#closeWithinTable((open) => open.tag !== 'table')
      return true
    }
    this.#ensureCell()
    this.#closeParagraph()
    if (tag === 'li') this.#closeItem(['li'], ['ul', 'ol'])
    if (tag === 'dt' || tag === 'dd') this.#closeItem(['dt', 'dd'], ['dl'])
    if (/^h[1-6]$/.test(tag) && /^h[1-6]$/.test(this.#top?.tag ?? '')) this.#closeDownTo(this.#open.length - 1)
    return true
  }

  #cellsInRow = 0

  get #top(): OpenElement | undefined {
    return this.#open.length > this.#floor ? this.#open.at(-1) : undefined
  }

  #closeInBlock(tag: string): void {
    if (INLINE.has(tag)) {
      this.#close(tag, true)
      return
    }
    if (!ALLOWED_ELEMENTS.has(tag) || this.#nearest(tag) < 0) return
    // A table's parts are closed only from inside the same table.
    if ((CELLS.has(tag) || TABLE_PARTS.has(tag) || tag === 'caption') && this.#nearest(tag) < this.#nearest('table')) return
    this.#endLeaf()
    this.#close(tag, false)
    this.#writer.separate(SMALL_STEP.has(tag) ? '\n' : CELLS.has(tag) ? '' : '\n\n')
  }

  #openInline(part: RawHtmlPart & { kind: 'open' }): void {
    const { tag, attributes } = part
    // As a browser does where `</rt>` is left out.
    if (this.#setsRubyApart && (RUBY_PARTS.has(tag) || tag === 'rb')) for (const open of RUBY_PARTS) this.#close(open, true)
    if (tag === 'br') this.#writer.lineBreak()
    else if (tag === 'wbr') this.#writer.markup('<wbr>')
    else if (tag === 'img') this.#writeImage(attributes.get('src') ?? '', attributes.get('alt') ?? '', attributesOf(part))
    else if (INLINE.has(tag) && this.#open.length < MAX_OPEN) {
      const isLink = tag === 'a' && this.linkDepth === 0 && isAllowedAttribute('a', 'href', attributes.get('href') ?? '')
      const written = tag === 'a' && !isLink ? 'span' : tag
      if (isLink) this.linkDepth++
      const isApart = this.#setsRubyApart && RUBY_PARTS.has(tag) && this.#nearest('ruby') >= 0
      this.#push(tag, written, `${attributesOf({ ...part, tag: written })}${isApart ? ' data-no-reading=""' : ''}`, true, isApart)
      if (isApart) this.#writer.beginAside()
    }
  }

  #blockText(text: string): void {
    if (this.#nearest('pre') >= 0) {
      const first = this.#writer.hasLeaf ? text : text.replace(/^\r?\n/, '')
      if (first === '') return
      this.#ensureLeaf()
      this.#writer.text(first)
      return
    }
    // White space shows as one space, and as none at the edges of a block.
    for (const piece of text.match(/[ \t\n\f\r]+|[^ \t\n\f\r]+/g) ?? []) {
      if (/^[ \t\n\f\r]/.test(piece)) {
        if (this.#writer.lastCharacter !== '') this.#pendingSpace = piece
      } else {
        this.#ensureLeaf()
        this.#flushSpace(String.fromCodePoint(piece.codePointAt(0)!))
        this.#writer.text(piece)
      }
    }
  }

  #flushSpace(next = ''): void {
    const space = this.#pendingSpace
    this.#pendingSpace = ''
    if (space === '' || this.#writer.lastCharacter === '' || this.#writer.lastCharacter === '\n') return
    if (space.includes('\n')) this.#writer.softBreak(next, false)
    else this.#writer.text(' ')
  }

  #ensureLeaf(): void {
    if (this.#writer.hasLeaf) return
    this.#ensureCell()
    this.#writer.openLeaf('span')
    this.#push('', 'span', undefined, true)
  }

  #endLeaf(): void {
    this.#pendingSpace = ''
    if (!this.#writer.hasLeaf) return
    let keep = this.#open.length
    while (keep > this.#floor && this.#open[keep - 1]!.inline) keep--
    this.#closeDownTo(keep)
    this.#writer.closeLeaf()
  }

  #ensureCell(): void {
    const top = this.#top?.tag ?? ''
    if (!TABLE_PARTS.has(top)) return
    if (top !== 'tr') {
      this.#push('tr', 'tr', '', false)
      this.#writer.separate('\n')
    } else if (this.#cellsInRow > 0) this.#writer.tab()
    this.#push('td', 'td', '', false)
    this.#cellsInRow++
  }

  #closeParagraph(): void {
    const paragraph = this.#nearest('p')
    if (paragraph < 0 || paragraph < this.#nearestOf(['td', 'th', 'caption'])) return
    this.#endLeaf()
    this.#closeDownTo(paragraph)
  }

  #closeItem(items: string[], lists: string[]): void {
    const item = this.#nearestOf(items)
    if (item >= 0 && item > this.#nearestOf([...lists, 'td', 'th'])) this.#closeDownTo(item)
  }

  #closeWithinTable(closes: (open: OpenElement) => boolean): void {
    const table = this.#nearest('table')
    for (let index = table + 1; index < this.#open.length; index++) {
      if (closes(this.#open[index]!)) {
        this.#closeDownTo(index)
        return
      }
    }
  }

  #push(tag: string, written: string, attributes: string | undefined, inline: boolean, isApart = false): void {
    if (attributes !== undefined) this.#writer.markup(`<${written}${attributes}>`)
    if (tag === 'tr') this.#cellsInRow = 0
    this.#open.push({ tag, written, inline, isApart })
  }

  #close(tag: string, inline: boolean): void {
    const index = this.#nearest(tag)
    if (index < 0 || this.#open[index]!.inline !== inline) return
    // An inline tag closes nothing but inline elements of its own leaf.
    if (inline && this.#open.slice(index).some((open) => !open.inline || open.tag === '')) return
    this.#closeDownTo(index)
  }

  #closeDownTo(length: number): void {
    while (this.#open.length > length) {
      const { tag, written, inline, isApart } = this.#open.pop()!
      if (isApart) this.#writer.endAside()
      if (!inline || tag === '') this.#writer.closeLeaf()
      if (tag === 'a' && written === 'a') this.linkDepth--
      if (tag === 'table') this.#cellsInRow = 1
      this.#writer.markup(`</${written}>`)
    }
  }

  #nearest(tag: string): number {
    return this.#nearestOf([tag])
  }

  #nearestOf(tags: string[]): number {
    for (let index = this.#open.length - 1; index >= this.#floor; index--) if (tags.includes(this.#open[index]!.tag)) return index
    return -1
  }
}

function attributesOf({ tag, attributes }: RawHtmlPart & { kind: 'open' }): string {
  let written = ''
  for (const name of KEPT_ATTRIBUTES) {
    const value = attributes.get(name)
    if (value !== undefined && isAllowedAttribute(tag, name, value)) written += ` ${name}="${escapeHtml(value)}"`
  }
  return written
}
