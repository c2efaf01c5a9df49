// Headings, quotes, callouts, lists, rules and code: what whole lines look like, and the marks at their beginning.

import { Bullet, Rule, TaskBox } from './live-widgets.ts'
import classes from './markdown-editor.module.css'
import type { Styles, SyntaxNode } from './styles.ts'

const lineClasses = new Map<string, string | undefined>([
  ['ATXHeading1', classes.heading1],
  ['ATXHeading2', classes.heading2],
  ['ATXHeading3', classes.heading3],
  ['ATXHeading4', classes.heading4],
  ['ATXHeading5', classes.heading4],
  ['ATXHeading6', classes.heading4],
  ['SetextHeading1', classes.heading1],
  ['SetextHeading2', classes.heading2],
  ['Blockquote', classes.quote],
  ['FencedCode', classes.codeBlock],
  ['CodeBlock', classes.codeBlock],
  ['HTMLBlock', classes.codeBlock],
])

const depthClasses = [classes.depth1, classes.depth2, classes.depth3, classes.depth4, classes.depth5, classes.depth6]
const CALLOUT = /^[ \t]*>[ \t]*(\[!([A-Za-z]+)\][+-]?)/

/** The lines of a block within what is in sight. */
export function addLines(styles: Styles, node: SyntaxNode, from: number, to: number): void {
  const name = lineClasses.get(node.name)
  if (!name) return
  const last = Math.min(node.to, to)
  const callout = node.name === 'Blockquote' ? CALLOUT.exec(styles.doc.lineAt(node.from).text) : null
  for (let at = Math.max(node.from, from); at <= last; ) {
    const { from: start, to: end } = styles.doc.lineAt(at)
    styles.line(callout ? classes.callout : name, start)
    at = end + 1
  }
}

export function addBlock(styles: Styles, node: SyntaxNode): void {
  const { doc } = styles
  switch (node.name) {
    case 'HeaderMark': {
      // The space after `#` steps back with it.
      const isLeading = node.parent?.name.startsWith('ATX') && node.from === node.parent.from
      const space = isLeading && doc.sliceString(node.to, node.to + 1) === ' ' ? 1 : 0
      styles.syntax(node.from, node.to + space)
      return
    }
    case 'QuoteMark': {
      const space = doc.sliceString(node.to, node.to + 1) === ' ' ? 1 : 0
      styles.syntax(node.from, node.to + space)
      const line = doc.lineAt(node.from)
      const callout = CALLOUT.exec(line.text)
      if (callout) {
        const end = line.from + callout[0].length
        const start = end - (callout[1]?.length ?? 0)
        const kindEnd = start + 2 + (callout[2]?.length ?? 0)
        styles.syntax(start, start + 2)
        styles.mark(classes.calloutKind, start + 2, kindEnd)
        styles.syntax(kindEnd, end)
      }
      return
    }
    case 'CodeMark':
      if (node.parent?.name === 'FencedCode') styles.mark(classes.faint, node.from, node.to)
      return
    case 'HorizontalRule':
      if (styles.isTouched(node.from, node.to)) styles.mark(classes.faint, node.from, node.to)
      else styles.widget(new Rule(), node.from, node.to)
      return
    case 'ListItem':
      addListItem(styles, node)
  }
}

/** The marker hangs in front of the item, whose lines keep one edge however they wrap. */
function addListItem(styles: Styles, item: SyntaxNode): void {
  const { doc } = styles
  const marker = item.getChild('ListMark')
  if (!marker) return
  const line = doc.lineAt(item.from)
  const depth = depthOf(item)
  const box = item.getChild('Task')?.getChild('TaskMarker')
  const isInQuote = line.text.trimStart().startsWith('>')
  const prefixEnd = (box ?? marker).to
  const contentStart = prefixEnd + (doc.sliceString(prefixEnd, prefixEnd + 1) === ' ' ? 1 : 0)
  if (!isInQuote) styles.line(depthClasses[Math.min(depth, depthClasses.length) - 1], line.from)
  if (!isInQuote) styles.line(classes.listLine, line.from)
  styles.frame(classes.listPrefix, isInQuote ? item.from : line.from, contentStart)
  const isBullet = item.parent?.name === 'BulletList'
  if (styles.isTouched(line.from, line.to)) {
    styles.mark(classes.listMark, marker.from, marker.to)
    if (box) styles.mark(classes.listMark, box.from, box.to)
  } else if (box) {
    styles.syntax(marker.from, box.from)
    styles.widget(new TaskBox(/x/i.test(doc.sliceString(box.from, box.to))), box.from, box.to)
  } else if (isBullet) styles.widget(new Bullet(), marker.from, marker.to)
  else styles.mark(classes.listMark, marker.from, marker.to)
  if (box && /x/i.test(doc.sliceString(box.from, box.to))) styles.mark(classes.done, contentStart, Math.min(line.to, item.to))
}

function depthOf(item: SyntaxNode): number {
  let depth = 0
  for (let node: SyntaxNode | null = item; node; node = node.parent) if (node.name === 'ListItem') depth += 1
  return depth
}
