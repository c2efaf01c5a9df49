// Where the backups of a notebook lie: in its own folder, and among the data of this user, where a deleted folder does not take them along.

import { homedir } from 'node:os'
import { join } from 'node:path'

/** `inside` is the notebook's own folder, `outside` the user's data. */
export type BackupPlaceKind = 'inside' | 'outside'
export type BackupPlace = { kind: BackupPlaceKind; folder: string }

export const backupsFolder = 'backups'

/** `FOOTING_BACKUPS` names another folder; `off` keeps backups in the notebook's folder alone. */
export function outsideBackups(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string | undefined {
  const wanted = environment.FOOTING_BACKUPS
  if (wanted === 'off') return undefined
  if (wanted) return wanted
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Footing', backupsFolder)
  if (platform === 'win32') return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Footing', backupsFolder)
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'footing', backupsFolder)
}

/** A notebook keeps its id where its folder is moved or renamed, so that its backups are found again. */
export function backupPlaces(folder: string, notebookId: string, outside: string | undefined): BackupPlace[] {
  const inside: BackupPlace = { kind: 'inside', folder: join(folder, backupsFolder) }
  return outside === undefined ? [inside] : [inside, { kind: 'outside', folder: join(outside, outsideName(notebookId)) }]
}

function outsideName(notebookId: string): string {
  return notebookId.replace(/^notebook:/, '').replace(/[^\w-]/g, '-')
}
