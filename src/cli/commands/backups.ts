// `footing backups`: the backups of a notebook, also of one that does not open any more or is gone.

import type { BackupDescription } from '../../core/backups/backup.ts'
import { outsideBackups } from '../../host/backups/backup-places.ts'
import { describeBackups, findBackups } from '../../host/backups/find-backups.ts'
import { nodeFileSystem } from '../../host/storage/file-system.ts'
import { exitCodes } from '../exit-codes.ts'
import { quoted } from '../open-folder.ts'
import { tell, toOneLine, write, writeJsonLine } from '../output.ts'

export async function backups(folder: string, { json = false }: { json?: boolean }): Promise<number> {
  const found = describeBackups(await findBackups(nodeFileSystem, folder, outsideBackups()))
  for (const backup of found) {
    if (json) await writeJsonLine(backup)
    else await write(`${lineOf(backup)}\n`)
  }
  if (found.length === 0) tell(`there is no backup of ${folder}`)
  else if (!json) tell(`\`footing restore ${quoted(folder)} NAME --out NEWDIR\` makes a notebook of one`)
  return exitCodes.done
}

function lineOf({ name, at, reason, counts, places, damage }: BackupDescription): string {
  const what = `${counts.insights} insights, ${counts.sources} sources, ${counts.highlights} highlights`
  const where = places.map(({ folder }) => folder).join(' and ')
  return toOneLine(`${name}  ${at}  ${reason}  ${what}${damage.length > 0 ? `, ${damage.length} damaged` : ''}  ${where}`)
}
