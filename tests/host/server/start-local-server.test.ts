// What the local server gives to its own user: the start link, the page, its files, pictures, and programs' commands.

import { afterEach, describe, expect, test } from 'vitest'
import { request, sendRaw } from './raw-request.ts'
import { pictureHash, type StartedServer, startTestServer } from './started-server.ts'

const started: StartedServer[] = []
const start = async (...options: Parameters<typeof startTestServer>) => {
  const server = await startTestServer(...options)
  started.push(server)
  return server
}
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop()
})

describe('the start link', () => {
  test('is exchanged for a cookie that scripts and other sites do not get, and the token leaves the address', async () => {
    const { port, url, token } = await start()
    expect(url).toBe(`http://127.0.0.1:${port}/?token=${token}`)
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    const response = await sendRaw(port, request(port, `GET /?token=${token}`, { 'Sec-Fetch-Site': 'none' }))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/')
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/^footing-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)
    expect(cookie).not.toContain(token)
    expect(response.headers.get('cache-control')).toBe('no-store')
  })

  test('opened again in the same browser leads to the page, however often', async () => {
    const { port, token, openSession } = await start()
    const cookie = await openSession()
    for (let time = 0; time < 3; time += 1) {
      const again = await sendRaw(port, request(port, `GET /?token=${token}`, { Cookie: cookie }))
      expect([again.status, again.headers.get('location')]).toEqual([303, '/'])
      expect(again.headers.has('set-cookie')).toBe(false)
    }
  })

  test('used up, makes a fresh one appear in the terminal, which opens a second browser', async () => {
    const links: string[] = []
    const { port, token, openSession } = await start({ onFreshLink: (url) => links.push(url) })
    await openSession()
    expect((await sendRaw(port, request(port, `GET /?token=${token}`))).status).toBe(401)
    expect((await sendRaw(port, request(port, `GET /?token=${'x'.repeat(43)}`))).status).toBe(401)
    expect(links).toHaveLength(1)
    const fresh = new URL(links[0] ?? '')
    expect(fresh.searchParams.get('token')).not.toBe(token)
    const second = await sendRaw(port, request(port, `GET /${fresh.search}`))
    expect(second.status).toBe(303)
    const cookie = second.headers.get('set-cookie')?.split(';')[0] ?? ''
    expect((await sendRaw(port, request(port, 'GET /', { Cookie: cookie }))).status).toBe(200)
  })

  test('a guessed one makes nothing appear', async () => {
    const links: string[] = []
    const { port } = await start({ onFreshLink: (url) => links.push(url) })
    await sendRaw(port, request(port, `GET /?token=${'x'.repeat(43)}`))
    expect(links).toEqual([])
  })

  test('that was only printed opens several browsers', async () => {
    const { openSession } = await start({ startLink: 'until closed' })
    const sessions = [await openSession(), await openSession()]
    expect(new Set(sessions).size).toBe(2)
    expect(sessions.every((cookie) => cookie.startsWith('footing-'))).toBe(true)
  })
})

describe('the page', () => {
  test('comes with its policy and a nonce of its own each time', async () => {
    const { port, openSession } = await start()
    const cookie = await openSession()
    const nonces = new Set<string>()
    for (let time = 0; time < 2; time += 1) {
      const { status, headers, body } = await sendRaw(port, request(port, 'GET /', { Cookie: cookie }))
      expect(status).toBe(200)
      const nonce = /<meta name="style-nonce" content="([\w-]{22})">/.exec(body)?.[1] ?? ''
      nonces.add(nonce)
      expect(headers.get('content-security-policy')).toBe(
        `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws://127.0.0.1:${port}; require-trusted-types-for 'script'; trusted-types dompurify default footing; frame-ancestors 'none'; base-uri 'none'; form-action 'none'`,
      )
      expect(headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(headers.get('cache-control')).toBe('no-store')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    }
    expect(nonces.size).toBe(2)
  })

  test.each([
    ['/assets/index-Ab12Cd34.js', 'text/javascript; charset=utf-8', 'private, max-age=31536000, immutable'],
    ['/icon.svg', 'image/svg+xml', 'no-cache'],
    [`/files/${pictureHash}.png`, 'image/png', 'private, max-age=31536000, immutable'],
  ])('%s comes as %s', async (path, type, cacheControl) => {
    const { port, openSession } = await start()
    const cookie = await openSession()
    const { status, headers, body } = await sendRaw(port, request(port, `GET ${path}`, { Cookie: cookie }))
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, type, cacheControl])
    expect(body).not.toBe('')
    const head = await sendRaw(port, request(port, `HEAD ${path}`, { Cookie: cookie }), 300)
    expect([head.status, head.body, head.headers.get('content-length')]).toEqual([200, '', headers.get('content-length')])
  })

  test('health says that it is there and nothing else, to whoever asks it by its name', async () => {
    const { port } = await start()
    expect((await sendRaw(port, request(port, 'GET /api/health'))).body).toBe('{"ok":true}')
  })

  test('a folder without a built window is said to be one', async () => {
    await expect(start({ assets: '/no/such/folder' })).rejects.toThrow('npm run build')
  })

  test('a taken port is an error, not another port', async () => {
    const { port } = await start()
    await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})

describe('programs', () => {
  const ask = async ({ port }: StartedServer, cookie: string, path: string, body: unknown) => {
    const text = JSON.stringify(body)
    const headers = { Cookie: cookie, 'Content-Type': 'application/json', 'Content-Length': String(Buffer.byteLength(text)) }
    const response = await sendRaw(port, request(port, `POST ${path}`, headers, text))
    return { status: response.status, body: JSON.parse(response.body.replace(/^[\da-f]+\r\n|\r\n0\r\n\r\n$/g, '')) as unknown }
  }

  test('send commands and ask questions with the cookie', async () => {
    const server = await start()
    const cookie = await server.openSession()
    const added = await ask(server, cookie, '/api/command', { command: 'insight.add', input: { id: 'insight:__proto__', title: '软银' } })
    expect(added).toEqual({ status: 200, body: { ok: true, seq: 1, result: { id: 'insight:__proto__', rev: 1 } } })
    const found = await ask(server, cookie, '/api/ask', { question: 'search', input: { query: '银' } })
    expect(found.body).toMatchObject({ ok: true, value: { hits: [{ id: 'insight:__proto__', match: '银' }] } })
    const refused = await ask(server, cookie, '/api/command', { command: 'insight.add', input: { nonsense: true } })
    expect(refused).toMatchObject({ status: 400, body: { ok: false, error: { code: 'invalid' } } })
  })
})
