// Answers `list.ids`.

import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { listedIds } from '../../core/queries/matching-heads.ts'
import { type QueryName, queryNamed } from '../../core/queries/queries.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { describeParseError } from '../session/describe-parse-error.ts'
import type { NotebookHost } from '../session/notebook-host.ts'

type Listed = { query: QueryName; params?: unknown; between?: [RecordId, RecordId] | undefined }

export function listIdsAnswer({ view }: Pick<NotebookHost, 'view'>, { query: name, params, between }: Listed): QuestionAnswers['list.ids'] {
  const query = queryNamed(name)
  const parsed = readBySchema(query.params, params)
  if (!parsed.success) throw new Refusal('invalid', describeParseError(name, parsed.error))
  return listedIds(query, view, parsed.data, between)
}
