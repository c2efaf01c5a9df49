// Requests whose parts contradict each other, or mean something else to the next who reads them: smuggling, splitting, packing, nesting.

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { request, sendRaw } from './raw-request.ts'
import { isSecret, type StartedServer, startTestServer } from './started-server.ts'

let server: StartedServer
let cookie = ''
const noteText = 'NOTE-TEXT-OF-THE-ANALYST'
beforeAll(async () => {
  server = await startTestServer()
  cookie = await server.openSession()
  await server.notebook.must('insight.add', { id: 'insight:held', title: noteText, body: noteText })
})
afterAll(() => server.stop())

type Case = [name: string, statuses: number[], bytes: (port: number, cookie: string) => string]

const command = '{"command":"insight.add","input":{"title":"smuggled"}}'
const json = (cookie: string) => ({ Cookie: cookie, 'Content-Type': 'application/json' })
const post =
  (headers: Record<string, string | string[]>, body = command) =>
  (port: number, cookie: string) =>
    request(port, 'POST /api/command', { ...json(cookie), ...headers }, body)
const sized = (body: string, headers: Record<string, string> = {}) => post({ 'Content-Length': String(Buffer.byteLength(body)), ...headers }, body)
const line = (text: string) => (port: number, cookie: string) => `${text}\r\nHost: 127.0.0.1:${port}\r\nCookie: ${cookie}\r\n\r\n`
const get =
  (headers: Record<string, string | string[]>, body = '') =>
  (port: number, cookie: string) =>
    request(port, 'GET /api/insights', { Cookie: cookie, ...headers }, body)

