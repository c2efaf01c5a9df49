// Every dated thing of the notebook in a line of time: zoomed and moved by wheel, drag, key and button; each opens its passage or its note.

import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconArrowsHorizontal, IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { panned, type TimeView, wholeView, zoomed } from '../../../core/charts/timeline-layout.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { useAction } from '../../keys/actions.ts'
import { useKeyProps } from '../../keys/aria-keys.ts'
import type { ActionId } from '../../keys/catalogue.ts'
import { useAnswer } from '../../notebook/use-answer.ts'
import { useCounts } from '../../notebook/use-counts.ts'
import { useWatch } from '../../notebook/use-watch.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Pane } from '../../ui/pane.tsx'
import { showPartialDate } from '../../ui/partial-date.ts'
import { TimeLine } from './time-line.tsx'
import classes from './timeline-view.module.css'

const words = strings.timeline

export type TimelinePlaces = {
  onOpenPassage: (passage: { source: RecordId<'source'>; start: number; end: number }) => void
  onOpenInsight: (id: RecordId<'insight'>) => void
  onOpenSource: (id: RecordId<'source'>) => void
}

export function TimelineView(places: TimelinePlaces) {
  const [entity, setEntity] = useState('')
  const [topic, setTopic] = useState('')
  const [view, setView] = useState<TimeView>()
  const narrowed = { ...(entity ? { entity: entity as RecordId<'entity'> } : {}), ...(topic ? { topic } : {}) }
  const { value, isLoading } = useAnswer('timeline', narrowed)
  // More than one answer holds is asked for by what is shown of it.
  const near = useAnswer('timeline', value && !value.isComplete && view ? { ...narrowed, ...daysOf(view) } : undefined)
  const kept = useRef(value)
  if (value) kept.current = value
  const shown = near.value ?? value ?? kept.current
  const items = shown?.items ?? []
  const isNarrowed = entity !== '' || topic !== ''
  // biome-ignore lint/correctness/useExhaustiveDependencies: other things have another extent
  useEffect(() => setView(undefined), [entity, topic])
  const seen = view ?? wholeView(value?.items ?? items)
  const change = (to: (seen: TimeView) => TimeView) => setView((held) => to(held ?? seen))
  const hasItems = items.length > 0
  return (
    <Pane
      label={words.timeline}
      scrolls={false}
      head={shown && <span className={classes.total}>{shown.isComplete ? words.total(items.length) : words.firstOf(items.length)}</span>}
      tools={
        hasItems && (
          <>
            <Tool id="timeline.earlier" label={words.earlier} run={() => change((held) => panned(held, -0.4))}>
              <IconChevronLeft size={16} />
            </Tool>
            <Tool id="timeline.later" label={words.later} run={() => change((held) => panned(held, 0.4))}>
              <IconChevronRight size={16} />
            </Tool>
            <Tool id="timeline.zoom-out" label={words.zoomOut} run={() => change((held) => zoomed(held, 1 / 1.6))}>
              <IconZoomOut size={16} />
            </Tool>
            <Tool id="timeline.zoom-in" label={words.zoomIn} run={() => change((held) => zoomed(held, 1.6))}>
              <IconZoomIn size={16} />
            </Tool>
            <Tool id="timeline.all" label={words.all} run={() => setView(undefined)}>
              <IconArrowsHorizontal size={16} />
            </Tool>
          </>
        )
      }
    >
      <Filters entity={entity} onEntity={setEntity} topic={topic} onTopic={setTopic} />
      {!shown && isLoading && (
        <p className={classes.note} role="status">
          {strings.app.loading}
        </p>
      )}
      {shown && !hasItems && !near.isLoading && (
        <EmptyState
          title={isNarrowed ? words.noMatches : words.empty}
          steps={isNarrowed ? [] : ['view.sources']}
          action={
            isNarrowed && (
              <button
                type="button"
                className={classes.link}
                onClick={() => {
                  setEntity('')
                  setTopic('')
                }}
              >
                {words.showAll}
              </button>
            )
          }
        >
          {!isNarrowed && <p>{words.emptyHint}</p>}
        </EmptyState>
      )}
      {hasItems && <TimeLine items={items} view={seen} onView={setView} {...places} />}
      {hasItems && shown && !shown.isComplete && <p className={classes.note}>{words.incomplete}</p>}
      <p className="visually-hidden" role="status">
        {view && words.shown(...(Object.values(daysOf(view)).map(showPartialDate) as [string, string]))}
      </p>
    </Pane>
  )
}

function Tool({ id, label, run, children }: { id: ActionId; label: string; run: () => void; children: React.ReactNode }) {
  useAction({ id, run })
  const keys = useKeyProps(id, label)
  return (
    <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} {...keys} onClick={run}>
      {children}
    </ActionIcon>
  )
}

/** As many as anybody chooses from in a menu. */
const mostEntities = 500

type FiltersProps = { entity: string; onEntity: (entity: string) => void; topic: string; onTopic: (topic: string) => void }

function Filters({ entity, onEntity, topic, onTopic }: FiltersProps) {
  const { rows } = useWatch('entities', {}, 0, mostEntities)
  const topics = [...useCounts().keys()].flatMap((key) => (key.startsWith('topic:') ? [key.slice('topic:'.length)] : []))
  if (rows.length === 0 && topics.length === 0) return null
  return (
    <search className={classes.filters}>
      <NativeSelect
        size="xs"
        aria-label={words.entity}
        value={entity}
        data={[{ value: '', label: words.anyEntity }, ...rows.map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(event) => onEntity(event.currentTarget.value)}
      />
      <NativeSelect
        size="xs"
        aria-label={words.topic}
        value={topic}
        data={[{ value: '', label: words.anyTopic }, ...topics.map((name) => ({ value: name, label: name }))]}
        onChange={(event) => onTopic(event.currentTarget.value)}
      />
    </search>
  )
}

/** As ISO days, which begin with the year 1000. */
function daysOf({ from, to }: TimeView): { from: string; to: string } {
  const day = (moment: number) => new Date(Math.min(Math.max(moment, Date.UTC(1000, 0, 1)), Date.UTC(9999, 11, 31))).toISOString().slice(0, 10)
  return { from: day(from), to: day(to) }
}
