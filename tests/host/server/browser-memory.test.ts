// A restart of the local host must not cost an open window its place: same port where it is free, same sessions.

import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BrowserMemory } from '../../../src/host/server/browser-memory.ts'
import { Sessions } from '../../../src/host/server/sessions.ts'
import { request, sendRaw } from './raw-request.ts'
import { startTestServer } from './started-server.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footing-memory-'))
  path = join(folder, 'browsers.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('what the local host remembers', () => {
  it('lets a browser in again after a restart, and no other', () => {
    const first = new Sessions('once')
    const secret = first.exchange(first.token) ?? ''
    new BrowserMemory(path).remember(4321, first.all)
    const memory = new BrowserMemory(path)
    const second = new Sessions('once', memory.sessions)
    expect(memory.port).toBe(4321)
    expect(second.has(secret)).toBe(true)
    expect(second.has(`${secret}x`)).toBe(false)
    expect(second.exchange(first.token)).toBeUndefined()
  })

  it('keeps digests for this user alone, never the secret', () => {
    const sessions = new Sessions('once')
    const secret = sessions.exchange(sessions.token) ?? ''
    new BrowserMemory(path).remember(4321, sessions.all)
    expect(readFileSync(path, 'utf8')).not.toContain(secret)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it('forgets a session after a month, and one from the future', () => {
    const digest = 'a'.repeat(64)
    new BrowserMemory(path).remember(4321, [{ digest, since: Date.now() }])
    expect(new BrowserMemory(path).sessions).toHaveLength(1)
    expect(new BrowserMemory(path, Date.now() + 31 * 24 * 3_600_000).sessions).toHaveLength(0)
    expect(new BrowserMemory(path, Date.now() - 3_600_000).sessions).toHaveLength(0)
  })

  it.each(['', '{', '[]', '{"port":80,"sessions":[]}', '{"sessions":[{"digest":"x","since":1}]}'])(
    'starts afresh from a damaged file: %s',
    (text) => {
      writeFileSync(path, text)
      const memory = new BrowserMemory(path)
      expect(memory.port).toBeUndefined()
      expect(memory.sessions).toEqual([])
    },
  )

  it('lets the sessions of a port go when somebody else has taken it meanwhile: browsers have sent them there', async () => {
    const memory = new BrowserMemory(path)
    const first = await startTestServer({ memory })
    const cookie = await first.openSession()
    await first.stop()

    const again = await startTestServer({ memory: new BrowserMemory(path) })
    expect(again.port).toBe(first.port)
    expect((await sendRaw(again.port, request(again.port, 'GET /', { Cookie: cookie }))).status).toBe(200)
    await again.stop()

    const stranger = createServer().listen(first.port, '127.0.0.1')
    await once(stranger, 'listening')
    const moved = await startTestServer({ memory: new BrowserMemory(path) })
    expect(moved.port).not.toBe(first.port)
    const stolen = `footing-${moved.port}=${cookie.split('=')[1]}`
    expect((await sendRaw(moved.port, request(moved.port, 'GET /', { Cookie: stolen }))).status).toBe(401)
    await moved.stop()
    stranger.close()
  })
})
