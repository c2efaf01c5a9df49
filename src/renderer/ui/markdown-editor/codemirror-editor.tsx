// CodeMirror inside React: it is made once and owns its text; only changes from elsewhere are put into it.

import { Compartment, EditorState, Transaction } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useImperativeHandle, useLayoutEffect, useRef } from 'react'
import { diffTexts } from '../../../core/merge/diff-texts.ts'
import { restoreNewlines, toEditorNewlines } from '../../notebook/draft-newlines.ts'
import { noteFocus, offerEditorActions } from './editor-actions.ts'
import { editorExtensions, editorFacts } from './editor-extensions.ts'
import { whenNotComposing } from './link-chips.ts'
import classes from './markdown-editor.module.css'
import type { MarkdownEditorProps } from './markdown-editor.tsx'

/** After compositionend the browser's last change is still on its way into the editor. */
const composedAfterMs = 60
const selectedAfterMs = 150
const rememberedReports = 50

export function CodeMirrorEditor(props: MarkdownEditorProps) {
  const { value, label, lang, placeholder, isReadOnly = false, ref } = props
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const latest = useRef(props)
  latest.current = props
  /** The text with the line ends that it had when it last came from or went to the outside. */
  const written = useRef(value)
  /** What was reported and has not come back as `value` yet: none of it is a change from elsewhere. */
  const reported = useRef<string[]>([])
  const facts = useRef(new Compartment())

  useLayoutEffect(() => {
    if (!place.current) return
    const {
      links,
      autoFocus,
      keepImage,
      label: firstLabel,
      lang: firstLang,
      placeholder: firstPlaceholder,
      isReadOnly: isFirstReadOnly = false,
    } = latest.current
    let composed: ReturnType<typeof setTimeout> | undefined
    let isComposing = false
    const tellComposing = (is: boolean) => {
      if (is === isComposing) return
      isComposing = is
      latest.current.onCompose?.(is)
    }
    let selecting: ReturnType<typeof setTimeout> | undefined
    const tellSelected = () => {
      clearTimeout(selecting)
      selecting = setTimeout(() => {
        const { from, to } = made.state.selection.main
        latest.current.onSelect?.(made.state.sliceDoc(from, to))
      }, selectedAfterMs)
    }
    const made: EditorView = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: toEditorNewlines(written.current),
        extensions: [
          editorExtensions(links, keepImage),
          facts.current.of(editorFacts({ label: firstLabel, lang: firstLang, placeholder: firstPlaceholder, isReadOnly: isFirstReadOnly })),
          EditorView.updateListener.of((update) => {
            if (update.selectionSet) tellSelected()
            if (!update.docChanged || update.transactions.every((transaction) => transaction.annotation(Transaction.remote))) return
            const text = restoreNewlines(written.current, update.state.doc.toString())
            written.current = text
            reported.current.push(text)
            if (reported.current.length > rememberedReports) reported.current.shift()
            latest.current.onChange(text)
          }),
          EditorView.domEventObservers({
            focus: (_, focused) => noteFocus(focused),
            blur: ({ relatedTarget }, left) => {
              // Leaving the field ends a composition, whether or not its end is told.
              clearTimeout(composed)
              tellComposing(false)
              // The fields of the find panel belong to the editor.
              if (!left.dom.contains(relatedTarget as Node | null)) latest.current.onBlur?.()
            },
            compositionstart: () => {
              clearTimeout(composed)
              tellComposing(true)
            },
            compositionend: () => {
              clearTimeout(composed)
              composed = setTimeout(() => tellComposing(false), composedAfterMs)
            },
          }),
        ],
      }),
    })
    view.current = made
    made.dom.addEventListener('focusout', ({ target, relatedTarget }) => {
      if (target !== made.contentDOM && !made.dom.contains(relatedTarget as Node | null)) latest.current.onBlur?.()
    })
    const withdrawActions = offerEditorActions(made, links)
    if (autoFocus) made.focus()
    return () => {
      clearTimeout(composed)
      clearTimeout(selecting)
      tellComposing(false)
      withdrawActions()
      made.destroy()
      view.current = undefined
    }
  }, [])

  useLayoutEffect(() => {
    const position = reported.current.lastIndexOf(value)
    if (position >= 0) {
      reported.current.splice(0, position + 1)
      return
    }
    const { current } = view
    if (!current || value === written.current) return
    whenNotComposing(current, () => {
      // A later rendering may have brought another text meanwhile.
      if (latest.current.value === value) takeIn(current, value)
      written.current = value
      reported.current = []
    })
  }, [value])

  useLayoutEffect(() => {
    view.current?.dispatch({ effects: facts.current.reconfigure(editorFacts({ label, lang, placeholder, isReadOnly })) })
  }, [label, lang, placeholder, isReadOnly])

  useImperativeHandle(ref, () => ({
    focus: (at) => {
      const { current } = view
      if (!current) return
      current.focus()
      if (at) current.dispatch({ selection: { anchor: at === 'start' ? 0 : current.state.doc.length }, scrollIntoView: true })
    },
  }))

  return <div ref={place} className={classes.editor} />
}

/** Changes only what differs, so that the cursor, the selection and the scroll stay where they are; undo here does not undo it. */
function takeIn(view: EditorView, value: string): void {
  const changes = diffTexts(view.state.doc.toString(), toEditorNewlines(value)).map(({ start, end, insert }) => ({ from: start, to: end, insert }))
  if (changes.length === 0) return
  view.dispatch({ changes, annotations: [Transaction.remote.of(true), Transaction.addToHistory.of(false)] })
}
