// Reads every body that the records refer to; what is damaged goes into the damage report by itself.

import { Tables } from '../../core/store/tables.ts'
import type { LoadedNotebook } from './load-notebook.ts'
import { scanBodies } from './scan-bodies.ts'

export async function checkBodies({ document, bodyFiles }: LoadedNotebook): Promise<void> {
  const tables = new Tables(document.tables, { readBody: (reference, id) => bodyFiles.read(reference, id), readingText: () => undefined })
  const bodies = scanBodies(tables, bodyFiles)
  while (!(await bodies.next()).done);
}
