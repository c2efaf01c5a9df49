// The pane of one insight, or what to do while none is open.

import { lazy } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useDraft, useDraftState } from '../../notebook/draft-hooks.ts'
import { insightDraft } from '../../notebook/draft-kinds.ts'
import { fetched } from '../../notebook/fetched.ts'
import { useIsPast } from '../../notebook/past.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pane } from '../../ui/pane.tsx'
import classes from './insight-pane.module.css'
import { NothingOpen } from './nothing-open.tsx'
import type { InsightDraft } from './open-insight.tsx'

/** The first screen has none open: what it takes to show one comes after it. */
const PastInsight = lazy(async () => ({ default: (await fetched(() => import('./past-insight.tsx'))).PastInsight }))
const OpenInsight = lazy(async () => ({ default: (await fetched(() => import('./open-insight.tsx'))).OpenInsight }))

export type Passage = { source: RecordId<'source'>; highlight?: RecordId<'highlight'>; start?: number; end?: number }

export type InsightPaneProps = {
  id: RecordId<'insight'> | undefined
  onOpenPassage: (passage: Passage) => void
  onOpenInsight: (id: RecordId<'insight'>) => void
  onClose: (() => void) | undefined
}

export function InsightPane({ id, ...actions }: InsightPaneProps) {
  const isPast = useIsPast()
  if (id === undefined) {
    return (
      <Pane label={strings.app.insight} onClose={actions.onClose}>
        <NothingOpen />
      </Pane>
    )
  }
  if (isPast) return <PastInsight key={id} id={id} {...actions} />
  return <DraftedInsight key={id} id={id} {...actions} />
}

function DraftedInsight({ id, ...actions }: InsightPaneProps & { id: RecordId<'insight'> }) {
  const draft = useDraft(insightDraft, id)
  if (!draft)
    return (
      <Pane label={strings.app.insight} onClose={actions.onClose}>
        {null}
      </Pane>
    )
  return <InsightByPhase id={id} draft={draft} {...actions} />
}

function InsightByPhase({ draft, id, ...actions }: InsightPaneProps & { id: RecordId<'insight'>; draft: InsightDraft }) {
  const phase = useDraftState(draft, (state) => state.phase)
  switch (phase) {
    case 'loading':
      return (
        <Pane label={strings.app.insight} onClose={actions.onClose}>
          {null}
        </Pane>
      )
    case 'open':
      return <OpenInsight id={id} draft={draft} {...actions} />
    case 'gone':
      return (
        <Pane label={strings.app.insight} onClose={actions.onClose}>
          <EmptyState title={strings.insights.notFound} steps={['view.insights', 'view.trash']}>
            <p>{strings.insights.notFoundText}</p>
          </EmptyState>
          <LastText draft={draft} />
        </Pane>
      )
  }
}

function LastText({ draft }: { draft: InsightDraft }) {
  const isUnsent = useDraftState(draft, (state) => state.isUnsent)
  const content = useDraftState(draft, (state) => state.content)
  if (!isUnsent || !content) return null
  return (
    <section aria-label={strings.insights.lastText}>
      <h3 className={classes.sectionTitle}>{strings.insights.lastText}</h3>
      <pre className={classes.lastText}>{`${content.title}\n\n${content.body}`}</pre>
    </section>
  )
}
