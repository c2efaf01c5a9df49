// Everything that another site, another user or a broken client may send to the local server, over real sockets.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { request, sendRaw } from './raw-request.ts'
import { isSecret, pictureHash, type StartedServer, startTestServer } from './started-server.ts'

let server: StartedServer
let cookie = ''
beforeAll(async () => {
  server = await startTestServer()
  cookie = await server.openSession()
})
afterAll(() => server.stop())

type At = { port: number; cookie: string; token: string }
type Case = { name: string; status: number | number[]; send: (at: At) => string | Buffer }

const get = (path: string, status: number | number[], name = path): Case => ({
  name: `GET ${name}`,
  status,
  send: ({ port, cookie }) => request(port, `GET ${path}`, { Cookie: cookie }),
})
const withHost = (host: string | string[]): Case => ({
  name: `Host ${JSON.stringify(host)}`,
  status: [421, 400],
  send: ({ port, cookie }) => request(port, 'GET /', { Cookie: cookie, Host: [host].flat().map((each) => each.replace('PORT', String(port))) }),
})
const withOrigin = (origin: string | string[], line = 'GET /'): Case => ({
  name: `Origin ${JSON.stringify(origin)} on ${line}`,
  status: 403,
  send: ({ port, cookie }) => request(port, line, { Cookie: cookie, Origin: [origin].flat().map((each) => each.replace('PORT', String(port))) }),
})
const post = (
  name: string,
  status: number | number[],
  headers: Record<string, string>,
  body = '{"question":"search","input":{"query":"a"}}',
): Case => ({
  name: `POST ${name}`,
  status,
  send: ({ port, cookie }) =>
    request(
      port,
      'POST /api/ask',
      { Cookie: cookie, 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(body)), ...headers },
      body,
    ),
})

const hosts: Case[] = [
  'evil.example',
  'evil.example:PORT',
  'localhost:PORT',
  'LOCALHOST:PORT',
  '127.0.0.1',
  '127.0.0.1:1',
  '127.0.0.1:PORT.evil.example',
  '127.0.0.1.nip.io:PORT',
  '127.1:PORT',
  '2130706433:PORT',
  '0x7f.0.0.1:PORT',
  '[::1]:PORT',
  '[::ffff:127.0.0.1]:PORT',
  '0.0.0.0:PORT',
  'user@127.0.0.1:PORT',
  '127.0.0.1:PORT@evil.example',
  '127.0.0.1:PORT, evil.example',
  '127.0.0.1.:PORT',
  '',
  ['127.0.0.1:PORT', 'evil.example'],
  ['127.0.0.1:PORT', '127.0.0.1:PORT'],
].map(withHost)

const origins: Case[] = [
  'http://evil.example',
  'null',
  'http://localhost:PORT',
  'https://127.0.0.1:PORT',
  'http://127.0.0.1',
  'http://127.0.0.1:1',
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1:PORT.evil.example',
  'file://',
  'chrome-extension://abcdefghijklmnop',
  '',
  ['http://127.0.0.1:PORT', 'http://evil.example'],
].map((origin) => withOrigin(origin))

const paths: Case[] = [
  '/../secret.txt',
  '/../../secret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/%252e%252e%252fsecret.txt',
  '/..%c0%afsecret.txt',
  '/....//secret.txt',
  '/.env',
  '/notes.exe',
  '/linked.js',
  '/up/secret.txt',
  '/up/secret.js',
  '/assets/',
  '/index.html/',
  '/index.html%00.js',
  '/__proto__',
  '/constructor',
  '/notebook.json',
  `/texts/${pictureHash}.md`,
  '/files/',
  `/files/${pictureHash}.svg`,
  `/files/${pictureHash}.html`,
  `/files/${pictureHash}`,
  `/files/${pictureHash.toUpperCase()}.png`,
  `/files/${pictureHash}.png/../../notebook.json`,
  `/files/..%2fnotebook.json`,
  `/files/../notebook.json`,
  `/files/${'b'.repeat(64)}.png`,
  `/files/${'c'.repeat(64)}.png`,
  `/files/${'d'.repeat(64)}.png`,
  `/files/${pictureHash}.png%00.html`,
].map((path) => get(path, 404))

const sites: Case[] = ['cross-site', 'same-site', 'garbage', ''].map((site) => ({
  name: `Sec-Fetch-Site ${JSON.stringify(site)}`,
  status: 403,
  send: ({ port, cookie }) => request(port, 'GET /', { Cookie: cookie, 'Sec-Fetch-Site': site }),
}))

const methods: Case[] = [
  'POST /',
  'PUT /',
  'DELETE /',
  'OPTIONS /',
  'PATCH /api/ask',
  'OPTIONS /api/ask',
  'GET /api/ask',
  'POST /api/health',
  'TRACE /',
].map((line) => ({ name: line, status: 405, send: ({ port, cookie }) => request(port, line, { Cookie: cookie }) }))

