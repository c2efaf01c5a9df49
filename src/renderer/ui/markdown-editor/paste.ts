// What comes from the clipboard as what it is: pictures into the notebook, cells as a table, web pages as Markdown, an address over words as a link.

import type { Extension } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { addImages, picturesOf } from './image-files.ts'
import { insertedTable } from './table-commands.ts'
import { tableFromTabs } from './table-model.ts'
import { isVerbatim } from './verbatim.ts'

const ADDRESS = /^(?:https?:\/\/|mailto:)[^\s<>]+$/
/** What makes HTML more than its words. */
const FORMATTED = 'a[href], b, strong, i, em, h1, h2, h3, h4, h5, h6, ul, ol, table, blockquote, pre, code, del, s, mark'
const EDITOR_MARK = /data-pm-slice|vscode/i

export function richPaste(): Extension {
  let isPlainWanted = false
  return EditorView.domEventHandlers({
    keydown: (event) => {
      isPlainWanted = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v'
      return false
    },
    paste: (event, view) => {
      const data = event.clipboardData
      const isPlain = isPlainWanted
      isPlainWanted = false
      if (!data || view.state.readOnly || isPlain || isVerbatim(view.state, view.state.selection.main.head)) return false
      const pictures = picturesOf(data)
      const text = data.getData('text/plain')
      const html = data.getData('text/html')
      // A spreadsheet brings a picture of its cells along.
      const table = tableFromTabs(text)
      if (table) view.dispatch(insertedTable(view.state, table))
      else if (pictures.length > 0 && text === '') addImages(view, pictures)
      else if (ADDRESS.test(text.trim()) && linkSelection(view, text.trim())) return handled(event)
      else if (html !== '' && !EDITOR_MARK.test(html)) void pasteHtml(view, html, text)
      else return false
      return handled(event)
    },
  })
}

function handled(event: ClipboardEvent): true {
  event.preventDefault()
  return true
}

/** `[words](address)`; false where nothing is selected, more than a line, or what is a link already. */
function linkSelection(view: EditorView, address: string): boolean {
  const { from, to, empty } = view.state.selection.main
  const words = view.state.sliceDoc(from, to)
  if (empty || /[\n[\]]/.test(words) || ADDRESS.test(words)) return false
  const target = /[()]/.test(address) ? `<${address}>` : address
  const insert = `[${words}](${target})`
  view.dispatch({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.paste', scrollIntoView: true })
  return true
}

async function pasteHtml(view: EditorView, html: string, text: string): Promise<void> {
  // The converter comes in a file of its own; the second time it is there at once.
  const [{ htmlToMarkdown }, { parseInertly }] = await Promise.all([import('../html-to-markdown.ts'), import('../sanitise.ts')])
  const isFormatted = parseInertly(html).querySelector(FORMATTED) !== null
  const markdown = isFormatted ? htmlToMarkdown(html).markdown.trim() : ''
  const insert = view.state.toText(markdown === '' ? text.replace(/\r\n?/g, '\n') : markdown)
  if (!view.dom.isConnected) return
  view.dispatch(view.state.replaceSelection(insert), { userEvent: 'input.paste', scrollIntoView: true })
}
