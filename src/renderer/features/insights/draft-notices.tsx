// What the analyst must know of the typing in this pane: two versions of one text, typing put back after a crash, a refusal, the trash.

import { Alert, Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { diffTexts } from '../../../core/merge/diff-texts.ts'
import { mergeTexts } from '../../../core/merge/merge-texts.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useDraftState } from '../../notebook/draft-hooks.ts'
import { useSend } from '../../notebook/use-send.tsx'
import { strings } from '../../strings/strings.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'
import classes from './draft-notices.module.css'
import type { InsightDraft } from './open-insight.tsx'
import { showAgo } from './time-ago.tsx'

export function DraftNotices({ id, draft }: { id: RecordId<'insight'>; draft: InsightDraft }) {
  const send = useSend()
  const removedAt = useDraftState(draft, (state) => state.info?.removedAt)
  const restored = useDraftState(draft, (state) => state.restored)
  const refusal = useDraftState(draft, (state) => state.refusal)
  return (
    <>
      {removedAt !== undefined && (
        <Notice tone="gray" title={strings.insights.inTrash}>
          <Button size="compact-sm" variant="default" onClick={() => void send('trash.restore', { ids: [id] })}>
            {strings.insights.restore}
          </Button>
        </Notice>
      )}
      <Conflict draft={draft} field="title" />
      <Conflict draft={draft} field="body" />
      {restored && (
        <Notice tone="yellow" title={strings.insights.restoredTitle} text={strings.insights.restoredText(showAgo(new Date(restored.at), new Date()))}>
          <Button size="compact-sm" variant="default" onClick={() => draft.settleRestored('keep')}>
            {strings.insights.keepRestored}
          </Button>
          <Button size="compact-sm" variant="subtle" onClick={() => discardRestored(draft)}>
            {strings.insights.discardRestored}
          </Button>
        </Notice>
      )}
      {refusal && (
        <Notice tone="red" title={strings.insights.refusedTitle} text={strings.insights.refusedText(refusal.message)}>
          <Button size="compact-sm" variant="default" onClick={() => draft.retry()}>
            {strings.insights.tryAgain}
          </Button>
        </Notice>
      )}
    </>
  )
}

/** What is taken out can be put back: it exists nowhere else. */
function discardRestored(draft: InsightDraft): void {
  const { body, title } = draft.state.content ?? {}
  draft.settleRestored('discard')
  showUndoToast(strings.insights.tookOutRestored, () => {
    if (body !== undefined) draft.edit('body', body)
    if (title !== undefined) draft.edit('title', title)
  })
}

function Conflict({ draft, field }: { draft: InsightDraft; field: 'title' | 'body' }) {
  const conflict = useDraftState(draft, (state) => state.conflicts.get(field))
  const ours = useDraftState(draft, (state) => (state.conflicts.has(field) ? state.content?.[field] : undefined))
  if (!conflict || ours === undefined) return null
  const merge = mergeTexts(conflict.base, ours, conflict.theirs)
  const clashes = merge.kind === 'conflict' ? merge.conflicts : [{ ours, theirs: conflict.theirs }]
  const both = merge.kind === 'conflict' ? merge.both : merge.text
  const takeTheirs = () => {
    draft.resolve(field, conflict.theirs)
    showUndoToast(strings.insights.tookTheirs, () => draft.edit(field, ours))
  }
  return (
    <Notice tone="yellow" title={strings.insights.conflictTitle} text={strings.insights.conflictText}>
      {clashes.map((clash) => (
        <div key={`${clash.ours}\n${clash.theirs}`} className={classes.sides}>
          <Side name={strings.insights.yours} text={clash.ours} other={clash.theirs} />
          <Side name={strings.insights.theirs} text={clash.theirs} other={clash.ours} />
        </div>
      ))}
      <Button size="compact-sm" variant="default" onClick={() => draft.resolve(field, ours)}>
        {strings.insights.keepYours}
      </Button>
      <Button size="compact-sm" variant="default" onClick={takeTheirs}>
        {strings.insights.takeTheirs}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => draft.resolve(field, field === 'title' ? both.replace(/\s*\n\s*/g, ' / ') : both)}>
        {strings.insights.keepBoth}
      </Button>
    </Notice>
  )
}

function Side({ name, text, other }: { name: string; text: string; other: string }) {
  return (
    <div className={classes.side}>
      <strong>{name}</strong>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and must do so by key */}
      <section className={classes.sideText} tabIndex={0} aria-label={name}>
        {text.trim() === '' ? strings.insights.emptyText : withMarks(text, other)}
      </section>
    </div>
  )
}

/** The text with the words marked that the other has not. */
function withMarks(text: string, other: string): ReactNode[] {
  const shown: ReactNode[] = []
  let at = 0
  for (const { start, end } of diffTexts(text, other)) {
    shown.push(text.slice(at, start))
    if (end > start) shown.push(<mark key={start}>{text.slice(start, end)}</mark>)
    at = end
  }
  shown.push(text.slice(at))
  return shown
}

function Notice({ tone, title, text, children }: { tone: string; title: string; text?: string; children: ReactNode }) {
  return (
    <Alert color={tone} title={title} className={classes.notice ?? ''} role="status">
      {text && <p className={classes.text}>{text}</p>}
      <div className={classes.buttons}>{children}</div>
    </Alert>
  )
}
