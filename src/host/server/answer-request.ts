// Answers a request that the door let in: the page, its files, pictures of the notebook, and commands and questions for programs.

import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { NotebookHost } from '../session/notebook-host.ts'
import { admitRequest, cookieName, type Door } from './admit-request.ts'
import { answerApi, type Refuse } from './api/answer-api.ts'
import { healthPath } from './paths.ts'
import type { Assets } from './read-assets.ts'
import { refusalText } from './refusal-text.ts'
import { plainText, refuseRequest } from './refuse-request.ts'
import { factsOf } from './request-facts.ts'
import { pagePolicy, securityHeaders } from './security-headers.ts'
import { openImage } from './serve-file.ts'
import type { Sessions } from './sessions.ts'

export type Site = {
  notebook: NotebookHost & { readonly folder: string }
  assets: Assets
  sessions: Sessions
  door: Door
  offerFreshLink: () => void
  /** A browser got its session. */
  onSession: () => void
}

const noStore = { 'Cache-Control': 'no-store' }
/** Named by their content: the same name is the same bytes for ever. */
const immutable = { 'Cache-Control': 'private, max-age=31536000, immutable' }

/** Never rejects and never says more than the status of what went wrong inside. */
export async function answerRequest(site: Site, request: IncomingMessage, response: ServerResponse, prove: (socket: object) => void): Promise<void> {
  const refuse = (status: number, reason: string) => refuseRequest(request, response, status, reason)
  try {
    for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    const admission = admitRequest(factsOf(request, false), site.door)
    if (!admission.ok) return refuse(admission.status, admission.reason)
    const { path, startToken, hasSession, clipper, isProven } = admission
    if (isProven) prove(request.socket)
    if (startToken !== undefined) return startSession(site, response, startToken, hasSession, refuse)
    if (path.startsWith('/api/') && path !== healthPath) return await answerApi(site.notebook, request, response, { path, clipper, refuse })
    await answerGet(site, request, response, path)
  } catch (error) {
    if (!response.destroyed && !request.destroyed) console.error(error)
    if (response.headersSent) response.destroy()
    else refuse(500, 'this failed inside Footing')
  }
}

/** From the link to the cookie. The redirect takes the token out of the address bar and of the history. */
function startSession(
  { sessions, door, offerFreshLink, onSession }: Site,
  response: ServerResponse,
  startToken: string,
  hasSession: boolean,
  refuse: Refuse,
): void {
  // The same browser again, a reload of the terminal's link or a second tab: its cookie serves, whatever became of the token.
  const session = hasSession ? undefined : sessions.exchange(startToken)
  if (!hasSession && session === undefined) {
    if (sessions.wasIssued(startToken)) offerFreshLink()
    refuse(401, 'this start link was used before, or is not from this run of Footing: take the newest one printed in the terminal')
    return
  }
  if (session) onSession()
  const cookie = session && { 'Set-Cookie': `${cookieName(door.port)}=${session}; HttpOnly; SameSite=Strict; Path=/` }
  response.writeHead(303, { Location: '/', ...noStore, ...cookie }).end()
}

async function answerGet({ notebook, assets, door }: Site, request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  const send = (status: number, headers: Record<string, string>, body: string | Buffer) => {
    response.writeHead(status, { ...headers, 'Content-Length': String(Buffer.byteLength(body)) }).end(request.method === 'HEAD' ? undefined : body)
  }
  if (path === healthPath) return send(200, { 'Content-Type': 'application/json', ...noStore }, '{"ok":true}')
  if (path === '/' || path === '/index.html') {
    const nonce = randomBytes(16).toString('base64url')
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': pagePolicy(door.port, nonce), ...noStore }
    return send(200, headers, assets.page.replaceAll('__STYLE_NONCE__', nonce))
  }
  const asset = assets.files.get(path)
  if (asset) return send(200, { 'Content-Type': asset.type, ...(asset.isHashed ? immutable : { 'Cache-Control': 'no-cache' }) }, asset.bytes)
  const image = await openImage(notebook.folder, path)
  if (!image) return send(404, plainText, refusalText(404))
  response.writeHead(200, { 'Content-Type': image.type, 'Content-Length': String(image.size), ...immutable })
  if (request.method === 'HEAD') {
    await image.file.close()
    response.end()
  } else await pipeline(image.file.createReadStream(), response)
}
