// A finished generation goes into history/ whole, compressed with zstd; never rewritten, never squashed.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { publishDurably, writeAll } from './durable-file.ts'
import type { FileSystem, OpenFile } from './file-system.ts'
import { type ArchivedFile, describeArchive, readHistoryIndex, writeHistoryIndex } from './history-index.ts'

export const historyFolder = 'history'

/** zstd's own limit for windows that every decompressor accepts without being told: 128 MB. */
const maxWindowLog = 27
const minWindowLog = 10
const archiveExtension = '.zst'
const pieceSize = 64 * 1024

/** Compresses the named files of the notebook's folder into history/ and lists them there. What is there already, whole, stays as it is. */
export async function archiveFiles(fileSystem: FileSystem, folder: string, names: readonly string[]): Promise<void> {
  const history = join(folder, historyFolder)
  await fileSystem.makeFolder(history)
  for (const name of names) {
    const size = await fileSystem.sizeOf(join(folder, name))
    const archived = join(history, `${name}.zst`)
    if (size === undefined || (await fileSystem.sizeOf(archived)) !== undefined) continue
    await compress(fileSystem, join(folder, name), archived, size)
  }
  await fileSystem.syncFolder(history)
  await listArchives(fileSystem, history)
}

/** Adds to the list what is not in it: the archives of just now, and those that a killed process had made. Lines of archives that are gone stay. */
async function listArchives(fileSystem: FileSystem, history: string): Promise<void> {
  const { files, isWhole } = await readHistoryIndex(fileSystem, history)
  const listed = new Set(files.map(({ name }) => name))
  const fresh = (await fileSystem.list(history)).filter((name) => name.endsWith(archiveExtension) && !listed.has(name))
  if (isWhole && fresh.length === 0) return
  const added: ArchivedFile[] = []
  for (const name of fresh.toSorted()) added.push(await describeArchive(fileSystem, history, name))
  await writeHistoryIndex(fileSystem, history, [...files, ...added])
}

/** Streams on libuv's threads; the file gets its name once it was read back and found to be the same. */
async function compress(fileSystem: FileSystem, from: string, to: string, size: number): Promise<void> {
  const windowLog = Math.min(maxWindowLog, Math.max(minWindowLog, Math.ceil(Math.log2(size + 1))))
  const hash = createHash('sha256')
  await publishDurably(fileSystem, to, async (file) => {
    await pipeline(
      async function* () {
        for await (const piece of piecesOf(fileSystem, from)) {
          hash.update(piece)
          yield piece
        }
      },
      createZstdCompress({
        params: {
          [constants.ZSTD_c_compressionLevel]: 6,
          // Autosaves of a note repeat it at the distance of its length: the window must span many of them.
          [constants.ZSTD_c_windowLog]: windowLog,
          [constants.ZSTD_c_enableLongDistanceMatching]: 1,
          [constants.ZSTD_c_checksumFlag]: 1,
        },
      }),
      async (compressed: AsyncIterable<Buffer>) => {
        let position = 0
        for await (const piece of compressed) {
          await writeAll(file, piece, position)
          position += piece.length
        }
      },
    )
    const readBack = createHash('sha256')
    await pipeline(() => piecesOfOpen(file), createZstdDecompress(), readBack)
    if (readBack.digest('hex') !== hash.digest('hex')) throw new Error(`${to} does not read back as it was written`)
  })
}

async function* piecesOf(fileSystem: FileSystem, path: string): AsyncGenerator<Buffer> {
  const file = await fileSystem.open(path, 'r')
  try {
    yield* piecesOfOpen(file)
  } finally {
    await file.close()
  }
}

/** A fresh buffer for each: what reads them may still hold the one before. */
async function* piecesOfOpen(file: OpenFile): AsyncGenerator<Buffer> {
  for (let position = 0; ; ) {
    const piece = Buffer.allocUnsafe(pieceSize)
    const { bytesRead } = await file.read(piece, 0, piece.length, position)
    if (bytesRead === 0) return
    position += bytesRead
    yield piece.subarray(0, bytesRead)
  }
}
