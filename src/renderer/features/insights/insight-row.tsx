// One insight in the list: what it claims, of what kind, how sure, and what stands under it.

import type { InsightRow } from '../../../core/queries/insight-queries.ts'
import { confidenceWords, enInsights, kindWords, statusShapes, statusWords } from '../../strings/en-insights.ts'
import { Chip } from '../../ui/chip.tsx'
import { ShownMoment } from '../../ui/shown-moment.tsx'
import { StanceCounts } from '../../ui/stance-chip.tsx'
import { languageOf } from './guess-language.ts'
import classes from './insight-list.module.css'

const shownTopics = 3

export function InsightRowView({ row }: { row: InsightRow }) {
  const { title, kind, status, confidence, topics, evidence, updatedAt } = row
  return (
    <div className={classes.row} data-status={status}>
      <div className={classes.rowTitle} lang={languageOf(title)} data-untitled={title.trim() === '' || undefined}>
        {title.trim() || enInsights.untitled}
      </div>
      <div className={classes.rowFacts}>
        <span>
          <span aria-hidden="true">{statusShapes[status]} </span>
          {statusWords[status]} {kindWords[kind]}
        </span>
        <span>{confidenceWords[confidence]}</span>
        <StanceCounts counts={evidence} />
        <span className={classes.rowDate}>
          <ShownMoment at={updatedAt} />
        </span>
      </div>
      {topics.length > 0 && (
        <div className={classes.rowTopics}>
          {topics.slice(0, shownTopics).map((topic) => (
            <Chip key={topic}>{topic}</Chip>
          ))}
          {topics.length > shownTopics && <Chip title={topics.slice(shownTopics).join(', ')}>+{topics.length - shownTopics}</Chip>}
        </div>
      )}
    </div>
  )
}
