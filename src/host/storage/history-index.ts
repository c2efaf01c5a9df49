// history/index.ndjson: what was archived, with lengths and hashes, so that an archive that is missing, emptied or swapped is seen.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { writeDurably } from './durable-file.ts'
import type { FileSystem } from './file-system.ts'

export type ArchivedFile = { name: string; bytes: number; sha256: string }

export const historyIndexName = 'index.ndjson'

/** The lines that are whole, and whether there were others. A line says all or nothing: the hash of a file is its own check. */
export async function readHistoryIndex(fileSystem: FileSystem, historyFolder: string): Promise<{ files: ArchivedFile[]; isWhole: boolean }> {
  let text: string
  try {
    text = (await fileSystem.readFile(join(historyFolder, historyIndexName))).toString('utf8')
  } catch {
    return { files: [], isWhole: false }
  }
  const lines = text.split('\n')
  // What comes after the last newline is nothing, in a file that is whole.
  const rest = lines.pop()
  const read = lines.map(parseLine)
  const files = read.filter((file) => file !== undefined)
  const isWhole = rest === '' && files.length === lines.length && new Set(files.map(({ name }) => name)).size === files.length
  return { files, isWhole }
}

/** Writes the whole list: a few dozen bytes for each archive, and it appears whole or not at all. */
export async function writeHistoryIndex(fileSystem: FileSystem, historyFolder: string, files: readonly ArchivedFile[]): Promise<void> {
  const text = files.map(({ name, bytes, sha256 }) => `${JSON.stringify({ name, bytes, sha256 })}\n`).join('')
  await writeDurably(fileSystem, join(historyFolder, historyIndexName), Buffer.from(text))
}

export async function describeArchive(fileSystem: FileSystem, historyFolder: string, name: string): Promise<ArchivedFile> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await fileSystem.open(join(historyFolder, name), 'r')
  try {
    const piece = Buffer.allocUnsafe(1024 * 1024)
    for (;;) {
      const { bytesRead } = await file.read(piece, 0, piece.length, bytes)
      if (bytesRead === 0) break
      hash.update(piece.subarray(0, bytesRead))
      bytes += bytesRead
    }
  } finally {
    await file.close()
  }
  return { name, bytes, sha256: hash.digest('hex') }
}

function parseLine(line: string): ArchivedFile | undefined {
  try {
    const { name, bytes, sha256 } = JSON.parse(line) as Partial<ArchivedFile>
    const file = { name, bytes, sha256 } as ArchivedFile
    return typeof name === 'string' && Number.isSafeInteger(bytes) && typeof sha256 === 'string' && JSON.stringify(file) === line ? file : undefined
  } catch {
    return undefined
  }
}
