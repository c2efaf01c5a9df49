// Which insight `[[Title]]` means.

import { type HeadOf, titleKey } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'

/**
 * Of several with one title the oldest: adding another must not turn links that stand. Where none has it, the oldest that has it as an alias.
 * Undefined where there is no such insight, the trash left out.
 */
export function insightTitled(notebook: NotebookView, title: string): HeadOf<'insights'> | undefined {
  const key = titleKey(title)
  let titled: HeadOf<'insights'> | undefined
  let called: HeadOf<'insights'> | undefined
  for (const insight of notebook.by('insightsByTitle', key)) {
    if (insight.removedAt !== undefined) continue
    if (titleKey(insight.title) === key) titled = titled && isOlder(titled, insight) ? titled : insight
    else called = called && isOlder(called, insight) ? called : insight
  }
  return titled ?? called
}

/** Whether links to a title that both have lead to the first. */
export function isOlder(one: HeadOf<'insights'>, other: HeadOf<'insights'>): boolean {
  return one.createdSeq < other.createdSeq || (one.createdSeq === other.createdSeq && one.id < other.id)
}
