// The host's end of the contract: what a window hears, once, in order, and what it cannot break.

import { describe, expect, test } from 'vitest'
import type { DownMessage, UpMessage } from '../../../src/core/contract/messages.ts'
import { type MemoryWire, makeMemoryWires } from '../../../src/core/wire/memory-wire.ts'
import { type ServeWireOptions, serveWire } from '../../../src/host/session/serve-wire.ts'
import { type MemoryNotebook, makeMemoryNotebook } from './memory-notebook.ts'

type Connected = { wire: MemoryWire<unknown, DownMessage>; heard: DownMessage[]; bugs: unknown[] }

const hello = { type: 'hello', window: 'window-one', version: 1 }
const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))

async function connect(notebook: MemoryNotebook, greeting: unknown = hello, options: ServeWireOptions = {}): Promise<Connected> {
  const { client, host } = makeMemoryWires<unknown, DownMessage>()
  const bugs: unknown[] = []
  serveWire(notebook, host as MemoryWire<DownMessage, UpMessage>, { onBug: (error) => bugs.push(error), ...options })
  const heard: DownMessage[] = []
  client.onMessage((message) => heard.push(message))
  if (greeting) client.send(greeting)
  await turn()
  return { wire: client, heard, bugs }
}

const ofType = <Type extends DownMessage['type']>(heard: DownMessage[], type: Type) =>
  heard.filter((message): message is Extract<DownMessage, { type: Type }> => message.type === type)
const watchInsights = (id: string, page = { start: 0, count: 10 }) => ({ type: 'watch', id, query: 'insights', params: { order: 'title' }, ...page })

describe('messages that do not fit', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, ''],
    ['a number', 7, ''],
    ['a list', [], ''],
    ['no type', { id: 'a' }, 'a'],
    ['an unknown type', { type: 'shout', id: 'a' }, 'a'],
    ['a type from the prototype', { type: '__proto__', id: 'a' }, 'a'],
    ['too many fields', { type: 'unwatch', id: 'a', more: 1 }, 'a'],
    ['an id that is a number', { type: 'unwatch', id: 1 }, ''],
    ['a very long id', { type: 'unwatch', id: 'x'.repeat(1_000) }, 'x'.repeat(64)],
    ['a page of a million rows', { ...watchInsights('a'), count: 1_000_000 }, 'a'],
    ['a page that begins before 0', { ...watchInsights('a'), start: -1 }, 'a'],
    ['an unknown query', { ...watchInsights('a'), query: 'constructor' }, 'a'],
    ['wrong parameters', { ...watchInsights('a'), params: { order: 'random' } }, 'a'],
    ['a page of a list that is not watched', { type: 'page', id: 'a', start: 0, count: 1 }, 'a'],
    ['another hello', { type: 'hello', window: 'window-two', version: 1 }, 'hello'],
  ])('%s are refused, and the wire goes on', async (_name, message, id) => {
    const { wire, heard, bugs } = await connect(makeMemoryNotebook())
    wire.send(message)
    wire.send(watchInsights('after'))
    await turn()
    expect(ofType(heard, 'refused')).toMatchObject([{ id, error: { message: expect.stringMatching(/\w/) } }])
    expect(ofType(heard, 'rows').map((rows) => rows.id)).toEqual(['after'])
    expect(bugs).toEqual([])
  })

  test('nothing is served before hello, or to a window of another version', async () => {
    const notebook = makeMemoryNotebook()
    for (const greeting of [null, { ...hello, version: 2 }]) {
      const { wire, heard } = await connect(notebook, greeting)
      wire.send({ type: 'command', id: 'c', command: 'insight.add', input: { title: 'a' } })
      wire.send(watchInsights('w'))
      await turn()
      expect(heard.every(({ type }) => type === 'refused')).toBe(true)
    }
    expect(notebook.runs).toEqual([])
  })

  test('unknown questions and commands, and input that does not fit, are answers', async () => {
    const { wire, heard } = await connect(makeMemoryNotebook())
    wire.send({ type: 'ask', id: 'q1', question: 'toString', input: {} })
    wire.send({ type: 'ask', id: 'q2', question: 'search', input: { query: 7 } })
    wire.send({ type: 'ask', id: 'q3', question: 'text.read', input: { text: 'text:../../etc/passwd' } })
    wire.send({ type: 'command', id: 'c1', command: '__proto__', input: {} })
    wire.send({ type: 'command', id: 'c2', command: 'insight.add', input: null })
    await turn()
    const codes = new Map(
      heard.flatMap((message) =>
        (message.type === 'ask-answer' || message.type === 'command-answer') && !message.answer.ok ? [[message.id, message.answer.error.code]] : [],
      ),
    )
    expect(codes).toEqual(
      new Map([
        ['q1', 'invalid'],
        ['q2', 'invalid'],
        ['q3', 'not-found'],
        ['c1', 'unknown-command'],
        ['c2', 'invalid'],
      ]),
    )
  })
})

