// How a window brings files in: it puts them before the host piece by piece, asks what they are, starts, follows, and reads the report.
//
// Questions and not messages of their own, so that they find their answers again over a connection that was lost. Everything of one import carries
// the same name, which the window makes up; another window does not see it.

import { z } from 'zod'
import type { FileKind } from '../import/file-kinds.ts'
import type { RecordId } from '../records/record-id.ts'
import type { RefusalValue } from '../store/refusal.ts'

const name = z.string().min(1).max(64)
/** Of another source with the same address, DOI or title, and another text. */
const duplicateWays = ['skip', 'revise', 'add'] as const
const outcomes = ['kept', 'renewed', 'skipped', 'refused'] as const

/** `path` is its name in the folder that was chosen or dropped, with `/`; the host takes no name on trust. */
const piece = z.strictObject({
  path: z.string().min(1).max(4_096),
  start: z.int().min(0),
  /** Of the whole file, in bytes. What nobody will read has no content: its name is put with 0. */
  size: z.int().min(0),
  data: z.base64().max(1_500_000),
})

export const importQuestions = {
  /** Pieces in their order, of one file or of many; together about a megabyte. */
  'import.put': z.strictObject({ import: name, pieces: z.array(piece).min(1).max(1_000) }),
  /** What all that was put is, before any of it is brought in. */
  'import.look': z.strictObject({ import: name }),
  'import.start': z.strictObject({ import: name, as: z.enum(['insights', 'sources']).optional(), duplicates: z.enum(duplicateWays).default('skip') }),
  /** Answered as soon as there is a state with a higher number than the one seen. */
  'import.follow': z.strictObject({ import: name, seen: z.int().min(0) }),
  /** Stops it; what came in stays. Before the start it gives up what was put. */
  'import.cancel': z.strictObject({ import: name }),
  'import.report': z.strictObject({
    import: name,
    only: z.enum(outcomes).optional(),
    start: z.int().min(0),
    count: z.int().min(1).max(500),
  }),
  /** Brings one row of the report in after all, that was left out because it looks like a source that is here. */
  'import.settle': z.strictObject({ import: name, row: z.int().min(0), duplicates: z.enum(['revise', 'add']) }),
  /** The last import of this window that was started, after a reload as well. */
  'import.last': z.strictObject({}),
} as const

export type ImportPiece = z.infer<typeof piece>
export type ImportOutcomeName = (typeof outcomes)[number]

/** What was recognised. `kinds` leaves out pictures and what a bibliography or a list of highlights is in. */
export type ImportFound = {
  folders: { name: string; isVault: boolean; notes: number }[]
  /** Notes that lie in none of the folders. */
  notes: number
  kinds: [FileKind, number][]
  pictures: number
  /** Bibliographies and highlights of other programs. */
  lists: { path: string; format: string; sources: number; highlights: number }[]
  /** Known to be left out: names, sizes, kinds. */
  leftOut: number
}

export type ImportState = {
  /** Goes up with every change. */
  number: number
  phase: 'waiting' | 'running' | 'done' | 'stopped' | 'failed'
  /** Files. */
  done: number
  total: number
  /** The file that came in last. */
  name: string
  counts: { [Outcome in ImportOutcomeName]: number }
  /** What was kept or renewed. */
  came: { insights: number; sources: number }
  /** The last commit of it, while nothing was settled since. */
  seq?: number
  error?: RefusalValue
}

export type ImportRow = {
  /** Its place in the whole report. */
  row: number
  path: string
  outcome: ImportOutcomeName
  title?: string
  id?: RecordId<'source'> | RecordId<'insight'>
  citekey?: string
  reason?: string
  notes?: string[]
  isDuplicate?: true
}

export type ImportAnswers = {
  'import.put': { refused: number }
  'import.look': ImportFound
  'import.start': ImportState
  'import.follow': ImportState
  'import.cancel': ImportState
  'import.report': { total: number; rows: ImportRow[] }
  'import.settle': ImportRow
  'import.last': { import: string; state: ImportState } | { import?: undefined }
}
