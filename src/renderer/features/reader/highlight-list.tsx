// The highlights of a source as a list beside the text: each a button that leads to its passage, and that can be dragged onto an insight.

import { ActionIcon } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { startHighlightDrag } from '../../ui/highlight-drag.ts'
import { StanceCounts } from '../../ui/stance-chip.tsx'
import { ColourSample } from './colour-swatches.tsx'
import classes from './highlight-list.module.css'

type HighlightListProps = {
  highlights: readonly HighlightRow[]
  /** Those that are painted in the text shown. */
  shown: ReadonlySet<RecordId<'highlight'>>
  current: RecordId<'highlight'> | undefined
  citekey: string
  language: string
  /** The focus reached it: the text may follow. */
  onFocus: (highlight: HighlightRow) => void
  /** Enter or a click. */
  onReveal: (highlight: HighlightRow) => void
  onDetails: (highlight: HighlightRow) => void
}

export function HighlightList({ highlights, shown, current, citekey, language, onFocus, onReveal, onDetails }: HighlightListProps) {
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    if (current) itemOf(list.current, current)?.scrollIntoView({ block: 'nearest' })
  }, [current])
  if (highlights.length === 0) {
    return (
      <EmptyState title={strings.reader.noHighlights} steps={['reader.caret']}>
        <p>{strings.reader.noHighlightsHint}</p>
      </EmptyState>
    )
  }
  return (
    <ul ref={list} className={classes.list} aria-label={strings.reader.highlightList} onKeyDown={moveWithin}>
      {highlights.map((highlight) => (
        <HighlightItem
          key={highlight.id}
          highlight={highlight}
          isShown={shown.has(highlight.id)}
          isCurrent={highlight.id === current}
          citekey={citekey}
          language={language}
          onFocus={onFocus}
          onReveal={onReveal}
          onDetails={onDetails}
        />
      ))}
    </ul>
  )
}

type HighlightItemProps = Pick<HighlightListProps, 'citekey' | 'language' | 'onFocus' | 'onReveal' | 'onDetails'> & {
  highlight: HighlightRow
  isShown: boolean
  isCurrent: boolean
}

function HighlightItem({ highlight, isShown, isCurrent, citekey, language, onFocus, onReveal, onDetails }: HighlightItemProps) {
  const { id, number, colour, comment, passage, state, evidence, insights } = highlight
  const problem = state !== 'exact' ? strings.reader.states[state] : isShown ? '' : strings.reader.notHere
  return (
    <li className={classes.item} data-current={isCurrent || undefined}>
      <button
        type="button"
        className={classes.button}
        data-highlight-item={id}
        aria-current={isCurrent || undefined}
        draggable
        onDragStart={(event) => startHighlightDrag(event.dataTransfer, { highlight: id, citekey, number, quote: passage.exact })}
        onFocus={() => onFocus(highlight)}
        onClick={() => onReveal(highlight)}
      >
        <span className={classes.head}>
          <strong>{strings.reader.name(number)}</strong>
          <ColourSample colour={colour} />
          <StanceCounts counts={evidence} />
        </span>
        <q className={classes.quote} lang={language || undefined}>
          {passage.exact}
        </q>
        {problem && <span className={classes.problem}>{problem}</span>}
        {comment && <span className={classes.comment}>{comment}</span>}
        {insights.length > 0 && <span className={classes.insights}>→ {strings.reader.servedInsights(insights.map(({ title }) => title))}</span>}
      </button>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        className={classes.more ?? ''}
        aria-label={strings.reader.details(number)}
        title={strings.reader.details(number)}
        onClick={() => onDetails(highlight)}
      >
        <IconDots size={15} />
      </ActionIcon>
    </li>
  )
}

/** Moves the focus to a highlight in the list, where it is shown. */
export function focusHighlightItem(container: HTMLElement | null, id: RecordId<'highlight'>): void {
  itemOf(container, id)?.focus({ preventScroll: true })
}

function itemOf(container: HTMLElement | null, id: RecordId<'highlight'>): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[data-highlight-item="${CSS.escape(id)}"]`) ?? null
}

function moveWithin(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-highlight-item]')]
  const position = items.findIndex((item) => item.parentElement?.contains(document.activeElement))
  const target = { ArrowDown: position + 1, ArrowUp: position - 1, Home: 0, End: items.length - 1 }[event.key]
  const item = target === undefined ? undefined : items[target]
  if (target === undefined) return
  event.preventDefault()
  item?.focus()
}
