// history/forgotten.json: since when there is history, where somebody asked for the rest to be forgotten; and what of that is still to be done.

import { join } from 'node:path'
import { z } from 'zod'
import { historyFolder } from '../storage/archive-generation.ts'
import { writeDurably } from '../storage/durable-file.ts'
import { codeOf } from '../storage/error-code.ts'
import type { FileSystem } from '../storage/file-system.ts'

const forgottenSchema = z.object({
  /** The first commit that is kept, as the snapshot that the history begins with now. */
  seq: z.int().min(1),
  /** When that commit was made, and the moment that was asked for, which is not before it. */
  atMs: z.number(),
  beforeMs: z.number(),
  /** Until the files are as this says: generations before `base` go, and those in history/forgetting/ take the places of theirs. */
  pending: z.object({ base: z.int().min(1) }).optional(),
})
export type Forgotten = z.infer<typeof forgottenSchema>

const forgottenName = 'forgotten.json'

/** Undefined where nothing was forgotten. A damaged file counts as none: it never hides what is there. */
export async function readForgotten(fileSystem: FileSystem, folder: string): Promise<Forgotten | undefined> {
  try {
    return forgottenSchema.parse(JSON.parse((await fileSystem.readFile(join(folder, historyFolder, forgottenName))).toString('utf8')))
  } catch (error) {
    if (codeOf(error) === undefined || codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return undefined
    throw error
  }
}

export async function writeForgotten(fileSystem: FileSystem, folder: string, forgotten: Forgotten): Promise<void> {
  await fileSystem.makeFolder(join(folder, historyFolder))
  await writeDurably(fileSystem, join(folder, historyFolder, forgottenName), Buffer.from(`${JSON.stringify(forgotten, null, 2)}\n`))
}

/** Everything that is there is history again. */
export async function removeForgotten(fileSystem: FileSystem, folder: string): Promise<void> {
  const history = join(folder, historyFolder)
  await fileSystem.unlink(join(history, forgottenName)).catch((error: unknown) => {
    if (codeOf(error) !== 'ENOENT') throw error
  })
  await fileSystem.syncFolder(history)
}
