// Which insight `[[Title]]` means.

import { liesAt, linkTargets } from '../markdown/link-targets.ts'
import { type HeadOf, titleKey } from '../records/tables.ts'
import type { NotebookView } from '../store/notebook-view.ts'

/**
 * Also `[[Title#Heading]]`, and `[[Folder/Title]]` of a note that came from there. Of several with one title the oldest: adding another must not turn
 * links that stand. Where none has it, the oldest that has it as an alias. Undefined where there is no such insight, the trash left out.
 */
export function insightTitled(notebook: NotebookView, written: string): HeadOf<'insights'> | undefined {
  for (const { title, path } of linkTargets(written)) {
    const found = oldestCalled(notebook, title, path)
    if (found) return found
  }
  return undefined
}

function oldestCalled(notebook: NotebookView, title: string, path: string | undefined): HeadOf<'insights'> | undefined {
  const key = titleKey(title)
  let titled: HeadOf<'insights'> | undefined
  let called: HeadOf<'insights'> | undefined
  for (const insight of notebook.by('insightsByTitle', key)) {
    if (insight.removedAt !== undefined || (path !== undefined && !liesAt(insight.origins, path))) continue
    if (titleKey(insight.title) === key) titled = titled && isOlder(titled, insight) ? titled : insight
    else called = called && isOlder(called, insight) ? called : insight
  }
  return titled ?? called
}

/** Whether links to a title that both have lead to the first. */
export function isOlder(one: HeadOf<'insights'>, other: HeadOf<'insights'>): boolean {
  return one.createdSeq < other.createdSeq || (one.createdSeq === other.createdSeq && one.id < other.id)
}
