// Anything at all, sent to each door: the wire of a window, the shell's messages, and HTTP. Nothing breaks, refusals are ours, and no note leaks.

import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { commands } from '../../src/core/commands/commands.ts'
import type { DownMessage, UpMessage } from '../../src/core/contract/messages.ts'
import { questions } from '../../src/core/contract/questions.ts'
import { queries } from '../../src/core/queries/queries.ts'
import { refusalCodes } from '../../src/core/store/refusal.ts'
import type { Wire } from '../../src/core/wire/wire.ts'
import { serveWire } from '../../src/host/session/serve-wire.ts'
import { acceptWindowWires, upChannel, type WindowWire } from '../../src/main/ipc/window-wires.ts'
import { PageLink } from '../../src/main/shell/page-link.ts'
import { request, sendRaw } from '../host/server/raw-request.ts'
import { type StartedServer, startTestServer } from '../host/server/started-server.ts'
import { type MemoryNotebook, makeMemoryNotebook } from '../host/session/memory-notebook.ts'
import { FakeContents, ipcMain } from '../main/fake-electron.ts'

vi.mock('electron', async () => ({ ipcMain: (await import('../main/fake-electron.ts')).ipcMain }))

const noteText = 'NOTE-TEXT-OF-THE-ANALYST'
const runs = { numRuns: 400 }

async function notebookWithNote(): Promise<MemoryNotebook> {
  const notebook = makeMemoryNotebook()
  await notebook.must('insight.add', { id: 'insight:held', title: 'T', body: noteText })
  return notebook
}

// The host and the shell speak different messages over it.
// biome-ignore lint/suspicious/noExplicitAny: what is said is anything, on purpose
type AnyWire = Wire<any, any>
type Listener = (message: unknown) => void
function makeWire(): { wire: AnyWire; say: Listener; heard: Record<string, unknown>[]; close: () => void } {
  const listeners: Listener[] = []
  const closers: (() => void)[] = []
  const heard: Record<string, unknown>[] = []
  const wire = {
    send: (message: Record<string, unknown>) => void heard.push(message),
    onMessage: (listener: Listener) => void listeners.push(listener),
    onClose: (listener: () => void) => void closers.push(listener),
  }
  return {
    wire: wire as never as AnyWire,
    heard,
    say: (message) => {
      for (const listener of listeners) listener(message)
    },
    close: () => {
      for (const closer of closers) closer()
    },
  }
}

/** What a structured clone can carry, which is more than JSON: cycles, Maps, dates, big integers, bytes. */
const cyclic: { self?: unknown } = {}
cyclic.self = cyclic
let deep: unknown = 1
for (let depth = 0; depth < 20_000; depth += 1) deep = depth % 2 === 0 ? [deep] : { a: deep }
const strange = fc.constantFrom<unknown>(
  cyclic,
  deep,
  new Map([['__proto__', 1]]),
  new Set([1]),
  new Date(Number.NaN),
  10n,
  new Uint8Array(9),
  Number.NaN,
  -0,
  undefined,
  Number.MAX_VALUE,
  '\ud800',
  '\0',
  'x'.repeat(100_000),
  JSON.parse('{"__proto__":{"type":"hello"}}'),
  JSON.parse('{"length":{"valueOf":1,"toString":1}}'),
  JSON.parse('{"size":{"valueOf":1,"toString":1}}'),
)
const anything = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true, withNullPrototype: true }),
  },
  { weight: 1, arbitrary: strange },
)

const id = fc.oneof(fc.string({ minLength: 1, maxLength: 64 }), anything)
const named = (names: readonly string[]) =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', 'toString', '') })
/** Fields that commands and questions really have, holding anything. */
const fields = fc.dictionary(
  fc.constantFrom(
    'id',
    'title',
    'body',
    'rev',
    'topics',
    'text',
    'insight',
    'source',
    'query',
    'limit',
    'tables',
    'ids',
    'citations',
    'titles',
    'params',
    'between',
    'outline',
    'start',
    'end',
    'markdown',
    'name',
    'content',
  ),
  anything,
)
const upward = fc.oneof(
  fc.record({ type: fc.constant('command'), id, command: named(Object.keys(commands)), input: fc.oneof(fields, anything) }),
  fc.record({
    type: fc.constant('ask'),
    id,
    question: named(Object.keys(questions).filter((name) => name !== 'starter.read')),
    input: fc.oneof(fields, anything),
  }),
  fc.record({
    type: fc.constant('watch'),
    id,
    query: named(Object.keys(queries)),
    params: fc.oneof(fields, anything),
    start: fc.oneof(fc.nat(), anything),
    count: fc.oneof(fc.nat(600), anything),
  }),
  fc.record({
    type: fc.constantFrom('page', 'tally', 'unwatch', 'upload', 'hello', 'shell.request'),
    id,
    upload: id,
    start: anything,
    size: fc.oneof(fc.integer(), anything),
    data: fc.oneof(fc.base64String(), anything),
    count: anything,
    window: fc.string(),
    version: fc.integer(),
  }),
  anything,
)

