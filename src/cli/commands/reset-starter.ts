// `footing reset-starter`: the starter's own records as they ship; the analyst's stay.

import { readStarter } from '../../host/starter/read-starter.ts'
import { holdsStarter, resetStarter } from '../../host/starter/starter-notebook.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading, openForWriting, quoted } from '../open-folder.ts'
import { write, writeJsonLine } from '../output.ts'
import { resourcesFolder } from '../resources-folder.ts'

/** One commit, here or through the process that has the notebook open. */
export async function resetStarterNotebook(folder: string, { json = false }: { json?: boolean }): Promise<number> {
  const starter = await readStarter(resourcesFolder)
  const reader = await openForReading(folder)
  const isStarter = holdsStarter(reader.view, starter)
  await reader.close()
  if (!isStarter) throw new CommandFailure(`${folder} holds no starter: \`footing new DIR --starter\` makes a notebook with it`)
  const writer = await openForWriting(folder, 'starter')
  try {
    const { changed } = await resetStarter({ run: (_actor, command, input) => writer.run(command, input) }, resourcesFolder)
    if (json) await writeJsonLine({ changed })
    else await write(changed === 0 ? 'the starter is as it ships\n' : `${changed} records of ${quoted(folder)} are as they ship again\n`)
  } finally {
    await writer.close()
  }
  return exitCodes.done
}
