// One place with backups: their heads, the pieces that they share, and the lock under which it is written.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Refusal } from '../../core/store/refusal.ts'
import { removeTemporaryFiles, writeDurably } from '../storage/durable-file.ts'
import type { FileSystem } from '../storage/file-system.ts'
import { lockNotebook } from '../storage/notebook-lock.ts'
import { type BackedUpFile, type BackupHead, headBytes, headFile, isHeadFile, listBytes, parseHead, parseList } from './backup-head.ts'
import { cutPieces } from './cut-pieces.ts'
import { PieceStore } from './piece-store.ts'
import { backupsToThin } from './thin-backups.ts'

/** Another process may be making its backup: it is waited for, and then given up with the refusal `locked`. */
const lockWaitMs = 60_000
const lockStepMs = 100

export class BackupStore {
  readonly folder: string
  readonly pieces: PieceStore
  readonly #fileSystem: FileSystem

  constructor(fileSystem: FileSystem, folder: string) {
    this.#fileSystem = fileSystem
    this.folder = folder
    this.pieces = new PieceStore(fileSystem, folder)
  }

  /** Oldest first, by number. A head that is damaged or half written is none. */
  async heads(): Promise<BackupHead[]> {
    const names = (await this.#fileSystem.list(this.folder).catch(() => [])).filter(isHeadFile)
    const heads: BackupHead[] = []
    for (const name of names) {
      const head = parseHead(await this.#fileSystem.readFile(join(this.folder, name)).catch(() => Buffer.alloc(0)))
      if (head && headFile(head.name) === name) heads.push(head)
    }
    return heads.sort((one, other) => one.number - other.number)
  }

  /** Files that are named like a head and are none. */
  async damagedHeads(): Promise<string[]> {
    const whole = new Set((await this.heads()).map(({ name }) => headFile(name)))
    return (await this.#fileSystem.list(this.folder).catch(() => [])).filter((name) => isHeadFile(name) && !whole.has(name))
  }

  /** The files of a backup; undefined where the list of them is damaged. */
  async filesOf({ list }: BackupHead): Promise<BackedUpFile[] | undefined> {
    const bytes = await this.readFile({ path: '', ...list })
    return bytes && (await parseList(bytes))
  }

  /** Checked by its hash; undefined where a piece is gone or damaged. */
  async readFile({ pieces, sha256 }: BackedUpFile): Promise<Buffer | undefined> {
    const parts: Buffer[] = []
    for (const piece of pieces) {
      const part = await this.pieces.read(piece)
      if (!part) return undefined
      parts.push(part)
    }
    const bytes = parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts)
    return createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined
  }

  /** Runs `work` as the only writer of this place. */
  async whileLocked<Result>(work: () => Promise<Result>): Promise<Result> {
    await this.#fileSystem.makeFolder(this.folder)
    const lock = await this.#lock()
    try {
      await removeTemporaryFiles(this.#fileSystem, this.folder)
      await this.pieces.prepare()
      return await work()
    } finally {
      lock.release()
    }
  }

  /** Stores the list of files; its entry in the head. */
  async putList(files: readonly BackedUpFile[]): Promise<BackupHead['list']> {
    const bytes = await listBytes(files)
    const pieces: string[] = []
    // Cut like any other file, so that a list that grew by a line shares its pieces with the one before.
    for await (const piece of cutPieces(readerOf(bytes), bytes.length)) pieces.push(await this.pieces.put(piece))
    return { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), pieces }
  }

  /** The backup is one from here on: its pieces are durable before its name is. */
  async publish(head: BackupHead): Promise<void> {
    await this.pieces.sync()
    await writeDurably(this.#fileSystem, join(this.folder, headFile(head.name)), headBytes(head))
  }

  /** Within the lock: takes away what no rule keeps, for each folder that was backed up here, then the pieces that nobody needs any more. */
  async thin(): Promise<void> {
    const heads = await this.heads()
    const gone = new Set([...Map.groupBy(heads, ({ folder }) => folder).values()].flatMap(backupsToThin))
    if (gone.size === 0) return
    const needed = new Set<string>()
    for (const head of heads) {
      if (gone.has(head.name)) continue
      const files = await this.filesOf(head)
      // What a damaged list named cannot be known: nothing is taken away until it is mended or thinned itself.
      if (!files) return
      for (const piece of [...head.list.pieces, ...files.flatMap(({ pieces }) => pieces)]) needed.add(piece)
    }
    for (const name of gone) await this.#fileSystem.unlink(join(this.folder, headFile(name)))
    await this.#fileSystem.syncFolder(this.folder)
    for (const piece of await this.pieces.names()) if (!needed.has(piece)) await this.pieces.remove(piece)
  }

  async #lock(): Promise<{ release: () => void }> {
    for (let waitedMs = 0; ; waitedMs += lockStepMs) {
      try {
        return lockNotebook(this.folder)
      } catch (error) {
        if (!(error instanceof Refusal) || error.code !== 'locked' || waitedMs >= lockWaitMs) throw error
        await wait(lockStepMs)
      }
    }
  }
}

function readerOf(bytes: Buffer) {
  const read = async (target: Buffer, offset: number, length: number, position: number) => ({
    bytesRead: bytes.copy(target, offset, position, position + length),
    buffer: target,
  })
  return { read: read as never }
}
