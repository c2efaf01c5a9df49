// @vitest-environment jsdom
// What is found damaged while the notebook is open is told in every window, also where an earlier notice was put out of sight.

import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { act } from 'react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { NotebookClient } from '../../../src/core/contract/notebook-client.ts'
import { DamageNotice } from '../../../src/renderer/app/damage-notice.tsx'
import { click, named, openTestNotebook, type Shown, show, type TestNotebook, until } from '../window-under-test.tsx'

let held: TestNotebook
let client: NotebookClient
let shown: Shown
let looks = 0

beforeEach(async () => {
  held = await openTestNotebook()
  client = held.connect('window-one')
  shown = await show(client, <DamageNotice onLook={() => (looks += 1)} />)
})
afterEach(async () => {
  await shown.unmount()
  await held.close()
})

const notice = () => document.querySelector('[role="alert"]')?.textContent ?? ''

function needed(name: string): HTMLElement {
  const found = named(name)
  if (!found) throw new Error(`nothing is called ${name}`)
  return found
}

/** Adds a source, spoils its file, and reads it as a window would. */
async function readSpoilt(title: string): Promise<string> {
  const texts = join(held.notebook.folder, 'texts')
  const before = existing(texts)
  const added = await held.run('source.add', { title, markdown: `The text of ${title}.` })
  const { text } = added as { text: `text:${string}` }
  for (const name of existing(texts)) if (!before.includes(name)) appendFileSync(join(texts, name), ' And what nobody wrote.')
  const answer = await held.connect('another-window').ask('text.read', { text })
  expect(answer.ok).toBe(false)
  return text.slice('text:'.length, 'text:'.length + 12)
}

const existing = (folder: string) => {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

test('a whole notebook has no notice, and each new find brings one', async () => {
  expect(notice()).toBe('')
  const first = await act(() => readSpoilt('the first'))
  await until(() => notice().includes(first))
  await click(needed('Close'))
  expect(notice()).toBe('')
  const second = await act(() => readSpoilt('the second'))
  await until(() => notice().includes(second))
  expect(notice()).not.toContain(first)
  await click(needed('Look at what can be done'))
  expect(looks).toBe(1)
})