describe('lists', () => {
  test('the whole page is number 0, then differences count up, one for a burst of commits', async () => {
    const notebook = makeMemoryNotebook()
    await notebook.must('insight.add', { id: 'insight:b', title: 'b' })
    const { wire, heard } = await connect(notebook)
    wire.send(watchInsights('w'))
    await turn()
    const rows = () => ofType(heard, 'rows').map(({ number, total, ids, rows }) => ({ number, total, ids, rows: rows.map(({ id }) => id) }))
    expect(rows()).toEqual([{ number: 0, total: 1, ids: ['insight:b'], rows: ['insight:b'] }])
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        notebook.must('insight.add', { id: `insight:a${index}`, title: `a${String(index).padStart(3, '0')}` }),
      ),
    )
    await turn()
    expect(rows()).toHaveLength(2)
    expect(rows()[1]).toMatchObject({ number: 1, total: 101 })
    expect(rows()[1]?.rows).toHaveLength(10)
    await notebook.must('insight.revise', { id: 'insight:a3', confidence: 'high' })
    await turn()
    expect(rows()[2]).toMatchObject({ number: 2, rows: ['insight:a3'] })
  })

  test('a commit that alters nothing on the page sends nothing', async () => {
    const notebook = makeMemoryNotebook()
    const { wire, heard } = await connect(notebook)
    wire.send(watchInsights('w'))
    await notebook.must('entity.add', { names: [{ name: 'SoftBank', language: 'en' }] })
    await turn()
    expect(ofType(heard, 'rows')).toHaveLength(1)
  })

  test('watching again under the same id starts anew; unwatching and closing end it', async () => {
    const notebook = makeMemoryNotebook()
    const { wire, heard } = await connect(notebook)
    wire.send(watchInsights('w'))
    wire.send(watchInsights('w'))
    await turn()
    expect(ofType(heard, 'rows').map(({ number }) => number)).toEqual([0, 0])
    wire.send({ type: 'unwatch', id: 'w' })
    await turn()
    await notebook.must('insight.add', { title: 'unheard' })
    await turn()
    expect(ofType(heard, 'rows')).toHaveLength(2)
    wire.send({ type: 'tally', id: 't' })
    await turn()
    wire.close()
    const before = heard.length
    await notebook.must('insight.add', { title: 'unheard too' })
    await turn()
    expect(heard).toHaveLength(before)
  })

  test('at most 200 at once; closing one makes room', async () => {
    const { wire, heard } = await connect(makeMemoryNotebook())
    for (let index = 0; index < 201; index += 1) wire.send(watchInsights(`w${index}`))
    await turn()
    expect(ofType(heard, 'rows')).toHaveLength(200)
    expect(ofType(heard, 'refused')).toMatchObject([{ id: 'w200', error: { code: 'too-large' } }])
    wire.send({ type: 'unwatch', id: 'w0' })
    wire.send({ type: 'tally', id: 't' })
    await turn()
    expect(ofType(heard, 'counts')).toMatchObject([{ id: 't', number: 0 }])
  })
})

