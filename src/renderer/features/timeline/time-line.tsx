// The line of time itself: an axis, a band for each kind of thing, and marks that are buttons. Only what is in view is in the page.

import { useElementSize } from '@mantine/hooks'
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react'
import {
  type Band,
  bandOf,
  endOf,
  layTimeline,
  type PlacedItem,
  panned,
  startOf,
  type TimeView,
  ticksOf,
  zoomed,
} from '../../../core/charts/timeline-layout.ts'
import type { TimelineItem } from '../../../core/ledger/ledger-answers.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { strings } from '../../strings/strings.ts'
import { stateShapes } from '../../ui/figure-state.tsx'
import { languageOfWords } from '../../ui/guess-language.ts'
import { shownTime } from '../../ui/shown-time.ts'
import classes from './timeline-view.module.css'
import type { TimelinePlaces } from './timeline-view.tsx'

const words = strings.timeline
const laneHeight = 25

type TimeLineProps = { items: readonly TimelineItem[]; view: TimeView; onView: (view: TimeView) => void } & TimelinePlaces

export function TimeLine({ items, view, onView, ...places }: TimeLineProps) {
  const { ref: size, width, height } = useElementSize<HTMLDivElement>()
  const field = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string>()
  const lanes = useMemo(() => lanesIn(items, height), [items, height])
  const layout = useMemo(() => (width > 0 ? layTimeline(items, view, width, lanes) : []), [items, view, width, lanes])
  const ticks = useMemo(() => (width > 0 ? ticksOf(view, width) : []), [view, width])
  const latest = useRef({ view, width, onView })
  latest.current = { view, width, onView }

  // React listens to wheels passively: what zooms must not scroll as well.
  useEffect(() => {
    const { current: element } = field
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      const { view: held, width: wide, onView: show } = latest.current
      const isPan = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)
      if (isPan) show(panned(held, (event.deltaX || event.deltaY) / wide))
      else {
        const share = (event.clientX - element.getBoundingClientRect().left) / wide
        // A pinch comes as a wheel with Ctrl and small steps.
        show(zoomed(held, Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0016)), share))
      }
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [])

  const drag = useRef<{ x: number; view: TimeView }>(undefined)
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0 || (event.target as Element).closest('button')) return
    drag.current = { x: event.clientX, view }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (drag.current) onView(panned(drag.current.view, (drag.current.x - event.clientX) / width))
  }
  const endDrag = () => {
    drag.current = undefined
  }

  // One stop for the Tab key; arrows go on in time, and bring what is out of view into it.
  const first = layout.flatMap((band) => band.items)[0]?.item.id
  const stop = layout.some((band) => band.items.some(({ item }) => item.id === current)) ? current : first
  const wanted = useRef<string>(undefined)
  useEffect(() => {
    const button = wanted.current && field.current?.querySelector<HTMLElement>(`[data-item="${CSS.escape(wanted.current)}"]`)
    if (!button) return
    wanted.current = undefined
    button.focus({ preventScroll: true })
  })
  const goTo = (item: TimelineItem | undefined) => {
    if (!item) return
    wanted.current = item.id
    setCurrent(item.id)
    const isPlaced = layout.some((band) => band.items.some((placed) => placed.item.id === item.id))
    if (!isPlaced) onView(viewAround(item, view, items))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing) return
    const position = items.findIndex(({ id }) => id === stop)
    const next = { ArrowRight: position + 1, ArrowLeft: position - 1, Home: 0, End: items.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    goTo(items[Math.max(0, Math.min(items.length - 1, next))])
  }

  return (
    <div ref={size} className={classes.size}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form */}
      <div
        ref={field}
        role="group"
        aria-label={words.line}
        className={classes.field}
        onKeyDown={onKeyDown}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={endDrag}
        onPointerCancel={endDrag}
      >
        <div className={classes.axis} aria-hidden="true">
          {ticks.map(({ left, label, isMajor }) => (
            <span key={left} className={classes.tick} data-major={isMajor || undefined} style={{ left }}>
              {label}
            </span>
          ))}
        </div>
        {layout.map(({ band, items: placed, clusters, laneCount }) =>
          items.some((item) => bandOf(item) === band) ? (
            <section key={band} className={classes.band} data-band={band} aria-label={words.bands[band]}>
              <h3 className={classes.bandName}>{words.bands[band]}</h3>
              <div className={classes.lanes} style={{ height: Math.max(1, laneCount) * laneHeight + (clusters.length > 0 ? 20 : 0) }}>
                {placed.map((each) => (
                  <Mark
                    key={each.item.id}
                    placed={each}
                    isStop={each.item.id === stop}
                    onFocus={() => setCurrent(each.item.id)}
                    onOpen={() => open(each.item, places)}
                  />
                ))}
                {clusters.map(({ left, count, view: near }) => (
                  <button
                    key={left}
                    type="button"
                    tabIndex={-1}
                    className={classes.cluster}
                    style={{ left, top: laneCount * laneHeight }}
                    aria-label={words.moreHere(count)}
                    title={words.moreHere(count)}
                    onClick={() => onView(withAir(near))}
                  >
                    {words.more(count)}
                  </button>
                ))}
              </div>
            </section>
          ) : null,
        )}
      </div>
    </div>
  )
}

