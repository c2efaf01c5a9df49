// @vitest-environment jsdom
// What the status bar says about saving: never more than the disk has done; and what was typed while it failed goes out by itself.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { act } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NotebookClient } from '../../../src/core/contract/notebook-client.ts'
import { StatusBar } from '../../../src/renderer/app/status-bar.tsx'
import type { Draft } from '../../../src/renderer/notebook/draft.ts'
import { type InsightContent, type InsightInfo, insightDraft } from '../../../src/renderer/notebook/draft-kinds.ts'
import { shelfOf } from '../../../src/renderer/notebook/draft-shelf.ts'
import { type FailingDisk, makeDisk } from '../../host/storage/failing-disk.ts'
import { click, named, openTestNotebook, press, type Shown, show, type TestNotebook, until } from '../window-under-test.tsx'

let disk: FailingDisk
let held: TestNotebook
let client: NotebookClient
let shown: Shown
let draft: Draft<InsightContent, InsightInfo>

beforeEach(async () => {
  disk = makeDisk()
  held = await openTestNotebook({ fileSystem: disk.fileSystem })
  await held.run('insight.add', { id: 'insight:a', title: 'A', body: 'Before.' })
  client = held.connect('window-one')
  shown = await show(client, <StatusBar />)
  draft = shelfOf(client).open(insightDraft, 'insight:a').draft
  await until(() => draft.state.phase === 'open')
})
afterEach(async () => {
  await shown.unmount()
  await held.close()
})

const status = () => document.querySelector('output')?.textContent ?? ''
const type = (text: string) => act(async () => draft.edit('body', text))
const journal = () => readFileSync(join(held.notebook.folder, 'journal-1.ndjson'), 'utf8')

test('Saved is said only when what was typed is durable', async () => {
  await until(() => status() === 'Saved')
  const release = disk.holdSyncs()
  await type('Before. And af')
  await type('Before. And after.')
  expect(status()).toBe('Typing…')
  // It has reached the disk's cache, and that is not enough.
  await until(() => journal().includes('And after.'))
  const said = new Set<string>()
  for (let look = 0; look < 20; look += 1) {
    await act(async () => new Promise((resolve) => setTimeout(resolve, 10)))
    said.add(status())
  }
  expect([...said].filter((text) => text === 'Saved')).toEqual([])
  release()
  await until(() => status() === 'Saved')
})

test('a full disk is said, the text stays, and goes out when there is room and the analyst tries again', async () => {
  disk.set({ call: 'write', code: 'ENOSPC', name: /journal-|room/ })
  await type('Not yet.')
  await until(() => /Not saving: the disk is full/.test(status()))
  expect(draft.state.content?.body).toBe('Not yet.')
  await click((await until(() => named(/Try again/, 'button')))!)
  expect(status()).toMatch(/the disk is full/)
  expect(draft.state.content?.body).toBe('Not yet.')
  disk.set()
  await click(named(/Try again/, 'button')!)
  await until(() => status() === 'Saved')
  expect(held.notebook.view.get('insights', 'insight:a')?.body).toBe('Not yet.')
  expect(named(/Try again/, 'button')).toBeUndefined()
})

test('a failed fsync is said, and once the disk is well the text goes out without anybody asking', async () => {
  disk.set({ call: 'datasync', code: 'EIO', name: /journal-1/ })
  await type('In doubt.')
  await until(() => /Not saving: the disk failed \(EIO\)/.test(status()))
  await until(() => status() === 'Saved')
  expect(held.notebook.view.get('insights', 'insight:a')?.body).toBe('In doubt.')
})

test('Ctrl S saves at once', async () => {
  await type('Now.')
  expect(await press('s', { ctrlKey: true })).toBe(false)
  await until(() => status() === 'Saved')
  expect(held.notebook.view.get('insights', 'insight:a')?.body).toBe('Now.')
})
