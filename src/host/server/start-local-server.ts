// The browser's way to a notebook: the window's files and a WebSocket on 127.0.0.1, behind one door.

import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { type ServeWireOptions, serveWire } from '../session/serve-wire.ts'
import { admitRequest, type Door, hostOf, startParameter, wirePath } from './admit-request.ts'
import { answerRequest } from './answer-request.ts'
import type { BrowserMemory } from './browser-memory.ts'
import { readAssets } from './read-assets.ts'
import { refusalText } from './refusal-text.ts'
import { factsOf } from './request-facts.ts'
import { Sessions, type StartLinkUse } from './sessions.ts'
import { makeWebSocketWire, type WebSocketWireOptions, webSocketDefaults } from './web-socket-wire.ts'

export type LocalServerOptions = {
  notebook: NotebookHost & { readonly folder: string }
  /** The folder of the built window (out/renderer). */
  assets: string
  /** None for the remembered one where it is free, else a random one; 0 for a random one. */
  port?: number | undefined
  /** Keeps the port and the sessions for the next run. */
  memory?: BrowserMemory | undefined
  /** `once` (default) where a browser is started with the link; `until closed` where it is only printed. */
  startLink?: StartLinkUse | undefined
  /** Told of a fresh start link when one that was used is opened in a browser that has no session: print it. At most one in ten seconds. */
  onFreshLink?: ((url: string) => void) | undefined
  session?: ServeWireOptions | undefined
  webSocket?: Partial<WebSocketWireOptions> | undefined
}

export type LocalServer = {
  /** The start link: it opens the notebook in a browser. */
  url: string
  /** What stands in the link. */
  token: string
  port: number
  close: () => Promise<void>
}

/** A window is one wire and a handful of requests; these are for a few windows, and stop a page that would open thousands. */
const maxConnections = 128
const maxWires = 32
const maxWireMessageBytes = 64_000_000
const freshLinkEveryMs = 10_000

/** Rejects where the window is not built or the port is taken (`EADDRINUSE`). */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const assets = await readAssets(options.assets)
  const { memory } = options
  const server = createServer({
    headersTimeout: 5_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16_384,
    // Ours is the answer to a missing Host: 421, like to a wrong one.
    requireHostHeader: false,
  })
  server.maxConnections = maxConnections
  server.maxRequestsPerSocket = 1_000
  const rememberedPort = options.port === undefined ? memory?.port : undefined
  const port = rememberedPort ? await listen(server, rememberedPort).catch(() => listen(server, 0)) : await listen(server, options.port ?? 0)
  // Whoever has the port now may be another user's program, and browsers send it the sessions of that port: from then on they prove nothing.
  const sessions = new Sessions(options.startLink ?? 'once', port === memory?.port ? memory.sessions : [])
  memory?.remember(port, sessions.all)
  const door: Door = { port, isSession: (secret) => sessions.has(secret), isToken: (secret) => sessions.isToken(secret) }
  const linkOf = (token: string) => `http://${hostOf(port)}/?${startParameter}=${token}`
  let lastFreshMs = Number.NEGATIVE_INFINITY
  const offerFreshLink = () => {
    if (!options.onFreshLink || performance.now() - lastFreshMs < freshLinkEveryMs) return
    lastFreshMs = performance.now()
    options.onFreshLink(linkOf(sessions.freshToken()))
  }

  const site = { notebook: options.notebook, assets, sessions, door, offerFreshLink, onSession: () => memory?.remember(port, sessions.all) }
  server.on('request', (request, response) => void answerRequest(site, request, response))
  // Node would send `100 Continue` before we looked at the request: here a refused body is never asked for.
  server.on('checkContinue', (request, response) => void answerRequest(site, request, response))
  server.on('checkExpectation', (_request, response) => response.writeHead(417, { Connection: 'close' }).end())
  server.on('connect', (_request, socket) => refuseSocket(socket, 405))
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => refuseSocket(socket, statusOfClientError(error)))
  const closeWires = acceptWires(server, door, (socket) => {
    const wire = makeWebSocketWire<DownMessage, UpMessage>(socket, { ...webSocketDefaults, ...options.webSocket })
    serveWire(options.notebook, wire, options.session)
  })

  return {
    url: linkOf(sessions.token),
    token: sessions.token,
    port,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      closeWires()
      server.closeAllConnections()
      await closed
    },
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

function acceptWires(server: Server, door: Door, onSocket: (socket: WebSocket) => void): () => void {
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: maxWireMessageBytes, perMessageDeflate: false, clientTracking: true })
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy())
    const admission = admitRequest(factsOf(request, true), door)
    if (!admission.ok) return refuseSocket(socket, admission.status)
    if (admission.path !== wirePath) return refuseSocket(socket, 404)
    if (webSockets.clients.size >= maxWires) return refuseSocket(socket, 503)
    webSockets.handleUpgrade(request, socket, head, onSocket)
  })
  return () => {
    for (const client of webSockets.clients) client.terminate()
    webSockets.close()
  }
}

function statusOfClientError({ code }: NodeJS.ErrnoException): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
}

/** Where there is no response object: one line, and the connection ends. */
function refuseSocket(socket: Duplex, status: number): void {
  if (!socket.writable) return void socket.destroy()
  const text = refusalText(status)
  socket.end(
    `HTTP/1.1 ${status} ${text}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${text.length}\r\nConnection: close\r\n\r\n${text}`,
    () => socket.destroy(),
  )
}
