// The text of a file, or of stdin, that a command is given to read.

import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { decodeText } from '../core/import/decode-text.ts'
import { readProblem } from '../host/import/list-files.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'

/** `-` is stdin. Throws `CommandFailure`, in words, where it cannot be read or is no text. */
export async function readText(file: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = file === '-' ? await buffer(process.stdin) : await readFile(file)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'is a folder' : readProblem(error)
    throw new CommandFailure(`${file}: ${reason}`)
  }
  const decoded = decodeText(bytes)
  if (!decoded.ok) throw new CommandFailure(`${file === '-' ? 'stdin' : file}: ${decoded.reason}`, exitCodes.problems)
  return decoded.text
}
