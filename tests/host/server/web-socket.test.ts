// The wire in the browser's form: real WebSocket clients, welcome ones and others.

import { afterEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { DownMessage, UpMessage } from '../../../src/core/contract/messages.ts'
import { NotebookClient } from '../../../src/core/contract/notebook-client.ts'
import { makeWebSocketWire } from '../../../src/host/server/web-socket-wire.ts'
import { request, sendRaw } from './raw-request.ts'
import { type StartedServer, startTestServer } from './started-server.ts'

const started: StartedServer[] = []
const sockets: WebSocket[] = []
const start = async (...options: Parameters<typeof startTestServer>) => {
  const server = await startTestServer(...options)
  started.push(server)
  return server
}
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.terminate()
  for (const server of started.splice(0)) await server.stop()
})

type Headers = { Host?: string; Origin?: string; Cookie?: string; 'Sec-Fetch-Site'?: string }

/** Resolves to `open`, or to the status with which it was refused. */
function connect(port: number, headers: Headers, path = '/wire'): Promise<{ socket: WebSocket; outcome: 'open' | number }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers })
  sockets.push(socket)
  return new Promise((resolve) => {
    socket.on('error', () => {})
    socket.on('open', () => resolve({ socket, outcome: 'open' }))
    socket.on('unexpected-response', (_request, response) => {
      resolve({ socket, outcome: response.statusCode ?? 0 })
      response.destroy()
    })
  })
}

async function connected(server: StartedServer): Promise<WebSocket> {
  const { socket, outcome } = await connect(server.port, { Cookie: await server.openSession(), Origin: `http://127.0.0.1:${server.port}` })
  expect(outcome).toBe('open')
  return socket
}

const closing = (socket: WebSocket): Promise<number> => new Promise((resolve) => socket.on('close', resolve))

describe('who may open a wire', () => {
  test.each<[string, (own: string, cookie: string) => Headers, 'open' | number]>([
    ['the page itself', (own, cookie) => ({ Origin: `http://${own}`, Cookie: cookie }), 'open'],
    ['no origin', (_own, cookie) => ({ Cookie: cookie }), 403],
    ['another site', (_own, cookie) => ({ Origin: 'http://evil.example', Cookie: cookie }), 403],
    ['an opaque origin', (_own, cookie) => ({ Origin: 'null', Cookie: cookie }), 403],
    ['localhost', (own, cookie) => ({ Origin: `http://${own.replace('127.0.0.1', 'localhost')}`, Cookie: cookie }), 403],
    ['another port', (_own, cookie) => ({ Origin: 'http://127.0.0.1:1', Cookie: cookie }), 403],
    ['https', (own, cookie) => ({ Origin: `https://${own}`, Cookie: cookie }), 403],
    ['a rebound name', (_own, cookie) => ({ Host: 'evil.example', Origin: 'http://evil.example', Cookie: cookie }), 421],
    ['same-site', (own, cookie) => ({ Origin: `http://${own}`, Cookie: cookie, 'Sec-Fetch-Site': 'same-site' }), 403],
    ['no cookie', (own) => ({ Origin: `http://${own}` }), 401],
    ['a wrong cookie', (own, cookie) => ({ Origin: `http://${own}`, Cookie: `${cookie}x` }), 401],
  ])('%s', async (_name, headersOf, expected) => {
    const server = await start()
    const { outcome } = await connect(server.port, headersOf(`127.0.0.1:${server.port}`, await server.openSession()))
    expect(outcome).toBe(expected)
  })

  test('another address, the start link and other upgrades are none', async () => {
    const server = await start({ startLink: 'until closed' })
    const cookie = await server.openSession()
    const Origin = `http://127.0.0.1:${server.port}`
    expect((await connect(server.port, { Origin, Cookie: cookie }, '/wires')).outcome).toBe(404)
    expect((await connect(server.port, { Origin }, `/wire?token=${server.token}`)).outcome).toBe(401)
    expect((await connect(server.port, { Origin }, `/?token=${server.token}`)).outcome).toBe(401)
    const headers = { Origin, Cookie: cookie, Connection: 'Upgrade', Upgrade: 'h2c' }
    expect((await sendRaw(server.port, request(server.port, 'GET /wire', headers))).status).toBe(400)
  })

  test('a hundred are too many', async () => {
    const server = await start()
    const cookie = await server.openSession()
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () =>
        connect(server.port, { Cookie: cookie, Origin: `http://127.0.0.1:${server.port}` }).then(({ outcome }) => outcome),
      ),
    )
    expect(outcomes.filter((outcome) => outcome === 'open')).toHaveLength(32)
    expect(new Set(outcomes)).toEqual(new Set(['open', 503]))
  })
})

