// The guarded door of the local server: every request and every WebSocket passes these checks, in this order, before anything else looks at it.
//
// Any page in any browser can send requests to 127.0.0.1, and with a name of its own that resolves there (DNS rebinding) it can read the answers.
// So: only our exact Host, no foreign Origin, no request that another site caused, and a cookie that only the start link gives.

import { createHash, timingSafeEqual } from 'node:crypto'
import { methodsAt } from './api/api-routes.ts'
import { clipPath, healthPath, startParameter } from './paths.ts'

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
  contentEncoding: readonly string[]
  transferEncoding: readonly string[]
  expect: readonly string[]
  /** How many header lines there are. */
  headerCount: number
  isUpgrade: boolean
}

/** The session is asked for in every place but these two. */
export type Door = {
  port: number
  isSession: (secret: string) => boolean
  /** For programs, which have no cookie: the token of the start link while it is not used up. */
  isToken: (secret: string) => boolean
  /** The name of the paired clipper whose token this is: it may add sources, and nothing else. */
  clipperOf?: ((secret: string) => string | undefined) | undefined
}

/** Commands and questions are the wire's; a body over HTTP is a few of them. The wire itself takes up to 64 MB. */
export const maxBodyBytes = 8_000_000
/** Browsers send some twenty. */
const maxHeaders = 100

type Refused = { status: 400 | 401 | 403 | 405 | 413 | 415 | 417 | 421 | 431; reason: string }
export type Admission =
  | { ok: true; path: string; startToken: string | undefined; hasSession: boolean; clipper: string | undefined; isProven: boolean }
  | ({ ok: false } & Refused)

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
  if (facts.headerCount > maxHeaders) return refuse(431, `a request has at most ${maxHeaders} headers`)
  if (facts.method === 'CONNECT') return refuse(405, 'this server is no proxy')
  const target = parseTarget(facts.target)
  if (!target) return refuse(400, 'the address cannot be read')
  if (!methodsFor(target.path, facts.isUpgrade).includes(facts.method)) return refuse(405, `${facts.method} is not for this address`)
  const hasSession = facts.cookie.some((header) => sessionsIn(header, door.port).some(door.isSession))
  const bearers = target.path.startsWith('/api/') ? facts.authorization.map(bearerIn) : []
  const hasToken = bearers.some(door.isToken)
  const clipper = bearers.map((secret) => door.clipperOf?.(secret)).find((name) => name !== undefined)
  const isStart = target.path === '/' && target.startToken !== undefined && facts.method === 'GET' && !facts.isUpgrade
  const isProven = hasSession || hasToken
  if (!isProven && clipper === undefined && !isStart && target.path !== healthPath)
    return refuse(401, 'open the address that Footing printed in the terminal')
  if (!isProven && clipper !== undefined && !(facts.method === 'POST' && target.path === clipPath) && target.path !== healthPath)
    return refuse(403, 'this token may add sources, and nothing else')
  const refused = facts.method === 'POST' || facts.method === 'PUT' ? refusedBody(facts) : refusedWithoutBody(facts)
  if (refused) return refused
  if (facts.expect.some((expected) => expected.toLowerCase() !== '100-continue')) return refuse(417, 'this server meets no such expectation')
  const startToken = isStart ? target.startToken : undefined
  return { ok: true, path: target.path, startToken, hasSession, clipper: isProven ? undefined : clipper, isProven: isProven || clipper !== undefined }
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

/** JSON alone: a form of another site can send the other types without asking first. Nothing packed: what unpacks to gigabytes is never unpacked. */
function refusedBody({ contentType, contentLength, contentEncoding }: RequestFacts): Admission | undefined {
  if (contentType.length !== 1 || !/^application\/json *(?:; *charset="?utf-8"?)?$/i.test(contentType[0]?.trim() ?? ''))
    return refuse(415, 'send application/json in UTF-8')
  if (contentEncoding.some((encoding) => encoding.toLowerCase() !== 'identity')) return refuse(415, 'send the body as it is, not packed')
  return refusedLength(contentLength)
}

/** Nobody reads it: what is sent all the same is meant for somebody else than us. */
function refusedWithoutBody({ method, contentLength, transferEncoding }: RequestFacts): Admission | undefined {
  const tooLong = refusedLength(contentLength)
  if (tooLong) return tooLong
  return transferEncoding.length > 0 || contentLength.some((length) => length !== '0') ? refuse(400, `${method} has no body`) : undefined
}

function refusedLength(contentLength: readonly string[]): Admission | undefined {
  return contentLength.some((length) => Number(length) > maxBodyBytes)
    ? refuse(413, `a request holds at most ${maxBodyBytes / 1_000_000} MB`)
    : undefined
}

/** In constant time whatever the lengths: digests are compared. */
export function isSameSecret(shown: string, secret: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(shown), digest(secret))
}
