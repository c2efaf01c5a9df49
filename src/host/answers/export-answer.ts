// Answers `export.markdown`.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { exportMarkdown } from '../../core/export/export-markdown.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

type Exported = { report: RecordId<'report'> } | { insights: RecordId<'insight'>[] }

export function exportAnswer({ view }: Pick<NotebookHost, 'view'>, what: Exported): QuestionAnswers['export.markdown'] {
  const { fileName, markdown, problems } = exportMarkdown(view, what)
  return { fileName, markdown, problems: [...problems] }
}