describe('a wire', () => {
  test('carries the contract: commands, live lists and questions', async () => {
    const server = await start()
    const socket = await connected(server)
    const client = new NotebookClient('window-of-test', () => crypto.randomUUID())
    client.attach(makeWebSocketWire<UpMessage, DownMessage>(socket))
    const titles: string[][] = []
    client.watch('insights', { order: 'title' }, { start: 0, count: 10 }, ({ rows }) => titles.push(rows.map(({ title }) => title)))
    expect(await client.send('insight.add', { title: '孙正义' })).toMatchObject({ ok: true, seq: 1 })
    await expect.poll(() => titles.at(-1)).toEqual(['孙正义'])
    expect(await client.ask('search', { query: '正' })).toMatchObject({ ok: true, value: { hits: [{ match: '正' }] } })
    expect(client.state).toMatchObject({ connection: 'connected', seq: 1, saving: { kind: 'saved' } })
  })

  test.each<[string, string | Buffer, number]>([
    ['what is no JSON', '{"type":', 1007],
    ['bytes', Buffer.from([1, 2, 3]), 1003],
  ])('is closed by %s', async (_name, message, code) => {
    const socket = await connected(await start())
    const closed = closing(socket)
    socket.send(message)
    expect(await closed).toBe(code)
  })

  test('is closed by a message of 65 MB, not by one of 10', async () => {
    const server = await start()
    const socket = await connected(server)
    const answers: DownMessage[] = []
    socket.on('message', (data) => answers.push(JSON.parse(data.toString()) as DownMessage))
    socket.send(JSON.stringify({ type: 'hello', window: 'window-of-test', version: 1 }))
    socket.send(JSON.stringify({ type: 'command', id: '1', command: 'insight.add', input: { title: 'large', body: 'x'.repeat(10_000_000) } }))
    await expect.poll(() => answers.find(({ type }) => type === 'command-answer')).toMatchObject({ answer: { ok: true } })
    const closed = closing(socket)
    socket.send('x'.repeat(65_000_000))
    expect([1009, 1006]).toContain(await closed)
  })

  test('that no longer answers pings is ended', async () => {
    const server = await start({ webSocket: { pingEveryMs: 100 } })
    const cookie = await server.openSession()
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/wire`, {
      autoPong: false,
      headers: { Cookie: cookie, Origin: `http://127.0.0.1:${server.port}` },
    })
    sockets.push(socket)
    socket.on('error', () => {})
    expect(await closing(socket)).toBe(1006)
  })

  test('that does not take what it is sent is ended, and the others go on', async () => {
    const server = await start({ webSocket: { maxWaitingBytes: 1_000_000 }, startLink: 'until closed' })
    const slow = await connected(server)
    const other = await connected(server)
    const closed = closing(slow)
    for (const socket of [slow, other]) socket.send(JSON.stringify({ type: 'hello', window: 'window-of-test', version: 1 }))
    await server.notebook.must('insight.add', { id: 'insight:a', title: 'a', body: 'x'.repeat(3_000_000) })
    slow.pause()
    for (let id = 0; id < 20; id += 1) {
      slow.send(JSON.stringify({ type: 'watch', id: `w${id}`, query: 'insight', params: { id: 'insight:a' }, start: 0, count: 1 }))
    }
    await expect.poll(() => slow.bufferedAmount).toBe(0)
    await new Promise((resolve) => setTimeout(resolve, 300))
    slow.resume()
    expect(await closed).toBe(1006)
    const heard = new Promise<string>((resolve) => other.once('message', (data) => resolve(data.toString())))
    other.send(JSON.stringify({ type: 'tally', id: 't' }))
    expect(JSON.parse(await heard)).toMatchObject({ type: 'counts', number: 0 })
  })

  test('ends with the server', async () => {
    const server = await start()
    const closed = closing(await connected(server))
    await server.close()
    expect(await closed).toBe(1006)
  })
})
