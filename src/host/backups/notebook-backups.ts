// The backups of an open notebook as its windows and terminals use them.

import { basename, dirname, join } from 'node:path'
import type { BackupDescription, BackupState } from '../../core/backups/backup.ts'
import type { BackupComparison } from '../../core/contract/questions.ts'
import { codeOf } from '../storage/error-code.ts'
import type { BackupOutcome } from './back-up-notebook.ts'
import { compareBackup } from './compare-backup.ts'
import { chooseBackup } from './find-backups.ts'
import { restoreToFolder } from './restore-folder.ts'
import type { Restorable } from './run-restore.ts'

export type NotebookBackups = {
  state: () => BackupState
  onState: (listener: () => void) => () => void
  /** Newest first. */
  list: () => Promise<BackupDescription[]>
  make: (reason: 'asked' | 'before import') => Promise<BackupOutcome>
  compare: (backup: string) => Promise<BackupComparison>
  /** Resolves with the new folder, which is beside the notebook's. */
  restoreBeside: (backup: string) => Promise<string>
}

export function notebookBackups(notebook: Restorable): NotebookBackups {
  const { keeper, fileSystem, folder } = notebook
  return {
    state: () => keeper.state,
    onState: (listener) => keeper.onState(listener),
    list: () => keeper.list(),
    make: (reason) => keeper.make(reason),
    compare: (backup) => compareBackup(notebook, backup),
    restoreBeside: async (backup) => {
      const chosen = await chooseBackup(await keeper.found(), backup)
      const day = chosen.head.at.slice(0, 10).replace(/[^\w-]/g, '-')
      for (let attempt = 1; ; attempt += 1) {
        const target = join(dirname(folder), `${basename(folder)} (${day}${attempt === 1 ? '' : ` ${attempt}`})`)
        if (await isFree(() => fileSystem.list(target))) {
          await restoreToFolder(fileSystem, chosen, target)
          return target
        }
      }
    },
  }
}

async function isFree(list: () => Promise<string[]>): Promise<boolean> {
  try {
    await list()
    return false
  } catch (error) {
    return codeOf(error) === 'ENOENT'
  }
}
