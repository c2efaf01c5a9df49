// `footing dump`: every record as one JSON line, in an order that is always the same.

import type { Moment } from '../../core/history/moment.ts'
import { dumpHealed } from '../../host/dump/dump-records.ts'
import { exitCodes } from '../exit-codes.ts'
import { openForReading } from '../open-folder.ts'
import { LineWriter, tell } from '../output.ts'

/** Never writes to the notebook. Damaged records are named on stderr, and the exit code says so. */
export async function dump(folder: string, { all = false, asOf }: { all?: boolean; asOf?: Moment }): Promise<number> {
  const notebook = await openForReading(folder, asOf)
  try {
    let exitCode: number = exitCodes.done
    const lines = new LineWriter()
    for await (const dumped of dumpHealed(notebook, { withTrash: all })) {
      if ('record' in dumped) await lines.writeLine(JSON.stringify({ table: dumped.table, ...dumped.record }))
      else {
        tell(`${dumped.id} is damaged: ${dumped.problem}`)
        exitCode = exitCodes.problems
      }
    }
    await lines.flush()
    return exitCode
  } finally {
    await notebook.close()
  }
}
