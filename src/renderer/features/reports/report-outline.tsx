// The outline of a report: its items in order, added, edited in place, moved by key or by dragging, and taken out again.

import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react'
import type { QueryRow } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { recordNamedBy } from '../../../core/records/report.ts'
import { useAction } from '../../keys/actions.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNoteLinks } from '../../ui/markdown-editor/use-note-links.ts'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import { AddBar, type AddedKind } from './add-menu.tsx'
import classes from './outline.module.css'
import { OutlineChooser } from './outline-chooser.tsx'
import { keyAfter } from './outline-edits.ts'
import { readRowKey } from './outline-keys.ts'
import { OutlineRow, useWantedFocus } from './outline-row.tsx'
import { ReportFeed } from './report-drafts.ts'
import { ReportTitle } from './report-title.tsx'
import { useOutline } from './use-outline.ts'
import { useOutlineActions } from './use-outline-actions.ts'
import { useOutlineDrop } from './use-outline-drop.ts'
import { useSaveItem } from './use-save-item.tsx'

type ReportOutlineProps = {
  report: QueryRow<'report'>
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenMetric: (id: RecordId<'metric'>) => void
  onOpenPassage: (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'> }) => void
}

export function ReportOutline({ report, onOpenInsight, onOpenMetric, onOpenPassage }: ReportOutlineProps) {
  const links = useNoteLinks({ onOpenInsight, onOpenPassage })
  const outline = useOutline(report)
  const { items } = outline
  const { save, noteRemoval } = useSaveItem(outline)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one feed per report; it is updated below
  const feed = useMemo(() => new ReportFeed(report), [report.id])
  useLayoutEffect(() => feed.update(report, items, save), [feed, report, items, save])
  const actions = useOutlineActions(outline, report, noteRemoval)
  const inReport = useMemo(() => new Set(items.flatMap((item) => recordNamedBy(item) ?? [])), [items])
  const drop = useOutlineDrop(report.id, items, actions.moveBefore, (ids, before) =>
    actions.insert(
      ids.filter((id) => !inReport.has(id)),
      before,
    ),
  )
  const list = useRef<HTMLOListElement>(null)
  const lastKey = useRef<string>(undefined)
  useWantedFocus(list, actions.wanted)

  const addBelowLast = (kind: AddedKind) => actions.add(kind, keyAfter(items, lastKey.current))
  useAction({ id: 'report.add-heading', run: () => addBelowLast('heading') })
  useAction({ id: 'report.add-prose', run: () => addBelowLast('prose') })
  useAction({ id: 'report.add-insights', run: () => addBelowLast('insight') })
  useAction({ id: 'report.add-charts', run: () => addBelowLast('chart') })

  const handleKey = (event: KeyboardEvent<HTMLOListElement>) => {
    const target = event.target as HTMLElement
    const item = items.find(({ key }) => key === keyOf(target))
    const meaning = item && readRowKey(event.nativeEvent, target)
    if (!meaning) {
      if (target.matches('[data-row]')) moveFocusByKey(event)
      return
    }
    if (meaning.type === 'level' && item.type !== 'heading') return
    event.preventDefault()
    if (meaning.type === 'move') actions.step(item.key, meaning.by, target.matches('[data-row]') ? '[data-row]' : '[data-line]')
    else if (meaning.type === 'level') actions.changeLevel(item.key, meaning.by)
    else if (meaning.type === 'remove') actions.remove(item.key)
    else if (item.type === 'insight') onOpenInsight(item.insight)
    else actions.edit(item.key)
  }

  return (
    <div className={classes.outline} {...drop.events}>
      <ReportTitle report={report} />
      {items.length === 0 && (
        <EmptyState shape="note" title={strings.reports.emptyOutline}>
          <p>{strings.reports.emptyOutlineHint}</p>
        </EmptyState>
      )}
      <ol
        ref={list}
        className={classes.items}
        aria-label={strings.reports.outline}
        onKeyDown={handleKey}
        onFocus={(event) => {
          lastKey.current = keyOf(event.target)
        }}
      >
        {items.map((item, index) => (
          <OutlineRow
            key={item.key}
            report={report.id}
            feed={feed}
            links={links}
            item={item}
            named={report}
            position={index + 1}
            count={items.length}
            focusRequest={actions.editing?.key === item.key ? actions.editing.request : 0}
            dropEdge={drop.place?.key === item.key ? drop.place.edge : undefined}
            onAdd={actions.addBelow}
            onLevel={actions.changeLevel}
            onEdit={actions.edit}
            onRemove={actions.remove}
            onDone={actions.finishEditing}
            onOpenInsight={onOpenInsight}
            onOpenMetric={onOpenMetric}
          />
        ))}
      </ol>
      <AddBar onAdd={(kind) => actions.add(kind, undefined)} />
      <output className="visually-hidden" aria-live="assertive">
        {actions.announcement}
      </output>
      <OutlineChooser kind={actions.choosing?.kind} inReport={inReport} onChoose={actions.choose} onClose={() => actions.choose([])} />
    </div>
  )
}

function keyOf(target: Element): string | undefined {
  return target.closest<HTMLElement>('[data-key]')?.dataset.key
}
