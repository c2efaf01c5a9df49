// A window over a wire that loses messages and breaks: what it shows in the end is what is there, and every command ran once.

import { describe, expect, test } from 'vitest'
import type { DownMessage, UpMessage } from '../../../src/core/contract/messages.ts'
import { NotebookClient } from '../../../src/core/contract/notebook-client.ts'
import { LiveQuery } from '../../../src/core/queries/live-query.ts'
import { LiveTally } from '../../../src/core/queries/live-tally.ts'
import { type QueryName, queries, queryNamed, railTally } from '../../../src/core/queries/queries.ts'
import { type MemoryWire, makeMemoryWires } from '../../../src/core/wire/memory-wire.ts'
import type { Wire } from '../../../src/core/wire/wire.ts'
import { serveWire } from '../../../src/host/session/serve-wire.ts'
import { type MemoryNotebook, makeMemoryNotebook } from '../../host/session/memory-notebook.ts'
import { makeRandom, type Random, randomCommand, randomParams } from '../queries/random-commands.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))

/** Lets through what `keeps` wants, so that a test can lose messages. */
function lossy<Out, In>(wire: Wire<Out, In>, keeps: (message: In) => boolean): Wire<Out, In> {
  return { ...wire, onMessage: (listener) => wire.onMessage((message) => keeps(message) && listener(message)) }
}

type Connection = { client: NotebookClient; attach: (keeps?: (message: DownMessage) => boolean) => void; cut: () => void }

function makeConnection(notebook: MemoryNotebook, window: string): Connection {
  let ids = 0
  const client = new NotebookClient(window, () => `${window}-${++ids}`)
  let current: MemoryWire<UpMessage, DownMessage> | undefined
  return {
    client,
    attach: (keeps = () => true) => {
      const { client: end, host } = makeMemoryWires<UpMessage, DownMessage>()
      current = end
      serveWire(notebook, host)
      client.attach(lossy(end, keeps))
    },
    cut: () => current?.close(),
  }
}

function freshPage(notebook: MemoryNotebook, name: QueryName, params: unknown, page: { start: number; count: number }): unknown {
  const live = new LiveQuery(queryNamed(name), notebook.view, queries[name].params.parse(params), page)
  const { total, start, rows } = live.difference(true) ?? { total: -1, start: -1, rows: [] }
  // As it would come over a wire.
  return JSON.parse(JSON.stringify({ total, start, rows }))
}