describe('commands', () => {
  test('run as their window, and undo is that window’s own', async () => {
    const notebook = makeMemoryNotebook()
    const actors: string[] = []
    notebook.onCommit(({ actor }) => actors.push(actor))
    const one = await connect(notebook)
    const two = await connect(notebook, { ...hello, window: 'window-two' })
    one.wire.send({ type: 'command', id: '1', command: 'insight.add', input: { title: 'of one' } })
    await turn()
    two.wire.send({ type: 'command', id: '1', command: 'history.undo', input: {} })
    await turn()
    expect(ofType(two.heard, 'command-answer')).toMatchObject([{ id: '1', answer: { ok: false, error: { code: 'nothing-to-undo' } } }])
    expect(actors).toEqual(['window-one'])
  })

  test('sent again are answered again, run once: while running, once answered, over another wire', async () => {
    const notebook = makeMemoryNotebook()
    const { promise, resolve } = Promise.withResolvers<void>()
    notebook.disk.append = () => promise
    const first = await connect(notebook)
    const command = { type: 'command', id: 'once', command: 'insight.add', input: { title: 'once' } }
    first.wire.send(command)
    first.wire.send(command)
    await turn()
    first.wire.close()
    const second = await connect(notebook)
    second.wire.send(command)
    await turn()
    expect(ofType(second.heard, 'command-answer')).toEqual([])
    resolve()
    await turn()
    second.wire.send(command)
    await turn()
    const answers = ofType(second.heard, 'command-answer').map(({ answer }) => answer)
    expect(answers).toHaveLength(2)
    expect(answers[0]).toMatchObject({ ok: true, seq: 1 })
    expect(answers[1]).toEqual(answers[0])
    expect(notebook.runs).toEqual(['insight.add'])
  })

  test('the same id of another window is another command', async () => {
    const notebook = makeMemoryNotebook()
    for (const window of ['window-one', 'window-two']) {
      const { wire } = await connect(notebook, { ...hello, window })
      wire.send({ type: 'command', id: 'same', command: 'insight.add', input: { title: window } })
      await turn()
    }
    expect(notebook.runs).toHaveLength(2)
  })

  test('of a window that is gone for long are forgotten, its undo too', async () => {
    const notebook = makeMemoryNotebook()
    const first = await connect(notebook, hello, { forgetAfterMs: 20 })
    first.wire.send({ type: 'command', id: 'c', command: 'insight.add', input: { id: 'insight:a', title: 'a' } })
    await turn()
    first.wire.close()
    const back = await connect(notebook)
    await new Promise((resolve) => setTimeout(resolve, 60))
    back.wire.close()
    await new Promise((resolve) => setTimeout(resolve, 60))
    const last = await connect(notebook)
    last.wire.send({ type: 'command', id: 'u', command: 'history.undo', input: {} })
    await turn()
    expect(ofType(last.heard, 'command-answer')).toMatchObject([{ answer: { ok: false, error: { code: 'nothing-to-undo' } } }])
  })

  test('as many as a program likes are answered, each once, and the last of them again', async () => {
    const notebook = makeMemoryNotebook()
    const { wire, heard } = await connect(notebook)
    const count = 20_000
    const send = (index: number) => wire.send({ type: 'command', id: `c${index}`, command: 'entity.add', input: { names: [] } })
    for (let index = 0; index < count; index += 1) send(index)
    await expect.poll(() => ofType(heard, 'command-answer').length, { timeout: 20_000 }).toBe(count)
    send(count - 1)
    send(count - 2_000)
    await turn()
    expect(ofType(heard, 'command-answer')).toHaveLength(count + 2)
    expect(notebook.runs).toHaveLength(count)
    // Answers that old are let go, or a window would grow for ever.
    send(0)
    await turn()
    expect(notebook.runs).toHaveLength(count + 1)
  })

  test('a bug in a command is an answer too, told to the program and not to the window', async () => {
    const notebook = makeMemoryNotebook()
    notebook.run = () => Promise.reject(new Error('secret detail'))
    const { wire, heard, bugs } = await connect(notebook)
    wire.send({ type: 'command', id: 'c', command: 'insight.add', input: { title: 'a' } })
    await turn()
    expect(ofType(heard, 'command-answer')).toMatchObject([{ answer: { ok: false, error: { code: 'fate-unknown' } } }])
    expect(JSON.stringify(heard)).not.toContain('secret detail')
    expect(bugs).toHaveLength(1)
  })
})

