// A heading of the outline, edited in place.

import { TextInput } from '@mantine/core'
import { useEffect, useMemo, useRef } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { enReports } from '../../strings/en-reports.ts'
import { DraftConflict } from './draft-conflict.tsx'
import classes from './outline.module.css'
import { itemDraftId, type ReportFeed } from './report-drafts.ts'
import { fieldOf, useDraftedTexts } from './use-text-draft.ts'

type HeadingItemProps = {
  report: RecordId<'report'>
  feed: ReportFeed
  item: Extract<OutlineItem, { type: 'heading' }>
  hasFocus: boolean
  onDone: () => void
}

/** What the schema takes. */
const maxLength = 2_000

export function HeadingItem({ report, feed, item, hasFocus, onDone }: HeadingItemProps) {
  const field = useRef<HTMLInputElement>(null)
  const kind = useMemo(() => feed.draftOf(item.key), [feed, item.key])
  const draft = fieldOf(useDraftedTexts(kind, itemDraftId(report, item.key)), 'text', item.text)
  useEffect(() => {
    if (hasFocus) field.current?.focus()
  }, [hasFocus])
  return (
    <>
      <TextInput
        ref={field}
        variant="unstyled"
        classNames={{ input: classes.headingInput ?? '' }}
        data-level={item.level}
        aria-label={enReports.headingText(item.level)}
        placeholder={enReports.headingPlaceholder}
        maxLength={maxLength}
        value={draft.text}
        onChange={(event) => draft.edit(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return
          event.preventDefault()
          onDone()
        }}
        {...draft.events}
      />
      <DraftConflict draft={draft} />
    </>
  )
}
