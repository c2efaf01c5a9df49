// Whether a disk that was full takes bytes again: asked before the analyst is told that saving goes on.

import { join } from 'node:path'
import { temporaryPath, writeAll } from './durable-file.ts'
import type { FileSystem } from './file-system.ts'

/** Room for a long note, and for the file system's own books. */
const probeBytes = 1024 * 1024

/** Resolves where a megabyte could be written and synced; what was written is taken away again. Rejects with what the disk answers. */
export async function probeRoom(fileSystem: FileSystem, folder: string): Promise<void> {
  const path = temporaryPath(join(folder, 'room'))
  const file = await fileSystem.open(path, 'wx')
  try {
    // Not zeros, which some file systems store as nothing.
    await writeAll(file, Buffer.alloc(probeBytes, 'room'), 0)
    await file.sync()
  } finally {
    await file.close()
    await fileSystem.unlink(path)
  }
}
