// The other end of the local socket: sends commands to the process that has the notebook open.

import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { contractVersion } from '../../core/contract/contract-version.ts'
import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import { socketAddress } from './socket-address.ts'
import { makeSocketWire, type SocketWire } from './socket-wire.ts'

export type ServedNotebook = {
  /** As the commit queue's: resolves once durable or refused; `fate-unknown` where the serving process went away before it answered. */
  run: (command: string, input: unknown) => Promise<CommandAnswer>
  close: () => void
}

const welcomeMs = 5_000

/** The notebook at `folder` as another process serves it under the name `actor` (8–64 characters); undefined where none does. */
export async function connectToSocket(folder: string, actor: string): Promise<ServedNotebook | undefined> {
  let token: string
  let socket: Socket | undefined
  try {
    const address = socketAddress(folder)
    token = readFileSync(address.tokenPath, 'utf8').trim()
    socket = await connected(address.path)
  } catch {
    // No token, nobody listening, or no private folder: nobody serves this notebook to us.
    return undefined
  }
  socket.write(`${token}\n`)
  const wire = makeSocketWire<UpMessage, DownMessage>(socket)
  const served = serve(wire)
  wire.send({ type: 'hello', window: actor, version: contractVersion })
  if (await served.welcome) return served.notebook
  wire.close()
  return undefined
}

function serve(wire: SocketWire<UpMessage, DownMessage>): { welcome: Promise<boolean>; notebook: ServedNotebook } {
  const pending = new Map<string, (answer: CommandAnswer) => void>()
  const { promise: welcome, resolve: settleWelcome } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => settleWelcome(false), welcomeMs)
  let isClosed = false
  let lastId = 0
  const settle = (id: string, answer: CommandAnswer) => {
    pending.get(id)?.(answer)
    pending.delete(id)
  }
  wire.onMessage((message) => {
    if (message.type === 'welcome') {
      clearTimeout(timer)
      settleWelcome(message.version === contractVersion)
    } else if (message.type === 'command-answer') settle(message.id, message.answer)
    else if (message.type === 'refused') settle(message.id, { ok: false, error: message.error })
  })
  wire.onClose(() => {
    isClosed = true
    clearTimeout(timer)
    settleWelcome(false)
    for (const id of [...pending.keys()]) {
      settle(id, { ok: false, error: { code: 'fate-unknown', message: 'the process that had the notebook open went away before it answered' } })
    }
  })
  const run = (command: string, input: unknown): Promise<CommandAnswer> => {
    if (isClosed) {
      return Promise.resolve({ ok: false, error: { code: 'closed', message: 'the process that had the notebook open went away' } })
    }
    lastId += 1
    const id = String(lastId)
    const { promise, resolve } = Promise.withResolvers<CommandAnswer>()
    pending.set(id, resolve)
    wire.send({ type: 'command', id, command, input })
    return promise
  }
  return { welcome, notebook: { run, close: wire.close } }
}

function connected(path: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(path)
    socket.once('error', reject)
    socket.once('connect', () => {
      socket.off('error', reject)
      resolve(socket)
    })
  })
}