describe('what the status says', () => {
  test('saving until durable, then saved with the number of the commit', async () => {
    const notebook = makeMemoryNotebook()
    const { promise, resolve } = Promise.withResolvers<void>()
    notebook.disk.append = () => promise
    const { wire, heard } = await connect(notebook)
    wire.send({ type: 'command', id: 'c', command: 'insight.add', input: { title: 'a' } })
    await turn()
    const statuses = () => ofType(heard, 'status').map(({ seq, saving }) => [seq, saving.kind])
    expect(statuses()).toEqual([
      [0, 'saved'],
      [0, 'saving'],
    ])
    await new Promise((later) => setTimeout(later, 30))
    expect(statuses()).toHaveLength(2)
    resolve()
    await turn()
    expect(statuses()).toEqual([
      [0, 'saved'],
      [0, 'saving'],
      [1, 'saved'],
    ])
  })

  test('read-only, and why, to every window', async () => {
    const notebook = makeMemoryNotebook()
    const windows = [await connect(notebook), await connect(notebook, { ...hello, window: 'window-two' })]
    notebook.disk.append = () => Promise.reject(new Error('EIO'))
    windows[0]?.wire.send({ type: 'command', id: 'c', command: 'insight.add', input: { title: 'a' } })
    await turn()
    for (const { heard } of windows)
      expect(ofType(heard, 'status').at(-1)?.saving).toMatchObject({ kind: 'read-only', reason: { code: 'fate-unknown' } })
    const late = await connect(notebook, { ...hello, window: 'window-three' })
    expect(ofType(late.heard, 'status')[0]?.saving.kind).toBe('read-only')
  })
})

describe('search', () => {
  test('a newer one of the same window ends the one before; another window’s goes on', async () => {
    const notebook = makeMemoryNotebook()
    for (let index = 0; index < 3; index += 1) await notebook.must('insight.add', { title: `note ${index}`, body: 'needle' })
    const { promise, resolve } = Promise.withResolvers<void>()
    const heads = notebook.view.heads.bind(notebook.view)
    // Long enough a walk that the newer search comes in the midst of it.
    notebook.tables.heads = function* slow(table) {
      for (const head of heads(table)) {
        const end = performance.now() + 7
        while (performance.now() < end);
        yield head
      }
      resolve()
    } as MemoryNotebook['tables']['heads']
    const one = await connect(notebook)
    const two = await connect(notebook, { ...hello, window: 'window-two' })
    const search = (id: string) => ({ type: 'ask', id, question: 'search', input: { query: 'needle' } })
    two.wire.send(search('theirs'))
    one.wire.send(search('old'))
    one.wire.send(search('new'))
    await promise
    await expect.poll(() => ofType([...one.heard, ...two.heard], 'ask-answer').length).toBe(3)
    const answers = new Map(ofType([...one.heard, ...two.heard], 'ask-answer').map(({ id, answer }) => [id, answer]))
    expect(answers.get('old')).toMatchObject({ ok: false, error: { code: 'stale' } })
    expect(answers.get('new')).toMatchObject({ ok: true, value: { isComplete: true } })
    expect(answers.get('theirs')).toMatchObject({ ok: true })
  })
})
