// What crosses the wire. The host parses what comes up (a window is not trusted with its shape); what goes down is the host's own.

import { z } from 'zod'
import type { BackupState } from '../backups/backup.ts'
import type { QueryDifference } from '../queries/live-query.ts'
import type { CommandAnswer } from '../store/commit-queue.ts'
import type { RefusalValue } from '../store/refusal.ts'
import { type PastDownMessage, pastUpMessages } from './past-messages.ts'

const requestId = z.string().min(1).max(64)
const pageStart = z.int().min(0)
const pageCount = z.int().min(1).max(500)

export const upMessage = z.discriminatedUnion('type', [
  /** First on every wire. `window` names the window across reconnects: its undo and its unanswered commands are kept under it. */
  z.strictObject({ type: z.literal('hello'), window: z.string().min(8).max(64), version: z.int() }),
  /** `id` is unique for ever: a command sent again after a lost connection is answered, not run twice. */
  z.strictObject({ type: z.literal('command'), id: requestId, command: z.string().max(64), input: z.unknown() }),
  z.strictObject({ type: z.literal('ask'), id: requestId, question: z.string().max(64), input: z.unknown() }),
  z.strictObject({ type: z.literal('watch'), id: requestId, query: z.string().max(64), params: z.unknown(), start: pageStart, count: pageCount }),
  z.strictObject({ type: z.literal('page'), id: requestId, start: pageStart, count: pageCount }),
  z.strictObject({ type: z.literal('tally'), id: requestId }),
  z.strictObject({ type: z.literal('unwatch'), id: requestId }),
  /** One piece of a file, in base64 since WebSockets carry JSON here; each is answered, which is what progress is told by. */
  z.strictObject({
    type: z.literal('upload'),
    id: requestId,
    /** Names the upload in its connection. */
    upload: requestId,
    start: z.int().min(0),
    /** Of the whole file, in bytes. */
    size: z.int().min(1),
    data: z.base64().max(1_500_000),
  }),
  ...pastUpMessages,
])
export type UpMessage = z.infer<typeof upMessage>

/** `file` is its name in the notebook, `files/<sha256>.png`, once the last piece is durable. */
export type UploadAnswer = { ok: true; received: number; file?: string } | { ok: false; error: RefusalValue }

/**
 * What the status bar may say. `saved` is said only when everything acknowledged so far is durable. `isPassing`: the host tries again by itself, and
 * when asked (`saving.retry`); without it the notebook is read-only for as long as it is open.
 */
export type SavingStatus = { kind: 'saved' } | { kind: 'saving' } | { kind: 'read-only'; reason: RefusalValue; isPassing?: boolean }

export type NotebookDescription = { id: string; title: string; schema: number; damage: string[] }

export type DownMessage =
  | { type: 'welcome'; version: number; notebook: NotebookDescription }
  | { type: 'command-answer'; id: string; answer: CommandAnswer }
  | { type: 'upload-answer'; id: string; answer: UploadAnswer }
  | { type: 'ask-answer'; id: string; answer: { ok: true; value: unknown } | { ok: false; error: RefusalValue } }
  /** `number` counts from 0, the whole page, upwards; a window that misses one watches again. */
  | ({ type: 'rows'; id: string; number: number } & QueryDifference)
  | { type: 'counts'; id: string; number: number; counts: [key: string, count: number][] }
  | { type: 'refused'; id: string; error: RefusalValue }
  /** After the welcome, and whenever a backup is begun, made or fails. */
  | { type: 'backups'; state: BackupState }
  | { type: 'status'; seq: number; saving: SavingStatus }
  /** All that is known to be damaged, when more of it is found than the welcome said. */
  | { type: 'damage'; damage: string[] }
  | PastDownMessage
