// What an outline item is called in sentences: announcements, labels and toasts.

import type { QueryRow } from '../../../core/queries/queries.ts'
import type { OutlineItem } from '../../../core/records/report.ts'
import { enReports } from '../../strings/en-reports.ts'

export type InsightsOfReport = QueryRow<'report'>['insights']

const longestName = 60

export function nameItem(item: OutlineItem, insights: InsightsOfReport): string {
  switch (item.type) {
    case 'heading':
      return enReports.headingNamed(shorten(item.text))
    case 'prose':
      return enReports.proseNamed(shorten(item.markdown))
    case 'insight':
      return enReports.insightNamed(insights.find(({ id }) => id === item.insight)?.title || enReports.untitledInsight)
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > longestName ? `${line.slice(0, longestName).trimEnd()}…` : line
}
