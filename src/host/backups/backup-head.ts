// <name>.backup.json: what one backup is of, when and why it was made, and which pieces list its files. Small, so that a list of backups is quick.

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { backupReasons } from '../../core/backups/backup.ts'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { Breather } from '../storage/breather.ts'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)

/** One file as a backup holds it: its pieces one after the other are its bytes. */
const backedUpFile = z.object({ path: z.string(), bytes: count, sha256, pieces: z.array(sha256) })
export type BackedUpFile = z.infer<typeof backedUpFile>

export const backupHead = z.object({
  format: z.literal('footing backup'),
  version: z.literal(1),
  name: z.string().regex(/^[\w-]{1,80}$/),
  /** Grows by one with every backup of a notebook, whatever the clock does. */
  number: z.int().min(1),
  notebook: z.string(),
  title: z.string(),
  /** Where the notebook lay: a copy of it has the same id, and backups of its own. */
  folder: z.string(),
  at: z.string(),
  reason: z.enum(backupReasons),
  schema: z.int().min(1),
  generation: z.int().min(1),
  /** The hash of the generation's records: a number alone can come again after a restore. */
  records: sha256,
  seq: count,
  /** Of all its files, as they lay in the notebook. */
  bytes: count,
  /** Records that are not in the trash. */
  counts: z.object({
    insights: count,
    sources: count,
    highlights: count,
    evidence: count,
    entities: count,
    reports: count,
    // Backups from before there were any say nothing of them.
    figures: count.default(0),
    metrics: count.default(0),
  }),
  /** What of the notebook was damaged already when it was backed up, in words. */
  damage: z.array(z.string()),
  /** Every piece was read back and the whole was opened then. */
  verifiedAt: z.string(),
  /** The list of its files, one JSON object a line. */
  list: z.object({ bytes: count, sha256, pieces: z.array(sha256) }),
})
export type BackupHead = z.infer<typeof backupHead>

const ending = '.backup.json'

export const headFile = (name: string): string => `${name}${ending}`
export const isHeadFile = (name: string): boolean => name.endsWith(ending)

export function headBytes(head: BackupHead): Buffer {
  return Buffer.from(`${JSON.stringify({ ...head, checksum: checksumOf(head) }, null, 2)}\n`)
}

/** Undefined for what is no head, or a damaged one. */
export function parseHead(bytes: Buffer): BackupHead | undefined {
  try {
    const { checksum, ...stored } = JSON.parse(bytes.toString('utf8')) as { checksum?: unknown }
    const parsed = readBySchema(backupHead, stored)
    return parsed.success && checksum === checksumOf(stored) ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** In slices: a notebook of ten thousand sources has twenty thousand files. */
export async function listBytes(files: readonly BackedUpFile[]): Promise<Buffer> {
  const breather = new Breather()
  const lines: string[] = []
  for (const { path, bytes, sha256: hash, pieces } of files) {
    if (breather.isDue) await breather.pause()
    // A file of one piece is that piece: its hash is written once.
    const isOnePiece = pieces.length === 1 && pieces[0] === hash
    lines.push(`${JSON.stringify(isOnePiece ? { path, bytes, sha256: hash } : { path, bytes, sha256: hash, pieces })}\n`)
  }
  return Buffer.from(lines.join(''))
}

/** Rejects where a line is no file: the hash of the list was looked at before. */
export async function parseList(bytes: Buffer): Promise<BackedUpFile[]> {
  const breather = new Breather()
  const files: BackedUpFile[] = []
  for (const line of bytes.toString('utf8').split('\n')) {
    if (line === '') continue
    if (breather.isDue) await breather.pause()
    const file = JSON.parse(line) as Omit<BackedUpFile, 'pieces'> & { pieces?: string[] }
    files.push({ ...file, pieces: file.pieces ?? [file.sha256] })
  }
  return files
}

function checksumOf(head: object): string {
  return createHash('sha256').update(JSON.stringify(head)).digest('hex')
}
