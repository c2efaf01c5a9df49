// The Markdown editor of notes and prose. CodeMirror comes in its own file, loaded when the first editor is shown.

import { lazy, type Ref, Suspense } from 'react'
import { fetched } from '../../notebook/fetched.ts'
import type { KeepImage } from './image-files.ts'
import classes from './markdown-editor.module.css'
import type { NoteLinks } from './note-links.ts'

export type MarkdownEditorHandle = { focus: (at?: 'start' | 'end') => void }

export type MarkdownEditorProps = {
  /** The text, with whatever line ends it has; another than was last reported is taken in place, around the cursor. */
  value: string
  /** Every change of the text by the person at the keyboard, with the line ends put back. */
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
  /** While true, neither send nor replace the text. */
  onCompose?: ((isComposing: boolean) => void) | undefined
  /** What a screen reader calls it. */
  label: string
  placeholder?: string | undefined
  /** A BCP 47 tag for fonts and pronunciation. */
  lang?: string | undefined
  /** Without links, citations and wikilinks are plain text. */
  links?: NoteLinks | undefined
  /** The selected text, a moment after it became another. */
  onSelect?: ((text: string) => void) | undefined
  /** Without it, pictures are not taken in. */
  keepImage?: KeepImage | undefined
  isReadOnly?: boolean
  autoFocus?: boolean
  ref?: Ref<MarkdownEditorHandle>
}

const CodeMirrorEditor = lazy(async () => ({ default: (await fetched(() => import('./codemirror-editor.tsx'))).CodeMirrorEditor }))

export function MarkdownEditor(props: MarkdownEditorProps) {
  return (
    <Suspense
      fallback={
        <div className={classes.waiting} aria-busy="true" lang={props.lang}>
          {props.value}
        </div>
      }
    >
      <CodeMirrorEditor {...props} />
    </Suspense>
  )
}
