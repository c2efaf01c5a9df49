// Sends a file to the notebook in pieces, so that progress can be told and the rest of the window goes on talking to its host in between.

import type { UploadAnswer } from '../../core/contract/messages.ts'
import type { NotebookClient } from '../../core/contract/notebook-client.ts'

/** A multiple of three: base64 then has no padding inside. On a local connection a piece takes a few milliseconds. */
const pieceBytes = 786_432
/** A lost connection loses what had come in; after a second loss somebody should look. */
const maxAttempts = 2

type UploadOptions = {
  onProgress?: (share: number) => void
  signal?: AbortSignal
}

/** The file's name in the notebook, the refusal, or undefined where `signal` gave it up. */
export async function uploadFile(
  client: Pick<NotebookClient, 'upload'>,
  file: Blob,
  { onProgress, signal }: UploadOptions = {},
): Promise<{ ok: true; file: string } | Extract<UploadAnswer, { ok: false }> | undefined> {
  const { size } = file
  for (let attempt = 1; ; attempt += 1) {
    const upload = crypto.randomUUID()
    for (let start = 0; ; start += pieceBytes) {
      const data = toBase64(new Uint8Array(await file.slice(start, start + pieceBytes).arrayBuffer()))
      if (signal?.aborted) return undefined
      const answer = await client.upload({ upload, start, size: Math.max(1, size), data })
      if (signal?.aborted) return undefined
      if (!answer.ok && answer.error.code === 'stale' && attempt < maxAttempts) break
      if (!answer.ok) return answer
      onProgress?.(answer.received / size)
      if (answer.file !== undefined) return { ok: true, file: answer.file }
    }
  }
}

/** `Uint8Array.prototype.toBase64` is younger than the browsers that may show us. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (let start = 0; start < bytes.length; start += 8_192) binary += String.fromCharCode(...bytes.subarray(start, start + 8_192))
  return btoa(binary)
}
