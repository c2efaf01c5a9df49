// The door for other processes of the same user: a notebook that is open here serves the terminal's commands over its local socket.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import { LineCutter } from './message-lines.ts'
import { socketAddress } from './socket-address.ts'
import { makeSocketWire, maxMessageBytes, type SocketWire } from './socket-wire.ts'

export type SocketServer = { path: string; close: () => Promise<void> }

/** A stranger gets this long, and this many bytes, to show the token. */
const admissionMs = 5_000
const maxAdmissionBytes = 1_000

/**
 * Listens for the notebook at `folder`; `onWire` gets every connection that showed the token, as a window's wire.
 * The caller holds the notebook's lock: whatever socket lies there is a killed process's and is taken away.
 * Rejects where no private folder can be had or the socket cannot be bound.
 */
export async function listenOnSocket(folder: string, onWire: (wire: SocketWire<DownMessage, UpMessage>) => void): Promise<SocketServer> {
  const { path, tokenPath } = socketAddress(folder)
  const token = randomBytes(32).toString('base64url')
  const isPipe = process.platform === 'win32'
  if (!isPipe) rmSync(path, { force: true })
  const temporary = `${tokenPath}.${process.pid}`
  writeFileSync(temporary, token, { mode: 0o600 })
  renameSync(temporary, tokenPath)
  const open = new Set<Socket>()
  const server = createServer((socket) => {
    open.add(socket)
    socket.once('close', () => open.delete(socket))
    admit(socket, token, onWire)
  })
  await listen(server, path)
  server.on('error', () => {})
  return {
    path,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of open) socket.destroy()
      await closed
      rmSync(tokenPath, { force: true })
      if (!isPipe) rmSync(path, { force: true })
    },
  }
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function admit(socket: Socket, token: string, onWire: (wire: SocketWire<DownMessage, UpMessage>) => void): void {
  const cutter = new LineCutter(maxMessageBytes)
  let received = 0
  const timer = setTimeout(() => socket.destroy(), admissionMs)
  socket.on('error', () => socket.destroy())
  socket.once('close', () => clearTimeout(timer))
  const read = (chunk: Buffer) => {
    received += chunk.length
    const end = chunk.indexOf(0x0a)
    if (end < 0) {
      cutter.push(chunk)
      if (received > maxAdmissionBytes) socket.destroy()
      return
    }
    socket.off('data', read)
    clearTimeout(timer)
    const [first] = cutter.push(chunk.subarray(0, end + 1))
    if (received - (chunk.length - end) > maxAdmissionBytes || first?.kind !== 'line' || !isSame(first.bytes.toString('utf8'), token)) {
      socket.destroy()
      return
    }
    const early = cutter.push(chunk.subarray(end + 1)).flatMap((line) => (line.kind === 'line' ? [line.bytes] : []))
    onWire(makeSocketWire(socket, cutter, early))
  }
  socket.on('data', read)
}

/** In constant time whatever the lengths: digests are compared. */
function isSame(shown: string, token: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(token))
}
