// Lays the starter into a notebook, and brings it back to what ships.

import { starterIds } from '../../core/records/starter-ids.ts'
import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { readStarter, type Starter } from './read-starter.ts'

export type StarterTarget = { run: (actor: string, command: string, input: unknown) => Promise<CommandAnswer> }

const actor = 'starter'

/** True where any source of the starter is in the notebook, in the trash or not. */
export function holdsStarter(view: NotebookView, { content }: Starter): boolean {
  return content.sources.some(({ key }) => view.head('sources', starterIds.source(key)) !== undefined)
}

/**
 * One commit that brings everything, or none where the starter is there already: what the analyst has made of it stays.
 * Rejects with the refusal of the command, which names the entry that does not fit.
 */
export async function createStarter(notebook: StarterTarget & { view: NotebookView }, resourcesFolder: string): Promise<void> {
  const starter = await readStarter(resourcesFolder)
  if (!holdsStarter(notebook.view, starter)) await lay(notebook, starter)
}

/** One commit that gives the starter's records back what ships; `changed` counts them. Other records, also on the starter's sources, stay. */
export async function resetStarter(notebook: StarterTarget, resourcesFolder: string): Promise<{ changed: number }> {
  return lay(notebook, await readStarter(resourcesFolder))
}

async function lay(notebook: StarterTarget, { content }: Starter): Promise<{ changed: number }> {
  const answer = await notebook.run(actor, 'starter.reset', content)
  if (!answer.ok) throw new Refusal(answer.error.code, answer.error.message)
  return answer.result as { changed: number }
}
