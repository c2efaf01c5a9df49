// Forgets the history before a moment, when the user asks for it, and only then: nothing of today is touched, and a kill at any step loses nothing else.

import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Moment } from '../../core/history/moment.ts'
import { historyFolder } from '../storage/archive-generation.ts'
import { DamageLog } from '../storage/damage.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { parseGenerationFile } from '../storage/generation-names.ts'
import { type ArchivedFile, describeArchive, readHistoryIndex, writeHistoryIndex } from '../storage/history-index.ts'
import type { CommitIndex } from './commit-index.ts'
import { cutGeneration } from './cut-generation.ts'
import { findMoment } from './find-generation.ts'
import { readForgotten, writeForgotten } from './forgotten.ts'
import { copyPath } from './forgotten-copies.ts'
import { measureLoss } from './measure-history.ts'
import { unpackHistory } from './unpack-history.ts'

export type ForgetOptions = {
  before: Moment
  /** Copies what goes into backups/ first. */
  keepCopy: boolean
  /** Begins a new generation: the current one and the one before it are never cut. */
  rotate: () => Promise<void>
  generation: () => number
}

/** `copy`: where the copy lies, as a path within the folder. */
export type ForgetResult = { commits: number; copy?: string }

const stagingFolder = join(historyFolder, 'forgetting')

/** For the holder of the lock. Throws the refusal `not-found` where the moment is before the history anyway. */
export async function forgetHistory(fileSystem: FileSystem, folder: string, index: CommitIndex, options: ForgetOptions): Promise<ForgetResult> {
  const { before, keepCopy, rotate, generation } = options
  const { commits, seq, atMs } = await measureLoss(fileSystem, folder, index, before)
  if (commits === 0) return { commits }
  const find = async () => {
    const unpacked = await unpackHistory(fileSystem, folder)
    try {
      return await findMoment(fileSystem, folder, index, unpacked, { seq }, new DamageLog(fileSystem, folder, false))
    } finally {
      await unpacked.remove()
    }
  }
  let base = await find()
  let isWhole = (await index.head(base.records))?.seq === seq
  // What notebook.json names must stay as it is: two generations later it does not name one that is to be cut any more; and one later the
  // generation before the current one, which it names too, is none that is to go.
  for (let turn = 0; isWhole ? turn < 1 && base.generation === generation() : turn < 2 && base.generation >= generation() - 1; turn += 1) {
    await rotate()
    base = await find()
    isWhole = (await index.head(base.records))?.seq === seq
  }
  const staging = join(folder, stagingFolder)
  await rm(staging, { recursive: true, force: true })
  if (!isWhole) await cutGeneration(fileSystem, folder, index, base, seq, staging)
  const copy = keepCopy ? await copyOlder(fileSystem, folder, base.generation, seq) : undefined
  const beforeMs = 'time' in before ? before.time : atMs
  // From here on it is forgotten, whatever happens: what is left to do is done by the next writer.
  await writeForgotten(fileSystem, folder, { seq, atMs, beforeMs, pending: { base: base.generation } })
  await finishForgetting(fileSystem, folder)
  index.forget()
  return { commits, ...(copy === undefined ? {} : { copy }) }
}

/** Goes on where a process was killed. For the holder of the lock. */
export async function finishForgetting(fileSystem: FileSystem, folder: string): Promise<void> {
  const forgotten = await readForgotten(fileSystem, folder)
  const staging = join(folder, stagingFolder)
  if (!forgotten?.pending) {
    // Made, but never decided upon.
    if (forgotten || (await fileSystem.list(staging).catch(() => [])).length > 0) await rm(staging, { recursive: true, force: true })
    return
  }
  const history = join(folder, historyFolder)
  for (const name of await olderFiles(fileSystem, folder, forgotten.pending.base)) await fileSystem.unlink(join(history, name))
  const staged = join(staging, historyFolder)
  for (const name of await fileSystem.list(staged).catch(() => [])) await fileSystem.rename(join(staged, name), join(history, name))
  await fileSystem.syncFolder(history)
  await relistAfterForgetting(fileSystem, history, forgotten.pending.base)
  const { pending: _, ...done } = forgotten
  await writeForgotten(fileSystem, folder, done)
  await rm(staging, { recursive: true, force: true })
}

/** The list of the history follows: what is gone leaves it, and the generation that was cut has other bytes. */
async function relistAfterForgetting(fileSystem: FileSystem, history: string, base: number): Promise<void> {
  const { files } = await readHistoryIndex(fileSystem, history)
  const kept: ArchivedFile[] = []
  for (const file of files) {
    const generation = parseGenerationFile(file.name.replace(/\.zst$/, ''))?.generation ?? 0
    if (generation > base) kept.push(file)
    else if (generation === base && (await fileSystem.sizeOf(join(history, file.name))) !== undefined)
      kept.push(await describeArchive(fileSystem, history, file.name))
  }
  if (files.length > 0) await writeHistoryIndex(fileSystem, history, kept)
}

async function olderFiles(fileSystem: FileSystem, folder: string, base: number): Promise<string[]> {
  return (await fileSystem.list(join(folder, historyFolder)).catch(() => [])).filter((name) => {
    const file = parseGenerationFile(name.replace(/\.zst$/, ''))
    return file !== undefined && file.generation < base
  })
}

/** With the generation that is cut, which holds some of what goes. */
async function copyOlder(fileSystem: FileSystem, folder: string, base: number, seq: number): Promise<string> {
  const path = copyPath(seq)
  const target = join(folder, path)
  await fileSystem.makeFolder(target)
  for (const name of await olderFiles(fileSystem, folder, base + 1)) {
    await fileSystem.copyFile(join(folder, historyFolder, name), join(target, name))
    const copied = await fileSystem.open(join(target, name), 'r+')
    try {
      await copied.sync()
    } finally {
      await copied.close()
    }
  }
  await fileSystem.syncFolder(target)
  return path
}
