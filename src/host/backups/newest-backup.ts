// Of a notebook that does not open: how many backups there are of it, and of when the newest is.

import { nodeFileSystem } from '../storage/file-system.ts'
import { describeBackups, findBackups } from './find-backups.ts'

/** Undefined where there is none, or none can be looked for. */
export async function newestBackup(folder: string, outside: string | undefined): Promise<{ count: number; at: string; name: string } | undefined> {
  const found = describeBackups(await findBackups(nodeFileSystem, folder, outside).catch(() => []))
  const [newest] = found
  return newest && { count: found.length, at: newest.at, name: newest.name }
}
