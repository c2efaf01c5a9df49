// Completing citations and wikilinks: what is asked for, and what the text is after choosing.

import { CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import type { EditorView } from '@codemirror/view'
import { describe, expect, it } from 'vitest'
import type { CitationSuggestion } from '../../../src/core/contract/questions.ts'
import { completeCitation, completeWikilink } from '../../../src/renderer/ui/markdown-editor/link-completions.ts'
import type { NoteLinks } from '../../../src/renderer/ui/markdown-editor/note-links.ts'

const suggestion: CitationSuggestion = {
  citekey: 'sina2025-exit',
  highlight: { id: 'highlight:7', number: 7, quote: 'sold its whole\nholding', colour: 'yellow' },
  source: 'source:s',
  sourceTitle: 'S',
}

async function complete(
  source: typeof completeCitation,
  marked: string,
): Promise<{ asked: string[]; result: CompletionResult | null; text: string }> {
  const at = marked.indexOf('|')
  let state = EditorState.create({ doc: marked.replace('|', ''), selection: { anchor: at } })
  const asked: string[] = []
  const suggest = (text: string) => asked.push(text)
  const links = {
    suggestCitations: async (text: string) => {
      suggest(text)
      return [suggestion]
    },
    suggestInsights: async (text: string) => {
      suggest(text)
      return [
        { id: 'insight:a', title: 'Bond programme' },
        { id: 'insight:b', title: 'not [linkable]' },
      ]
    },
  } as unknown as NoteLinks
  const result = await source(new CompletionContext(state, at, false), links)
  const option = result?.options[0]
  if (result && option && typeof option.apply === 'function') {
    const view = {
      get state() {
        return state
      },
      dispatch: (spec: Parameters<EditorState['update']>[0]) => {
        state = state.update(spec).state
      },
    } as unknown as EditorView
    option.apply(view, option, result.from, at)
  }
  const { head } = state.selection.main
  const doc = state.doc.toString()
  return { asked, result, text: `${doc.slice(0, head)}|${doc.slice(head)}` }
}

describe('completeCitation', () => {
  it.each([
    ['Sold [@exi|', 'exi', 'Sold [@sina2025-exit#h7]|'],
    ['Sold [@| today', '', 'Sold [@sina2025-exit#h7]| today'],
    ['Sold [@whole hold|]', 'whole hold', 'Sold [@sina2025-exit#h7]|'],
    ['[@other#h1; @sin|]', 'sin', '[@other#h1; @sina2025-exit#h7]|'],
    ['卖出【@持股|】', '持股', '卖出[@sina2025-exit#h7]|'],
  ])('%s', async (before, asked, after) => {
    const completed = await complete(completeCitation, before)
    expect(completed.asked).toEqual([asked])
    expect(completed.text).toBe(after)
    expect(completed.result?.options[0]?.displayLabel).toBe('sold its whole holding')
  })

  it.each(['plain|', 'mail me@x|', '[@done] and more|', '[@one\nline|'])('leaves %j alone', async (before) => {
    expect((await complete(completeCitation, before)).result).toBeNull()
  })
})

describe('completeWikilink', () => {
  it.each([
    ['See [[bond|', 'bond', 'See [[Bond programme]]|'],
    ['See [[|]] now', '', 'See [[Bond programme]]| now'],
    ['See [[bo|]', 'bo', 'See [[Bond programme]]|'],
    ['见【【债|', '债', '见[[Bond programme]]|'],
  ])('%s', async (before, asked, after) => {
    const completed = await complete(completeWikilink, before)
    expect(completed.asked).toEqual([asked])
    expect(completed.text).toBe(after)
  })

  it('offers no title that a wikilink cannot hold', async () => {
    const { result } = await complete(completeWikilink, '[[n|')
    expect(result?.options.map(({ label }) => label)).toEqual(['Bond programme'])
  })

  it.each(['[one|', '[[done]] and|', 'no brackets|'])('leaves %j alone', async (before) => {
    expect((await complete(completeWikilink, before)).result).toBeNull()
  })
})
