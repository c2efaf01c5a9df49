// A wire over a local socket: JSON lines each way, bounded in size.

import type { Socket } from 'node:net'
import type { Wire } from '../../core/wire/wire.ts'
import { LineCutter } from './message-lines.ts'

/** A body of 50 million characters, escaped as JSON, is about 300 MB at worst; V8's longest string is 512 MB. */
export const maxMessageBytes = 400_000_000

export type SocketWire<Out, In> = Wire<Out, In> & { close: () => void }

/**
 * Takes over a connected socket. `cutter` may already hold the beginning of a line, `early` the lines that came before anyone listened.
 * A line that is no JSON or too long closes the wire: the other end is no Footing.
 */
export function makeSocketWire<Out, In>(
  socket: Socket,
  cutter = new LineCutter(maxMessageBytes),
  early: readonly Buffer[] = [],
): SocketWire<Out, In> {
  const messageListeners: ((message: In) => void)[] = []
  const closeListeners: (() => void)[] = []
  let isClosed = false
  const close = () => {
    if (isClosed) return
    isClosed = true
    socket.destroy()
    for (const listener of closeListeners) listener()
  }
  const receive = (bytes: Buffer) => {
    let message: In
    try {
      message = JSON.parse(bytes.toString('utf8')) as In
    } catch {
      close()
      return
    }
    for (const listener of messageListeners) listener(message)
  }
  socket.on('data', (chunk) => {
    for (const line of cutter.push(chunk)) {
      if (isClosed) return
      if (line.kind === 'line') receive(line.bytes)
      else close()
    }
  })
  socket.on('error', close)
  socket.on('close', close)
  // After the caller has had its turn to listen.
  if (early.length > 0) queueMicrotask(() => early.forEach(receive))
  return {
    send: (message) => {
      if (!isClosed) socket.write(`${JSON.stringify(message)}\n`)
    },
    onMessage: (listener) => void messageListeners.push(listener),
    onClose: (listener) => void closeListeners.push(listener),
    close,
  }
}
