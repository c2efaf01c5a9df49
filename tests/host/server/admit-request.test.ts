// The door by itself: one request that passes, and what each single change of it is refused with.

import { describe, expect, test } from 'vitest'
import { admitRequest, cookieName, type Door, isSameSecret, type RequestFacts } from '../../../src/host/server/admit-request.ts'

const door: Door = {
  port: 4_321,
  isSession: (secret) => secret === 'session',
  isToken: (secret) => secret === 'token',
  clipperOf: (secret) => (secret === 'clip' ? 'Reading list' : undefined),
}
const page: RequestFacts = {
  ...{ method: 'GET', target: '/', host: ['127.0.0.1:4321'], origin: [], fetchSite: [], cookie: ['footing-4321=session'], authorization: [] },
  ...{ contentType: [], contentLength: [], contentEncoding: [], transferEncoding: [], expect: [], headerCount: 10, isUpgrade: false },
}
const post: RequestFacts = { ...page, method: 'POST', target: '/api/command', contentType: ['application/json'], contentLength: ['2'] }
const wire: RequestFacts = { ...page, target: '/wire', origin: ['http://127.0.0.1:4321'], isUpgrade: true }
const clip: RequestFacts = { ...post, target: '/api/sources', cookie: [], authorization: ['Bearer clip'] }
const program: RequestFacts = { ...page, target: '/api/insights', cookie: [], authorization: ['Bearer token'] }

const outcome = (facts: RequestFacts) => {
  const admission = admitRequest(facts, door)
  return admission.ok ? 'let in' : admission.status
}
type Row = [name: string, from: RequestFacts, change: Partial<RequestFacts>, expected: 'let in' | number]

describe('is let in', () => {
  test.each<Row>([
    ['the page', page, {}, 'let in'],
    ['a file of it', page, { target: '/assets/a.js' }, 'let in'],
    ['a query behind the address', page, { target: '/assets/a.js?x=1' }, 'let in'],
    ['HEAD', page, { method: 'HEAD' }, 'let in'],
    ['our own origin', page, { origin: ['http://127.0.0.1:4321'] }, 'let in'],
    ['what the page causes', page, { fetchSite: ['same-origin'] }, 'let in'],
    ['what the person types', page, { fetchSite: ['none'] }, 'let in'],
    ['our cookie among others', page, { cookie: ['a=b; footing-4321=session;c=d'] }, 'let in'],
    ['our cookie in the second header', page, { cookie: ['a=b', 'footing-4321=session'] }, 'let in'],
    ['the right one of two of our name', page, { cookie: ['footing-4321=old; footing-4321=session'] }, 'let in'],
    ['the health without anything', page, { target: '/api/health', cookie: [] }, 'let in'],
    ['the health by HEAD', page, { target: '/api/health', cookie: [], method: 'HEAD' }, 'let in'],
    ['the start link', page, { target: '/?token=x', cookie: [] }, 'let in'],
    ['a hundred headers', page, { headerCount: 100 }, 'let in'],
    ['an address of 2,000 characters', page, { target: `/${'a'.repeat(1_999)}` }, 'let in'],
    ['an empty body announced', page, { contentLength: ['0'] }, 'let in'],
    ['a body', post, {}, 'let in'],
    ['a body in UTF-8', post, { contentType: ['application/json; charset=utf-8'] }, 'let in'],
    ['a body in "UTF-8"', post, { contentType: ['Application/JSON;charset="UTF-8"'] }, 'let in'],
    ['a body with white space around its type', post, { contentType: [' application/json '] }, 'let in'],
    ['a body in chunks', post, { contentLength: [], transferEncoding: ['chunked'] }, 'let in'],
    ['a body of 8 MB', post, { contentLength: ['8000000'] }, 'let in'],
    ['a body that is asked for', post, { expect: ['100-Continue'] }, 'let in'],
    ['a body not packed', post, { contentEncoding: ['Identity'] }, 'let in'],
    ['PUT', post, { method: 'PUT', target: '/api/insights/insight:a' }, 'let in'],
    ['DELETE', page, { method: 'DELETE', target: '/api/insights/insight:a' }, 'let in'],
    ['the wire', wire, {}, 'let in'],
    ['a program', program, {}, 'let in'],
    ['a program in small letters', program, { authorization: ['bearer  token '] }, 'let in'],
    ['a clip', clip, {}, 'let in'],
    ['the health by a clipper', clip, { method: 'GET', target: '/api/health', contentLength: [] }, 'let in'],
    ['an address of the API that is not there, to be told so', page, { target: '/api/nothing' }, 'let in'],
    ['the same to be put', post, { method: 'PUT', target: '/api/nothing' }, 'let in'],
    ['the same to be deleted', page, { method: 'DELETE', target: '/api/nothing' }, 'let in'],
    ['the same to be posted', post, { target: '/api/nothing' }, 'let in'],
  ])('%s', (_name, from, change, expected) => expect(outcome({ ...from, ...change })).toBe(expected))
})

