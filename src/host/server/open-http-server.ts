// An HTTP server on 127.0.0.1 as every door of ours needs it: short limits, one line for what is no HTTP, and room for who is let in.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { keepConnections } from './keep-connections.ts'
import { refuseSocket } from './refuse-socket.ts'

/** `prove` is told of the socket of whoever was let in. Never rejects. */
export type AnswerRequest = (request: IncomingMessage, response: ServerResponse, prove: (socket: object) => void) => Promise<void>

export type HttpServer = { server: Server; port: number; prove: (socket: object) => void; close: () => Promise<void> }

const mostUnanswered = 16

/** Listens on the first of `ports` that is free (0 for any). Rejects with the last one's error (`EADDRINUSE`, `EACCES`). `answer` may wait for its port. */
export async function openHttpServer(ports: readonly number[], answer: AnswerRequest): Promise<HttpServer> {
  const server = createServer({
    headersTimeout: 5_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16_384,
    // Ours is the answer to a missing Host: 421, like to a wrong one.
    requireHostHeader: false,
  })
  server.maxRequestsPerSocket = 1_000
  const prove = keepConnections(server)
  /** What is not answered to its end, by connection. */
  const unanswered = new WeakMap<object, { request: IncomingMessage; response: ServerResponse }[]>()
  const take = (request: IncomingMessage, response: ServerResponse) => {
    const { socket } = request
    if (socket.destroyed) return
    const exchanges = unanswered.get(socket) ?? []
    // No browser asks before it has the answer to what it asked; a connection that asks without end would hold the others up.
    if (exchanges.length >= mostUnanswered) return void socket.destroy()
    const exchange = { request, response }
    unanswered.set(socket, [...exchanges, exchange])
    response.once('close', () => unanswered.set(socket, unanswered.get(socket)?.filter((each) => each !== exchange) ?? []))
    void answer(request, response, prove)
  }
  server.on('request', take)
  // Node would send `100 Continue` before we looked at the request: here a refused body is never asked for.
  server.on('checkContinue', take)
  // Node would answer these itself, before the door.
  server.on('checkExpectation', take)
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    const { request, response } = unanswered.get(socket)?.at(-1) ?? {}
    // Behind a request that is being answered, a refusal would be read as a part of that answer: it is answered, and then the connection ends.
    if (response && request?.complete) response.once('close', () => socket.destroy())
    else if (response?.headersSent) socket.destroy()
    else refuseSocket(socket, statusOfClientError(error))
  })
  const port = await listenOnFirst(server, ports)
  return {
    server,
    port,
    prove,
    close: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      return closed
    },
  }
}

async function listenOnFirst(server: Server, ports: readonly number[]): Promise<number> {
  const [port = 0, ...others] = ports
  try {
    return await listen(server, port)
  } catch (error) {
    if (others.length === 0) throw error
    return listenOnFirst(server, others)
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    // Never another address: the whole door rests on it.
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      server.off('error', reject)
      server.on('error', () => {})
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function statusOfClientError({ code }: NodeJS.ErrnoException): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
}
