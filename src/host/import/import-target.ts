// What an import needs of a notebook, open here or in another process.

import type { RecordId } from '../../core/records/record-id.ts'
import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'

export type ImportTarget = {
  /** The folder of the notebook: pictures and original files go there under their hashes, which no two writers can get wrong. */
  folder: string
  run: (command: string, input: unknown) => Promise<CommandAnswer>
  /** Live, or, beside the process that has the notebook open, as it was at the start. */
  view: Pick<NotebookView, 'heads' | 'get' | 'by'>
  readText: (text: RecordId<'text'>) => Promise<{ markdown: string } | undefined>
}
