// The local socket: only who shows the token gets in, and a killed process's leftovers never stand in the way.

import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DownMessage, UpMessage } from '../../../src/core/contract/messages.ts'
import { connectToSocket } from '../../../src/host/socket/connect-to-socket.ts'
import { listenOnSocket, type SocketServer } from '../../../src/host/socket/listen-on-socket.ts'
import { socketAddress } from '../../../src/host/socket/socket-address.ts'
import type { SocketWire } from '../../../src/host/socket/socket-wire.ts'

const runtime = mkdtempSync(join(tmpdir(), 'footing-run-'))
const previous = process.env.XDG_RUNTIME_DIR
process.env.XDG_RUNTIME_DIR = runtime
afterAll(() => {
  if (previous === undefined) delete process.env.XDG_RUNTIME_DIR
  else process.env.XDG_RUNTIME_DIR = previous
  rmSync(runtime, { recursive: true })
})

let folder: string
let server: SocketServer | undefined
let wires: SocketWire<DownMessage, UpMessage>[] = []

/** A host that answers `echo` with its input and leaves `sleep` unanswered. */
function answer(wire: SocketWire<DownMessage, UpMessage>): void {
  wires.push(wire)
  wire.onMessage((message) => {
    if (message.type === 'hello') wire.send({ type: 'welcome', version: 1, notebook: { id: 'n', title: 't', schema: 1, damage: [] } })
    if (message.type === 'command' && message.command === 'echo')
      wire.send({ type: 'command-answer', id: message.id, answer: { ok: true, seq: 1, result: message.input } })
  })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'footing-socket-'))
  wires = []
})
afterEach(async () => {
  await server?.close()
  server = undefined
  rmSync(folder, { recursive: true })
})

/** What a stranger gets who writes `bytes`: everything that came back until the end. */
function knock(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(socketAddress(folder).path, () => socket.write(bytes))
    let received = ''
    socket.on('data', (chunk) => {
      received += String(chunk)
    })
    socket.on('error', () => {})
    socket.on('close', () => resolve(received))
  })
}

describe('the local socket', () => {
  test('answers commands in order, with large inputs whole', async () => {
    server = await listenOnSocket(folder, answer)
    const served = await connectToSocket(folder, 'terminal-1')
    const large = { body: '软'.repeat(2_000_000) }
    const answers = await Promise.all([served?.run('echo', 1), served?.run('echo', large), served?.run('echo', 3)])
    expect(answers.map((each) => each?.ok && each.result)).toEqual([1, large, 3])
    served?.close()
  })

  test('is found through any path of the folder', async () => {
    server = await listenOnSocket(folder, answer)
    const alias = `${folder}-alias`
    symlinkSync(folder, alias)
    const served = await connectToSocket(alias, 'terminal-1')
    expect(await served?.run('echo', 'x')).toEqual({ ok: true, seq: 1, result: 'x' })
    served?.close()
    rmSync(alias)
  })

  test('folder, token and socket belong to this user alone', async () => {
    server = await listenOnSocket(folder, answer)
    const { path, tokenPath } = socketAddress(folder)
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700)
    expect(statSync(tokenPath).mode & 0o777).toBe(0o600)
    expect(readFileSync(tokenPath, 'utf8')).toMatch(/^[\w-]{43}$/)
    expect(Buffer.byteLength(path)).toBeLessThan(104)
  })

  const strangers: [name: string, bytes: string][] = [
    ['a wrong token', 'guess\n{"type":"hello"}\n'],
    ['no token', '\n'],
    ['a token that is never finished', 'x'.repeat(2_000)],
    ['a browser', 'POST / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ]
  test.each(strangers)('%s is shown nothing', async (_name, bytes) => {
    server = await listenOnSocket(folder, answer)
    expect(await knock(bytes)).toBe('')
    expect(wires).toEqual([])
  })

  test('the token may come in pieces, together with the first message', async () => {
    server = await listenOnSocket(folder, answer)
    const token = readFileSync(socketAddress(folder).tokenPath, 'utf8')
    const received = await new Promise<string>((resolve) => {
      const socket = connect(socketAddress(folder).path, () => {
        socket.write(token.slice(0, 10))
        setTimeout(() => socket.write(`${token.slice(10)}\n{"type":"hello","window":"12345678","version":1}\n`), 20)
      })
      socket.on('data', (chunk) => {
        resolve(String(chunk))
        socket.destroy()
      })
    })
    expect(JSON.parse(received)).toMatchObject({ type: 'welcome' })
  })

  test('no listener, no token or a dead socket: nobody serves', async () => {
    expect(await connectToSocket(folder, 'terminal-1')).toBeUndefined()
    const { path, tokenPath } = socketAddress(folder)
    writeFileSync(tokenPath, 'left behind')
    writeFileSync(path, '')
    expect(await connectToSocket(folder, 'terminal-1')).toBeUndefined()
  })

  test('what a killed process left is replaced', async () => {
    const { path, tokenPath } = socketAddress(folder)
    writeFileSync(tokenPath, 'left behind', { mode: 0o644 })
    writeFileSync(path, '')
    server = await listenOnSocket(folder, answer)
    const served = await connectToSocket(folder, 'terminal-1')
    expect(await served?.run('echo', 'x')).toMatchObject({ ok: true })
    expect(statSync(tokenPath).mode & 0o777).toBe(0o600)
    served?.close()
  })

  test('closing takes socket and token away, and tells who waits that the fate is unknown', async () => {
    server = await listenOnSocket(folder, answer)
    const { path, tokenPath } = socketAddress(folder)
    const served = await connectToSocket(folder, 'terminal-1')
    const waiting = served?.run('sleep', {})
    await server.close()
    server = undefined
    expect(await waiting).toMatchObject({ ok: false, error: { code: 'fate-unknown' } })
    expect(await served?.run('echo', 1)).toMatchObject({ ok: false, error: { code: 'closed' } })
    expect([existsSync(path), existsSync(tokenPath)]).toEqual([false, false])
  })

  test('something else that listens there is not trusted: no welcome, no notebook', async () => {
    const { path, tokenPath } = socketAddress(folder)
    writeFileSync(tokenPath, 'token')
    const other = createServer((socket) =>
      socket
        .on('error', () => {})
        .resume()
        .end('nonsense\n'),
    ).listen(path)
    await new Promise((resolve) => other.once('listening', resolve))
    expect(await connectToSocket(folder, 'terminal-1')).toBeUndefined()
    await new Promise((resolve) => other.close(resolve))
  })
})

describe('socketAddress', () => {
  test('falls back where the runtime folder is missing, too long or not a folder', () => {
    const file = join(folder, 'file')
    writeFileSync(file, '')
    for (const XDG_RUNTIME_DIR of [join(folder, 'missing', 'deeper'), join(folder, 'x'.repeat(120)), file, 'relative']) {
      const { path } = socketAddress(folder, { XDG_RUNTIME_DIR })
      expect(dirname(path)).toBe(join(tmpdir(), `footing-${process.getuid?.()}`))
    }
    expect(realpathSync(folder)).toBe(folder)
  })
})
