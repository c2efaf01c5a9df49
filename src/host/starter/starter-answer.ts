// Answers `starter.read`: what a window sends back as `starter.reset`, so that the reset is a commit of that window, and its undo.

import { fileURLToPath } from 'node:url'
import type { QuestionAnswers } from '../../core/contract/questions.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { readStarter } from './read-starter.ts'
import { holdsStarter } from './starter-notebook.ts'

/** Throws the refusal `not-found` where the shell brought no resources. */
export async function starterAnswer({ view, resourcesUrl }: NotebookHost): Promise<QuestionAnswers['starter.read']> {
  if (!resourcesUrl) throw new Refusal('not-found', 'the starter notebook does not come with this program')
  const starter = await readStarter(fileURLToPath(resourcesUrl))
  return { isHere: holdsStarter(view, starter), content: starter.content }
}
