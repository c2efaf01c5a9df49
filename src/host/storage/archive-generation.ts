// A finished generation goes into history/ whole, compressed with zstd; never rewritten, never squashed.

import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { temporaryPath } from './durable-file.ts'
import type { FileSystem } from './file-system.ts'

export const historyFolder = 'history'

/** zstd's own limit for windows that every decompressor accepts without being told: 128 MB. */
const maxWindowLog = 27
const minWindowLog = 10

/** Compresses the named files of the notebook's folder into history/. What is there already, whole, stays as it is. */
export async function archiveFiles(fileSystem: FileSystem, folder: string, names: readonly string[]): Promise<void> {
  const history = join(folder, historyFolder)
  await fileSystem.makeFolder(history)
  for (const name of names) {
    const size = await fileSystem.sizeOf(join(folder, name))
    const archived = join(history, `${name}.zst`)
    if (size === undefined || (await fileSystem.sizeOf(archived)) !== undefined) continue
    await compress(join(folder, name), archived, size)
  }
  await fileSystem.syncFolder(history)
}

/** Streams on libuv's threads; the file gets its name once it was read back and found to be the same. */
async function compress(from: string, to: string, size: number): Promise<void> {
  const temporary = temporaryPath(to)
  const windowLog = Math.min(maxWindowLog, Math.max(minWindowLog, Math.ceil(Math.log2(size + 1))))
  const hash = createHash('sha256')
  try {
    await pipeline(
      createReadStream(from),
      async function* (source: AsyncIterable<Buffer>) {
        for await (const piece of source) {
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
      createWriteStream(temporary, { mode: 0o600, flags: 'wx' }),
    )
    const readBack = createHash('sha256')
    await pipeline(createReadStream(temporary), createZstdDecompress(), readBack)
    if (readBack.digest('hex') !== hash.digest('hex')) throw new Error(`${to} does not read back as it was written`)
    const file = await open(temporary, 'r+')
    try {
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, to)
  } catch (error) {
    await unlink(temporary).catch(() => {})
    throw error
  }
}
