// Puts copies that forgetting kept (backups/history-before-change-N) back into the history: afterwards that past can be read again.

import { join } from 'node:path'
import { Refusal } from '../../core/store/refusal.ts'
import { historyFolder } from '../storage/archive-generation.ts'
import { temporaryPath } from '../storage/durable-file.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { parseGenerationFile } from '../storage/generation-names.ts'
import { describeArchive, writeHistoryIndex } from '../storage/history-index.ts'
import { finishForgetting } from './forget-history.ts'
import { removeForgotten } from './forgotten.ts'
import { copyNumberOf, copyPath } from './forgotten-copies.ts'

/**
 * For the holder of the lock. Resolves with the copies that were put back; they stay where they lie. Throws the refusal `not-found` where there is none.
 * Killed on the way, the history begins where it did before, until somebody asks again.
 */
export async function bringBackHistory(fileSystem: FileSystem, folder: string): Promise<string[]> {
  await finishForgetting(fileSystem, folder)
  const history = join(folder, historyFolder)
  const numbers = (await fileSystem.list(join(folder, 'backups')).catch(() => [])).map(copyNumberOf).filter((number) => number !== undefined)
  if (numbers.length === 0) throw new Refusal('not-found', `there is no copy of a forgotten history in ${join(folder, 'backups')}`)
  // The latest first: a generation that was cut twice is whole only in the copy of the first time.
  const copies = numbers.toSorted((one, other) => other - one).map(copyPath)
  for (const copy of copies) {
    for (const name of (await fileSystem.list(join(folder, copy))).filter(isArchive)) {
      const half = temporaryPath(join(history, name))
      await fileSystem.copyFile(join(folder, copy, name), half)
      await syncFile(fileSystem, half)
      await fileSystem.rename(half, join(history, name))
    }
  }
  await fileSystem.syncFolder(history)
  const names = (await fileSystem.list(history)).filter(isArchive).toSorted()
  const files = []
  for (const name of names) files.push(await describeArchive(fileSystem, history, name))
  await writeHistoryIndex(fileSystem, history, files)
  await removeForgotten(fileSystem, folder)
  return copies
}

const isArchive = (name: string) => parseGenerationFile(name.replace(/\.zst$/, '')) !== undefined

async function syncFile(fileSystem: FileSystem, path: string): Promise<void> {
  const file = await fileSystem.open(path, 'r+')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
