// files/<sha256>.<extension>: a picture or an original file under the hash of its bytes, durable before any record names it.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { imageExtensionOf, maxImageBytes } from '../../core/records/image-file.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { publishDurably, writeAll } from './durable-file.ts'
import type { FileSystem } from './file-system.ts'
import { toRefusal } from './storage-refusal.ts'

/** The name to write in Markdown. The same picture again writes nothing; a damaged one is replaced. Throws refusals. */
export async function storeImage(fileSystem: FileSystem, notebookFolder: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length > maxImageBytes) throw new Refusal('too-large', `a picture can have ${maxImageBytes / 1_000_000} MB`)
  const extension = imageExtensionOf(bytes)
  if (!extension) throw new Refusal('invalid', 'this is no picture of a kind that is kept: PNG, JPEG, GIF, WebP or AVIF')
  return `files/${await storeFile(fileSystem, notebookFolder, bytes, extension)}`
}

/** The name in files/. Callers know that the extension is one that nothing is served under that could run. */
export async function storeFile(fileSystem: FileSystem, notebookFolder: string, bytes: Uint8Array, extension: string): Promise<string> {
  const sha256 = hashOf(bytes)
  const folder = join(notebookFolder, 'files')
  const name = `${sha256}.${extension}`
  const path = join(folder, name)
  try {
    await fileSystem.makeFolder(folder)
    const isThere = (await fileSystem.sizeOf(path)) === bytes.length && hashOf(await fileSystem.readFile(path)) === sha256
    if (!isThere) await publishDurably(fileSystem, path, (file) => writeAll(file, bytes, 0))
    await fileSystem.syncFolder(folder)
    // The folder itself may be new.
    await fileSystem.syncFolder(notebookFolder)
  } catch (error) {
    throw toRefusal(error, 'storing a file')
  }
  return name
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
