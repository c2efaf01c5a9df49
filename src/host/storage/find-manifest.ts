// Makes notebook.json anew from the files beside it, where it is gone or damaged: a lost table of contents is not a lost notebook.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { Refusal } from '../../core/store/refusal.ts'
import { historyFolder } from './archive-generation.ts'
import type { DamageLog } from './damage.ts'
import { isTemporary } from './durable-file.ts'
import type { FileSystem } from './file-system.ts'
import { generationFile, manifestName, parseGenerationFile } from './generation-names.ts'
import { type GenerationFiles, type JournalEntry, type Manifest, parseManifest, readManifest } from './manifest.ts'
import { isRecordsHead, type RecordsHead } from './records-file.ts'
import { savedMarkName } from './saved-mark.ts'

/** `isRebuilt`: no hash of it can be trusted to be older than the damage, so every line has to be checked. */
export type FoundManifest = { manifest: Manifest; isRebuilt: boolean; liesAt?: string }

/** Throws the refusal `not-found` where the folder holds no notebook. */
export async function findManifest(fileSystem: FileSystem, folder: string, damage: DamageLog): Promise<FoundManifest> {
  const reading = await readManifest(fileSystem, folder)
  if (reading.kind === 'read') return { manifest: reading.manifest, isRebuilt: false }
  const strayed = await findStrayedManifest(fileSystem, folder)
  if (strayed) {
    await damage.add({
      kind: 'healed',
      file: manifestName,
      message: `${manifestName} lay under another name (${strayed.liesAt})`,
      ...(reading.kind === 'damaged' ? { bytes: reading.bytes } : {}),
    })
    return { manifest: strayed.manifest, isRebuilt: false, liesAt: strayed.liesAt }
  }
  const manifest = await rebuildManifest(fileSystem, folder)
  if (!manifest) {
    if (reading.kind === 'missing') throw new Refusal('not-found', `there is no notebook in ${folder}: \`footing new\` makes one`)
    throw new Refusal('not-found', `${join(folder, manifestName)} is damaged (${reading.why}), and no records are left beside it`)
  }
  const why = reading.kind === 'missing' ? 'it is missing' : reading.why
  await damage.add({
    kind: 'healed',
    file: manifestName,
    message: `${manifestName} was made anew from the files of generation ${manifest.generation}: ${why}`,
    ...(reading.kind === 'damaged' ? { bytes: reading.bytes } : {}),
  })
  return { manifest, isRebuilt: true }
}

const largestManifest = 64 * 1024

/**
 * A whole notebook.json under the name of another file of the notebook: two were swapped. A copy that somebody kept, or one in backups/, is of an
 * older moment and not meant: it must speak of the newest records and the newest journal that are here.
 */
async function findStrayedManifest(fileSystem: FileSystem, folder: string): Promise<{ manifest: Manifest; liesAt: string } | undefined> {
  const own = await fileSystem.list(folder).catch(() => [])
  const numbers = own.map(parseGenerationFile).filter((file) => file !== undefined)
  const newestOf = (part: string) => Math.max(0, ...numbers.filter((file) => file.part === part).map(({ generation }) => generation))
  const places = own.filter((name) => parseGenerationFile(name) || name === savedMarkName || name === 'lock')
  for (const within of ['texts', 'files', 'cache', historyFolder]) {
    for (const name of await fileSystem.list(join(folder, within)).catch(() => [])) if (!isTemporary(name)) places.push(`${within}/${name}`)
  }
  for (const liesAt of places) {
    const size = await fileSystem.sizeOf(join(folder, liesAt)).catch(() => undefined)
    if (size === undefined || size > largestManifest) continue
    const reading = parseManifest(await fileSystem.readFile(join(folder, liesAt)).catch(() => Buffer.alloc(0)))
    if (reading.kind !== 'read') continue
    const { generation, files } = reading.manifest
    const isNewest = generation >= newestOf('records') && parseGenerationFile(files.journals.at(-1)?.name ?? '')?.generation === newestOf('journal')
    // One of its own files may be the very one whose name it lies under.
    if (isNewest || files.records.name === liesAt || files.journals.some(({ name }) => name === liesAt)) return { manifest: reading.manifest, liesAt }
  }
  return undefined
}

/** Undefined where no records are left. From the newest generation whose records begin as they should. A records file gets its name last, so where it is, its bodies are. */
export async function rebuildManifest(fileSystem: FileSystem, folder: string): Promise<Manifest | undefined> {
  const names = (await fileSystem.list(folder).catch(() => [])).map(parseGenerationFile).filter((file) => file !== undefined)
  const numbersOf = (part: string) => names.filter((file) => file.part === part).map((file) => file.generation)
  for (const generation of numbersOf('records').toSorted((one, other) => other - one)) {
    const recordsName = generationFile('records', generation)
    const bytes = await fileSystem.readFile(join(folder, recordsName))
    const head = headOf(bytes)
    if (!head) continue
    const checksumsAt = Math.max(0, bytes.lastIndexOf('{"checksums":['))
    const journals: JournalEntry[] = []
    for (const number of numbersOf('journal').toSorted((one, other) => one - other)) {
      if (number >= generation) journals.push(await describeJournal(fileSystem, folder, generationFile('journal', number)))
    }
    if (journals.length === 0) journals.push({ name: generationFile('journal', generation), bytes: 0, sha256: hashOf(Buffer.alloc(0)) })
    const { id, title, createdAt, schema, seq } = head
    const lines = bytes.subarray(0, checksumsAt)
    const records = { name: recordsName, bytes: bytes.length, checksumsAt, crc32: crc32(lines), sha256: hashOf(lines) }
    const files: GenerationFiles = { records, bodies: await describeBodies(fileSystem, folder, generationFile('bodies', generation)), journals }
    const guards = (await fileSystem.sizeOf(join(folder, savedMarkName))) === undefined ? {} : { guards: 1 }
    return { format: 'footing notebook', schema, id, title, createdAt, generation, seq, files, ...guards }
  }
  return undefined
}

function headOf(bytes: Buffer): RecordsHead | undefined {
  try {
    const head: unknown = JSON.parse(bytes.toString('utf8', 0, Math.max(0, bytes.indexOf(0x0a))))
    return isRecordsHead(head) ? head : undefined
  } catch {
    return undefined
  }
}

async function describeJournal(fileSystem: FileSystem, folder: string, name: string): Promise<JournalEntry> {
  const bytes = await fileSystem.readFile(join(folder, name))
  const head = bytes.subarray(0, bytes.indexOf(0x0a) + 1)
  return { name, bytes: head.length, sha256: hashOf(head) }
}

async function describeBodies(fileSystem: FileSystem, folder: string, name: string): Promise<GenerationFiles['bodies']> {
  const size = await fileSystem.sizeOf(join(folder, name))
  return { name, bytes: size ?? 0, sha256: hashOf(size === undefined ? Buffer.alloc(0) : await fileSystem.readFile(join(folder, name))) }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
