// Files of past generations, unpacked for reading into a private temp folder; files of today are copied, so that a writer may take them away.

import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { historyFolder } from '../storage/archive-generation.ts'
import { codeOf } from '../storage/error-code.ts'
import type { FileSystem } from '../storage/file-system.ts'

export type UnpackedHistory = {
  /** The temp folder, mode 0700: it holds what the notebook holds. */
  folder: string
  /** Brings the file into the temp folder, once; answers with that folder. */
  folderOf: (name: string) => Promise<string>
  remove: () => Promise<void>
}

/** Memory: two stream buffers. Whoever calls this calls `remove` in the end. */
export async function unpackHistory(fileSystem: FileSystem, notebookFolder: string): Promise<UnpackedHistory> {
  const folder = await mkdtemp(join(tmpdir(), 'footing-history-'))
  const there = new Set<string>()
  return {
    folder,
    folderOf: async (name) => {
      if (!there.has(name)) await bring(fileSystem, notebookFolder, name, join(folder, name))
      there.add(name)
      return folder
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function bring(fileSystem: FileSystem, notebookFolder: string, name: string, to: string): Promise<void> {
  try {
    await fileSystem.copyFile(join(notebookFolder, name), to)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const archived = join(notebookFolder, historyFolder, `${name}.zst`)
    await pipeline(createReadStream(archived), createZstdDecompress(), createWriteStream(to, { mode: 0o600 }))
  }
}
