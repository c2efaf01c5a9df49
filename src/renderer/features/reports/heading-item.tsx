// A heading of the outline, edited in place.

import { useEffect, useMemo, useRef } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { strings } from '../../strings/strings.ts'
import { DraftConflict } from './draft-conflict.tsx'
import { LineField } from './line-field.tsx'
import classes from './outline.module.css'
import { itemDraftId, type ReportFeed } from './report-drafts.ts'
import { fieldOf, useDraftedTexts } from './use-text-draft.ts'

type HeadingItemProps = {
  report: RecordId<'report'>
  feed: ReportFeed
  item: Extract<OutlineItem, { type: 'heading' }>
  focusRequest: number
  onDone: () => void
}

export function HeadingItem({ report, feed, item, focusRequest, onDone }: HeadingItemProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const kind = useMemo(() => feed.draftOf(item.key), [feed, item.key])
  const draft = fieldOf(useDraftedTexts(kind, itemDraftId(report, item.key)), 'text', item.text)
  useEffect(() => {
    if (focusRequest > 0) field.current?.focus()
  }, [focusRequest])
  return (
    <div data-level={item.level}>
      <LineField
        ref={field}
        draft={draft}
        label={strings.reports.headingText(item.level)}
        placeholder={strings.reports.headingPlaceholder}
        className={classes.headingInput}
        onDone={onDone}
      />
      <DraftConflict draft={draft} />
    </div>
  )
}
