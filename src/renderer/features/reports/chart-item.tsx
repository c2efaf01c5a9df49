// A chart of the outline: the metric that it is of, which opens, and the words under it.

import { IconChartLine } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import { DraftConflict } from './draft-conflict.tsx'
import { LineField } from './line-field.tsx'
import classes from './outline.module.css'
import type { MetricsOfReport } from './outline-words.ts'
import { itemDraftId, type ReportFeed } from './report-drafts.ts'
import { fieldOf, useDraftedTexts } from './use-text-draft.ts'

type ChartItemProps = {
  report: RecordId<'report'>
  feed: ReportFeed
  item: Extract<OutlineItem, { type: 'chart' }>
  metrics: MetricsOfReport
  focusRequest: number
  onDone: () => void
  onOpen: (id: RecordId<'metric'>) => void
}

export function ChartItem({ report, feed, item, metrics, focusRequest, onDone, onOpen }: ChartItemProps) {
  const field = useRef<HTMLTextAreaElement>(null)
  const kind = useMemo(() => feed.draftOf(item.key), [feed, item.key])
  const draft = fieldOf(useDraftedTexts(kind, itemDraftId(report, item.key)), 'text', item.caption)
  useEffect(() => {
    if (focusRequest > 0) field.current?.focus()
  }, [focusRequest])
  const metric = metrics.find(({ id }) => id === item.metric)
  return (
    <div className={classes.chart}>
      <span className={classes.chartHead}>
        <IconChartLine size={16} aria-hidden="true" />
        {metric ? (
          <button
            type="button"
            className={classes.insightLink}
            aria-label={strings.reports.openInsight(metric.name)}
            onClick={() => onOpen(metric.id)}
          >
            {metric.name}
          </button>
        ) : (
          item.metric
        )}
        {!metric && <Chip tone="warn">{strings.reports.insightMissing}</Chip>}
        {metric?.isInTrash && <Chip tone="warn">{strings.reports.insightInTrash}</Chip>}
      </span>
      <LineField
        ref={field}
        draft={draft}
        label={strings.reports.captionOf(metric?.name ?? item.metric)}
        placeholder={strings.reports.captionPlaceholder(metric?.name ?? '')}
        className={classes.captionInput}
        onDone={onDone}
      />
      <DraftConflict draft={draft} />
    </div>
  )
}