function expectClosed(heard: readonly Record<string, unknown>[]): void {
  for (const message of heard) {
    const answer = (message.answer ?? message) as { ok?: boolean; error?: { code: string; message: string } }
    if (answer.ok !== false && message.type !== 'refused') continue
    expect([...refusalCodes, 'cancelled']).toContain(answer.error?.code)
    expect(String(answer.error?.message)).not.toMatch(/\n\s+at |node:|\.ts:\d|RangeError|TypeError/)
    expect(JSON.stringify(message)).not.toContain(noteText)
  }
}

describe('the wire of a window', () => {
  test('takes anything: no throw, no bug, closed refusals', { timeout: 120_000 }, async () => {
    const notebook = await notebookWithNote()
    const bugs: unknown[] = []
    const { wire, say, heard, close } = makeWire()
    serveWire(notebook, wire, { onBug: (error) => bugs.push(error) })
    say({ type: 'hello', window: 'window-of-fuzz', version: 1 } satisfies UpMessage)
    await fc.assert(
      fc.asyncProperty(upward, async (message) => {
        heard.length = 0
        say(message)
        await new Promise((resolve) => setImmediate(resolve))
        expectClosed(heard)
        expect(bugs).toEqual([])
      }),
      { numRuns: 1_500 },
    )
    close()
    expect(notebook.view.get('insights', 'insight:held' as never)).toBeDefined()
  })

  test('says nothing of the notebook before hello', () => {
    fc.assert(
      fc.property(upward, (message) => {
        if ((message as { type?: unknown } | null)?.type === 'hello') return
        const { wire, say, heard } = makeWire()
        serveWire(held, wire)
        say(message)
        expect((heard as unknown as DownMessage[]).every(({ type }) => type === 'refused')).toBe(true)
      }),
      runs,
    )
  })
})

let held: MemoryNotebook
let server: StartedServer
beforeAll(async () => {
  held = await notebookWithNote()
  server = await startTestServer({ startLink: 'until closed' })
  await server.notebook.must('insight.add', { id: 'insight:held', title: 'T', body: noteText })
})
afterAll(() => server.stop())

describe('the channel of Electron', () => {
  test('takes anything from our page, and nothing from any other sender', () => {
    const wires: WindowWire[] = []
    const heard: unknown[] = []
    const stop = acceptWindowWires((wire) => {
      wires.push(wire)
      wire.onMessage((message) => heard.push(message))
    })
    const contents = new FakeContents()
    const frames = [
      null,
      { origin: 'https://evil.example', parent: null, detached: false },
      { origin: 'app://footing', parent: {}, detached: false },
      { origin: 'app://footing', parent: null, detached: true },
    ]
    fc.assert(
      fc.property(
        fc.constantFrom(...frames),
        anything,
        fc.oneof(fc.constantFrom('open', 'message', 'close'), anything),
        anything,
        (senderFrame, number, kind, message) => {
          ipcMain.emit(upChannel, { sender: contents, senderFrame }, number, kind, message)
          expect([wires.length, heard.length]).toEqual([0, 0])
        },
      ),
      runs,
    )
    const senderFrame = { origin: 'app://footing', parent: null, detached: false }
    fc.assert(
      fc.property(anything, fc.oneof(fc.constantFrom('open', 'message'), anything), anything, (number, kind, message) => {
        const before = wires.length
        ipcMain.emit(upChannel, { sender: contents, senderFrame }, number, kind, message)
        expect(wires.length - before).toBe(typeof number === 'number' && kind === 'open' ? 1 : 0)
      }),
      runs,
    )
    stop()
  })

  test('the shell parses what it is told, and is asked for nothing that it does not know', () => {
    const asked: { name: string }[] = []
    const { wire, say, heard } = makeWire()
    new PageLink(wire, {
      onHello: () => {},
      onMenus: () => {},
      onRequest: async (request) => {
        asked.push(request)
        return { ok: true }
      },
    })
    const requests = fc.record(
      {
        name: fc.oneof(fc.constantFrom('file.save', 'file.show', 'notebook.open', 'app.quit', '__proto__', 'shell.exec'), anything),
        path: anything,
        content: anything,
        fileName: anything,
        folder: anything,
      },
      { requiredKeys: ['name'] },
    )
    const messages = fc.oneof(
      fc.record({ type: fc.constant('shell.request'), id, request: requests }),
      fc.record({ type: fc.constantFrom('shell.menu', 'shell.hello', 'shell.flushed', 'shell.'), id, menus: fc.array(anything) }),
      anything,
    )
    fc.assert(
      fc.property(messages, (message) => {
        heard.length = 0
        say(message)
        expectClosed(heard)
      }),
      { numRuns: 1_500 },
    )
    const known = ['file.save', 'file.show', 'notebook.open', 'app.quit']
    expect(asked.filter(({ name }) => !known.includes(name))).toEqual([])
    say({ type: 'shell.request', id: 'x', request: { name: 'file.save', fileName: 'a', content: 'x'.repeat(200_000_001) } })
    expect(heard.at(-1)).toMatchObject({ answer: { ok: false, error: { code: 'invalid' } } })
  })
})

