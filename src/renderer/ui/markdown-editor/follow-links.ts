// Following what the text leads to: by Mod+Enter at the cursor, by Mod+click on a link. A plain click sets the cursor, as in any text.

import { syntaxTree } from '@codemirror/language'
import { EditorView } from '@codemirror/view'
import { isAllowedLink } from '../../../core/markdown/safe-html.ts'
import { followLinkAtCursor } from './link-chips.ts'
import type { NoteLinks } from './note-links.ts'

/** False where there is no link at the cursor. */
export function followAtCursor(links: NoteLinks | undefined): (view: EditorView) => boolean {
  return (view) => (links !== undefined && followLinkAtCursor(links)(view)) || openAddress(addressAt(view, view.state.selection.main.head))
}

export const followOnClick = EditorView.domEventHandlers({
  mousedown: (event) => {
    if (event.button !== 0 || !(event.ctrlKey || event.metaKey) || !(event.target instanceof Element)) return false
    const address = event.target.closest<HTMLElement>('[data-address]')?.dataset.address
    if (!openAddress(address)) return false
    event.preventDefault()
    return true
  },
})

function addressAt({ state }: EditorView, at: number): string | undefined {
  for (const side of [-1, 1] as const) {
    for (let node: ReturnType<typeof syntaxTree>['topNode'] | null = syntaxTree(state).resolveInner(at, side); node; node = node.parent) {
      const url = node.name === 'URL' ? node : /^(Link|Autolink)$/.test(node.name) ? node.getChild('URL') : null
      if (url) return state.sliceDoc(url.from, url.to).replace(/^<|>$/g, '')
    }
  }
  return undefined
}

function openAddress(address: string | undefined): boolean {
  if (address === undefined || address.startsWith('#') || !isAllowedLink(address)) return false
  // Electron's shell hands it to the system's browser.
  window.open(address, '_blank', 'noopener,noreferrer')
  return true
}
