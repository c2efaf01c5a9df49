// `footing check`: whether every file and record of a notebook is whole; `--repair` mends what can be mended.

import { outsideBackups } from '../../host/backups/backup-places.ts'
import { checkAndRepair } from '../../host/storage/check-notebook.ts'
import { exitCodes } from '../exit-codes.ts'
import { requireFolder, rethrowForPeople, withBackupHint } from '../open-folder.ts'
import { tell, toOneLine, write, writeJsonLine } from '../output.ts'

/** 1 where something was found, mended or not. Without `--repair` nothing is written and no lock is needed. */
export async function check(folder: string, { repair = false, json = false }: { repair?: boolean; json?: boolean }): Promise<number> {
  const { findings, mended } = await withBackupHint(folder, async () => {
    requireFolder(folder)
    return checkAndRepair(folder, { repair, outside: outsideBackups() }).catch(rethrowForPeople)
  })
  for (const finding of findings) {
    if (json) await writeJsonLine(finding)
    else await write(`${toOneLine(finding.message)}\n`)
  }
  for (const sentence of mended) tell(sentence)
  if (findings.length === 0) tell(`${folder} is whole`)
  else tell(repair ? `${findings.length} found` : `${findings.length} found: \`--repair\` mends what can be mended`)
  return findings.length > 0 ? exitCodes.problems : exitCodes.done
}
