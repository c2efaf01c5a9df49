// Slow and huge clients, hundreds at once: the analyst is served within a second meanwhile, and the memory stays where it was.

import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { Attack } from './flood-attacker.ts'
import { request, sendRaw } from './raw-request.ts'
import { type StartedServer, startTestServer } from './started-server.ts'

let server: StartedServer
let cookie = ''
const attackers: ChildProcess[] = []
beforeAll(async () => {
  server = await startTestServer({ startLink: 'until closed' })
  cookie = await server.openSession()
})
afterEach(() => {
  for (const attacker of attackers.splice(0)) attacker.kill('SIGKILL')
})
afterAll(() => server.stop())

const servedWithinMs = 1_000
const mostMemoryBytes = 300_000_000

/** Resolves when all its connections are open; `answers` grows by the first piece that each of them hears. */
async function attack(how: Omit<Attack, 'port'>): Promise<string[]> {
  const attacker = fork(join(import.meta.dirname, 'flood-attacker.ts'))
  attackers.push(attacker)
  const answers: string[] = []
  const opened = new Promise<void>((resolve) => {
    attacker.on('message', (message: { opened?: number; answer?: string }) => {
      if (message.answer !== undefined) answers.push(message.answer)
      else resolve()
    })
  })
  attacker.send({ port: server.port, ...how })
  await opened
  return answers
}

/** Asks as the page and as a program do, again and again while the attack goes on, each over a connection of its own. */
async function expectServed(): Promise<void> {
  const before = process.memoryUsage.rss()
  let most = before
  const took: number[] = []
  for (let round = 0; round < 12; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    const started = performance.now()
    const [page, api] = await Promise.all([
      sendRaw(server.port, request(server.port, 'GET /', { Cookie: cookie }), 5_000),
      sendRaw(server.port, request(server.port, 'GET /api/insights', { Authorization: `Bearer ${server.token}` }), 5_000),
    ])
    expect([page.status, api.status]).toEqual([200, 200])
    took.push(performance.now() - started)
    most = Math.max(most, process.memoryUsage.rss())
  }
  // In the middle of the rounds: a machine that does other things as well may miss one.
  expect(took.sort((one, other) => one - other)[6]).toBeLessThan(servedWithinMs)
  expect(most - before).toBeLessThan(mostMemoryBytes)
}

const megabyte = 'x'.repeat(1_000_000)
const chunk = `f4240\r\n${megabyte}\r\n`
const asJson = { 'Content-Type': 'application/json' }
const post = (headers: Record<string, string>) => request(server.port, 'POST /api/command', { ...asJson, ...headers })
const withToken = () => ({ Authorization: `Bearer ${server.token}` })

describe('others are served while', () => {
  test('five hundred connections say nothing', async () => {
    await attack({ count: 500, opening: '' })
    await expectServed()
  })

  test('two hundred send a header and no end', async () => {
    await attack({ count: 200, opening: `GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nX-Slow: ` })
    await expectServed()
  })

  test('two hundred ask fifty times each and never listen', async () => {
    const opening = request(server.port, 'GET /api/health', { Connection: 'keep-alive' }).repeat(50)
    await attack({ count: 200, opening, isDeaf: true })
    await expectServed()
  })

  test('twenty strangers pour gigabytes, announced and not', async () => {
    await attack({ count: 10, opening: post({ 'Content-Length': '1000000000' }), more: megabyte })
    await attack({ count: 10, opening: post({ 'Transfer-Encoding': 'chunked' }), more: chunk })
    await expectServed()
  })

  test('somebody with the token pours as much', async () => {
    await attack({ count: 10, opening: post({ ...withToken(), 'Transfer-Encoding': 'chunked' }), more: chunk })
    await expectServed()
  })

  test('a hundred with the token hold six megabytes each, and wait', async () => {
    const answers = await attack({ count: 100, opening: `${post({ ...withToken(), 'Content-Length': '7900000' })}${' '.repeat(6_000_000)}` })
    await expectServed()
    await expect.poll(() => answers.length, { timeout: 10_000 }).toBeGreaterThan(85)
    expect(answers.every((answer) => answer.startsWith('HTTP/1.1 429 '))).toBe(true)
  })

  test('a window sends fragments without an end', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/wire`, { headers: { Cookie: cookie, Origin: `http://127.0.0.1:${server.port}` } })
    socket.on('error', () => {})
    await new Promise((resolve) => socket.once('open', resolve))
    const closed = new Promise<number>((resolve) => socket.once('close', resolve))
    for (let count = 0; count < 80; count += 1) socket.send(megabyte, { fin: false })
    await expectServed()
    expect([1006, 1009]).toContain(await closed)
  })
})

test('a client that still sends gets to read why it was refused', async () => {
  const body = Buffer.alloc(40_000_000, 'x')
  for (const [headers, status] of [
    [{}, 401],
    [withToken(), 413],
  ] as const) {
    const response = await fetch(`http://127.0.0.1:${server.port}/api/command`, { method: 'POST', headers: { ...asJson, ...headers }, body })
    expect([response.status, (await response.text()).split('\n').length]).toEqual([status, 2])
  }
})
