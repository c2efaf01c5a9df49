// notebook.json: which files are the notebook, and their hashes, so that an emptied or missing file is damage and not a new notebook.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { writeDurably } from './durable-file.ts'
import { codeOf } from './error-code.ts'
import type { FileSystem } from './file-system.ts'
import { manifestName } from './generation-names.ts'

const fileName = z.string().regex(/^(records|bodies|journal)-[1-9]\d*\.ndjson$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** `bytes` of a journal is its head line, which `sha256` covers; the commits after it carry checksums of their own. */
const snapshotFile = z.object({ name: fileName, bytes: z.int().min(0), sha256 })
const generationFiles = z.object({
  /** `checksumsAt`: where the last line begins, which lists the checksums of the others; `crc32` and `sha256` cover what is before it. */
  records: snapshotFile.extend({ checksumsAt: z.int().min(0), crc32: z.int().min(0) }),
  bodies: snapshotFile,
  /** In order. Two while the next generation is being written: the second goes on where the first ends. */
  journals: z.array(snapshotFile).min(1),
})
export type GenerationFiles = z.infer<typeof generationFiles>
export type JournalEntry = GenerationFiles['journals'][number]

const manifestSchema = z.object({
  format: z.literal('footing notebook'),
  schema: z.int().min(1),
  id: z.string(),
  title: z.string(),
  createdAt: z.string(),
  generation: z.int().min(1),
  /** The last commit that is in the generation's records; the journals go on from there. */
  seq: z.int().min(0),
  files: generationFiles,
  /** 1: saved.json and history/index.ndjson are kept, so that they are damage where they are missing. Notebooks of before have neither. */
  guards: z.int().optional(),
  /** The generation before, kept as it was until the next one: readers may still be in it, and what it says can heal this one. */
  previous: z.object({ generation: z.int().min(1), schema: z.int().min(1), seq: z.int().min(0), files: generationFiles }).optional(),
})
export type Manifest = z.infer<typeof manifestSchema>

export type ManifestReading =
  | { kind: 'read'; manifest: Manifest; bytes: Buffer }
  | { kind: 'missing' }
  | { kind: 'damaged'; why: string; bytes: Buffer }

export async function readManifest(fileSystem: FileSystem, folder: string): Promise<ManifestReading> {
  let bytes: Buffer
  try {
    bytes = await fileSystem.readFile(join(folder, manifestName))
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return { kind: 'missing' }
    throw error
  }
  return parseManifest(bytes)
}

export function parseManifest(bytes: Buffer): ManifestReading {
  if (bytes.length === 0) return { kind: 'damaged', why: 'it is empty', bytes }
  let stored: unknown
  try {
    stored = JSON.parse(bytes.toString('utf8'))
    if (typeof stored !== 'object' || stored === null) return { kind: 'damaged', why: 'it is no JSON object', bytes }
  } catch {
    return { kind: 'damaged', why: 'it is not JSON', bytes }
  }
  // The checksum before the schema: what we wrote needs no second look, and zod's first look at anything takes longer than all the rest here.
  const { checksum, ...manifest } = stored as { checksum?: unknown }
  if (checksum === checksumOf(manifest)) return { kind: 'read', manifest: manifest as Manifest, bytes }
  const parsed = readBySchema(manifestSchema, stored)
  const why = parsed.success ? 'its checksum does not fit what it says' : `it is not a notebook's: ${z.prettifyError(parsed.error)}`
  return { kind: 'damaged', why, bytes }
}

export async function writeManifest(fileSystem: FileSystem, folder: string, manifest: Manifest): Promise<void> {
  await writeDurably(fileSystem, join(folder, manifestName), manifestBytes(manifest))
}

/** What `writeManifest` writes: anything else beside the same fields was written by others. */
export function manifestBytes(manifest: Manifest): Buffer<ArrayBuffer> {
  return Buffer.from(`${JSON.stringify({ ...manifest, checksum: checksumOf(manifest) }, null, 2)}\n`)
}

/** Over the fields in the order in which they stand, whatever the spacing. */
function checksumOf(manifest: object): string {
  return createHash('sha256').update(JSON.stringify(manifest)).digest('hex')
}