const smuggled = `0\r\n\r\nPOST /api/command HTTP/1.1\r\nContent-Length: ${command.length}\r\n\r\n${command}`
const lengths: Case[] = ['+2', '0x2', '2, 2', '2,3', '-1', ' ', '2 2', '1e1', '2.0', '9'.repeat(30), '\u0661', '2;q=1', '0, 2', 'two'].map(
  (length) => [`Content-Length ${JSON.stringify(length)}`, [400, 413], post({ 'Content-Length': length }, '{}')],
)
const encodings: Case[] = [
  ['gzip'],
  ['identity'],
  ['chunked, identity'],
  ['chunked, chunked'],
  ['xchunked'],
  ['chunkedx'],
  ['"chunked"'],
  ['chunked;q=1'],
  ['\u000bchunked'],
  ['chunked', 'identity'],
  ['chunked', 'x'],
  ['gzip, chunked', 'x'],
].map((values) => [
  `Transfer-Encoding ${JSON.stringify(values)} beside a Content-Length`,
  [400],
  post({ 'Content-Length': '5', 'Transfer-Encoding': values }, smuggled),
])
const encodingsAlone: Case[] = ['gzip', 'identity', 'chunked, identity', 'xchunked', 'chunked\u0000', ''].map((value) => [
  `Transfer-Encoding ${JSON.stringify(value)} alone`,
  [400],
  post({ 'Transfer-Encoding': value }, smuggled),
])
const chunks: Case[] = [
  'ffffffffffffffffff\r\n',
  '-1\r\n',
  '0x2\r\n{}\r\n0\r\n\r\n',
  ' 2\r\n{}\r\n0\r\n\r\n',
  '2\n{}\n0\n\n',
  '2\r\n{}0\r\n\r\n',
  'g\r\n',
  `2;${'a'.repeat(20_000)}\r\n{}\r\n0\r\n\r\n`,
  `2\r\n{}\r\n0\r\n${'a: b\r\n'.repeat(5_000)}\r\n`,
].map((body, number) => [`chunks ${number}: ${JSON.stringify(body.slice(0, 20))}`, [400, 431], post({ 'Transfer-Encoding': 'chunked' }, body)])
const lines: Case[] = [
  'GET /api/insights HTTP/9.9',
  'GET /api/insights http/1.1',
  'GET /api/insights HTTP/1.1 HTTP/1.1',
  'GET /api/insights\tHTTP/1.1',
  ' GET /api/insights HTTP/1.1',
  'GET /api/in\rsights HTTP/1.1',
  'GET /api/insights\u0000 HTTP/1.1',
  'G\u0000ET /api/insights HTTP/1.1',
  'get /api/insights HTTP/1.1',
  'GET api/insights HTTP/1.1',
  'GET //evil.example/api/insights HTTP/1.1',
  'GET \\api\\insights HTTP/1.1',
  'GET * HTTP/1.1',
  'GET HTTP/1.1',
  'GET https://127.0.0.1/api/insights HTTP/1.1',
  'GET file:///etc/passwd HTTP/1.1',
  'GET /api/insights/%c0%ae%c0%ae HTTP/1.1',
  'GET /api/insights/%ff HTTP/1.1',
  'GET /api/insights/%00 HTTP/1.1',
  'GET /api/insights/insight%3Aheld%00 HTTP/1.1',
  'GET /api/insights/..%2f..%2fnotebook.json HTTP/1.1',
  'GET /api/../api/insights HTTP/1.1',
  'GET /api/./insights HTTP/1.1',
  'GET /api//insights HTTP/1.1',
  'GET /api/insights;a=b HTTP/1.1',
  'GET /API/INSIGHTS HTTP/1.1',
  'GET /api/insights?limit=1e3 HTTP/1.1',
  'GET /api/insights?limit=501 HTTP/1.1',
  'GET /api/insights?limit=-1 HTTP/1.1',
  'GET /api/insights?start=NaN HTTP/1.1',
  'GET /api/insights?__proto__=1 HTTP/1.1',
  'GET /api/insights?limit=1&other=1 HTTP/1.1',
  `GET /api/search?q=${'a'.repeat(501)} HTTP/1.1`,
  'GET /api/search HTTP/1.1',
  'TRACK /api/insights HTTP/1.1',
  'PROPFIND /api/insights HTTP/1.1',
  'HEAD /api/insights HTTP/1.1',
  'PURGE / HTTP/1.1',
].map((text) => [JSON.stringify(text.slice(0, 60)), [400, 404, 405], line(text)])
const packed: Case[] = [
  ...['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip', 'x-gzip', 'compress'].map(
    (encoding): Case => [`Content-Encoding ${encoding}`, [415], sized(command, { 'Content-Encoding': encoding })],
  ),
  ...[
    'application/json; charset=utf-16',
    'application/json; charset=gbk',
    'application/json, text/plain',
    'text/json',
    'application/json+x',
    'application/*',
    'multipart/form-data; boundary=application/json',
    'application/json; x=y',
    'application/x-www-form-urlencoded;application/json',
  ].map((type): Case => [`Content-Type ${type}`, [415], sized(command, { 'Content-Type': type })]),
  ['two content types', [415], post({ 'Content-Type': ['application/json', 'text/plain'], 'Content-Length': String(command.length) } as never)],
]
const bodies: Case[] = [
  ['lists in lists, 100,000 deep', [400], sized(`{"command":"insight.add","input":${'['.repeat(100_000)}${']'.repeat(100_000)}}`)],
  ['objects in objects, 100,000 deep', [400], sized(`{"command":"insight.add","input":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`)],
  ['a million opening brackets', [400], sized('['.repeat(1_000_000))],
  ['nested one deeper than anything of ours', [400], sized(`{"command":"x","input":${'['.repeat(64)}${']'.repeat(64)}}`)],
  ['an empty body', [400], sized('')],
  ['a byte order mark', [400], sized('\ufeff[]')],
  ['NaN', [400], sized('{"command":"insight.add","input":NaN}')],
  ['a comment', [400], sized('{"command":"insight.add",/**/"input":{}}')],
  ['two values', [400], sized(`${command}${command}`)],
  ['no command', [400], sized('{"input":{}}')],
  ['a command that is a list', [400], sized('{"command":["insight.add"],"input":{}}')],
  ['a command of 65 characters', [400], sized(`{"command":"${'a'.repeat(65)}","input":{}}`)],
  ['__proto__ beside the command', [400], sized('{"__proto__":{"command":"insight.add"},"input":{}}')],
  ['a GET that announces a gigabyte', [413], get({ 'Content-Length': '1000000000' }, 'x')],
  ['a GET with a body', [400], get({ 'Content-Length': '4' }, 'abcd')],
  ['a GET with a body without a length', [400], get({ 'Transfer-Encoding': 'chunked' }, '4\r\nabcd\r\n0\r\n\r\n')],
  ['a thousand headers', [431], get(Object.fromEntries(Array.from({ length: 1_000 }, (_, number) => [`x${number}`, ''])))],
  [
    'three thousand headers, the last another Host',
    [400, 421, 431],
    (port, cookie) => line(`GET /api/insights HTTP/1.1\r\n${'a:\r\n'.repeat(3_000)}Host: evil.example`)(port, cookie),
  ],
  ['a folded header', [400], get({ 'X-Folded': 'a\r\n b' })],
  ['a space before the colon', [400], (port, cookie) => line('GET /api/insights HTTP/1.1\r\nOrigin : http://evil.example')(port, cookie)],
  ['a header without a name', [400], (port, cookie) => line('GET /api/insights HTTP/1.1\r\n: x')(port, cookie)],
  ['a header without a colon', [400], (port, cookie) => line('GET /api/insights HTTP/1.1\r\nnothing')(port, cookie)],
  ['lines that end in LF alone', [400], (port, cookie) => `GET /api/insights HTTP/1.1\nHost: 127.0.0.1:${port}\nCookie: ${cookie}\n\n`],
]
const beforeTheDoor: Case[] = [
  ['Expect from another name', [421], (port) => request(port, 'GET /', { Host: 'evil.example', Expect: 'the-moon' })],
  [
    'Expect from another site',
    [403],
    (port, cookie) => request(port, 'GET /', { Cookie: cookie, Origin: 'http://evil.example', Expect: 'the-moon' }),
  ],
  ['Expect without a session', [401], (port) => request(port, 'GET /', { Expect: 'the-moon' })],
  ['CONNECT from another name', [421], (port) => request(port, 'CONNECT evil.example:443', { Host: 'evil.example' })],
  [
    'an upgrade from another name',
    [421],
    (port) => request(port, 'GET /wire', { Host: 'evil.example', Upgrade: 'websocket', Connection: 'Upgrade' }),
  ],
  ['an upgrade by POST', [403, 405], (port, cookie) => request(port, 'POST /wire', { Cookie: cookie, Upgrade: 'websocket', Connection: 'Upgrade' })],
  [
    'an upgrade with a body',
    [400, 403],
    (port, cookie) => request(port, 'GET /wire', { Cookie: cookie, Upgrade: 'websocket', Connection: 'Upgrade', 'Content-Length': '5' }, 'abcde'),
  ],
]
const cases = [...lengths, ...encodings, ...encodingsAlone, ...chunks, ...lines, ...packed, ...bodies, ...beforeTheDoor]

