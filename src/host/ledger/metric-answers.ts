// Answers about one metric: how its figures agree, with their passages, and its course over time.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { figurePassage } from '../../core/ledger/figure-passage.ts'
import { metricSeries } from '../../core/ledger/metric-series.ts'
import { metricStanding } from '../../core/ledger/metric-standing.ts'
import { toFigureRow } from '../../core/queries/ledger-queries.ts'
import { toMetricRow } from '../../core/queries/metric-queries.ts'
import type { Metric } from '../../core/records/metric.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { titleKey } from '../../core/records/tables.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

type ViewedNotebook = Pick<NotebookHost, 'view'>

export function agreementAnswer({ view }: ViewedNotebook, { metric: id }: { metric: RecordId<'metric'> }): QuestionAnswers['metric.agreement'] {
  const metric = metricIn(view, id)
  const { agreement } = metricStanding(view, metric)
  const figures = view.by('figuresByMetric', id).filter(({ removedAt }) => removedAt === undefined)
  return {
    metric: toMetricRow(view, metric),
    groups: agreement.groups,
    pairs: agreement.pairs,
    figures: figures.map((figure) => toFigureRow(view, figure)),
    passages: figures.map((figure) => figurePassage(view, figure)),
  }
}

export function seriesAnswer({ view }: ViewedNotebook, { metric }: { metric: RecordId<'metric'> }): QuestionAnswers['metric.series'] {
  return metricSeries(view, metricIn(view, metric))
}

export function namedAnswer({ view }: ViewedNotebook, { names }: { names: string[] }): QuestionAnswers['metric.named'] {
  const byName = Map.groupBy(
    [...view.heads('metrics')].filter(({ removedAt }) => removedAt === undefined),
    ({ name }) => titleKey(name),
  )
  return names.map((name) => {
    const metrics = byName.get(titleKey(name)) ?? []
    return metrics.length === 1 ? (metrics[0]?.id ?? null) : null
  })
}

function metricIn(view: NotebookView, id: RecordId<'metric'>): Metric {
  const metric = view.head('metrics', id)
  if (!metric) throw new Refusal('not-found', `there is no ${id} in this notebook`)
  return metric
}
