// An insight of the outline: its title, which opens it, and whether it will be exported.

import type { RecordId } from '../../../core/records/record-id.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { strings } from '../../strings/strings.ts'
import { Chip } from '../../ui/chip.tsx'
import classes from './outline.module.css'
import type { InsightsOfReport } from './outline-words.ts'

type InsightItemProps = {
  item: Extract<OutlineItem, { type: 'insight' }>
  insights: InsightsOfReport
  onOpen: (id: RecordId<'insight'>) => void
}

export function InsightItem({ item, insights, onOpen }: InsightItemProps) {
  const insight = insights.find(({ id }) => id === item.insight)
  if (!insight) {
    return (
      <span className={classes.insight}>
        {item.insight} <Chip tone="warn">{strings.reports.insightMissing}</Chip>
      </span>
    )
  }
  const title = insight.title || strings.reports.untitledInsight
  return (
    <span className={classes.insight}>
      <button type="button" className={classes.insightLink} aria-label={strings.reports.openInsight(title)} onClick={() => onOpen(insight.id)}>
        {title}
      </button>
      {insight.isInTrash && <Chip tone="warn">{strings.reports.insightInTrash}</Chip>}
    </span>
  )
}