const wrongCookies: [name: string, headersOf: (at: At) => Record<string, string>][] = [
  ['none', () => ({})],
  ['an empty one', ({ port }) => ({ Cookie: `footing-${port}=` })],
  ['the token instead of the session', ({ port, token }) => ({ Cookie: `footing-${port}=${token}` })],
  ['the session under another name', ({ cookie }) => ({ Cookie: `other=${cookie.split('=')[1]}` })],
  ['the session of another port', ({ cookie }) => ({ Cookie: `footing-1=${cookie.split('=')[1]}` })],
  ['one character short', ({ cookie }) => ({ Cookie: cookie.slice(0, -1) })],
  ['one character more', ({ cookie }) => ({ Cookie: `${cookie}A` })],
  ['the session as a bearer', ({ cookie }) => ({ Authorization: `Bearer ${cookie.split('=')[1]}` })],
]
const cookies: Case[] = wrongCookies.flatMap(([name, headersOf]) =>
  ['GET /', 'GET /assets/index-Ab12Cd34.js', `GET /files/${pictureHash}.png`, 'POST /api/command', 'GET /no-such-path'].map((line) => ({
    name: `cookie: ${name} on ${line}`,
    status: 401,
    send: (at: At) => request(at.port, line, headersOf(at)),
  })),
)

const bodies: Case[] = [
  post('as a form', 415, { 'Content-Type': 'application/x-www-form-urlencoded' }),
  post('as text/plain', 415, { 'Content-Type': 'text/plain' }),
  post('as multipart', 415, { 'Content-Type': 'multipart/form-data; boundary=x' }),
  post('of no type', 415, { 'Content-Type': '' }),
  post('as a longer type', 415, { 'Content-Type': 'application/jsonx' }),
  post('announcing 9 MB', 413, { 'Content-Length': '9000000' }, '{'),
  post('announcing 10^18 bytes', 413, { 'Content-Length': '1000000000000000000' }, '{'),
  post('no JSON', 400, {}, 'question=search'),
  post('an array', 400, {}, '[]'),
  post('an unknown field', 400, {}, '{"question":"search","input":{},"extra":1}'),
  post('bytes that are no UTF-8', 400, { 'Content-Length': '1' }, '\u0080'),
  {
    name: 'POST to another address',
    status: 404,
    send: ({ port, cookie }) =>
      request(port, 'POST /api/__proto__', { Cookie: cookie, 'Content-Type': 'application/json', 'Content-Length': '2' }, '{}'),
  },
  {
    name: 'two lengths',
    status: 400,
    send: ({ port, cookie }) =>
      request(port, 'POST /api/ask', { Cookie: cookie, 'Content-Type': 'application/json', 'Content-Length': ['2', '3'] }, '{}'),
  },
  {
    name: 'length and chunks at once (request smuggling)',
    status: 400,
    send: ({ port, cookie }) =>
      request(
        port,
        'POST /api/ask',
        { Cookie: cookie, 'Content-Type': 'application/json', 'Content-Length': '2', 'Transfer-Encoding': 'chunked' },
        '0\r\n\r\n',
      ),
  },
]

const tokens: Case[] = [
  { name: 'the start link a second time, in another browser', status: 401, send: ({ port, token }) => request(port, `GET /?token=${token}`) },
  { name: 'a guessed start link', status: 401, send: ({ port }) => request(port, `GET /?token=${'A'.repeat(43)}`) },
  { name: 'an empty token', status: 401, send: ({ port }) => request(port, 'GET /?token=') },
  { name: 'the token on another path', status: 401, send: ({ port, token }) => request(port, `GET /assets/index-Ab12Cd34.js?token=${token}`) },
  { name: 'the token by HEAD', status: 401, send: ({ port, token }) => request(port, `HEAD /?token=${token}`) },
  {
    name: 'the start link clicked on another site',
    status: 403,
    send: ({ port, token }) => request(port, `GET /?token=${token}`, { 'Sec-Fetch-Site': 'cross-site' }),
  },
  {
    name: 'the start link by another name',
    status: 421,
    send: ({ port, token }) => request(port, `GET /?token=${token}`, { Host: `localhost:${port}` }),
  },
]

