// Copies a notebook's own files into backups/ before a migration touches them.

import { join } from 'node:path'
import type { FileSystem } from './file-system.ts'
import { type Manifest, manifestName } from './manifest.ts'

/** Resolves with the backup's path within the folder, once it is durable. Texts are not copied: nothing ever rewrites them. */
export async function backUp(fileSystem: FileSystem, folder: string, manifest: Manifest, at: string): Promise<string> {
  const path = `backups/schema-${manifest.schema}-${at.replace(/[^0-9A-Za-z]/g, '-')}`
  const target = join(folder, path)
  await fileSystem.makeFolder(target)
  const { records, bodies, journals } = manifest.files
  for (const name of [records.name, bodies.name, ...journals.map((journal) => journal.name), manifestName]) {
    if ((await fileSystem.sizeOf(join(folder, name))) === undefined) continue
    await fileSystem.copyFile(join(folder, name), join(target, name))
    const copy = await fileSystem.open(join(target, name), 'r+')
    try {
      await copy.sync()
    } finally {
      await copy.close()
    }
  }
  await fileSystem.syncFolder(target)
  return path
}
