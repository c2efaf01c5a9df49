// A notebook of nothing but memory, made of the core's real tables and queue: for tests that need no disk.

import { createHash } from 'node:crypto'
import type { SavingStatus } from '../../../src/core/contract/messages.ts'
import { renderMarkdown } from '../../../src/core/markdown/render-markdown.ts'
import type { Insight } from '../../../src/core/records/insight.ts'
import type { RecordId, RecordKind } from '../../../src/core/records/record-id.ts'
import type { Commit } from '../../../src/core/store/change.ts'
import { type CommandAnswer, CommitQueue } from '../../../src/core/store/commit-queue.ts'
import { emptyTableMaps, Tables } from '../../../src/core/store/tables.ts'
import type { StoredText } from '../../../src/core/store/transaction.ts'
import type { NotebookHost } from '../../../src/host/session/notebook-host.ts'

export type MemoryNotebook = NotebookHost & {
  tables: Tables
  queue: CommitQueue
  /** Runs a command as `actor` and returns its result; throws where it is refused. */
  must: (command: string, input: unknown, actor?: string) => Promise<Record<string, unknown> & { id: string }>
  /** What was uploaded, by its name. */
  images: Map<string, Uint8Array>
  /** Every command that ran, for tests of what must run once. */
  runs: string[]
  /** What each append waits for: a slow disk. */
  disk: { append: (commits: readonly Commit[]) => Promise<void> }
}

export function makeMemoryNotebook(): MemoryNotebook {
  const texts = new Map<string, { markdown: string; readingText: string }>()
  const tables = new Tables(emptyTableMaps(), {
    readBody: () => {
      throw new Error('bodies are in memory here')
    },
    readingText: (text) => texts.get(text)?.readingText,
  })
  const commitListeners = new Set<(commit: Commit) => void>()
  const statusListeners = new Set<(status: SavingStatus) => void>()
  const images: MemoryNotebook['images'] = new Map()
  const disk: MemoryNotebook['disk'] = { append: async () => {} }
  const runs: string[] = []
  let unsaved = 0
  let ids = 0
  let moment = Date.UTC(2026, 0, 1)
  const status = (): SavingStatus =>
    queue.trouble ? { kind: 'read-only', reason: queue.trouble } : unsaved > 0 ? { kind: 'saving' } : { kind: 'saved' }
  const tell = () => {
    for (const listener of statusListeners) listener(status())
  }
  const queue: CommitQueue = new CommitQueue({
    tables,
    lastSeq: 0,
    now: () => {
      moment += 1_000
      return new Date(moment).toISOString()
    },
    newId: <Kind extends RecordKind>(kind: Kind) => {
      ids += 1
      return `${kind}:m${ids}` as RecordId<Kind>
    },
    append: (commits) => disk.append(commits),
    storeTexts: async (markdowns) => markdowns.map((markdown) => storeText(texts, markdown)),
    onCommit: (commit) => {
      for (const listener of commitListeners) listener(commit)
    },
    onReadOnly: tell,
  })
  const run = async (actor: string, command: string, input: unknown): Promise<CommandAnswer> => {
    runs.push(command)
    unsaved += 1
    tell()
    try {
      return await queue.run(actor, command, input)
    } finally {
      unsaved -= 1
      tell()
    }
  }
  return {
    manifest: { id: 'memory', title: 'A notebook in memory', schema: 1 },
    damage: [],
    view: tables,
    tables,
    queue,
    runs,
    disk,
    run,
    must: async (command, input, actor = 'test-actor') => {
      const answer = await run(actor, command, input)
      if (!answer.ok) throw new Error(`${command}: ${answer.error.code} ${answer.error.message}`)
      return answer.result as Record<string, unknown> & { id: string }
    },
    onCommit: (listener) => {
      commitListeners.add(listener)
      return () => commitListeners.delete(listener)
    },
    status,
    onStatus: (listener) => {
      statusListeners.add(listener)
      return () => statusListeners.delete(listener)
    },
    addImage: async (bytes) => {
      const file = `files/${createHash('sha256').update(bytes).digest('hex')}.png`
      images.set(file, bytes)
      return file
    },
    images,
    readText: async (text) => texts.get(text),
    scanBodies: async function* () {
      for (const stored of tables.maps.get('insights')?.values() ?? []) {
        const { id, body } = stored as Insight
        yield { id, body }
      }
    },
  }
}

function storeText(texts: Map<string, { markdown: string; readingText: string }>, markdown: string): StoredText {
  const { readingText } = renderMarkdown(markdown)
  const sha256 = createHash('sha256').update(markdown).digest('hex')
  const readingSha256 = createHash('sha256').update(readingText).digest('hex')
  const id = `text:${sha256}` as const
  texts.set(id, { markdown, readingText })
  return { id, sha256, readingSha256, projection: 1, length: markdown.length, readingLength: readingText.length }
}
