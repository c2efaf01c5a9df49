// Answers about one metric: how its figures agree, with their passages, and its course over time.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { splitSentences } from '../../core/diff/split-sentences.ts'
import type { FigurePassage } from '../../core/ledger/ledger-answers.ts'
import { metricSeries } from '../../core/ledger/metric-series.ts'
import { metricStanding } from '../../core/ledger/metric-standing.ts'
import { toFigureRow, toMetricRow } from '../../core/queries/ledger-queries.ts'
import type { Figure } from '../../core/records/figure.ts'
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
    passages: figures.map((figure) => passageOf(view, figure)),
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

/** UTF-16 units on either side. */
const contextLength = 240

/** The sentence in which it stands; what the record keeps of the surroundings where the text cannot be read. */
function passageOf(view: NotebookView, { id, text, passage }: Figure): FigurePassage {
  const reading = view.readingText(text)
  if (reading?.slice(passage.start, passage.end) !== passage.exact)
    return { figure: id, before: passage.prefix, written: passage.exact, after: passage.suffix }
  const lineStart = reading.lastIndexOf('\n', passage.start - 1) + 1
  const lineEnd = reading.indexOf('\n', passage.end)
  const from = Math.max(lineStart, passage.start - 2_000)
  const line = reading.slice(from, Math.min(lineEnd < 0 ? reading.length : lineEnd, passage.end + 2_000))
  const at = passage.start - from
  const sentence = splitSentences(line).find(({ start, end }) => start <= at && at < end) ?? { start: 0, end: line.length }
  const before = line.slice(sentence.start, at)
  const after = line.slice(at + passage.exact.length, Math.max(sentence.end, at + passage.exact.length))
  return {
    figure: id,
    before: before.length > contextLength ? `…${before.slice(-contextLength)}` : before,
    written: passage.exact,
    after: after.length > contextLength ? `${after.slice(0, contextLength)}…` : after,
  }
}
