// Which insight `[[Title]]` means.

import { type HeadOf, titleKey } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'

/** Of several with one title the oldest: adding another must not turn links that stand. Undefined where none has it, the trash left out. */
export function insightTitled(notebook: NotebookView, title: string): HeadOf<'insights'> | undefined {
  let oldest: HeadOf<'insights'> | undefined
  for (const insight of notebook.by('insightsByTitle', titleKey(title))) {
    if (insight.removedAt === undefined && (!oldest || isOlder(insight, oldest))) oldest = insight
  }
  return oldest
}

/** Whether links to a title that both have lead to the first. */
export function isOlder(one: HeadOf<'insights'>, other: HeadOf<'insights'>): boolean {
  return one.createdSeq < other.createdSeq || (one.createdSeq === other.createdSeq && one.id < other.id)
}
