// A file that a command was told to write appears whole or not at all.

import { randomUUID } from 'node:crypto'
import { lstat, rename, rm, writeFile } from 'node:fs/promises'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/** Rejects with a failure that says why it cannot be written. */
export async function writeWhole(path: string, text: string): Promise<void> {
  try {
    const isSpecial = await lstat(path).then(
      (found) => !found.isFile(),
      () => false,
    )
    // A pipe, a device or a link is written through; replacing it would take it away.
    if (isSpecial) return await writeFile(path, text)
    const temporary = `${path}.${randomUUID().slice(0, 8)}.tmp`
    try {
      await writeFile(temporary, text, { flag: 'wx' })
      await rename(temporary, path)
    } catch (error) {
      await rm(temporary, { force: true })
      throw error
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new CommandFailure(`${path} cannot be written: there is no such folder`)
    if (code === 'EISDIR') throw new CommandFailure(`${path} is a folder: name a file in it`)
    throw cannotWrite(path, code)
  }
}

/** The disk's answer in words that say what to do; what has none keeps its code. */
export function cannotWrite(path: string, code: string | undefined): CommandFailure {
  const reason = code === undefined ? undefined : reasons[code]
  return new CommandFailure(`${path} cannot be written${reason ? `: ${reason}` : ` (${code})`}`, exitCodes.problems)
}

const reasons: Partial<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'it is larger than files may be there',
  EROFS: 'it is on a disk that can only be read: name another folder',
  EACCES: 'you may not write there: name another folder',
  EPERM: 'you may not write there: name another folder',
  ENOTDIR: 'a part of its path is a file, not a folder',
  ENAMETOOLONG: 'its name is too long',
}
