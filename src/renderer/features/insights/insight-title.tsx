// The title as a field that looks like one: it wraps, and Enter goes on to the note.

import { useEffect, useRef } from 'react'
import { useDraftState } from '../../notebook/draft-hooks.ts'
import { strings } from '../../strings/strings.ts'
import { languageOf } from './guess-language.ts'
import classes from './insight-pane.module.css'
import type { InsightDraft } from './open-insight.tsx'
import { useRename } from './use-rename.ts'

const maxTitleLength = 2_000
const freshMs = 5_000

export function InsightTitle({ draft, onEnter }: { draft: InsightDraft; onEnter: () => void }) {
  const rename = useRename(draft)
  const former = useRef<string>(undefined)
  const title = useDraftState(draft, (state) => state.content?.title ?? '')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { content, info } = draft.state
    // An insight that was just made waits for its title; one that is opened leaves the focus where it is.
    const isFresh = content?.title === '' && info !== undefined && Date.now() - Date.parse(info.createdAt) < freshMs
    if (isFresh) field.current?.focus()
  }, [draft])
  return (
    <textarea
      ref={field}
      className={classes.title}
      rows={1}
      aria-label={strings.insights.title}
      placeholder={strings.insights.titlePlaceholder}
      lang={languageOf(title)}
      maxLength={maxTitleLength}
      spellCheck={false}
      autoComplete="off"
      value={title}
      onChange={(event) => draft.edit('title', event.target.value.replace(/\s*[\r\n]+\s*/g, ' '))}
      onFocus={() => {
        former.current = draft.state.content?.title
      }}
      onBlur={() => {
        // Leaving the field ends a composition, whether or not its end is told.
        draft.compose(false)
        draft.flush()
        if (former.current !== undefined) void rename(former.current)
        former.current = undefined
      }}
      onCompositionStart={() => draft.compose(true)}
      onCompositionEnd={() => draft.compose(false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || event.key !== 'Enter') return
        event.preventDefault()
        onEnter()
      }}
    />
  )
}
