// Reads every body that the records refer to; what is damaged goes into the damage report by itself.

import type { RecordId } from '../../core/records/record-id.ts'
import { Tables } from '../../core/store/tables.ts'
import type { LoadedNotebook } from './load-notebook.ts'
import { scanBodies } from './scan-bodies.ts'

export async function checkBodies({ document, bodyFiles }: LoadedNotebook, onBody: (id: RecordId, body: string) => void = () => {}): Promise<void> {
  const tables = new Tables(document.tables, { readBody: (reference, id) => bodyFiles.read(reference, id), readingText: () => undefined })
  for await (const { id, body } of scanBodies(tables, bodyFiles)) onBody(id, body)
}
