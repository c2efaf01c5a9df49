// Markdown that looks a little like what it says while it is being written: headings, emphasis, code, quotes, with the marks themselves kept faint.
//
// Only what is in sight is decorated, from the tree that the language already keeps; nothing is rendered per key.

import { syntaxTree } from '@codemirror/language'
import { type Extension, type Range, RangeSet } from '@codemirror/state'
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import classes from './markdown-editor.module.css'

const spanClasses = new Map<string, string | undefined>([
  ['Emphasis', classes.emphasis],
  ['StrongEmphasis', classes.strong],
  ['Strikethrough', classes.struck],
  ['InlineCode', classes.code],
  ['Link', classes.link],
  ['URL', classes.address],
  ['Autolink', classes.link],
  ['HTMLTag', classes.faint],
  ['Comment', classes.faint],
  ['HeaderMark', classes.faint],
  ['EmphasisMark', classes.faint],
  ['StrikethroughMark', classes.faint],
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

const marks = new Map<string, Decoration>()
const markOf = (name: string) => cached(marks, name, () => Decoration.mark({ class: name }))
const lines = new Map<string, Decoration>()
const lineOf = (name: string) => cached(lines, name, () => Decoration.line({ class: name }))

const HIGHLIGHT = /==(?=\S)([^=\n]+?)(?<=\S)==/g

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
    for (const match of doc.sliceString(from, to).matchAll(HIGHLIGHT)) {
      const start = from + match.index
      ranges.push(markOf(classes.marked ?? '').range(start, start + match[0].length))
    }
  }
  return RangeSet.of(ranges, true)
}

function cached<Value>(held: Map<string, Value>, name: string, make: () => Value): Value {
  let value = held.get(name)
  if (!value) {
    value = make()
    held.set(name, value)
  }
  return value
}
