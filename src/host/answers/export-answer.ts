// Answers `export.markdown`.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { exportMarkdown } from '../../core/export/export-markdown.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

type Exported = { report: RecordId<'report'> } | { insights: RecordId<'insight'>[] }

export function exportAnswer({ view }: Pick<NotebookHost, 'view'>, what: Exported): QuestionAnswers['export.markdown'] {
  const { fileName, markdown, problems, files } = exportMarkdown(view, what)
  // A window hands over one file, and pictures are files of their own.
  const left =
    files.length > 0
      ? [`${files.length === 1 ? 'its picture lies' : 'its pictures lie'} in the folder files of the notebook: copy it beside the file`]
      : []
  return { fileName, markdown, problems: [...problems, ...left], files }
}
