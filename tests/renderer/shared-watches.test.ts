// Parts of a window that look at the same rows, over a real host: each sees them all, and the host is asked once.

import { describe, expect, test } from 'vitest'
import type { DownMessage, UpMessage } from '../../src/core/contract/messages.ts'
import { NotebookClient } from '../../src/core/contract/notebook-client.ts'
import { makeMemoryWires } from '../../src/core/wire/memory-wire.ts'
import { serveWire } from '../../src/host/session/serve-wire.ts'
import { followRecord, watchesOf } from '../../src/renderer/notebook/shared-watches.ts'
import { makeMemoryNotebook } from '../host/session/memory-notebook.ts'

const turn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))
const all = JSON.stringify({ filter: '', order: 'title' })
const ten = { start: 0, count: 10 }

async function openWindow() {
  const notebook = makeMemoryNotebook()
  let ids = 0
  const client = new NotebookClient('window-one', () => `id-${++ids}`)
  const { client: end, host } = makeMemoryWires<UpMessage, DownMessage>()
  const sent: UpMessage[] = []
  serveWire(notebook, host)
  const send = (message: UpMessage) => {
    sent.push(message)
    end.send(message)
  }
  client.attach({ ...end, send })
  for (const title of ['a', 'b', 'c']) await client.send('insight.add', { id: `insight:${title}`, title })
  const count = (type: UpMessage['type']) => sent.filter((message) => message.type === type).length
  return { client, count }
}

const titlesOf = (page: { rows: readonly { title: string }[] } | undefined) => page?.rows.map(({ title }) => title)

describe('watches that are shared', () => {
  test('two lookers ask the host once, and both follow', async () => {
    const { client, count } = await openWindow()
    const seen: string[][] = [[], []]
    for (const each of [0, 1]) watchesOf(client).open('insights', all, ten, ({ rows }) => (seen[each] = rows.map(({ title }) => title)))
    await client.send('insight.add', { id: 'insight:d', title: 'd' })
    await turn()
    expect(count('watch')).toBe(1)
    expect(seen).toEqual([
      ['a', 'b', 'c', 'd'],
      ['a', 'b', 'c', 'd'],
    ])
  })

  test('what was asked for ahead is there for the first rendering, and is let go with its last looker', async () => {
    const { client, count } = await openWindow()
    const watches = watchesOf(client)
    const ahead = watches.open('insights', all, ten, () => {})
    expect(watches.peek('insights', all, ten)).toBeUndefined()
    await turn()
    expect(titlesOf(watches.peek('insights', all, ten))).toEqual(['a', 'b', 'c'])
    const list = watches.open('insights', all, ten, () => {})
    ahead.close()
    expect(count('unwatch')).toBe(0)
    list.close()
    expect(count('unwatch')).toBe(1)
    expect(watches.peek('insights', all, ten)).toBeUndefined()
  })

  test('who turns the page leaves the others on theirs', async () => {
    const { client } = await openWindow()
    const watches = watchesOf(client)
    const seen: Record<string, string[] | undefined> = {}
    const one = { start: 0, count: 1 }
    const first = watches.open('insights', all, one, (page) => (seen.first = titlesOf(page)))
    watches.open('insights', all, one, (page) => (seen.second = titlesOf(page)))
    await turn()
    first.turnTo({ start: 2, count: 1 })
    await turn()
    expect(seen).toEqual({ first: ['c'], second: ['a'] })
    first.turnTo({ start: 1, count: 1 })
    await turn()
    expect(seen).toEqual({ first: ['b'], second: ['a'] })
    // Onto the page that somebody looks at already: known at once.
    first.turnTo(one)
    expect(seen).toEqual({ first: ['a'], second: ['a'] })
    await client.send('insight.revise', { id: 'insight:a', title: 'A' })
    await turn()
    expect(seen).toEqual({ first: ['A'], second: ['A'] })
  })

  test('a record that is known already is told at once, one that is gone as undefined', async () => {
    const { client } = await openWindow()
    const heard: (string | undefined)[] = []
    const stopFirst = followRecord(client, 'insight', 'insight:b', () => {})
    await turn()
    const stop = followRecord(client, 'insight', 'insight:b', (record) => heard.push(record?.title))
    expect(heard).toEqual(['b'])
    await client.send('insight.revise', { id: 'insight:b', title: 'B' })
    await turn()
    expect(heard).toEqual(['b', 'B'])
    stop()
    stopFirst()
    const missing: unknown[] = []
    followRecord(client, 'insight', 'insight:none', (record) => missing.push(record))
    await turn()
    expect(missing).toEqual([undefined])
  })
})
