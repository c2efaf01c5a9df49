// Everything that makes a bare CodeMirror our editor, in the order in which keys are offered to it.

import { completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown'
import { indentUnit } from '@codemirror/language'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { drawSelection, dropCursor, EditorView, keymap, placeholder as placeholderText } from '@codemirror/view'
import { styleNonce } from '../trusted-types.ts'
import { insertLink, toggleMark } from './format-commands.ts'
import { followLinkAtCursor, linkChips } from './link-chips.ts'
import { linkCompletions } from './link-completions.ts'
import { liveStyles } from './live-styles.ts'
import type { NoteLinks } from './note-links.ts'
import { recordDrop } from './record-drop.ts'

export function editorExtensions(links: NoteLinks | undefined): Extension {
  return [
    EditorView.cspNonce.of(styleNonce),
    EditorView.lineWrapping,
    history(),
    drawSelection(),
    dropCursor(),
    search({ top: true }),
    highlightSelectionMatches({ minSelectionLength: 2, wholeWords: true }),
    indentUnit.of('  '),
    EditorState.tabSize.of(4),
    markdown({ base: markdownLanguage, addKeymap: false, completeHTMLTags: false }),
    liveStyles(),
    links ? [linkChips(links), linkCompletions(links), recordDrop(links)] : [],
    // Before the default keys, some of which stand for rarer things (Mod-i, Shift-Mod-k, Mod-Enter).
    Prec.high(
      keymap.of([
        { key: 'Mod-b', run: toggleMark('**') },
        { key: 'Mod-i', run: toggleMark('*') },
        { key: 'Shift-Mod-k', run: insertLink },
        ...(links ? [{ key: 'Mod-Enter', run: followLinkAtCursor(links) }] : []),
      ]),
    ),
    keymap.of([...completionKeymap, ...markdownKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
  ]
}

type EditorFacts = { label: string; lang: string | undefined; placeholder: string | undefined; isReadOnly: boolean }

/** What can change while an editor lives. Spell-checking stays off: Chromium would download dictionaries. */
export function editorFacts({ label, lang, placeholder, isReadOnly }: EditorFacts): Extension {
  return [
    EditorView.contentAttributes.of({
      'aria-label': label,
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
      writingsuggestions: 'false',
      translate: 'no',
      ...(lang ? { lang } : {}),
    }),
    placeholder ? placeholderText(placeholder) : [],
    EditorState.readOnly.of(isReadOnly),
  ]
}
