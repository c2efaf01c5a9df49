// The comment of a highlight as a field that saves itself, and loses nothing when another window writes there too.

import { Button, Textarea } from '@mantine/core'
import { useMemo } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { Draft } from '../../notebook/draft.ts'
import { useDraft, useDraftState } from '../../notebook/draft-hooks.ts'
import type { DraftKind } from '../../notebook/draft-kinds.ts'
import { strings } from '../../strings/strings.ts'
import classes from './highlight-details.module.css'

type CommentContent = { comment: string }

/** Follows the one row of the highlight. */
function commentDraft(source: RecordId<'source'>, number: number): DraftKind<CommentContent, undefined> {
  return {
    merges: { comment: 'text' },
    send: async (client, id, rev, changes) => {
      const answer = await client.send('highlight.revise', { id: id as RecordId<'highlight'>, rev, ...changes })
      return answer.ok ? { ok: true, rev: answer.result.rev } : answer
    },
    watch: (client, id, listener) => {
      const watch = client.watch('highlights', { source, number }, { start: 0, count: 1 }, ({ rows: [row] }) =>
        listener(row?.id === id ? { rev: row.rev, content: { comment: row.comment }, info: undefined } : null),
      )
      return () => watch.close()
    },
  }
}

type HighlightCommentProps = {
  highlight: HighlightRow
  /** The field takes the focus. */
  startsHere?: boolean
}

export function HighlightComment({ highlight: { id, source, number }, startsHere = false }: HighlightCommentProps) {
  const kind = useMemo(() => commentDraft(source, number), [source, number])
  const draft = useDraft(kind, id)
  return draft ? <CommentField draft={draft} startsHere={startsHere} /> : null
}

function CommentField({ draft, startsHere }: { draft: Draft<CommentContent, undefined>; startsHere: boolean }) {
  const comment = useDraftState(draft, (state) => state.content?.comment)
  const conflict = useDraftState(draft, (state) => state.conflicts.get('comment'))
  const refusal = useDraftState(draft, (state) => state.refusal)
  if (comment === undefined) return null
  return (
    <div>
      <Textarea
        autosize
        autoFocus={startsHere}
        minRows={2}
        maxRows={8}
        aria-label={strings.reader.comment}
        placeholder={strings.reader.commentHint}
        value={comment}
        error={refusal?.message}
        onChange={(event) => draft.edit('comment', event.currentTarget.value)}
        onBlur={() => draft.flush()}
        onCompositionStart={() => draft.compose(true)}
        onCompositionEnd={() => draft.compose(false)}
      />
      {conflict && (
        <div className={classes.kept}>
          <p>{strings.reader.commentConflict}</p>
          <blockquote>{conflict.theirs}</blockquote>
          <Button size="compact-xs" variant="light" onClick={() => draft.resolve('comment', comment)}>
            {strings.reader.keepMine}
          </Button>{' '}
          <Button size="compact-xs" variant="default" onClick={() => draft.resolve('comment', conflict.theirs)}>
            {strings.reader.takeTheirs}
          </Button>
        </div>
      )}
    </div>
  )
}
