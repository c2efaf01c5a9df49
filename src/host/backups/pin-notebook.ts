// A moment of a notebook without a copy of it: its generation's files never change, and its journal only grows, so that a length is enough.

import { join } from 'node:path'
import { DamageLog } from '../storage/damage.ts'
import type { FileSystem, OpenFile } from '../storage/file-system.ts'
import { findManifest } from '../storage/find-manifest.ts'
import type { Manifest } from '../storage/manifest.ts'

export type Pin = {
  /** Without the generation before, since a backup is one moment, and without what guards a folder that goes on changing. */
  manifest: Manifest
  /** How far each of the manifest's journals went; undefined for those that are finished. */
  journalBytes: ReadonlyMap<string, number | undefined>
}

const stepBytes = 64 * 1024
const newline = 0x0a

export function pinOf(manifest: Manifest, journalBytes: Pin['journalBytes']): Pin {
  // The mark of the last commit goes on while a backup is made; the hash of every piece says that the end of its journal is whole.
  const { previous: _, guards: __, ...moment } = manifest
  return { manifest: moment, journalBytes }
}

/** For everybody else than the writer, who may be appending right now: up to the last whole line. Throws `not-found` without a notebook. */
export async function pinBesideWriter(fileSystem: FileSystem, folder: string): Promise<Pin> {
  const { manifest } = await findManifest(fileSystem, folder, new DamageLog(fileSystem, folder, false))
  const journalBytes = new Map<string, number | undefined>()
  for (const { name } of manifest.files.journals) journalBytes.set(name, await wholeLines(fileSystem, join(folder, name)))
  return pinOf(manifest, journalBytes)
}

async function wholeLines(fileSystem: FileSystem, path: string): Promise<number | undefined> {
  const size = await fileSystem.sizeOf(path)
  if (size === undefined) return undefined
  const file = await fileSystem.open(path, 'r')
  try {
    for (let end = size; end > 0; end -= stepBytes) {
      const bytes = await readRange(file, Math.max(0, end - stepBytes), end)
      const found = bytes.lastIndexOf(newline)
      if (found >= 0) return Math.max(0, end - stepBytes) + found + 1
    }
    return 0
  } finally {
    await file.close()
  }
}

async function readRange(file: OpenFile, start: number, end: number): Promise<Buffer> {
  const bytes = Buffer.alloc(end - start)
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start)
  return bytes.subarray(0, bytesRead)
}
