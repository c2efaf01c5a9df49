// Compares the files of the current and the last generation, saved files and history with what their names, hashes and checksums say.

import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdDecompress } from 'node:zlib'
import { historyFolder } from './archive-generation.ts'
import type { DamageLog } from './damage.ts'
import { codeOf, type FileSystem } from './file-system.ts'
import type { LoadedNotebook } from './load-notebook.ts'
import type { GenerationFiles } from './manifest.ts'
import { readJournal } from './read-journal.ts'
import { readRecords } from './read-records.ts'

type Add = (where: string, message: string) => void

export async function checkFiles(fileSystem: FileSystem, folder: string, loaded: LoadedNotebook & { damage: DamageLog }, add: Add): Promise<void> {
  const { files, previous } = loaded.manifest
  const isReported = (file: string) => loaded.damage.found.some((damage) => damage.file === file && damage.kind !== 'torn')
  await checkGeneration(fileSystem, folder, files, (where, message) => {
    if (!isReported(where)) add(where, message)
  })
  if (previous) {
    await checkGeneration(fileSystem, folder, previous.files, add)
    for (const journal of previous.files.journals) {
      const { damaged, torn } = await readJournal(fileSystem, folder, journal.name, journal, () => {})
      if (damaged.length > 0 || torn) add(journal.name, `${journal.name}, of the last generation, is damaged`)
    }
  }
  for (const name of await fileSystem.list(join(folder, 'files')).catch(() => [])) {
    const sha256 = /^([0-9a-f]{64})\.[^.]+$/.exec(name)?.[1]
    if (sha256 && (await hashOf(join(folder, 'files', name))) !== sha256) add(`files/${name}`, `files/${name} is not what its name says`)
  }
  for (const name of await fileSystem.list(join(folder, historyFolder)).catch(() => [])) {
    if (name.endsWith('.zst')) await checkArchive(folder, `${historyFolder}/${name}`, add)
  }
}

async function checkGeneration(fileSystem: FileSystem, folder: string, { records, bodies }: GenerationFiles, add: Add): Promise<void> {
  if ((await hashOf(join(folder, records.name), records.checksumsAt)) !== records.sha256) add(records.name, `${records.name} is not what was written`)
  else {
    // The lines are what they should be: where one does not fit its checksum, it is the list of checksums that is damaged.
    const { damaged } = await readRecords(fileSystem, folder, records.name, undefined)
    if (damaged.length > 0) add(records.name, `the list of checksums at the end of ${records.name} is damaged`)
  }
  if ((await hashOf(join(folder, bodies.name))) !== bodies.sha256) add(bodies.name, `${bodies.name} is not what was written`)
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

/** In hexadecimal; undefined where there is no such file. */
async function hashOf(path: string, length = Number.POSITIVE_INFINITY): Promise<string | undefined> {
  if (length === 0) return createHash('sha256').digest('hex')
  const hash: Hash = createHash('sha256')
  try {
    await pipeline(createReadStream(path, { end: length - 1 }), hash)
    return hash.digest('hex')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}