describe('a request that is not what it seems', () => {
  test('there are many', () => expect(cases.length).toBeGreaterThanOrEqual(120))

  test.each(cases)('%s is refused', async (_name, statuses, bytes) => {
    const { raw, status, headers } = await sendRaw(server.port, bytes(server.port, cookie))
    expect(statuses).toContain(status)
    expect(raw).not.toContain(noteText)
    expect(isSecret(raw)).toBe(false)
    expect(raw).not.toMatch(/\n\s+at |node:|\.ts:\d|\/src\//)
    expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([])
  })

  test('nothing of it was run', async () => {
    const response = await sendRaw(server.port, request(server.port, 'GET /api/insights', { Cookie: cookie }))
    expect(response.status).toBe(200)
    expect(response.raw).not.toContain('smuggled')
  })

  test('what stands behind a refused request is not answered', async () => {
    const refused = request(server.port, 'POST /api/command', { 'Content-Type': 'text/plain', 'Content-Length': '0', Connection: 'keep-alive' })
    const next = request(server.port, 'GET /api/insights', { Cookie: cookie })
    const { raw } = await sendRaw(server.port, `${refused}${next}`, 500)
    expect(raw.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 401'])
  })

  test('a few requests in one piece are answered in their order, a thousand are not', async () => {
    const one = (id: number) => request(server.port, `GET /api/insights/${id}`, { Cookie: cookie, Connection: 'keep-alive' })
    const inOnePiece = (count: number) => sendRaw(server.port, Array.from({ length: count }, (_, id) => one(id)).join(''), 500)
    const asked = async (count: number) => [...(await inOnePiece(count)).raw.matchAll(/there is no (\d+)"/g)].map(([, id]) => Number(id))
    expect(await asked(8)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect((await asked(1_000)).length).toBeLessThan(100)
  })

  test('what is no HTTP behind a request adds nothing to its answer', async () => {
    const first = request(server.port, 'GET /assets/index-Ab12Cd34.js', { Cookie: cookie, Connection: 'keep-alive' })
    const { raw } = await sendRaw(server.port, `${first}NONSENSE\r\n\r\n`, 500)
    expect(raw.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200'])
    expect(raw.endsWith('document.title = "Footing"')).toBe(true)
  })
})
