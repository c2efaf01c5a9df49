// `footing search`: places where a text stands, newest first within titles, quotes, details and bodies.

import type { Moment } from '../../core/history/moment.ts'
import { searchNotebook } from '../../host/search/search-notebook.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading } from '../open-folder.ts'
import { LineWriter, tell, toOneLine } from '../output.ts'

/** 0 also when nothing was found: that is an answer. */
export async function search(
  folder: string,
  query: string,
  { limit, json = false, asOf }: { limit: number; json?: boolean; asOf?: Moment },
): Promise<number> {
  if (query === '') throw new CommandFailure('search for what? One character is enough')
  const notebook = await openForReading(folder, asOf)
  try {
    const { hits, isComplete } = await searchNotebook(notebook, { query, limit })
    const lines = new LineWriter()
    for (const hit of hits) {
      if (json) await lines.writeLine(JSON.stringify(hit))
      else await lines.writeLine(toOneLine(`${hit.id}  ${hit.title}`).concat(`\n    ${hit.field}: ${toOneLine(mark(hit))}`))
    }
    await lines.flush()
    if (hits.length === 0) tell(`nothing holds “${query}”`)
    else if (!isComplete) tell(`there are more than ${hits.length}: \`--limit\` shows up to 500`)
    return exitCodes.done
  } finally {
    await notebook.close()
  }
}

function mark({ before, match, after }: { before: string; match: string; after: string }): string {
  return `${before}[${match}]${after}`
}
