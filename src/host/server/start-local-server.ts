// The browser's way to a notebook: the window's files and a WebSocket on 127.0.0.1, behind one door.

import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import type { NotebookHost } from '../session/notebook-host.ts'
import { type ServeWireOptions, serveWire } from '../session/serve-wire.ts'
import { admitRequest, type Door, hostOf } from './admit-request.ts'
import { answerRequest, type Site } from './answer-request.ts'
import type { BrowserMemory } from './browser-memory.ts'
import { type HttpServer, openHttpServer } from './open-http-server.ts'
import { startParameter, wirePath } from './paths.ts'
import { readAssets } from './read-assets.ts'
import { refuseSocket } from './refuse-socket.ts'
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

/** A few windows; these stop a page that would open thousands. */
const maxWires = 32
const maxWireMessageBytes = 64_000_000
const freshLinkEveryMs = 10_000

/** Rejects where the window is not built or the port is taken (`EADDRINUSE`). */
export async function startLocalServer(options: LocalServerOptions): Promise<LocalServer> {
  const assets = await readAssets(options.assets)
  const { memory, notebook } = options
  const ports = options.port === undefined ? (memory?.port === undefined ? [0] : [memory.port, 0]) : [options.port]
  // Whoever connects before the port is known waits for it: the door cannot tell its own name yet.
  let tellSite: (site: Site) => void = () => {}
  const known = new Promise<Site>((resolve) => {
    tellSite = resolve
  })
  const http = await openHttpServer(ports, async (request, response, prove) => answerRequest(await known, request, response, prove))
  const { port } = http
  // Whoever has the port now may be another user's program, and browsers send it the sessions of that port: from then on they prove nothing.
  const sessions = new Sessions(options.startLink ?? 'once', port === memory?.port ? memory.sessions : [])
  memory?.remember(port, sessions.all)
  const door: Door = {
    port,
    isSession: (secret) => sessions.has(secret),
    isToken: (secret) => sessions.isToken(secret),
    clipperOf: (secret) => notebook.clippers?.nameOf(secret),
  }
  const linkOf = (token: string) => `http://${hostOf(port)}/?${startParameter}=${token}`
  let lastFreshMs = Number.NEGATIVE_INFINITY
  const offerFreshLink = () => {
    if (!options.onFreshLink || performance.now() - lastFreshMs < freshLinkEveryMs) return
    lastFreshMs = performance.now()
    options.onFreshLink(linkOf(sessions.freshToken()))
  }
  tellSite({ notebook, assets, sessions, door, offerFreshLink, onSession: () => memory?.remember(port, sessions.all) })
  const closeWires = acceptWires(http, door, (socket) => {
    const wire = makeWebSocketWire<DownMessage, UpMessage>(socket, { ...webSocketDefaults, ...options.webSocket })
    serveWire(notebook, wire, options.session)
  })

  return {
    url: linkOf(sessions.token),
    token: sessions.token,
    port,
    close: () => {
      closeWires()
      return http.close()
    },
  }
}

function acceptWires({ server, prove }: HttpServer, door: Door, onSocket: (socket: WebSocket) => void): () => void {
  const webSockets = new WebSocketServer({ noServer: true, maxPayload: maxWireMessageBytes, perMessageDeflate: false, clientTracking: true })
  const admit = (request: IncomingMessage, socket: Duplex): boolean => {
    socket.on('error', () => socket.destroy())
    const admission = admitRequest(factsOf(request, request.method !== 'CONNECT'), door)
    const status = !admission.ok ? admission.status : admission.path !== wirePath ? 404 : webSockets.clients.size >= maxWires ? 503 : undefined
    if (status !== undefined) refuseSocket(socket, status)
    else prove(socket)
    return status === undefined
  }
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (admit(request, socket)) webSockets.handleUpgrade(request, socket, head, onSocket)
  })
  // The door refuses every CONNECT, each for the first reason that there is.
  server.on('connect', admit)
  return () => {
    for (const client of webSockets.clients) client.terminate()
    webSockets.close()
  }
}
