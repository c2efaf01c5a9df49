// The guarded door of the local server: every request and every WebSocket passes these checks, in this order, before anything else looks at it.
//
// Any page in any browser can send requests to 127.0.0.1, and with a name of its own that resolves there (DNS rebinding) it can read the answers.
// So: only our exact Host, no foreign Origin, no request that another site caused, and a cookie that only the start link gives.

import { createHash, timingSafeEqual } from 'node:crypto'
import { methodsAt } from './api/api-routes.ts'

/** What the checks look at: header values as they came, every repetition of one in the list. */
export type RequestFacts = {
  method: string
  target: string
  host: readonly string[]
  origin: readonly string[]
  fetchSite: readonly string[]
  cookie: readonly string[]
  authorization: readonly string[]
  contentType: readonly string[]
  contentLength: readonly string[]
  isUpgrade: boolean
}

/** The session is asked for in every place but these two. */
export type Door = {
  port: number
  isSession: (secret: string) => boolean
  /** For programs, which have no cookie: the token of the start link while it is not used up. */
  isToken: (secret: string) => boolean
}

export const startParameter = 'token'
export const healthPath = '/api/health'
export const wirePath = '/wire'
/** Commands and questions are the wire's; a body over HTTP is a few of them. The wire itself takes up to 64 MB. */
export const maxBodyBytes = 8_000_000

type Refused = { status: 400 | 401 | 403 | 405 | 413 | 415 | 421; reason: string }
export type Admission = { ok: true; path: string; startToken: string | undefined; hasSession: boolean } | ({ ok: false } & Refused)

const refuse = (status: Refused['status'], reason: string): Admission => ({ ok: false, status, reason })

/** The address of the server, and the only Host and Origin it answers to. `localhost` is another name, and names can be made to point here. */
export const hostOf = (port: number): string => `127.0.0.1:${port}`

export function admitRequest(facts: RequestFacts, door: Door): Admission {
  const host = hostOf(door.port)
  if (facts.host.length !== 1 || facts.host[0] !== host) return refuse(421, `this server answers to http://${host}/ alone`)
  if (facts.origin.some((origin) => origin !== `http://${host}`)) return refuse(403, 'another site may not ask this server')
  if (facts.isUpgrade && facts.origin.length !== 1) return refuse(403, 'a wire is opened by a page of this server alone')
  // `same-site` is another port of this machine: 127.0.0.1 is one site whatever the port.
  if (facts.fetchSite.some((site) => site !== 'same-origin' && site !== 'none')) return refuse(403, 'another site may not ask this server')
  const target = parseTarget(facts.target)
  if (!target) return refuse(400, 'the address cannot be read')
  if (!methodsFor(target.path, facts.isUpgrade).includes(facts.method)) return refuse(405, `${facts.method} is not for this address`)
  const hasSession = facts.cookie.some((header) => sessionsIn(header, door.port).some(door.isSession))
  const hasToken = target.path.startsWith('/api/') && facts.authorization.some((header) => door.isToken(bearerIn(header)))
  const isStart = target.path === '/' && target.startToken !== undefined && facts.method === 'GET' && !facts.isUpgrade
  if (!hasSession && !hasToken && !isStart && target.path !== healthPath) return refuse(401, 'open the address that Footing printed in the terminal')
  const refused = facts.method === 'POST' || facts.method === 'PUT' ? refusedBody(facts) : undefined
  return refused ?? { ok: true, path: target.path, startToken: isStart ? target.startToken : undefined, hasSession }
}

/** What a browser sends as the address of a request to us; the full form (`GET http://…`) is for proxies. */
function parseTarget(target: string): { path: string; startToken: string | undefined } | undefined {
  if (!target.startsWith('/') || target.length > 2_000) return undefined
  const end = target.indexOf('?')
  const path = end < 0 ? target : target.slice(0, end)
  const startToken = end < 0 ? null : new URLSearchParams(target.slice(end + 1)).get(startParameter)
  return { path, startToken: startToken ?? undefined }
}

function methodsFor(path: string, isUpgrade: boolean): readonly string[] {
  if (isUpgrade) return ['GET']
  if (!path.startsWith('/api/') || path === healthPath) return ['GET', 'HEAD']
  const methods = methodsAt(path)
  // What is not there is said to those alone who may know: as `not found`, behind the token.
  return methods.length > 0 ? methods : ['GET', 'PUT', 'POST', 'DELETE']
}

/** The token of `Authorization: Bearer …`, or '', which is no token. */
function bearerIn(header: string): string {
  return /^bearer +(\S+)$/i.exec(header.trim())?.[1] ?? ''
}

/** The values of our cookie: a browser sends every cookie of 127.0.0.1 to every port, so the name holds the port. */
export const cookieName = (port: number): string => `footing-${port}`

function sessionsIn(header: string, port: number): string[] {
  const prefix = `${cookieName(port)}=`
  return header.split(';').flatMap((part) => {
    const pair = part.trim()
    return pair.startsWith(prefix) ? [pair.slice(prefix.length)] : []
  })
}

/** JSON alone: a form of another site can send the other types without asking first. */
function refusedBody({ contentType, contentLength }: RequestFacts): Admission | undefined {
  const type = contentType.length === 1 ? contentType[0]?.split(';')[0]?.trim().toLowerCase() : undefined
  if (type !== 'application/json') return refuse(415, 'send application/json')
  if (contentLength.some((length) => Number(length) > maxBodyBytes)) return refuse(413, `a request holds at most ${maxBodyBytes / 1_000_000} MB`)
  return undefined
}

/** In constant time whatever the lengths: digests are compared. */
export function isSameSecret(shown: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(secret))
}
