// Markdown that looks like what it says while it is being written: headings, emphasis, links, quotes, lists, code and pictures, with the marks
// themselves faint on the line of the cursor and out of the way on all others. No byte of the text is touched.
//
// Only what is in sight is decorated, from the tree that the language already keeps; nothing is rendered per key.

import { syntaxTree } from '@codemirror/language'
import { type Extension, RangeSet } from '@codemirror/state'
import { type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view'
import { addFrontMatter } from './front-matter-lines.ts'
import { isDrawnAnew } from './is-drawn-anew.ts'
import { addBlock, addLines } from './style-blocks.ts'
import { addEmphasis, addInline } from './style-inlines.ts'
import { Styles } from './styles.ts'

/** The blocks whose text is read for emphasis by our own rule: the editor's grammar knows nothing of Chinese and Japanese punctuation. */
const textBlocks = /^(Paragraph|ATXHeading[1-6]|SetextHeading[12]|TableCell|Task)$/

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
        else if (isDrawnAnew(update)) {
          this.decorations = decorate(update.view)
        }
      }
    },
    { decorations: (plugin) => plugin.decorations },
  )
}

function decorate(view: EditorView): DecorationSet {
  const styles = new Styles(view)
  const bodyStart = addFrontMatter(styles)
  for (const { from, to } of view.visibleRanges) {
    syntaxTree(view.state).iterate({
      from,
      to,
      enter: ({ node }) => {
        if (node.to <= bodyStart) return false
        addLines(styles, node, from, to)
        addBlock(styles, node)
        addInline(styles, node)
        if (textBlocks.test(node.name)) addEmphasis(styles, node)
        return true
      },
    })
  }
  return RangeSet.of(styles.ranges, true)
}
