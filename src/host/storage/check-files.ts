// Compares the files of the current and the last generation, saved files and history with what their names, hashes and checksums say.

import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { checkHistory } from './check-history.ts'
import { checkSmallFiles } from './check-small-files.ts'
import type { DamageLog } from './damage.ts'
import { codeOf } from './error-code.ts'
import type { FileSystem } from './file-system.ts'
import type { LoadedNotebook } from './load-notebook.ts'
import type { GenerationFiles, Manifest } from './manifest.ts'
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
    await checkPreviousJournals(fileSystem, folder, previous, loaded.manifest.seq, add)
  }
  for (const name of await fileSystem.list(join(folder, 'files')).catch(() => [])) {
    const sha256 = /^([0-9a-f]{64})\.[^.]+$/.exec(name)?.[1]
    if (sha256 && (await hashOf(join(folder, 'files', name))) !== sha256) add(`files/${name}`, `files/${name} is not what its name says`)
  }
  for (const name of await fileSystem.list(join(folder, 'texts')).catch(() => [])) {
    const sha256 = /^([0-9a-f]{64})\.md$/.exec(name)?.[1]
    const file = `texts/${name}`
    // Those that the notebook speaks of were read already; one that a refused command left behind is told of as well.
    if (sha256 && !isReported(file) && (await hashOf(join(folder, file))) !== sha256) add(file, `${file} is not what its name says`)
  }
  await checkHistory(fileSystem, folder, loaded.manifest.guards !== undefined, add)
  await checkSmallFiles(fileSystem, folder, loaded, add)
}

/** They lead exactly to where the current generation begins. */
async function checkPreviousJournals(
  fileSystem: FileSystem,
  folder: string,
  previous: NonNullable<Manifest['previous']>,
  seq: number,
  add: Add,
): Promise<void> {
  let last = previous.seq
  for (const journal of previous.files.journals) {
    let isInOrder = true
    const { damaged, torn } = await readJournal(fileSystem, folder, journal.name, journal, (commit) => {
      isInOrder &&= commit.seq === last + 1
      last = commit.seq
    })
    if (damaged.length > 0 || torn || !isInOrder) add(journal.name, `${journal.name}, of the last generation, is damaged`)
  }
  const name = previous.files.journals.at(-1)?.name ?? ''
  if (last !== seq) add(name, `${name}, of the last generation, ends at change ${last} instead of ${seq}`)
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