describe('a window', () => {
  test.each(Array.from({ length: 24 }, (_, index) => index + 1))('shows what is there whatever was lost on the way (seed %i)', async (seed) => {
    const random = makeRandom(seed)
    const notebook = makeMemoryNotebook()
    // An append takes a while, so that connections break in the midst of commands.
    notebook.disk.append = () => new Promise((resolve) => setTimeout(resolve, random.below(3)))
    const connection = makeConnection(notebook, 'window-one')
    let isLosing = true
    const keeps = (message: DownMessage) => !isLosing || (message.type !== 'rows' && message.type !== 'counts') || random.below(4) > 0
    connection.attach(keeps)
    const shown: {
      name: QueryName
      params: unknown
      page: { start: number; count: number }
      content: unknown
      setPage: (start: number, count: number) => void
    }[] = []
    let counts: unknown
    connection.client.watchCounts((given) => {
      counts = [...given]
    })
    const answers: Promise<unknown>[] = []
    const sent: string[] = []
    for (let round = 0; round < 30; round += 1) {
      watchSome(random, notebook, connection, shown)
      for (let index = 0; index < 5; index += 1) {
        const { command, input } = randomCommand(random, notebook)
        sent.push(command)
        answers.push(connection.client.send(command as 'history.undo', input as Record<string, never>))
      }
      for (const each of shown) {
        if (random.below(5) > 0) continue
        each.page = { start: random.below(3), count: 1 + random.below(10) }
        each.setPage(each.page.start, each.page.count)
      }
      if (random.below(3) === 0) connection.cut()
      await turn()
      if (random.below(4) === 0) await new Promise((resolve) => setTimeout(resolve, 5))
      if (connection.client.state.connection !== 'connected') connection.attach(keeps)
    }
    isLosing = false
    if (connection.client.state.connection !== 'connected') connection.attach(keeps)
    await Promise.all(answers)
    // A difference that was lost is noticed with the next one.
    await connection.client.send('insight.add', { title: 'the last' })
    await notebook.must('report.add', { title: 'another window’s' })
    await turn()
    connection.cut()
    connection.attach(keeps)
    await turn()
    for (const each of shown)
      expect(each.content, `${each.name} ${JSON.stringify(each.params)}`).toEqual(freshPage(notebook, each.name, each.params, each.page))
    expect(counts).toEqual(new LiveTally(railTally, notebook.view).difference())
    expect(notebook.runs).toEqual([...sent, 'insight.add', 'report.add'])
    expect(connection.client.state).toMatchObject({ unanswered: 0, seq: notebook.queue.lastSeq, saving: { kind: 'saved' } })
  })

  test('notices a difference that never came, without reconnecting', async () => {
    const notebook = makeMemoryNotebook()
    const connection = makeConnection(notebook, 'window-one')
    let lost = 0
    connection.attach((message) => !(message.type === 'rows' && message.number === 1 && lost++ === 0))
    const seen: string[][] = []
    connection.client.watch('insights', { order: 'title' }, { start: 0, count: 10 }, ({ rows }) => seen.push(rows.map(({ title }) => title)))
    await turn()
    for (const title of ['a', 'b', 'c']) {
      await notebook.must('insight.add', { title })
      await turn()
    }
    expect(lost).toBeGreaterThan(0)
    expect(seen.at(-1)).toEqual(['a', 'b', 'c'])
    // Never half of the truth: every list that was shown had been there.
    for (const titles of seen) expect(['a', 'b', 'c'].slice(0, titles.length)).toEqual(titles)
  })

  test('hears that its list is refused', async () => {
    const connection = makeConnection(makeMemoryNotebook(), 'window-one')
    connection.attach()
    const errors: string[] = []
    connection.client.watch(
      'insights',
      { order: 'wrong' as 'title' },
      { start: 0, count: 10 },
      () => {},
      ({ code }) => errors.push(code),
    )
    await turn()
    expect(errors).toEqual(['invalid'])
  })

  test('keeps commands and questions that were sent without a connection', async () => {
    const notebook = makeMemoryNotebook()
    const connection = makeConnection(notebook, 'window-one')
    const added = connection.client.send('insight.add', { title: 'early' })
    const asked = connection.client.ask('suggest.insights', { text: 'ea' })
    expect(connection.client.state.unanswered).toBe(1)
    connection.attach()
    expect(await added).toMatchObject({ ok: true, seq: 1 })
    expect(await asked).toMatchObject({ ok: true })
    expect(connection.client.state.unanswered).toBe(0)
  })

  test('two of them: a commit of one reaches the other’s list', async () => {
    const notebook = makeMemoryNotebook()
    const [one, two] = [makeConnection(notebook, 'window-one'), makeConnection(notebook, 'window-two')]
    one.attach()
    two.attach()
    const titles: string[][] = []
    two.client.watch('insights', {}, { start: 0, count: 10 }, ({ rows }) => titles.push(rows.map(({ title }) => title)))
    await one.client.send('insight.add', { title: 'from one' })
    await turn()
    expect(titles.at(-1)).toEqual(['from one'])
    expect(await two.client.send('history.undo', {})).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } })
    expect(await one.client.send('history.undo', {})).toMatchObject({ ok: true })
    await turn()
    expect(titles.at(-1)).toEqual([])
  })
})

function watchSome(
  random: Random,
  notebook: MemoryNotebook,
  { client }: Connection,
  shown: {
    name: QueryName
    params: unknown
    page: { start: number; count: number }
    content: unknown
    setPage: (start: number, count: number) => void
  }[],
): void {
  if (shown.length >= 30) return
  const { query, params, page } = randomParams(random, notebook)
  const name = query as QueryName
  const each = { name, params, page, content: undefined as unknown, setPage: (_start: number, _count: number) => {} }
  each.setPage = client.watch(name, params as never, page, (content) => {
    each.content = content
  }).setPage
  shown.push(each)
}

describe('a host of another version', () => {
  test('is told apart from a lost connection, also when it hangs up', async () => {
    const client = new NotebookClient('window-of-old', () => 'id')
    const { client: end, host } = makeMemoryWires<UpMessage, DownMessage>()
    host.onMessage(
      (message) => message.type === 'hello' && host.send({ type: 'refused', id: 'hello', error: { code: 'invalid', message: 'reload' } }),
    )
    client.attach(end)
    await new Promise((resolve) => setTimeout(resolve))
    expect(client.state.connection).toBe('outdated')
    host.close()
    expect(client.state.connection).toBe('outdated')
  })
})
