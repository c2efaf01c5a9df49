// `[@` completes a highlight to cite, by quote, source or number; `[[` completes an insight to link, by title.

import { autocompletion, type Completion, type CompletionContext, type CompletionResult, pickedCompletion } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import type { NoteLinks } from './note-links.ts'

// Chinese keyboards type full-width brackets: they begin a link too, and the completion puts the narrow ones in their place.
const CITATION_START = /(?:\[|【)@[^\]】\n]{0,100}$/
const WIKILINK_START = /(?:\[\[|【【)[^\]】|\n]{0,200}$/
const maxLabelLength = 90

export function linkCompletions(links: NoteLinks): Extension {
  return autocompletion({
    override: [(context) => completeCitation(context, links), (context) => completeWikilink(context, links)],
    icons: false,
    // So few that the list never scrolls: it cannot have the focus, which stays in the text.
    maxRenderedOptions: 9,
    activateOnTypingDelay: 60,
  })
}

export async function completeCitation(context: CompletionContext, links: NoteLinks): Promise<CompletionResult | null> {
  const start = context.matchBefore(CITATION_START)
  if (!start) return null
  // In `[@one; @two` the last one is being written.
  const lastItem = Math.max(start.text.lastIndexOf('@'), 1)
  const from = start.from + lastItem + 1
  const suggestions = await links.suggestCitations(context.state.sliceDoc(from, context.pos).trim())
  if (context.aborted) return null
  return {
    from,
    filter: false,
    options: suggestions.map(
      ({ citekey, highlight, sourceTitle }): Completion => ({
        label: `${citekey}#h${highlight.number}`,
        displayLabel: shorten(highlight.quote),
        detail: `${citekey} h${highlight.number}`,
        info: sourceTitle,
        apply: (view, completion) => finish(view, completion, { from: start.from, to: context.pos }, `[${start.text.slice(1, lastItem + 1)}`, ']'),
      }),
    ),
  }
}

export async function completeWikilink(context: CompletionContext, links: NoteLinks): Promise<CompletionResult | null> {
  const start = context.matchBefore(WIKILINK_START)
  if (!start) return null
  const from = start.from + 2
  const suggestions = await links.suggestInsights(context.state.sliceDoc(from, context.pos).trim())
  if (context.aborted) return null
  return {
    from,
    filter: false,
    options: suggestions
      // These cannot stand in a wikilink.
      .filter(({ title }) => title.trim() !== '' && !/[[\]|\n\\]/.test(title))
      .map(
        ({ title }): Completion => ({
          label: title,
          displayLabel: shorten(title),
          apply: (view, completion) => finish(view, completion, { from: start.from, to: context.pos }, '[[', ']]'),
        }),
      ),
  }
}

function finish(view: EditorView, completion: Completion, at: { from: number; to: number }, opening: string, closing: string): void {
  const head = view.state.selection.main.head
  const end = Math.max(at.to, head)
  const after = view.state.sliceDoc(end, end + closing.length)
  // Brackets that stand there already, typed in pairs, are part of what is completed.
  const closed = /^[\]】]*/.exec(after)?.[0].length ?? 0
  const insert = `${opening}${completion.label}${closing}`
  view.dispatch({
    changes: { from: at.from, to: end + closed, insert },
    selection: { anchor: at.from + insert.length },
    annotations: pickedCompletion.of(completion),
    userEvent: 'input.complete',
  })
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const characters = [...line]
  return characters.length > maxLabelLength ? `${characters.slice(0, maxLabelLength).join('')}…` : line
}
