// When what decorates the text of an editor has to be worked out again.

import { syntaxTree } from '@codemirror/language'
import type { ViewUpdate } from '@codemirror/view'

/** Another text, another part of it in view, another cursor (whose line shows its marks), or the grammar got further. */
export function isDrawnAnew(update: ViewUpdate): boolean {
  return (
    update.docChanged ||
    update.viewportChanged ||
    update.selectionSet ||
    update.focusChanged ||
    syntaxTree(update.state) !== syntaxTree(update.startState)
  )
}
