// Write HTML and reading text together, so that the text of every leaf block in the HTML is exactly the stretch of reading text at its offset.
//
// The offset of a leaf is known only when its first character is written (until then it is open which separator stands before it), so the
// opening tag is kept as a piece and completed later. Nothing else may put text into the HTML: that is what makes the mapping exact.

import { joinsAcrossLines } from './cjk-characters.ts'
import { escapeHtml } from './escape-html.ts'

/** A leaf block: UTF-16 range in the reading text, `end` exclusive. */
export type ReadingBlock = { start: number; end: number }

type Leaf = { piece: number; start: number | undefined; texts: string[] }

const STRENGTH = ['', '\n', '\n\n'] as const
type Separator = (typeof STRENGTH)[number]

export class ReadingWriter {
  readonly blocks: ReadingBlock[] = []
  #html: string[] = []
  #reading: string[] = []
  #length = 0
  #last = ''
  #separator: Separator = ''
  #leaf: Leaf | undefined
  #aside = 0
  readonly #marksOffsets: boolean

  constructor(marksOffsets: boolean) {
    this.#marksOffsets = marksOffsets
  }

  /** UTF-16 length of the reading text so far. */
  get length(): number {
    return this.#length
  }

  get hasLeaf(): boolean {
    return this.#leaf !== undefined
  }

  /** The last character (code point) of the leaf's text so far, '' at its start. */
  get lastCharacter(): string {
    return this.#leaf?.start === undefined ? '' : this.#last
  }

  /** The text of the open leaf so far. */
  leafText(): string {
    return this.#leaf?.texts.join('') ?? ''
  }

  /** Tags: never text that a reader sees. With offsets, no white space stands between tags inside a block: it would be text of the leaf around it. */
  markup(html: string): void {
    this.#html.push(this.#marksOffsets ? html.replaceAll('>\n', '>') : html)
  }

  /** A line end in the HTML between two blocks that no leaf encloses. */
  endBlock(): void {
    if (this.#marksOffsets) this.#html.push('\n')
  }

  /** An element whose text is the leaf ('' for none); `attributes` start with a space. The caller writes the closing tag after `closeLeaf`. */
  openLeaf(tag: string, attributes = ''): void {
    this.closeLeaf()
    this.#html.push(tag === '' ? '' : `<${tag}${attributes}`, tag === '' ? '' : '>')
    this.#leaf = { piece: this.#html.length - 2, start: undefined, texts: [] }
  }

  /** `attributes` that are known only now stand beside the offset. */
  closeLeaf(attributes = ''): void {
    const leaf = this.#leaf
    if (!leaf) return
    const start = leaf.start ?? this.#length
    if (this.#marksOffsets) this.#html[leaf.piece] += `${attributes} data-reading-start="${start}"`
    if (this.#length > start) this.blocks.push({ start, end: this.#length })
    this.#leaf = undefined
  }

  /** Asks for at least this much between the text so far and the text to come. */
  separate(separator: Separator): void {
    if (STRENGTH.indexOf(separator) > STRENGTH.indexOf(this.#separator)) this.#separator = separator
  }

  /** The tab between two table cells: it stands even where a cell is empty, so that columns can be counted. */
  tab(): void {
    this.#flushSeparator()
    this.#append('\t')
  }

  /** Until `endAside`, text is shown and is no reading text: it stands in an element with `data-no-reading`. They can be nested. */
  beginAside(): void {
    this.#aside++
  }

  endAside(): void {
    this.#aside--
  }

  /** Text that a reader sees. Only inside a leaf. */
  text(text: string): void {
    if (text === '') return
    if (this.#aside > 0) {
      this.#html.push(escapeHtml(text))
      return
    }
    this.#begin().texts.push(text)
    this.#append(text)
    this.#html.push(escapeHtml(text))
  }

  /** A hard line break: a line feed in the text, which HTML shows as nothing after `<br>`. */
  lineBreak(): void {
    if (this.#aside > 0) {
      this.#html.push('<br>')
      return
    }
    this.#begin().texts.push('\n')
    this.#append('\n')
    this.#html.push('<br>\n')
  }

  /** A line end of the source inside a paragraph: a space, or nothing between two Chinese or Japanese characters. */
  softBreak(nextCharacter: string, plain: boolean): void {
    if (plain) this.text('\n')
    else if (!joinsAcrossLines(this.lastCharacter, nextCharacter)) this.text(' ')
  }

  html(): string {
    return this.#html.join('')
  }

  readingText(): string {
    return this.#reading.join('')
  }

  #begin(): Leaf {
    const leaf = this.#leaf
    if (!leaf) throw new Error('text outside a leaf block')
    if (leaf.start === undefined) {
      this.#flushSeparator()
      leaf.start = this.#length
    }
    return leaf
  }

  #flushSeparator(): void {
    if (this.#length > 0) this.#append(this.#separator)
    this.#separator = ''
  }

  #append(text: string): void {
    if (text === '') return
    this.#reading.push(text)
    this.#length += text.length
    const low = text.charCodeAt(text.length - 1)
    this.#last = low >= 0xdc00 && low <= 0xdfff ? text.slice(-2) : text.slice(-1)
  }
}
