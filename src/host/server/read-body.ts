// Reads the JSON body of a request, counting while it streams: a length that was not announced, or was a lie, is found out.

import type { IncomingMessage } from 'node:http'
import { parseJson } from './parse-json.ts'

export type Body = { ok: true; value: unknown } | { ok: false; status: 400 | 413 | 429; reason: string }

/** All bodies that are being read at one moment: a hundred slow ones must not fill the memory with what each of them may hold. */
const maxWaitingBytes = 64_000_000
let waitingBytes = 0

/** Rejects only where the connection breaks. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = []
  let length = 0
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length
      waitingBytes += chunk.length
      if (length > maxBytes) return { ok: false, status: 413, reason: `a request holds at most ${maxBytes / 1_000_000} MB` }
      if (waitingBytes > maxWaitingBytes) return { ok: false, status: 429, reason: 'too much is being sent at once: try again' }
      chunks.push(chunk)
    }
    return { ok: true, value: parseJson(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) }
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      return { ok: false, status: 400, reason: 'the body is not JSON in UTF-8, or is nested too deep' }
    throw error
  } finally {
    waitingBytes -= length
  }
}
