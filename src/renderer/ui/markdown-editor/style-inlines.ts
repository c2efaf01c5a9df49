// Emphasis, code, links, pictures and footnotes within a line.

import { Decoration } from '@codemirror/view'
import { emphasisSpans } from '../../../core/markdown/emphasis-spans.ts'
import { isAllowedImage } from '../../../core/markdown/safe-html.ts'
import { Picture } from './live-widgets.ts'
import classes from './markdown-editor.module.css'
import type { Styles, SyntaxNode } from './styles.ts'

const emphasisClasses = { em: classes.emphasis, strong: classes.strong, del: classes.struck, mark: classes.marked } as const
const opaqueNodes = new Set(['InlineCode', 'Autolink', 'URL', 'HTMLTag', 'Comment', 'ProcessingInstruction'])
const spanClasses = new Map<string, string | undefined>([
  ['HTMLTag', classes.faint],
  ['Comment', classes.faint],
  ['CodeInfo', classes.faint],
  ['Escape', undefined],
])

export function addInline(styles: Styles, node: SyntaxNode): void {
  const { name, from, to } = node
  const span = spanClasses.get(name)
  if (span) styles.mark(span, from, to)
  if (name === 'InlineCode') {
    styles.mark(classes.code, from, to)
    for (const mark of node.getChildren('CodeMark')) styles.syntax(mark.from, mark.to)
  } else if (name === 'Autolink' || (name === 'URL' && !/^(Link|Image|Autolink|LinkReference)$/.test(node.parent?.name ?? ''))) {
    addLink(styles, from, to, styles.doc.sliceString(from, to).replace(/^<|>$/g, ''))
  } else if (name === 'Link') addWrittenLink(styles, node)
  else if (name === 'Image') addPicture(styles, node)
}

/** `[words](address)`: the words, with the address tucked away. Shortcut references, citations and wikilinks are no links of this kind. */
function addWrittenLink(styles: Styles, node: SyntaxNode): void {
  const url = node.getChild('URL')
  const marks = node.getChildren('LinkMark')
  const [opening, closing] = marks
  if (!opening || !closing) return
  if (!url) {
    if (/^\[\^[^\s\]]+\]$/.test(styles.doc.sliceString(node.from, node.to))) styles.mark(classes.footnote, node.from, node.to)
    return
  }
  addLink(styles, opening.to, closing.from, styles.doc.sliceString(url.from, url.to).replace(/^<|>$/g, ''))
  styles.syntax(opening.from, opening.to)
  if (styles.isTouched(node.from, node.to)) {
    styles.mark(classes.faint, closing.from, url.from)
    styles.mark(classes.address, url.from, url.to)
    styles.mark(classes.faint, url.to, node.to)
  } else styles.syntax(closing.from, node.to)
}

function addLink(styles: Styles, from: number, to: number, address: string): void {
  if (to > from)
    styles.ranges.push(Decoration.mark({ class: classes.link ?? '', attributes: { 'data-address': address, title: address } }).range(from, to))
}

function addPicture(styles: Styles, node: SyntaxNode): void {
  const [opening, closing] = node.getChildren('LinkMark')
  const url = node.getChild('URL')
  if (!opening || !closing || !url) return
  const src = styles.doc.sliceString(url.from, url.to)
  if (isAllowedImage(src) && !styles.isTouched(node.from, node.to)) {
    styles.widget(new Picture(src, styles.doc.sliceString(opening.to, closing.from)), node.from, node.to)
    return
  }
  styles.mark(classes.faint, opening.from, opening.to)
  styles.mark(classes.address, closing.from, node.to)
}

export function addEmphasis(styles: Styles, block: SyntaxNode): void {
  const opaque: { start: number; end: number }[] = []
  block.cursor().iterate(({ name, from, to }) => {
    if (!opaqueNodes.has(name)) return true
    opaque.push({ start: from - block.from, end: to - block.from })
    return false
  })
  for (const { kind, start, end, markLength } of emphasisSpans(styles.doc.sliceString(block.from, block.to), opaque)) {
    const from = block.from + start
    const to = block.from + end
    styles.mark(emphasisClasses[kind], from, to)
    styles.syntax(from, from + markLength)
    styles.syntax(to - markLength, to)
  }
}
