// Everything that makes a bare CodeMirror our editor, in the order in which keys are offered to it.

import { completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { markdown, markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown'
import { indentUnit } from '@codemirror/language'
import { highlightSelectionMatches, selectNextOccurrence } from '@codemirror/search'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { drawSelection, dropCursor, EditorView, keymap, placeholder as placeholderText } from '@codemirror/view'
import { styleNonce } from '../trusted-types.ts'
import { checkedFigures } from './checked-figures.ts'
import { runKey } from './editor-actions.ts'
import { findAndReplace } from './find-panel.ts'
import { followAtCursor, followOnClick } from './follow-links.ts'
import { imageFiles, type KeepImage } from './image-files.ts'
import { linkChips } from './link-chips.ts'
import { linkCompletions } from './link-completions.ts'
import { indentItem, outdentItem } from './list-commands.ts'
import { liveStyles } from './live-styles.ts'
import type { NoteLinks } from './note-links.ts'
import { richPaste } from './paste.ts'
import { recordDrop } from './record-drop.ts'
import { tableCells } from './table-cells.ts'
import { cellBelow, nextCell, previousCell } from './table-commands.ts'

export function editorExtensions(links: NoteLinks | undefined, keepImage: KeepImage | undefined): Extension {
  return [
    EditorView.cspNonce.of(styleNonce),
    EditorView.lineWrapping,
    history(),
    drawSelection(),
    dropCursor(),
    findAndReplace(),
    Prec.highest(EditorView.domEventHandlers({ keydown: runKey })),
    highlightSelectionMatches({ minSelectionLength: 2, wholeWords: true }),
    indentUnit.of('  '),
    EditorState.tabSize.of(4),
    markdown({ base: markdownLanguage, addKeymap: false, completeHTMLTags: false }),
    liveStyles(),
    links ? [linkChips(links), linkCompletions(links), recordDrop(links)] : [],
    links?.figures ? checkedFigures(links.figures, links) : [],
    tableCells(),
    imageFiles(keepImage),
    richPaste(),
    // Before the default keys. Tab is taken within tables and lists alone; after Escape it goes on to the next control there too.
    Prec.high(
      keymap.of([
        { key: 'Tab', run: nextCell, shift: previousCell },
        { key: 'Tab', run: indentItem, shift: outdentItem },
        { key: 'Enter', run: cellBelow },
        { key: 'Mod-Enter', run: followAtCursor(links) },
        { key: 'Mod-d', run: selectNextOccurrence, preventDefault: true },
      ]),
    ),
    followOnClick,
    keymap.of([...completionKeymap, ...markdownKeymap, ...historyKeymap, ...defaultKeymap]),
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
