// The same session over a real notebook folder: what a window did is there after the host is started again, and damage costs one list.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DownMessage, UpMessage } from '../../../src/core/contract/messages.ts'
import { NotebookClient } from '../../../src/core/contract/notebook-client.ts'
import { makeMemoryWires } from '../../../src/core/wire/memory-wire.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { serveWire } from '../../../src/host/session/serve-wire.ts'

let folder = ''
let notebook: OpenNotebook
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'footing-session-'))
  notebook = await openNotebook(join(folder, 'notebook'), { create: { title: 'A notebook' } })
})
afterEach(async () => {
  await notebook.close()
  rmSync(folder, { recursive: true, force: true })
})

let ids = 0
const makeClient = (window: string) => new NotebookClient(window, () => `${window}-${++ids}`)

function attach(client: NotebookClient): void {
  const { client: end, host } = makeMemoryWires<UpMessage, DownMessage>()
  serveWire(notebook, host)
  client.attach(end)
}

async function restart(): Promise<void> {
  await notebook.close()
  notebook = await openNotebook(join(folder, 'notebook'))
}

describe('a window on a notebook folder', () => {
  test('reads, highlights, cites, searches and exports; after a restart the same window goes on', async () => {
    const client = makeClient('window-of-test')
    attach(client)
    const titles: string[][] = []
    client.watch('insights', {}, { start: 0, count: 10 }, ({ rows }) =>
      titles.push(rows.map(({ title, evidence }) => `${title} ${evidence.supports}`)),
    )
    const added = await client.send('source.add', { citekey: 'sina2025', title: '软银清仓', markdown: '它说：**“58.3亿美元”**已到账。' })
    if (!added.ok) throw new Error(added.error.message)
    const read = await client.ask('text.read', { text: added.result.text })
    if (!read.ok) throw new Error(read.error.message)
    const start = read.value.readingText.indexOf('58.3')
    const highlighted = await client.send('highlight.add', { source: added.result.id, start, end: start + 7, exact: '58.3亿美元' })
    if (!highlighted.ok) throw new Error(highlighted.error.message)
    await client.send('insight.add', { id: 'insight:exit', title: 'The exit', body: 'It brought much. [@sina2025#h1]' })
    await client.send('evidence.add', { insight: 'insight:exit', highlight: highlighted.result.id, stance: 'supports' })
    await expect.poll(() => titles.at(-1)).toEqual(['The exit 1'])
    await expect.poll(() => client.state).toMatchObject({ seq: 4, saving: { kind: 'saved' }, notebook: { title: 'A notebook', damage: [] } })

    await restart()
    attach(client)
    expect(await client.send('insight.revise', { id: 'insight:exit', title: 'The whole exit' })).toMatchObject({ ok: true, seq: 5 })
    await expect.poll(() => titles.at(-1)).toEqual(['The whole exit 1'])
    const found = await client.ask('search', { query: '亿美' })
    expect(found.ok && found.value.hits.map(({ table, field }) => `${table} ${field}`)).toEqual(['highlights quote', 'sources text'])
    const exported = await client.ask('export.markdown', { insights: ['insight:exit'] })
    expect(exported.ok && exported.value.markdown).toContain('58.3亿美元')
  })

  test('a body that is damaged on disk costs its own list, not the window', async () => {
    for (const id of ['insight:good', 'insight:bad'])
      await notebook.run('a', 'insight.add', { id, title: id, body: `the body of ${id}, ${'x'.repeat(300)}` })
    await notebook.snapshot()
    await notebook.close()
    const [bodies = ''] = readdirSync(join(folder, 'notebook')).filter(
      (name) => name.startsWith('bodies-') && readFileSync(join(folder, 'notebook', name), 'utf8').includes('insight:bad'),
    )
    const path = join(folder, 'notebook', bodies)
    writeFileSync(path, readFileSync(path, 'utf8').replace('the body of insight:bad', 'the b?dy of insight:bad'))
    notebook = await openNotebook(join(folder, 'notebook'))
    const client = makeClient('window-of-test')
    attach(client)
    const refused: string[] = []
    const shown: string[] = []
    client.watch(
      'insight',
      { id: 'insight:bad' },
      { start: 0, count: 1 },
      () => {},
      ({ message }) => refused.push(message),
    )
    client.watch('insight', { id: 'insight:good' }, { start: 0, count: 1 }, ({ rows }) => shown.push(rows[0]?.body ?? ''))
    await expect.poll(() => shown[0]).toContain('the body of insight:good')
    expect(refused).toEqual([expect.stringContaining('insight:bad')])
    const found = await client.ask('search', { query: 'body of' })
    expect(found.ok && found.value.hits.map(({ id }) => id)).toEqual(['insight:good'])
  })
})
