// A backup of a notebook that somebody else may have open: of the moment up to the last whole line of its journal.

import type { BackupReason } from '../../core/backups/backup.ts'
import { DamageLog } from '../storage/damage.ts'
import { nodeFileSystem } from '../storage/file-system.ts'
import { loadNotebook } from '../storage/load-notebook.ts'
import { type BackupOutcome, backUpNotebook, storesIn } from './back-up-notebook.ts'
import { backupPlaces, outsideBackups } from './backup-places.ts'
import { trueBackupFolder } from './find-backups.ts'
import { pinBesideWriter } from './pin-notebook.ts'

/** `isWanted`: also where nothing changed since the last. Throws refusals where the notebook does not open. */
export async function backUpBesideWriter(folder: string, reason: BackupReason, { isWanted = false } = {}): Promise<BackupOutcome> {
  const path = trueBackupFolder(folder)
  const pin = await pinBesideWriter(nodeFileSystem, path)
  const seq = isWanted ? undefined : await lastSeq(path)
  const places = storesIn(nodeFileSystem, backupPlaces(path, pin.manifest.id, outsideBackups()))
  return backUpNotebook(nodeFileSystem, { places, folder: path, pin, seq, reason, now: () => new Date().toISOString() })
}

/** Of what is there now; a commit that comes between the pin and this is in the next backup. */
async function lastSeq(folder: string): Promise<number> {
  const { document, bodyFiles } = await loadNotebook(nodeFileSystem, folder, new DamageLog(nodeFileSystem, folder, false))
  await bodyFiles.close()
  return document.seq
}
