// Keeps room for who is let in: of the connections that have shown nothing yet, the one that has waited longest goes when there are too many.
//
// A plain limit would let anybody on this machine lock the analyst out by holding it (slowloris). Whoever means to ask something does so as soon as
// it is connected, and so is never among those that have waited longest.

import type { Server } from 'node:http'
import type { Socket } from 'node:net'

/** A window is one wire and a handful of requests; these are for a few windows and programs. */
const maxConnections = { unproven: 256, proven: 256 } as const

/** Returns what to call with the socket of a request that the door let in. */
export function keepConnections(server: Server, { unproven, proven } = maxConnections): (socket: object) => void {
  // In the order in which they came: a Set keeps it.
  const waiting = new Set<Socket>()
  const known = new Set<Socket>()
  server.on('connection', (socket) => {
    waiting.add(socket)
    socket.once('close', () => {
      waiting.delete(socket)
      known.delete(socket)
    })
    if (waiting.size > unproven) waiting.values().next().value?.destroy()
  })
  return (socket) => {
    if (!waiting.delete(socket as Socket)) return
    known.add(socket as Socket)
    if (known.size > proven) known.values().next().value?.destroy()
  }
}
