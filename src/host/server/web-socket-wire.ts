// A wire over a WebSocket: JSON text each way, kept alive by pings, cut where the other end no longer takes what it is sent.

import type { RawData, WebSocket } from 'ws'
import type { Wire } from '../../core/wire/wire.ts'
import { parseJson } from './parse-json.ts'

export type WebSocketWireOptions = {
  /** Pings this often; an end that has not answered by the next is gone (asleep, or cut off without a word). */
  pingEveryMs: number
  /** What may wait to be sent. A window that lags so far behind starts anew: it reconnects and asks for what it shows. */
  maxWaitingBytes: number
}

export const webSocketDefaults: WebSocketWireOptions = { pingEveryMs: 30_000, maxWaitingBytes: 256_000_000 }

/** Close codes of RFC 6455, 7.4.1. */
const closeCodes = { unsupportedData: 1003, badData: 1007 } as const

export function makeWebSocketWire<Out, In>(socket: WebSocket, options: WebSocketWireOptions = webSocketDefaults): Wire<Out, In> {
  const listeners: ((message: In) => void)[] = []
  let isAlive = true
  const pinging = setInterval(() => {
    if (!isAlive) return socket.terminate()
    isAlive = false
    socket.ping()
  }, options.pingEveryMs)
  pinging.unref()
  socket.on('pong', () => {
    isAlive = true
  })
  // Each is answered: from an end that does not read, the answers would pile up.
  socket.on('ping', () => {
    if (socket.bufferedAmount > options.maxWaitingBytes) socket.terminate()
  })
  // `ws` closes the socket itself after an error (a message too large, a broken frame); unheard it would end the process.
  socket.on('error', () => {})
  socket.on('close', () => clearInterval(pinging))
  socket.on('message', (data: RawData, isBinary: boolean) => {
    isAlive = true
    if (isBinary) return socket.close(closeCodes.unsupportedData, 'text only')
    let message: In
    try {
      message = parseJson(data.toString()) as In
    } catch {
      return socket.close(closeCodes.badData, 'not JSON, or nested too deep')
    }
    for (const listener of listeners) listener(message)
  })
  return {
    send: (message) => {
      if (socket.readyState !== socket.OPEN) return
      if (socket.bufferedAmount > options.maxWaitingBytes) {
        // Not `close`: its handshake would wait behind everything that is not taken.
        socket.terminate()
        return
      }
      socket.send(JSON.stringify(message))
    },
    onMessage: (listener) => void listeners.push(listener),
    onClose: (listener) => void socket.on('close', listener),
  }
}
