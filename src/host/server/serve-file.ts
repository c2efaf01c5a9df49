// Pictures of the notebook by the hash of their bytes: nothing but raster images, which can run nothing.

import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { join } from 'node:path'

const imageTypes = new Map([
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['avif', 'image/avif'],
])

const filePath = /^\/files\/([0-9a-f]{64})\.([a-z]{3,4})$/

export type StoredImage = { file: FileHandle; size: number; type: string }

/** The open file (the caller closes it), or undefined for every address that names no picture of this notebook. */
export async function openImage(notebookFolder: string, path: string): Promise<StoredImage | undefined> {
  const [, hash, extension = ''] = filePath.exec(path) ?? []
  const type = imageTypes.get(extension)
  if (!hash || !type) return undefined
  let file: FileHandle | undefined
  try {
    // A link in the folder, laid there by an import or another program, is not followed out of it.
    file = await open(join(notebookFolder, 'files', `${hash}.${extension}`), constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
    const stat = await file.stat()
    if (stat.isFile()) return { file, size: stat.size, type }
  } catch {
    // Not there, or not readable: for the window that is the same.
  }
  await file?.close()
  return undefined
}
