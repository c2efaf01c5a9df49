// What an outline item is called in sentences: announcements, labels and toasts.

import type { QueryRow } from '../../../core/queries/queries.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { strings } from '../../strings/strings.ts'

export type InsightsOfReport = QueryRow<'report'>['insights']
export type MetricsOfReport = QueryRow<'report'>['metrics']
/** What a report knows of the records that its outline names. */
export type NamedInReport = Pick<QueryRow<'report'>, 'insights' | 'metrics'>

const longestName = 60

export function nameItem(item: OutlineItem, { insights, metrics }: NamedInReport): string {
  switch (item.type) {
    case 'heading':
      return strings.reports.headingNamed(shorten(item.text))
    case 'prose':
      return strings.reports.proseNamed(shorten(item.markdown))
    case 'insight':
      return strings.reports.insightNamed(insights.find(({ id }) => id === item.insight)?.title || strings.reports.untitledInsight)
    case 'chart':
      return strings.reports.chartNamed(metrics.find(({ id }) => id === item.metric)?.name ?? item.metric)
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestName ? `${line.slice(0, longestName).trimEnd()}…` : line
}