const broken: Case[] = [
  { name: 'the full form of a proxy', status: 400, send: ({ port, cookie }) => request(port, `GET http://127.0.0.1:${port}/`, { Cookie: cookie }) },
  { name: 'the full form with another name', status: 400, send: ({ port, cookie }) => request(port, 'GET http://evil.example/', { Cookie: cookie }) },
  { name: 'CONNECT', status: 405, send: ({ port }) => request(port, 'CONNECT evil.example:443') },
  { name: 'no HTTP', status: 400, send: () => '\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n' },
  { name: 'HTTP/1.0 without a Host', status: 421, send: () => 'GET / HTTP/1.0\r\n\r\n' },
  { name: 'HTTP/1.1 without a Host', status: 421, send: () => 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n' },
  { name: 'HTTP/2 without asking', status: 400, send: () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n' },
  { name: 'headers of 32 KB', status: 431, send: ({ port }) => request(port, 'GET /', { 'X-Much': 'x'.repeat(32_000) }) },
  { name: 'an address of 3,000 characters', status: 400, send: ({ port, cookie }) => request(port, `GET /${'a'.repeat(3_000)}`, { Cookie: cookie }) },
  { name: 'a line break in a header', status: 400, send: ({ port }) => `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n bad\n: x\r\n\r\n` },
  { name: 'Expect: something', status: 417, send: ({ port, cookie }) => request(port, 'GET /', { Cookie: cookie, Expect: 'the-moon' }) },
  {
    name: 'Expect: 100-continue with a body that is too large',
    status: 413,
    send: ({ port, cookie }) =>
      request(port, 'POST /api/ask', { Cookie: cookie, 'Content-Type': 'application/json', 'Content-Length': '9000000', Expect: '100-continue' }),
  },
  {
    name: 'an upgrade to HTTP/2',
    status: 403,
    send: ({ port, cookie }) => request(port, 'GET /', { Cookie: cookie, Upgrade: 'h2c', Connection: 'Upgrade' }),
  },
]

const cases = [...hosts, ...origins, ...sites, ...methods, ...cookies, ...bodies, ...tokens, ...broken, ...paths]

describe('attacks on the local server', () => {
  test('there are many', () => expect(cases.length).toBeGreaterThanOrEqual(60))

  test.each(cases)('$name', async ({ status, send }) => {
    const { port, token } = server
    const response = await sendRaw(port, send({ port, cookie, token }))
    expect([status].flat()).toContain(response.status)
    expect(isSecret(response.raw)).toBe(false)
    expect(response.raw).not.toMatch(/\n\s+at |node:|\.ts:\d/)
    expect(response.headers.has('access-control-allow-origin')).toBe(false)
    expect(response.headers.has('set-cookie')).toBe(false)
  })

  test('the checks come in their order: what fails several is refused by the first', async () => {
    const { port } = server
    const everything = {
      Host: 'evil.example',
      Origin: 'http://evil.example',
      'Sec-Fetch-Site': 'cross-site',
      'Content-Type': 'text/plain',
      'Content-Length': '99999999',
    }
    const steps: [Record<string, string>, string, number][] = [
      [{}, 'PUT /api/ask', 421],
      [{ Host: `127.0.0.1:${port}` }, 'PUT /api/ask', 403],
      [{ Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}` }, 'PUT /api/ask', 403],
      [{ Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin' }, 'PUT /api/ask', 405],
      [{ Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin' }, 'POST /api/ask', 401],
      [{ Host: `127.0.0.1:${port}`, Origin: `http://127.0.0.1:${port}`, 'Sec-Fetch-Site': 'same-origin', Cookie: cookie }, 'POST /api/ask', 415],
      [
        {
          Host: `127.0.0.1:${port}`,
          Origin: `http://127.0.0.1:${port}`,
          'Sec-Fetch-Site': 'same-origin',
          Cookie: cookie,
          'Content-Type': 'application/json',
        },
        'POST /api/ask',
        413,
      ],
    ]
    for (const [headers, line, status] of steps) expect((await sendRaw(port, request(port, line, { ...everything, ...headers }))).status).toBe(status)
  })

  test('a body that grows beyond the limit is cut off while it streams', async () => {
    const { port } = server
    const head = request(port, 'POST /api/ask', { Cookie: cookie, 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' })
    const chunk = `${(1_000_000).toString(16)}\r\n${'x'.repeat(1_000_000)}\r\n`
    const response = await sendRaw(port, [head, ...Array.from({ length: 10 }, () => chunk)], 5_000)
    expect(response.status).toBe(413)
  })

  test('headers that come a byte at a time are cut off', async () => {
    const started = performance.now()
    const response = await sendRaw(server.port, 'GET / HTTP/1.1\r\nHo', 20_000)
    expect(performance.now() - started).toBeLessThan(9_000)
    expect([408, 0]).toContain(response.status)
  }, 30_000)

  test('a connection that says nothing is closed', async () => {
    const started = performance.now()
    await sendRaw(server.port, '', 20_000)
    expect(performance.now() - started).toBeLessThan(9_000)
  }, 30_000)

  test('the server still serves its user after all that', async () => {
    const { port } = server
    expect((await sendRaw(port, request(port, 'GET /', { Cookie: cookie }))).status).toBe(200)
  })
})
