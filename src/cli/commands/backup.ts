// `footing backup`: a backup now, beside whoever has the notebook open.

import { backUpBesideWriter } from '../../host/backups/back-up-beside-writer.ts'
import { toRefusal } from '../../host/storage/storage-refusal.ts'
import { exitCodes } from '../exit-codes.ts'
import { requireFolder, rethrowForPeople, withBackupHint } from '../open-folder.ts'
import { tell, toOneLine, write, writeJsonLine } from '../output.ts'

/** 1 where a place could not take it; the other has it then. */
export async function backup(folder: string, { json = false }: { json?: boolean }): Promise<number> {
  const {
    backup: made,
    isNew,
    problems,
  } = await withBackupHint(folder, async () => {
    requireFolder(folder)
    return backUpBesideWriter(folder, 'asked').catch((error: unknown) => rethrowForPeople(toRefusal(error, 'backing up')))
  })
  if (made && json) await writeJsonLine({ ...made, isNew })
  if (made && !json) {
    const where = made.places.map((place) => toOneLine(place.folder)).join(' and ')
    await write(`${made.name} in ${where}${isNew ? '' : ': nothing changed since'}\n`)
  }
  for (const damaged of made?.damage ?? []) tell(`the notebook is damaged, and so is this backup: ${damaged}`)
  for (const problem of problems) tell(problem)
  return problems.length > 0 ? exitCodes.problems : exitCodes.done
}
