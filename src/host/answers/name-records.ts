// Answers `records.named`.

import type { NamedRecord, QuestionAnswers } from '../../core/contract/questions.ts'
import { kindOf, type RecordId } from '../../core/records/record-id.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

export function nameRecords({ view }: Pick<NotebookHost, 'view'>, { ids }: { ids: RecordId[] }): QuestionAnswers['records.named'] {
  return ids.flatMap((id) => nameOf(view, id) ?? [])
}

function nameOf(view: NotebookView, id: RecordId): NamedRecord | undefined {
  switch (kindOf(id)) {
    case 'insight': {
      const insight = view.head('insights', id)
      return insight && { id, title: insight.title }
    }
    case 'report': {
      const report = view.head('reports', id)
      return report && { id, title: report.title }
    }
    case 'source': {
      const source = view.head('sources', id)
      return source && { id, title: source.title, citekey: source.citekey }
    }
    case 'highlight': {
      const highlight = view.head('highlights', id)
      const source = highlight && view.head('sources', highlight.source)
      return source && { id, title: highlight.passage.exact, citekey: source.citekey, number: highlight.number }
    }
    case 'figure': {
      const figure = view.head('figures', id)
      const source = figure && view.head('sources', figure.source)
      return source && { id, title: figure.passage.exact, citekey: source.citekey }
    }
    case 'metric': {
      const metric = view.head('metrics', id)
      return metric && { id, title: metric.name }
    }
    default:
      return undefined
  }
}
