// Puts files before the host for an import: small ones together, large ones in pieces, some messages ahead of their answers.

import type { ImportPiece } from '../../core/contract/import-questions.ts'
import type { NotebookClient } from '../../core/contract/notebook-client.ts'
import { fileKindOf, maxFileBytes } from '../../core/import/file-kinds.ts'
import type { RefusalValue } from '../../core/store/refusal.ts'
import type { GatheredFile } from './gather-files.ts'
import { toBase64 } from './upload-file.ts'

/** A multiple of three: base64 then has no padding inside. */
const pieceBytes = 786_432
const mostPieces = 400
const mostAhead = 3

type SendOptions = { signal: AbortSignal; onProgress: (files: number) => void }

/** Undefined once the host has all of them, or `signal` gave it up. */
export async function sendFiles(
  client: Pick<NotebookClient, 'ask'>,
  name: string,
  files: readonly GatheredFile[],
  { signal, onProgress }: SendOptions,
): Promise<RefusalValue | undefined> {
  const ahead: Promise<void>[] = []
  let refusal: RefusalValue | undefined
  let pieces: ImportPiece[] = []
  let bytes = 0
  const send = async (done: number) => {
    const sent = pieces
    pieces = []
    bytes = 0
    if (sent.length === 0) return
    while (ahead.length >= mostAhead) await ahead.shift()
    if (signal.aborted) return
    const answer = client.ask('import.put', { import: name, pieces: sent }).then((answered) => {
      if (!answered.ok) refusal ??= answered.error
      onProgress(done)
    })
    ahead.push(answer)
  }
  for (const [position, { path, file }] of files.entries()) {
    const size = file && isWanted(path, file) ? file.size : file && file.size > maxFileBytes ? file.size : 0
    let start = 0
    do {
      const wanted = size > maxFileBytes ? 0 : Math.min(size - start, pieceBytes)
      if (pieces.length >= mostPieces || bytes + wanted > pieceBytes) await send(position)
      if (refusal || signal.aborted) return refusal
      const read = wanted === 0 ? new Uint8Array() : await bytesOf(file as File, start, wanted)
      pieces.push({ path, start, size: read ? size : 0, data: read ? toBase64(read) : '' })
      bytes += wanted
      start += wanted
      if (!read || wanted === 0) break
    } while (start < size)
  }
  await send(files.length)
  await Promise.all(ahead)
  return refusal
}

/** What nobody will read stays where it is: its name alone is told, for the report. */
function isWanted(path: string, file: File): boolean {
  return file.size <= maxFileBytes && fileKindOf(path.slice(path.lastIndexOf('/') + 1), !path.includes('/')) !== undefined
}

/** Undefined where the file went away or may not be read. */
async function bytesOf(file: File, start: number, count: number): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.slice(start, start + count).arrayBuffer())
  } catch {
    return undefined
  }
}
