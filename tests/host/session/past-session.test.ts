// A window looks at the past on its own wire: everything reads as it was, nothing can be written, and the live notebook goes on beside it.

import { expect, onTestFinished, test } from 'vitest'
import { isPastMessage } from '../../../src/core/contract/is-past-message.ts'
import type { DownMessage, UpMessage } from '../../../src/core/contract/messages.ts'
import { NotebookClient, type WatchedPage } from '../../../src/core/contract/notebook-client.ts'
import { PastLink } from '../../../src/core/contract/past-link.ts'
import type { PastDownMessage, PastUpMessage } from '../../../src/core/contract/past-messages.ts'
import { makeMemoryWires } from '../../../src/core/wire/memory-wire.ts'
import { splitWire } from '../../../src/core/wire/split-wire.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { serveWire } from '../../../src/host/session/serve-wire.ts'
import { makeFolder, must, openNew, ownTemporaryFolder } from '../storage/work-folder.ts'

let ids = 0
const newId = () => {
  ids += 1
  return `id-${ids}`
}

/** As the window's `connect.ts` does it. */
function openWindow(notebook: OpenNotebook) {
  const client = new NotebookClient('window-one', newId)
  const past = new PastLink('window-one', newId)
  const bugs: unknown[] = []
  const connect = () => {
    const wires = makeMemoryWires<UpMessage, DownMessage>()
    serveWire(notebook, wires.host, { onBug: (error) => bugs.push(error) })
    const { first, second } = splitWire<UpMessage, DownMessage, PastUpMessage, PastDownMessage>(wires.client, isPastMessage)
    client.attach(first)
    past.attach(second)
    return () => wires.client.close()
  }
  return { client, past, bugs, connect }
}

async function madeNotebook(): Promise<{ notebook: OpenNotebook; folder: string }> {
  const folder = makeFolder()
  const notebook = await openNew(folder)
  onTestFinished(() => notebook.close())
  await must(notebook.run('me', 'insight.add', { id: 'insight:a', title: 'First', body: '软银 first' }))
  await must(notebook.run('me', 'insight.revise', { id: 'insight:a', title: 'Second', body: 'second' }))
  await notebook.snapshot()
  await must(notebook.run('me', 'insight.add', { id: 'insight:b', title: 'Third', body: 'third' }))
  return { notebook, folder }
}

function watchTitles(client: NotebookClient): () => string[] {
  let page: WatchedPage<{ title: string }> | undefined
  client.watch('insights', { order: 'title' }, { start: 0, count: 10 }, (next) => {
    page = next
  })
  return () => (page?.rows ?? []).map(({ title }) => title)
}

test('lists, answers and exports are those of the moment; moving on shows the next one in the same lists; the live notebook is untouched', async () => {
  const { notebook } = await madeNotebook()
  const { client, past, bugs, connect } = openWindow(notebook)
  connect()
  const live = watchTitles(client)
  expect(await past.open({ seq: 1 })).toEqual({ ok: true, seq: 1 })
  const then = watchTitles(past.client)
  await expect.poll(then).toEqual(['First'])
  expect(await past.client.ask('search', { query: '软银' })).toMatchObject({ ok: true, value: { hits: [{ id: 'insight:a', field: 'body' }] } })
  expect(await past.client.ask('export.markdown', { insights: ['insight:a'] })).toMatchObject({ ok: true, value: { fileName: 'first.md' } })
  expect(await past.client.ask('history.versions', { id: 'insight:a' })).toMatchObject({ ok: true, value: [{ seq: 1 }] })
  expect(past.client.state).toMatchObject({ connection: 'connected', seq: 1, saving: { kind: 'read-only' } })
  expect(await past.client.send('insight.add', { title: 'x' })).toMatchObject({ ok: false, error: { code: 'read-only' } })
  expect(await client.send('insight.add', { title: 'Fourth' })).toMatchObject({ ok: true })
  await expect.poll(live).toEqual(['Fourth', 'Second', 'Third'])
  expect(then()).toEqual(['First'])
  expect(await past.open({ seq: 3 })).toEqual({ ok: true, seq: 3 })
  await expect.poll(then).toEqual(['Second', 'Third'])
  expect(await past.open({ time: 0 })).toEqual({ ok: true, seq: 0 })
  await expect.poll(then).toEqual([])
  expect(bugs).toEqual([])
})

test('of many moments in a row only the last one is shown; what is left behind is let go', async () => {
  const unpackedFolders = ownTemporaryFolder()
  const { notebook } = await madeNotebook()
  const { past, connect } = openWindow(notebook)
  const disconnect = connect()
  const asked = [1, 2, 3, 2, 1].map((seq) => past.open({ seq }))
  const opened = await Promise.all(asked)
  expect(opened.slice(0, -1)).toEqual(Array(4).fill(expect.objectContaining({ ok: false, error: expect.objectContaining({ code: 'stale' }) })))
  expect(opened.at(-1)).toEqual({ ok: true, seq: 1 })
  await expect.poll(() => unpackedFolders().length).toBe(1)
  past.leave()
  await expect.poll(unpackedFolders).toEqual([])
  await past.open({ seq: 2 })
  disconnect()
  await expect.poll(unpackedFolders).toEqual([])
})

test('after the connection was lost, the same moment is looked at again', async () => {
  const { notebook } = await madeNotebook()
  const { past, connect } = openWindow(notebook)
  const disconnect = connect()
  await past.open({ seq: 1 })
  const then = watchTitles(past.client)
  await expect.poll(then).toEqual(['First'])
  disconnect()
  const asking = past.client.ask('search', { query: '软银' })
  connect()
  expect(await asking).toMatchObject({ ok: true, value: { hits: [{ id: 'insight:a' }] } })
  expect(then()).toEqual(['First'])
})

test('a window cannot look from the past further back, nor say what does not fit', async () => {
  const { notebook } = await madeNotebook()
  const { client, host } = makeMemoryWires<unknown, DownMessage>()
  serveWire(notebook, host as never)
  const heard: DownMessage[] = []
  client.onMessage((message) => heard.push(message))
  client.send({ type: 'past.open', past: 'early', moment: { seq: 1 } })
  await expect.poll(() => heard).toMatchObject([{ type: 'refused', id: 'early' }])
  client.send({ type: 'hello', window: 'window-one', version: 1 })
  client.send({ type: 'past.open', past: 'odd', moment: { seq: 1, time: 2 } })
  client.send({ type: 'past.open', past: 'p', moment: { seq: 1 } })
  await expect.poll(() => heard.map(({ type }) => type)).toContain('past.opened')
  const say = (message: unknown) => client.send({ type: 'past.say', past: 'p', message })
  say({ type: 'hello', window: 'window-one', version: 1 })
  say({ type: 'past.open', past: 'q', moment: { seq: 1 } })
  say(null)
  const said = () => heard.flatMap((message) => (message.type === 'past.said' ? [message.message] : []))
  await expect.poll(said).toContainEqual(expect.objectContaining({ type: 'past.refused', past: 'q' }))
  expect(said()).toContainEqual(expect.objectContaining({ type: 'refused', id: '' }))
})