describe('HTTP', () => {
  const path = fc.oneof(
    fc.constantFrom(
      '/',
      '/wire',
      '/api/insights',
      '/api/insights/insight:held',
      '/api/search?q=T',
      '/api/sources',
      '/api/command',
      '/api/ask',
      '/api/health',
      '/files/',
      '/assets/',
    ),
    fc.webPath().map((text) => `/${text}`),
    fc.string({ maxLength: 60 }).map((text) => `/api/insights/${encodeURIComponent(text.toWellFormed())}`),
    fc.string({ unit: 'binary-ascii', maxLength: 40 }).map((text) => `/${text}`),
  )
  const method = fc.oneof(
    fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS', 'PATCH', 'CONNECT', 'TRACE'),
    fc.string({ unit: 'binary-ascii', maxLength: 8 }),
  )
  const header = fc.tuple(
    fc.constantFrom(
      'Origin',
      'Sec-Fetch-Site',
      'Content-Type',
      'Content-Length',
      'Transfer-Encoding',
      'Content-Encoding',
      'Expect',
      'Upgrade',
      'Connection',
      'Cookie',
      'If-Match',
      'Range',
      'X',
    ),
    fc.oneof(
      fc.string({ unit: 'binary-ascii', maxLength: 30 }),
      fc.constantFrom('application/json', 'chunked', '5', 'none', 'same-origin', 'Upgrade', 'websocket', '"1"'),
    ),
  )
  const body = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary-ascii' }),
    fields.map((given) => {
      try {
        return JSON.stringify({ command: 'insight.revise', question: 'search', input: given }) ?? ''
      } catch {
        return '{'
      }
    }),
  )
  const message = fc.record({ method, path, headers: fc.array(header, { maxLength: 6 }), body })

  test('from a stranger: refused in one line, without a note', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(message, async ({ method, path, headers, body }) => {
        const { raw, status } = await sendRaw(server.port, request(server.port, `${method} ${path}`, Object.fromEntries(headers), body), 120)
        // Nothing at all is what an unfinished request hears until its time is over.
        if (path !== '/api/health') expect(raw === '' || (status >= 400 && status < 500)).toBe(true)
        expect(raw).not.toContain(noteText)
        expect(raw).not.toMatch(/access-control-|\n\s+at |node:internal/i)
      }),
      { numRuns: 300 },
    )
  })

  test('from a program: never an error of ours', { timeout: 120_000 }, async () => {
    const noted = vi.spyOn(console, 'error').mockImplementation(() => {})
    await fc.assert(
      fc.asyncProperty(message, async ({ method, path, headers, body }) => {
        const length = String(Buffer.byteLength(body, 'utf8'))
        const all = {
          'Content-Type': 'application/json',
          'Content-Length': length,
          ...Object.fromEntries(headers),
          Authorization: `Bearer ${server.token}`,
        }
        const { raw, status } = await sendRaw(server.port, request(server.port, `${method} ${path}`, all, body), 120)
        expect(status).toBeLessThan(500)
        expect(raw).not.toMatch(/\n\s+at |node:internal/)
      }),
      { numRuns: 300 },
    )
    expect(noted.mock.calls).toEqual([])
    noted.mockRestore()
    expect((await sendRaw(server.port, request(server.port, 'GET /api/health'))).status).toBe(200)
  })
})
