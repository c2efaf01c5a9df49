// One insight in the list: what it claims, of what kind, how sure, and what stands under it.

import type { InsightRow } from '../../../core/queries/insight-queries.ts'
import { strings } from '../../strings/strings.ts'
import { ShownMoment } from '../../ui/shown-moment.tsx'
import { StanceCounts } from '../../ui/stance-chip.tsx'
import { languageOf } from './guess-language.ts'
import classes from './insight-list.module.css'
import { statusShapes } from './status-shapes.ts'

export function InsightRowView({ row }: { row: InsightRow }) {
  const { title, kind, status, confidence, topics, evidence, updatedAt } = row
  return (
    <div className={classes.row} data-status={status}>
      <div className={classes.rowTitle} lang={languageOf(title)} data-untitled={title.trim() === '' || undefined}>
        {title.trim() || strings.insights.untitled}
      </div>
      <div className={classes.rowFacts}>
        <span className={classes.rowFact}>
          <span aria-hidden="true">{statusShapes[status]} </span>
          {strings.insights.statuses[status]} {strings.insights.kinds[kind]}
        </span>
        <span className={classes.rowFact}>{strings.insights.confidences[confidence]}</span>
      </div>
      <div className={classes.rowFacts}>
        <StanceCounts counts={evidence} />
        {topics.length > 0 && (
          <span className={classes.rowTopics} title={topics.join(', ')}>
            {topics.join(', ')}
          </span>
        )}
        <span className={classes.rowDate}>
          <ShownMoment at={updatedAt} />
        </span>
      </div>
    </div>
  )
}
