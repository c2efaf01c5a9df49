// What a dialog adds where a notebook does not open: which backups there are of it, and the command that brings one back.

import type { Language } from '../../core/strings/language.ts'
import { outsideBackups } from '../../host/backups/backup-places.ts'
import { newestBackup } from '../../host/backups/newest-backup.ts'

/** `detail` alone where there is no backup. */
export async function withBackups(words: Language['desktop'], folder: string, detail: string): Promise<string> {
  const newest = await newestBackup(folder, outsideBackups())
  return newest ? `${detail}\n\n${words.backupsOf(newest.count, newest.at, folder)}` : detail
}
