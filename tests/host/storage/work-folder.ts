// A folder of its own for each test, the contents of a notebook as plain data, and ways to damage files.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { tableNames } from '../../../src/core/records/tables.ts'
import type { NotebookView } from '../../../src/core/store/notebook-view.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook, OpenOptions } from '../../../src/host/opened-notebook.ts'

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footing-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'notebook')
}

/** A temp folder that no test beside this one writes to, until this one ends; says what lies in it. */
export function ownTemporaryFolder(): () => string[] {
  const before = process.env.TMPDIR
  const folder = mkdtempSync(join(tmpdir(), 'footing-test-'))
  process.env.TMPDIR = folder
  onTestFinished(() => {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
    rmSync(folder, { recursive: true, force: true })
  })
  return () => readdirSync(folder).filter((name) => name.startsWith('footing-history-'))
}

export function openNew(folder: string, options: OpenOptions = {}): Promise<OpenNotebook> {
  return openNotebook(folder, { create: { title: 'Test' }, ...options })
}

/** Every record, whole, sorted by id. */
export function contentsOf(view: NotebookView): Record<string, unknown>[] {
  return tableNames
    .flatMap((table): Record<string, unknown>[] => [...view.heads(table)].map(({ id }) => ({ table, ...view.get(table, id) })))
    .toSorted((one, other) => (String(one.id) < String(other.id) ? -1 : 1))
}

export async function readContents(folder: string): Promise<Record<string, unknown>[]> {
  const notebook = await openNotebook(folder, { mode: 'read' })
  try {
    return contentsOf(notebook.view)
  } finally {
    await notebook.close()
  }
}

export async function must(answer: ReturnType<OpenNotebook['run']>): Promise<number> {
  const settled = await answer
  if (!settled.ok) throw new Error(`${settled.error.code}: ${settled.error.message}`)
  return settled.seq
}

export function edit(path: string, change: (bytes: Buffer) => Buffer): void {
  writeFileSync(path, change(readFileSync(path)))
}

export function flipByte(path: string, offset: number, mask = 1): void {
  edit(path, (bytes) => {
    bytes[offset] = (bytes[offset] as number) ^ mask
    return bytes
  })
}