describe('is refused', () => {
  test.each<Row>([
    ['no host', page, { host: [] }, 421],
    ['two hosts', page, { host: ['127.0.0.1:4321', '127.0.0.1:4321'] }, 421],
    ['another host', page, { host: ['localhost:4321'] }, 421],
    ['another host on the health', page, { target: '/api/health', host: ['localhost:4321'] }, 421],
    ['another port', page, { host: ['127.0.0.1:1'] }, 421],
    ['another origin', page, { origin: ['http://evil.example'] }, 403],
    ['two origins, one of them ours', page, { origin: ['http://127.0.0.1:4321', 'null'] }, 403],
    ['https', page, { origin: ['https://127.0.0.1:4321'] }, 403],
    ['a wire of nobody', wire, { origin: [] }, 403],
    ['a wire of two', wire, { origin: ['http://127.0.0.1:4321', 'http://127.0.0.1:4321'] }, 403],
    ['another site', page, { fetchSite: ['cross-site'] }, 403],
    ['another port of this machine', page, { fetchSite: ['same-site'] }, 403],
    ['two answers about the site', page, { fetchSite: ['none', 'cross-site'] }, 403],
    ['a hundred and one headers', page, { headerCount: 101 }, 431],
    ['a proxy', page, { method: 'CONNECT', target: 'evil.example:443' }, 405],
    ['a proxy to a path', page, { method: 'CONNECT', target: '/api/nothing' }, 405],
    ['the full form', page, { target: 'http://127.0.0.1:4321/' }, 400],
    ['an asterisk', page, { target: '*' }, 400],
    ['an address of 2,001 characters', page, { target: `/${'a'.repeat(2_000)}` }, 400],
    ['POST to the page', post, { target: '/' }, 405],
    ['POST to the health', post, { target: '/api/health' }, 405],
    ['OPTIONS', page, { method: 'OPTIONS' }, 405],
    ['OPTIONS on the API', page, { method: 'OPTIONS', target: '/api/command' }, 405],
    ['PATCH where nothing is', page, { method: 'PATCH', target: '/api/nothing' }, 405],
    ['GET of a command', page, { target: '/api/command' }, 405],
    ['HEAD of the wire', wire, { method: 'HEAD' }, 405],
    ['POST of the wire', wire, { method: 'POST' }, 405],
    ['no cookie', page, { cookie: [] }, 401],
    ['a wrong cookie', page, { cookie: ['footing-4321=other'] }, 401],
    ['the cookie of another port', page, { cookie: ['footing-432=session'] }, 401],
    ['a longer name', page, { cookie: ['footing-43210=session'] }, 401],
    ['the cookie with a word before it', page, { cookie: ['x footing-4321=session'] }, 401],
    ['another cookie that ends alike', page, { cookie: ['footing-9999=session'] }, 401],
    ['the wire without a cookie', wire, { cookie: [] }, 401],
    ['the wire by a start link', wire, { target: '/?token=x', cookie: [] }, 401],
    ['the start link by HEAD', page, { method: 'HEAD', target: '/?token=x', cookie: [] }, 401],
    ['a token behind another path', page, { target: '/index.html?token=x', cookie: [] }, 401],
    ['another parameter', page, { target: '/?tokens=x', cookie: [] }, 401],
    ['a token for the page', page, { cookie: [], authorization: ['Bearer token'] }, 401],
    ['a clipper for the page', page, { cookie: [], authorization: ['Bearer clip'] }, 401],
    ['a wrong token', program, { authorization: ['Bearer other'] }, 401],
    ['an empty token', program, { authorization: ['Bearer '] }, 401],
    ['no token', program, { authorization: [] }, 401],
    ['a token of another scheme', program, { authorization: ['Basic token'] }, 401],
    ['a token with a word behind it', program, { authorization: ['Bearer token x'] }, 401],
    ['a token with a word before it', program, { authorization: ['x Bearer token'] }, 401],
    ['a token without its scheme', program, { authorization: ['token'] }, 401],
    ['an address of the API that is not there, to strangers', program, { target: '/api/nothing', authorization: [] }, 401],
    ['a clipper that reads', clip, { method: 'GET', target: '/api/insights', contentLength: [] }, 403],
    ['a clipper that commands', clip, { target: '/api/command' }, 403],
    ['a clipper that writes', clip, { method: 'PUT', target: '/api/insights/insight:a' }, 403],
    ['a clipper that looks around', clip, { method: 'GET', target: '/api/nothing', contentLength: [] }, 403],
    ['a form', post, { contentType: ['application/x-www-form-urlencoded'] }, 415],
    ['no type', post, { contentType: [] }, 415],
    ['two types', post, { contentType: ['application/json', 'application/json'] }, 415],
    ['a longer type', post, { contentType: ['application/json+x'] }, 415],
    ['a type behind another', post, { contentType: ['text/plain;application/json'] }, 415],
    ['another alphabet', post, { contentType: ['application/json; charset=utf-16'] }, 415],
    ['PUT of a form', post, { method: 'PUT', target: '/api/insights/insight:a', contentType: ['text/plain'] }, 415],
    ['a packed body', post, { contentEncoding: ['gzip'] }, 415],
    ['a body packed twice', post, { contentEncoding: ['identity', 'gzip'] }, 415],
    ['a byte more than 8 MB', post, { contentLength: ['8000001'] }, 413],
    ['a GET of more than 8 MB', page, { contentLength: ['8000001'] }, 413],
    ['a GET with a body', page, { contentLength: ['1'] }, 400],
    ['a GET with an open end', page, { transferEncoding: ['chunked'] }, 400],
    ['a DELETE with a body', page, { method: 'DELETE', target: '/api/insights/insight:a', contentLength: ['1'] }, 400],
    ['the moon', page, { expect: ['the-moon'] }, 417],
    ['the moon beside what we do', post, { expect: ['100-continue', 'the-moon'] }, 417],
  ])('%s', (_name, from, change, expected) => expect(outcome({ ...from, ...change })).toBe(expected))
})

