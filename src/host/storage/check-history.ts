// Compares history/ with its list: every archive is there, unchanged, and can be decompressed.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { readForgotten } from '../history/forgotten.ts'
import { historyFolder } from './archive-generation.ts'
import { codeOf } from './error-code.ts'
import type { FileSystem } from './file-system.ts'
import { describeArchive, historyIndexName, readHistoryIndex } from './history-index.ts'

type Add = (where: string, message: string) => void

/** `isListed`: this notebook keeps the list; those of before have archives alone. */
export async function checkHistory(fileSystem: FileSystem, folder: string, isListed: boolean, add: Add): Promise<void> {
  const history = join(folder, historyFolder)
  const archives = (await fileSystem.list(history).catch(() => [])).filter((name) => name.endsWith('.zst'))
  for (const name of archives) await checkArchive(folder, `${historyFolder}/${name}`, add)
  // Forgetting was killed half way: the next writer ends it, and lists what is left.
  if (!isListed || (await readForgotten(fileSystem, folder))?.pending) return
  const { files, isWhole } = await readHistoryIndex(fileSystem, history)
  const place = `${historyFolder}/${historyIndexName}`
  if (!isWhole) add(place, `${place} is missing or damaged: whether the history is whole cannot be told`)
  const listed = new Set(files.map(({ name }) => name))
  for (const { name, bytes, sha256 } of files) {
    const where = `${historyFolder}/${name}`
    if (!archives.includes(name)) add(where, `${where} is missing: what the notebook was like before is partly lost`)
    else {
      const found = await describeArchive(fileSystem, history, name)
      if (found.bytes !== bytes || found.sha256 !== sha256) add(where, `${where} is not what was archived`)
    }
  }
  for (const name of isWhole ? archives : []) {
    // A process that was killed in between: the file itself is still in its place, and is archived again.
    const isUnderWay = (await fileSystem.sizeOf(join(folder, name.replace(/\.zst$/, '')))) !== undefined
    if (!listed.has(name) && !isUnderWay) add(`${historyFolder}/${name}`, `${historyFolder}/${name} is not in the list of the history`)
  }
}

async function checkArchive(folder: string, name: string, add: Add): Promise<void> {
  try {
    // zstd's own checksum is looked at when the end is reached.
    await pipeline(createReadStream(join(folder, name)), createZstdDecompress(), createHash('sha256'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return
    add(name, `${name} cannot be decompressed: ${error instanceof Error ? error.message : String(error)}`)
  }
}
