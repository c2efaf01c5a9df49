// Files that hold no record and are easily forgotten: the list of files, the lock, what is only kept for speed, and pictures that notes show.

import { join } from 'node:path'
import type { RecordId } from '../../core/records/record-id.ts'
import { cacheFolder, checkColumns } from './columns-file.ts'
import type { FileSystem } from './file-system.ts'
import { manifestName } from './generation-names.ts'
import type { LoadedNotebook } from './load-notebook.ts'
import { manifestBytes, readManifest } from './manifest.ts'
import { lockName } from './notebook-lock.ts'

type Add = (where: string, message: string) => void

export async function checkSmallFiles(fileSystem: FileSystem, folder: string, { manifest }: LoadedNotebook, add: Add): Promise<void> {
  const reading = await readManifest(fileSystem, folder)
  if (reading.kind === 'read' && !reading.bytes.equals(manifestBytes(reading.manifest)))
    add(manifestName, `${manifestName} was rewritten by another program; all that it says is there`)
  // SQLite locks it and writes nothing into it.
  if (((await fileSystem.sizeOf(join(folder, lockName))) ?? 0) > 0)
    add(lockName, `${lockName} should be empty: it is emptied when the notebook is opened`)
  const columns = await checkColumns(fileSystem, folder, manifest.generation)
  if (columns) add(`${cacheFolder}/${columns}`, `${cacheFolder}/${columns} is damaged; nothing is lost, it is made again with the next generation`)
}

const pictureName = /files\/[0-9a-f]{64}\.[a-z]{1,5}\b/g

/** Collects the pictures that bodies show, and says which are not there. */
export class PictureCheck {
  readonly #shownBy = new Map<string, RecordId>()

  note(id: RecordId, body: string): void {
    for (const [name] of body.matchAll(pictureName)) if (!this.#shownBy.has(name)) this.#shownBy.set(name, id)
  }

  async finish(fileSystem: FileSystem, folder: string, add: Add): Promise<void> {
    for (const [name, id] of this.#shownBy) {
      if ((await fileSystem.sizeOf(join(folder, name))) === undefined) add(name, `${name} is missing: ${id} shows it`)
    }
  }
}