test('who was let in is told to those who answer', () => {
  const said = (facts: RequestFacts, at = door) => {
    const admission = admitRequest(facts, at)
    if (!admission.ok) throw new Error(String(admission.status))
    const { ok: _, ...rest } = admission
    return rest
  }
  const nobody = { startToken: undefined, hasSession: false, clipper: undefined, isProven: false }
  expect(said(page)).toEqual({ ...nobody, path: '/', hasSession: true, isProven: true })
  expect(said(program)).toEqual({ ...nobody, path: '/api/insights', isProven: true })
  expect(said(clip)).toEqual({ ...nobody, path: '/api/sources', clipper: 'Reading list', isProven: true })
  expect(said({ ...clip, cookie: page.cookie })).toMatchObject({ clipper: undefined, hasSession: true })
  expect(said({ ...page, target: '/api/health?x=1', cookie: [] })).toEqual({ ...nobody, path: '/api/health' })
  expect(said({ ...page, target: '/?a=b&token=x%20y', cookie: [] })).toEqual({ ...nobody, path: '/', startToken: 'x y' })
  expect(said({ ...page, target: '/assets/a.js?token=x' })).toMatchObject({ startToken: undefined })
  const { clipperOf: _, ...withoutClippers } = door
  expect(admitRequest(clip, withoutClippers)).toMatchObject({ status: 401 })
})

test('a refusal says why in words of ours alone', () => {
  const reasonOf = (change: Partial<RequestFacts>, from = page) => admitRequest({ ...from, ...change }, door)
  expect(reasonOf({ host: ['evil.example'] })).toMatchObject({ reason: expect.stringContaining('http://127.0.0.1:4321/') })
  expect(reasonOf({ method: 'PATCH' })).toMatchObject({ reason: expect.stringContaining('PATCH') })
  expect(reasonOf({ contentLength: ['9000000'] }, post)).toMatchObject({ reason: expect.stringContaining('8 MB') })
  expect(reasonOf({ contentLength: ['5'] })).toMatchObject({ reason: expect.stringContaining('GET') })
})

test('secrets are the same only where all of them is', () => {
  expect(isSameSecret('a', 'a')).toBe(true)
  for (const other of ['', 'b', 'aa', 'A']) expect(isSameSecret(other, 'a')).toBe(false)
  expect(cookieName(1)).toBe('footing-1')
})
