// The outline of a report: its items in order, added, edited in place, moved by key or by dragging, and taken out again.

import { type DragEvent, type KeyboardEvent, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { QueryRow } from '../../../core/queries/queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { useAction } from '../../keys/actions.ts'
import { enReports } from '../../strings/en-reports.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { useNoteLinks } from '../../ui/markdown-editor/use-note-links.ts'
import { moveFocusByKey } from '../../ui/move-focus.ts'
import { showUndoToast } from '../../ui/undo-toast.tsx'
import { AddBar, type AddedKind, addKeys } from './add-menu.tsx'
import { InsightChooser } from './insight-chooser.tsx'
import classes from './outline.module.css'
import { isItemDrag, readItemDrag } from './outline-drag.ts'
import { keyAfter, stepOf } from './outline-edits.ts'
import { readRowKey } from './outline-keys.ts'
import { OutlineRow, useWantedFocus } from './outline-row.tsx'
import { nameItem } from './outline-words.ts'
import { ReportFeed } from './report-drafts.ts'
import { ReportTitle } from './report-title.tsx'
import { useOutline } from './use-outline.ts'
import { useSaveItem } from './use-save-item.tsx'

type ReportOutlineProps = {
  report: QueryRow<'report'>
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenPassage: (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'> }) => void
}
type DropPlace = { key: string; edge: 'above' | 'below' }

export function ReportOutline({ report, onOpenInsight, onOpenPassage }: ReportOutlineProps) {
  const links = useNoteLinks({ onOpenInsight, onOpenPassage })
  const outline = useOutline(report)
  const { items, run, latest } = outline
  const { save, noteRemoval } = useSaveItem(outline)
  // biome-ignore lint/correctness/useExhaustiveDependencies: one feed per report; it is updated below
  const feed = useMemo(() => new ReportFeed(report), [report.id])
  useLayoutEffect(() => feed.update(report, items, save), [feed, report, items, save])
  const list = useRef<HTMLOListElement>(null)
  const wanted = useRef<{ key: string; selector: string }>(undefined)
  const lastKey = useRef<string>(undefined)
  const [editing, setEditing] = useState<string>()
  const [choosing, setChoosing] = useState<{ before: string | undefined }>()
  const [drop, setDrop] = useState<DropPlace>()
  const [announcement, setAnnouncement] = useState('')
  useWantedFocus(list, wanted)
  const insights = report.insights
  const insightsRef = useRef(insights)
  insightsRef.current = insights

  const announcePosition = useCallback(
    (key: string) => {
      const { items: now } = latest()
      const position = now.findIndex((item) => item.key === key)
      const item = now[position]
      if (item) setAnnouncement(enReports.moved(nameItem(item, insightsRef.current), position + 1, now.length))
    },
    [latest],
  )
  const add = useCallback(
    (kind: AddedKind, before: string | undefined) => {
      if (kind === 'insight') return setChoosing({ before })
      const key = crypto.randomUUID()
      const item: OutlineItem =
        kind === 'heading' ? { key, type: 'heading', level: levelBefore(latest().items, before), text: '' } : { key, type: 'prose', markdown: '' }
      void run({ type: 'insert', items: [item], before })
      setEditing(key)
    },
    [run, latest],
  )
  const addBelow = useCallback((key: string, kind: AddedKind) => add(kind, keyAfter(latest().items, key)), [add, latest])
  const addInsights = (ids: RecordId<'insight'>[]) => {
    const before = choosing?.before
    setChoosing(undefined)
    const fresh = ids.map((insight) => ({ key: crypto.randomUUID(), type: 'insight' as const, insight }))
    const last = fresh.at(-1)
    if (last) wanted.current = { key: last.key, selector: '[data-row]' }
    void run({ type: 'insert', items: fresh, before })
  }
  const move = (key: string, by: 1 | -1, selector: string) => {
    const step = stepOf(latest().items, key, by)
    if (!step) {
      const item = latest().items.find((one) => one.key === key)
      if (item) setAnnouncement(enReports.cannotMove(nameItem(item, insights), by === -1))
      return
    }
    wanted.current = { key, selector }
    void run(step)
    announcePosition(key)
  }
  const changeLevel = useCallback(
    (key: string, by: 1 | -1) => {
      const item = latest().items.find((one) => one.key === key)
      if (item?.type !== 'heading') return
      const level = Math.min(6, Math.max(1, item.level + by))
      if (level !== item.level) void run({ type: 'revise', item: { ...item, level } })
      setAnnouncement(enReports.levelNow(level))
    },
    [run, latest],
  )
  const remove = useCallback(
    (key: string) => {
      const { items: now } = latest()
      const item = now.find((one) => one.key === key)
      if (!item) return
      const before = keyAfter(now, key)
      const neighbour = before ?? now[now.length - 2]?.key
      if (neighbour !== undefined) wanted.current = { key: neighbour, selector: '[data-row]' }
      noteRemoval(key)
      const name = nameItem(item, insightsRef.current)
      void run({ type: 'remove', key }).then((answer) => {
        if (answer.ok) showUndoToast(enReports.removed(name), () => void run({ type: 'insert', items: [item], before }))
      })
    },
    [run, latest, noteRemoval],
  )
  const finishEditing = useCallback((key: string) => {
    setEditing(undefined)
    wanted.current = { key, selector: '[data-row]' }
  }, [])

  const handleKey = (event: KeyboardEvent<HTMLOListElement>) => {
    const target = event.target as HTMLElement
    const key = target.closest<HTMLElement>('[data-key]')?.dataset.key
    const meaning = key === undefined ? undefined : readRowKey(event.nativeEvent, target)
    if (key === undefined || !meaning) return void (target.matches('[data-row]') && moveFocusByKey(event))
    const item = items.find((one) => one.key === key)
    if (!item || (meaning.type === 'level' && item.type !== 'heading')) return
    event.preventDefault()
    if (meaning.type === 'move') move(key, meaning.by, target.matches('[data-row]') ? '[data-row]' : '[data-line]')
    else if (meaning.type === 'level') changeLevel(key, meaning.by)
    else if (meaning.type === 'remove') remove(key)
    else if (item.type === 'insight') onOpenInsight(item.insight)
    else setEditing(key)
  }

  const below = (kind: AddedKind) => add(kind, keyAfter(items, lastKey.current))
  useAction({ id: 'report.add-heading', title: enReports.addHeading, keys: [addKeys.heading], run: () => below('heading') })
  useAction({ id: 'report.add-prose', title: enReports.addProse, keys: [addKeys.prose], run: () => below('prose') })
  useAction({ id: 'report.add-insights', title: enReports.addInsights, keys: [addKeys.insight], run: () => below('insight') })

  const dragOver = (event: DragEvent<HTMLElement>) => {
    if (!isItemDrag(event.dataTransfer, report.id)) return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'move'
    setDrop(placeOf(event, items))
  }
  const dropItem = (event: DragEvent<HTMLElement>) => {
    const key = readItemDrag(event.dataTransfer, report.id)
    const place = placeOf(event, items)
    setDrop(undefined)
    if (key === undefined || !place) return
    event.preventDefault()
    wanted.current = { key, selector: '[data-row]' }
    void run({ type: 'move', key, before: place.edge === 'above' ? place.key : keyAfter(items, place.key) })
    announcePosition(key)
  }

  const inReport = useMemo(() => new Set(items.flatMap((item) => (item.type === 'insight' ? [item.insight] : []))), [items])
  return (
    <div className={classes.outline}>
      <ReportTitle report={report} />
      {items.length === 0 && (
        <EmptyState title={enReports.emptyOutline}>
          <p>{enReports.emptyOutlineHint}</p>
        </EmptyState>
      )}
      <ol
        ref={list}
        className={classes.items}
        aria-label={enReports.outline}
        onKeyDown={handleKey}
        onFocus={(event) => {
          lastKey.current = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')?.dataset.key
        }}
        onDragOver={dragOver}
        onDragLeave={(event) => !event.currentTarget.contains(event.relatedTarget as Node | null) && setDrop(undefined)}
        onDragEnd={() => setDrop(undefined)}
        onDrop={dropItem}
      >
        {items.map((item, index) => (
          <OutlineRow
            key={item.key}
            report={report.id}
            feed={feed}
            links={links}
            item={item}
            insights={insights}
            position={index + 1}
            count={items.length}
            hasFocus={editing === item.key}
            dropEdge={drop?.key === item.key ? drop.edge : undefined}
            onAdd={addBelow}
            onLevel={changeLevel}
            onEdit={setEditing}
            onRemove={remove}
            onDone={finishEditing}
            onOpenInsight={onOpenInsight}
          />
        ))}
      </ol>
      <AddBar onAdd={(kind) => add(kind, undefined)} />
      <output className="visually-hidden" aria-live="assertive">
        {announcement}
      </output>
      <InsightChooser isOpen={choosing !== undefined} inReport={inReport} onChoose={addInsights} onClose={() => setChoosing(undefined)} />
    </div>
  )
}

/** A new heading has the level of the one above it. */
function levelBefore(items: readonly OutlineItem[], before: string | undefined): number {
  const end = before === undefined ? items.length : items.findIndex(({ key }) => key === before)
  const above = items.slice(0, end).findLast((item) => item.type === 'heading')
  return above?.type === 'heading' ? above.level : 1
}

function placeOf(event: DragEvent<HTMLElement>, items: readonly OutlineItem[]): DropPlace | undefined {
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')
  const last = items.at(-1)
  if (!row?.dataset.key) return last && { key: last.key, edge: 'below' }
  const { top, height } = row.getBoundingClientRect()
  return { key: row.dataset.key, edge: event.clientY < top + height / 2 ? 'above' : 'below' }
}
