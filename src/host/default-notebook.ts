// Where the notebook lies that opens when nobody names one: in sight of its owner, not hidden among application data.

import { homedir } from 'node:os'
import { join } from 'node:path'

/** `~/Footing/SoftBank AI strategy`, or inside `FOOTING_HOME` where that is set. */
export function defaultNotebookFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return join(environment.FOOTING_HOME || join(homedir(), 'Footing'), 'SoftBank AI strategy')
}