type MarkProps = { placed: PlacedItem; isStop: boolean; onFocus: () => void; onOpen: () => void }

function Mark({ placed: { item, left, lane, width, labelWidth }, isStop, onFocus, onOpen }: MarkProps) {
  const { kind, title, detail, state } = item
  const isFact = kind === 'figure' || kind === 'date'
  const shape = state ? stateShapes[state].shape : kind === 'insight' ? '▪' : kind === 'source' ? '❝' : '●'
  const label = title === '' ? words.untitled : title
  const time = shownTime({ from: item.from, to: item.to })
  const name = [time, label, detail, state ? strings.figures.states[state] : ''].filter(Boolean).join(' · ')
  return (
    <button
      type="button"
      data-item={item.id}
      data-opens=""
      data-state={state}
      className={classes.mark}
      tabIndex={isStop ? 0 : -1}
      style={{ left, top: lane * laneHeight, maxWidth: width + labelWidth }}
      aria-label={name}
      title={name}
      lang={languageOfWords(label + detail)}
      onFocus={onFocus}
      onClick={onOpen}
    >
      <span className={classes.span} style={{ width }} data-long={width > 14 || undefined}>
        {width <= 14 && shape}
      </span>
      {labelWidth > 0 && (
        <span className={classes.label}>
          {label} {isFact && <b>{detail}</b>}
        </span>
      )}
    </button>
  )
}

function open({ kind, id, source, start, detail }: TimelineItem, { onOpenInsight, onOpenPassage, onOpenSource }: TimelinePlaces): void {
  if (kind === 'insight') onOpenInsight(id as RecordId<'insight'>)
  else if (source && start !== undefined) onOpenPassage({ source, start, end: start + detail.length })
  else if (source) onOpenSource(source)
}

/** How many lines each band may have, by the room there is and by how much each has to show. */
function lanesIn(items: readonly TimelineItem[], height: number): Record<Band, number> {
  const present = new Set(items.map(bandOf))
  const room = Math.max(6, Math.floor((height - 40 - present.size * 50) / laneHeight))
  const others = (['insights', 'sources'] as const).filter((band) => present.has(band)).length
  const each = present.has('facts') ? Math.max(2, Math.floor(room / (others + 2))) : Math.max(2, Math.floor(room / Math.max(1, others)))
  return { facts: Math.max(2, room - others * each), insights: each, sources: each }
}

/** The view moved so that the item stands in its middle, and near enough that its neighbours leave it room. */
function viewAround(item: TimelineItem, view: TimeView, items: readonly TimelineItem[]): TimeView {
  const middle = (startOf(item) + endOf(item)) / 2
  const isIn = middle >= view.from && middle <= view.to
  const sameDay = items.filter(({ from }) => from === item.from).length
  const length = (view.to - view.from) / (isIn || sameDay > 4 ? 4 : 1)
  return { from: middle - length * 0.2, to: middle + length * 0.8 }
}

function withAir({ from, to }: TimeView): TimeView {
  const air = Math.max((to - from) * 0.15, 86_400_000 * 2)
  return { from: from - air, to: to + 3 * air }
}
