// What an entity is called.

import type { RecordId } from '../records/record-id.ts'
import type { NotebookView } from '../store/notebook-view.ts'

/** The name that lists show; empty where the entity is gone. */
export function nameOfEntity(notebook: Pick<NotebookView, 'head'>, id: RecordId<'entity'>): string {
  return notebook.head('entities', id)?.names[0]?.name ?? ''
}
