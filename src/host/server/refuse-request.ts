// Refuses a request: one line, and the connection ends with it.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { refusalText } from './refusal-text.ts'

export const plainText = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }

/** How long a client that is still sending is listened to, for nothing but to let it read why it was refused. */
const lingerMs = 1_000

/** A connection that is closed while its other end still sends is reset, and the client never sees the answer: what comes is thrown away for a moment. */
export function refuseRequest(request: IncomingMessage, response: ServerResponse, status: number, reason: string): void {
  const text = `${refusalText(status)}: ${reason}\n`
  response.writeHead(status, { ...plainText, 'Content-Length': String(Buffer.byteLength(text)), Connection: 'close' })
  if (request.complete || request.method === 'HEAD') return void response.end(request.method === 'HEAD' ? undefined : text)
  response.write(text)
  const end = () => {
    clearTimeout(timer)
    response.end()
  }
  const timer = setTimeout(end, lingerMs)
  request.once('end', end).once('close', end).once('error', end)
  request.resume()
}
