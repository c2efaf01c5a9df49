// The highlights of a source as a list beside the text: each a button that leads to its passage. They can be dragged onto insights, and several be changed at once.

import { ActionIcon, Checkbox } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { type KeyboardEvent, type MouseEvent, memo, type RefObject, useEffect, useRef } from 'react'
import type { HighlightRow } from '../../../core/queries/source-queries.ts'
import type { RecordId } from '../../../core/records/record-id.ts'
import { strings } from '../../strings/strings.ts'
import { EmptyState } from '../../ui/empty-state.tsx'
import { StanceCounts } from '../../ui/stance-chip.tsx'
import { selectingKey } from '../../ui/virtual-list-keys.ts'
import { ColourSample } from './colour-swatches.tsx'
import { problemOf } from './has-note.ts'
import classes from './highlight-list.module.css'
import { type HighlightSelection, useHighlightSelection } from './use-highlight-selection.tsx'

type HighlightListProps = {
  highlights: readonly HighlightRow[]
  /** Those that are painted in the text shown. */
  shown: ReadonlySet<RecordId<'highlight'>>
  current: RecordId<'highlight'> | undefined
  citekey: string
  language: string
  /** The focus reached it: the text may follow. */
  onFocus: (highlight: HighlightRow) => void
  /** A click. */
  onReveal: (highlight: HighlightRow) => void
  /** Enter, or the button for it. */
  onDetails: (highlight: HighlightRow) => void
}

export function HighlightList({ highlights, shown, current, citekey, language, onFocus, onReveal, onDetails }: HighlightListProps) {
  const list = useRef<HTMLUListElement>(null)
  const selection = useHighlightSelection(highlights, citekey)
  const latest = useRef<Latest>({ selection, onFocus, onReveal, onDetails })
  latest.current = { selection, onFocus, onReveal, onDetails }
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
    <>
      <ul
        ref={list}
        className={classes.list}
        aria-label={strings.reader.highlightList}
        data-selecting={selection.ids.size > 0 || undefined}
        onKeyDown={(event) => handleKey(event, selection)}
      >
        {highlights.map((highlight) => (
          <HighlightItem
            key={highlight.id}
            highlight={highlight}
            isShown={shown.has(highlight.id)}
            isCurrent={highlight.id === current}
            isSelected={selection.ids.has(highlight.id)}
            language={language}
            latest={latest}
          />
        ))}
      </ul>
      {selection.shown}
    </>
  )
}

/** What an item does is looked up when it does it, so that a step to the next leaves a thousand others alone. */
type Latest = Pick<HighlightListProps, 'onFocus' | 'onReveal' | 'onDetails'> & { selection: HighlightSelection }

type HighlightItemProps = {
  highlight: HighlightRow
  isShown: boolean
  isCurrent: boolean
  isSelected: boolean
  language: string
  latest: RefObject<Latest>
}

const HighlightItem = memo(function HighlightItem({ highlight, isShown, isCurrent, isSelected, language, latest }: HighlightItemProps) {
  const { id, number, colour, comment, passage, evidence, insights } = highlight
  const press = (event: MouseEvent) => {
    const { selection, onReveal, onDetails } = latest.current
    if (event.shiftKey) return selection.extendTo(id)
    if (event.ctrlKey || event.metaKey) return selection.toggle(id)
    selection.clear()
    selection.anchorAt(id)
    // By Enter: the step that came here has shown the passage already.
    if (event.detail === 0) onDetails(highlight)
    else onReveal(highlight)
  }
  const problem = problemOf(highlight) || (isShown ? '' : strings.reader.notHere)
  return (
    <li className={classes.item} data-current={isCurrent || undefined} data-selected={isSelected || undefined}>
      <Checkbox
        size="xs"
        className={classes.check ?? ''}
        tabIndex={-1}
        aria-label={strings.reader.selectHighlight(number)}
        checked={isSelected}
        onChange={(event) =>
          (event.nativeEvent as unknown as globalThis.MouseEvent).shiftKey
            ? latest.current.selection.extendTo(id)
            : latest.current.selection.toggle(id)
        }
      />
      <button
        type="button"
        className={classes.button}
        data-highlight-item={id}
        aria-current={isCurrent || undefined}
        draggable
        onDragStart={(event) => latest.current.selection.startDrag(event, highlight)}
        onFocus={() => latest.current.onFocus(highlight)}
        onClick={press}
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
        onClick={() => latest.current.onDetails(highlight)}
      >
        <IconDots size={15} />
      </ActionIcon>
    </li>
  )
})

/** Moves the focus to a highlight in the list, where it is shown. */
export function focusHighlightItem(container: HTMLElement | null, id: RecordId<'highlight'>): void {
  itemOf(container, id)?.focus({ preventScroll: true })
}

function itemOf(container: HTMLElement | null, id: RecordId<'highlight'>): HTMLElement | null {
  return container?.querySelector<HTMLElement>(`[data-highlight-item="${CSS.escape(id)}"]`) ?? null
}

/** The arrows move, with Shift they select on the way; the rest is as in every list. */
function handleKey(event: KeyboardEvent<HTMLElement>, selection: HighlightSelection): void {
  if (event.nativeEvent.isComposing) return
  const focused = idOf(document.activeElement)
  const wish = selectingKey(event, selection.ids.size > 0)
  if (wish || (event.key === 'Delete' && selection.ids.size > 0)) {
    event.preventDefault()
    if (wish === 'all') selection.selectAll()
    else if (wish === 'none') selection.clear()
    else if (!wish) selection.remove()
    else if (focused) selection.toggle(focused)
    return
  }
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-highlight-item]')]
  const position = items.findIndex((item) => item.parentElement?.contains(document.activeElement))
  const target = { ArrowDown: position + 1, ArrowUp: position - 1, Home: 0, End: items.length - 1 }[event.key]
  const item = target === undefined ? undefined : items[target]
  if (target === undefined) return
  event.preventDefault()
  if (event.shiftKey && focused && selection.ids.size === 0) selection.anchorAt(focused)
  item?.focus()
  const reached = event.shiftKey ? idOf(item) : undefined
  if (reached) selection.extendTo(reached)
}

function idOf(element: Element | null | undefined): RecordId<'highlight'> | undefined {
  const item = element?.closest('li')?.querySelector<HTMLElement>('[data-highlight-item]')
  return item?.dataset.highlightItem as RecordId<'highlight'> | undefined
}
