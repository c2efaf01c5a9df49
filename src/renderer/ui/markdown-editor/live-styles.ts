// Markdown that looks a little like what it says while it is being written: headings, emphasis, code, quotes, with the marks themselves kept faint.
//
// Only what is in sight is decorated, from the tree that the language already keeps; nothing is rendered per key.

import { syntaxTree } from '@codemirror/language'
import { type Extension, type Range, RangeSet, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { type EmphasisKind, emphasisSpans } from '../../../core/markdown/emphasis-spans.ts'
import classes from './markdown-editor.module.css'

type SyntaxNode = ReturnType<typeof syntaxTree>['topNode']

const spanClasses = new Map<string, string | undefined>([
  ['InlineCode', classes.code],
  ['Link', classes.link],
  ['URL', classes.address],
  ['Autolink', classes.link],
  ['HTMLTag', classes.faint],
  ['Comment', classes.faint],
  ['HeaderMark', classes.faint],
  ['CodeMark', classes.faint],
  ['CodeInfo', classes.faint],
  ['LinkMark', classes.faint],
  ['QuoteMark', classes.faint],
  ['ListMark', classes.listMark],
  ['TaskMarker', classes.listMark],
  ['TableDelimiter', classes.faint],
  ['HorizontalRule', classes.faint],
])

const lineClasses = new Map<string, string | undefined>([
  ['ATXHeading1', classes.heading1],
  ['ATXHeading2', classes.heading2],
  ['ATXHeading3', classes.heading3],
  ['ATXHeading4', classes.heading3],
  ['ATXHeading5', classes.heading3],
  ['ATXHeading6', classes.heading3],
  ['SetextHeading1', classes.heading1],
  ['SetextHeading2', classes.heading2],
  ['Blockquote', classes.quote],
  ['FencedCode', classes.codeBlock],
  ['CodeBlock', classes.codeBlock],
  ['HTMLBlock', classes.codeBlock],
  ['Table', classes.table],
])

const emphasisClasses: Readonly<Record<EmphasisKind, string | undefined>> = {
  em: classes.emphasis,
  strong: classes.strong,
  del: classes.struck,
  mark: classes.marked,
}

/** The blocks whose text is read for emphasis by our own rule: the editor's grammar knows nothing of Chinese and Japanese punctuation. */
const textBlocks = /^(Paragraph|ATXHeading[1-6]|SetextHeading[12]|TableCell)$/
const opaqueNodes = new Set(['InlineCode', 'Autolink', 'URL', 'HTMLTag', 'Comment', 'ProcessingInstruction'])

const marks = new Map<string, Decoration>()
const markOf = (name: string) => cached(marks, name, () => Decoration.mark({ class: name }))
const lines = new Map<string, Decoration>()
const lineOf = (name: string) => cached(lines, name, () => Decoration.line({ class: name }))

export function liveStyles(): Extension {
  return ViewPlugin.fromClass(
    class {
      decorations: DecorationSet
      constructor(view: EditorView) {
        this.decorations = decorate(view)
      }
      update(update: ViewUpdate) {
        // What is being composed keeps the elements it is composed in.
        if (update.view.composing) this.decorations = this.decorations.map(update.changes)
        else if (update.docChanged || update.viewportChanged || syntaxTree(update.state) !== syntaxTree(update.startState)) {
          this.decorations = decorate(update.view)
        }
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

function decorate(view: EditorView): DecorationSet {
  const ranges: Range<Decoration>[] = []
  const { doc } = view.state
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: (node) => {
        const span = spanClasses.get(node.name)
        if (span && node.to > node.from) ranges.push(markOf(span).range(node.from, node.to))
        if (textBlocks.test(node.name)) addEmphasis(ranges, doc, node.node)
        const line = lineClasses.get(node.name)
        if (!line) return
        const last = Math.min(node.to, to)
        for (let at = Math.max(node.from, from); at <= last; ) {
          const { from: start, to: end } = doc.lineAt(at)
          ranges.push(lineOf(line).range(start))
          at = end + 1
        }
      },
    })
  }
  return RangeSet.of(ranges, true)
}

function addEmphasis(ranges: Range<Decoration>[], doc: Text, block: SyntaxNode): void {
  const opaque: { start: number; end: number }[] = []
  block.cursor().iterate(({ name, from, to }) => {
    if (!opaqueNodes.has(name)) return true
    opaque.push({ start: from - block.from, end: to - block.from })
    return false
  })
  for (const { kind, start, end, markLength } of emphasisSpans(doc.sliceString(block.from, block.to), opaque)) {
    const from = block.from + start
    const to = block.from + end
    ranges.push(markOf(emphasisClasses[kind] ?? '').range(from, to))
    ranges.push(markOf(classes.faint ?? '').range(from, from + markLength), markOf(classes.faint ?? '').range(to - markLength, to))
  }
}

function cached<Value>(held: Map<string, Value>, name: string, make: () => Value): Value {
  let value = held.get(name)
  if (!value) {
    value = make()
    held.set(name, value)
  }
  return value
}
