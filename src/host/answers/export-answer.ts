// Answers `export.markdown` and `export.charts`.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { exportMarkdown } from '../../core/export/export-markdown.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { drawCharts } from '../charts/draw-charts.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

type Exported = { report: RecordId<'report'> } | { insights: RecordId<'insight'>[] }

export function exportAnswer({ view }: Pick<NotebookHost, 'view'>, what: Exported): QuestionAnswers['export.markdown'] {
  const { charts, ...exported } = exportMarkdown(view, what)
  return { ...exported, charts: charts.map(({ file }) => file) }
}

export async function exportChartsAnswer(
  { view, workerUrl }: Pick<NotebookHost, 'view' | 'workerUrl'>,
  what: { report: RecordId<'report'> },
  signal?: AbortSignal,
): Promise<QuestionAnswers['export.charts']> {
  return drawCharts(exportMarkdown(view, what).charts, workerUrl, signal)
}
