// The field in which the note on a piece of evidence is written.

import { useEffect, useMemo, useRef } from 'react'
import type { EvidenceRow } from '../../../core/queries/insight-queries.ts'
import type { Draft } from '../../notebook/draft.ts'
import { useDraft, useDraftState } from '../../notebook/draft-hooks.ts'
import { type EvidenceContent, evidenceNoteDraft } from '../../notebook/draft-kinds.ts'
import { strings } from '../../strings/strings.ts'
import classes from './evidence.module.css'

type EvidenceNoteProps = { row: EvidenceRow; name: string; onDone: () => void }

export function EvidenceNote({ row: { id, insight }, ...rest }: EvidenceNoteProps) {
  const kind = useMemo(() => evidenceNoteDraft(insight), [insight])
  const draft = useDraft(kind, id)
  return draft ? <NoteField draft={draft} {...rest} /> : null
}

function NoteField({ draft, name, onDone }: { draft: Draft<EvidenceContent, undefined>; name: string; onDone: () => void }) {
  const isOpen = useDraftState(draft, (state) => state.phase === 'open')
  const note = useDraftState(draft, (state) => state.content?.note ?? '')
  const conflict = useDraftState(draft, (state) => state.conflicts.get('note'))
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    const { current } = field
    if (!isOpen || !current) return
    current.focus()
    current.setSelectionRange(current.value.length, current.value.length)
  }, [isOpen])
  const finish = () => {
    draft.compose(false)
    draft.flush()
    if (draft.state.conflicts.size === 0) onDone()
  }
  return (
    <>
      <textarea
        ref={field}
        className={classes.noteField}
        rows={2}
        aria-label={strings.insights.evidenceNote(name)}
        placeholder={strings.insights.evidenceNotePlaceholder}
        spellCheck={false}
        disabled={!isOpen}
        value={note}
        onChange={(event) => draft.edit('note', event.target.value)}
        onBlur={finish}
        onCompositionStart={() => draft.compose(true)}
        onCompositionEnd={() => draft.compose(false)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || event.key !== 'Escape') return
          event.preventDefault()
          event.currentTarget.closest('li')?.querySelector('button')?.focus()
        }}
      />
      {conflict && (
        <div className={classes.noteConflict} role="status">
          <p>
            {strings.insights.conflictTitle}. {strings.insights.theirs}: {conflict.theirs || strings.insights.emptyText}
          </p>
          <button type="button" className={classes.plainButton} onClick={() => draft.resolve('note', note)}>
            {strings.insights.keepYours}
          </button>{' '}
          <button type="button" className={classes.plainButton} onClick={() => draft.resolve('note', conflict.theirs)}>
            {strings.insights.takeTheirs}
          </button>{' '}
          <button type="button" className={classes.plainButton} onClick={() => draft.resolve('note', `${note}\n\n${conflict.theirs}`)}>
            {strings.insights.keepBoth}
          </button>
        </div>
      )}
    </>
  )
}
