// Refuses where there is no response object: one line, and the connection ends.

import type { Duplex } from 'node:stream'
import { refusalText } from './refusal-text.ts'

export function refuseSocket(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy()
  const text = refusalText(status)
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length}\r\nConnection: close\r\n\r\n${text}`,
    () => socket.destroy(),
  )
}
