// The backup without which no migration begins: the notebook as the older Footing left it.

import { Refusal } from '../../core/store/refusal.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { backUpNotebook, storesIn } from './back-up-notebook.ts'
import { backupPlaces } from './backup-places.ts'
import { trueBackupFolder } from './find-backups.ts'
import type { Pin } from './pin-notebook.ts'

type Moment = { folder: string; outside: string | undefined; pin: Pin; now: () => string }

/** Throws a refusal where no place could take it: an older notebook that cannot be backed up is not touched. */
export async function backUpBeforeMigration(fileSystem: FileSystem, { folder, outside, pin, now }: Moment): Promise<void> {
  const path = trueBackupFolder(folder)
  const places = storesIn(fileSystem, backupPlaces(path, pin.manifest.id, outside))
  const { backup, problems } = await backUpNotebook(fileSystem, { places, folder: path, pin, reason: 'before migration', now })
  if (!backup) throw new Refusal('no-space', `this notebook is of an older Footing, and was not brought up to date: ${problems.join('; ')}`)
}
