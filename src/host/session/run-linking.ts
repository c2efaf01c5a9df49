// Runs a command; for one that follows links it first looks, without holding anybody up, for the notes that may have them.

import { commands, isRecipeName } from '../../core/commands/commands.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { mayLinkTo } from '../../core/markdown/rename-wikilinks.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { titleKey } from '../../core/records/tables.ts'
import type { Commit } from '../../core/store/change.ts'
import type { CommandAnswer, CommitQueue } from '../../core/store/commit-queue.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import type { Prepared } from '../../core/store/transaction.ts'

type Scanned = { view: NotebookView; scanBodies: () => AsyncIterable<{ id: RecordId<'insight'>; body: string }> }
type Asked = { actor: string; command: string; input: unknown; batch?: string | undefined; past?: Prepared['past'] }

/**
 * Bodies lie on disk, and reading 100,000 of them takes a second: they are scanned in slices before the recipe runs, while other commands go on.
 * What those change in the meantime joins the set until the very moment at which the recipe reads it.
 */
export async function runLinking(
  notebook: Scanned,
  queue: CommitQueue,
  listeners: Set<(commit: Commit) => void>,
  { actor, command, input, batch, past }: Asked,
): Promise<CommandAnswer> {
  const title = titleLinkedTo(notebook.view, command, input)
  if (title === undefined) return queue.run(actor, command, input, { past, batch })
  const linking = new Set<RecordId<'insight'>>()
  const note = ({ changes }: Commit) => {
    for (const { table, id } of changes) if (table === 'insights') linking.add(id as RecordId<'insight'>)
  }
  listeners.add(note)
  try {
    const key = titleKey(title)
    for await (const { id, body } of notebook.scanBodies()) if (mayLinkTo(body, key)) linking.add(id)
    return await queue.run(actor, command, input, { linking, past, batch })
  } finally {
    listeners.delete(note)
  }
}

function titleLinkedTo(view: NotebookView, command: string, input: unknown): string | undefined {
  if (!isRecipeName(command)) return undefined
  const { schema, linksTo } = commands[command]
  if (!linksTo) return undefined
  const parsed = readBySchema(schema, input)
  // What does not fit is refused by the queue, in its words.
  return parsed.success ? linksTo(parsed.data as never, view) : undefined
}
