// Reads the JSON body of a request, counting while it streams: a length that was not announced, or was a lie, is found out.

import type { IncomingMessage } from 'node:http'

export type Body = { ok: true; value: unknown } | { ok: false; status: 400 | 413; reason: string }

/** Rejects only where the connection breaks. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<Body> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) return { ok: false, status: 413, reason: `a request holds at most ${maxBytes / 1_000_000} MB` }
    chunks.push(chunk)
  }
  try {
    return { ok: true, value: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))) }
  } catch {
    return { ok: false, status: 400, reason: 'the body is not JSON' }
  }
}
