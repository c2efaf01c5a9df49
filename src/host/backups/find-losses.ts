// What of a damaged notebook is lost, record by record, and which backup still has it. Backups are opened only as far as something is missing.

import { join } from 'node:path'
import type { RecordId } from '../../core/records/record-id.ts'
import type { TableName } from '../../core/records/tables.ts'
import type { StoredCommit } from '../../core/store/change.ts'
import { type StoredRecord, toRecord } from '../../core/store/stored-record.ts'
import { historyFolder } from '../storage/archive-generation.ts'
import type { FileSystem } from '../storage/file-system.ts'
import type { LoadedNotebook } from '../storage/load-notebook.ts'
import { readJournal } from '../storage/read-journal.ts'
import { backupFileSystem, backupRoot } from './backup-file-system.ts'
import type { BackedUpFile } from './backup-head.ts'
import type { FoundBackup } from './find-backups.ts'
import { type OpenedBackup, openBackup } from './open-backup.ts'

/** The backup that something was found in. */
export type Witness = { backup: string; at: string; seq: number }

export type LostBody = {
  id: RecordId
  rev: number
  updatedAt: string
  held: (Witness & { body: string }) | undefined
  older: (Witness & { rev: number }) | undefined
}
export type LostRecord = { table: TableName; record: StoredRecord; isExact: boolean; from: Witness }
export type LostCommit = { seq: number; commit: StoredCommit | undefined; from: Witness | undefined }
export type LostFile = { path: string; held: (FoundBackup & { file: BackedUpFile; files: readonly BackedUpFile[] }) | undefined }

export type Losses = {
  bodies: LostBody[]
  records: LostRecord[]
  commits: LostCommit[]
  files: LostFile[]
  /** The last commit of this generation that is there and touched a record. */
  touched: ReadonlyMap<RecordId, number>
}

type Looked = {
  /** Insights whose bodies cannot be read. */
  unreadable: ReadonlySet<RecordId>
  /** Files in texts/, files/ and history/ that are gone or damaged. */
  paths: readonly string[]
  /** Lines of the snapshot itself were damaged and not healed. */
  lacksRecords: boolean
}

/** More than this many backups are not opened to look for what is missing: what the newest of them lack, older ones hardly have. */
const mostOpened = 12

export async function findLosses(
  fileSystem: FileSystem,
  folder: string,
  loaded: LoadedNotebook,
  { unreadable, paths, lacksRecords }: Looked,
  found: readonly FoundBackup[],
): Promise<Losses> {
  const { document, manifest } = loaded
  const present = await readPresent(fileSystem, folder, loaded)
  const backups = newestFirst(found)
  const missing = new Map<number, LostCommit>()
  for (let seq = manifest.seq + 1; seq <= document.seq; seq += 1)
    if (!present.seqs.has(seq)) missing.set(seq, { seq, commit: undefined, from: undefined })
  const bodies = [...unreadable].flatMap((id): LostBody[] => {
    const insight = document.tables.get('insights')?.get(id) as unknown as { rev: number; updatedAt: string } | undefined
    return insight ? [{ id, rev: insight.rev, updatedAt: insight.updatedAt, held: undefined, older: undefined }] : []
  })
  const records = new Map<RecordId, LostRecord>()
  const files = paths.map((path): LostFile => ({ path, held: undefined }))
  let looksForRecords = lacksRecords
  // A journal that was cut at the end of a line looks whole: a backup that goes further knows better.
  const newestWhole = backups.find(([one]) => one?.head.reason !== 'before repair')
  let looksForEnd = (newestWhole?.[0]?.head.seq ?? 0) > document.seq
  for (const places of backups.slice(0, mostOpened)) {
    const isDone = bodies.every(({ held }) => held) && files.every(({ held }) => held) && [...missing.values()].every(({ commit }) => commit)
    if (isDone && !looksForRecords && !looksForEnd) break
    for (const one of places) {
      const list = await one.store.filesOf(one.head)
      if (!list) continue
      for (const file of files) file.held ??= await fileIn({ ...one, files: list }, file.path)
      const opened = await openBackup(one.store, list).catch(() => undefined)
      if (!opened) continue
      const from: Witness = { backup: one.head.name, at: one.head.verifiedAt, seq: opened.document.seq }
      try {
        const commits = await commitsOf(one, list, opened)
        if (isSameLine(commits, present.seqs, opened, loaded)) takeCommits(commits, missing, from, looksForEnd ? document.seq : undefined)
        if (places === newestWhole) looksForEnd = false
        for (const body of bodies) lookForBody(body, opened, from)
        if (looksForRecords && opened.document.seq >= manifest.seq) {
          lookForRecords(records, loaded, opened, present.touched, from)
          looksForRecords = false
        }
      } finally {
        await opened.bodyFiles.close()
      }
      break
    }
  }
  return { bodies, records: [...records.values()], commits: [...missing.values()], files, touched: present.touched }
}

/** The commits of the current generation that can be read, and which records they touched last. */
async function readPresent(fileSystem: FileSystem, folder: string, { manifest }: LoadedNotebook) {
  const seqs = new Map<number, string>()
  const touched = new Map<RecordId, number>()
  for (const { name } of manifest.files.journals) {
    await readJournal(fileSystem, folder, name, undefined, ({ seq, at, changes }) => {
      seqs.set(seq, at)
      for (const { id } of changes) touched.set(id as RecordId, seq)
    })
  }
  return { seqs, touched }
}

async function commitsOf({ store }: FoundBackup, list: readonly BackedUpFile[], { manifest }: OpenedBackup): Promise<StoredCommit[]> {
  const commits: StoredCommit[] = []
  const fileSystem = backupFileSystem(store, list)
  for (const { name } of manifest.files.journals) await readJournal(fileSystem, backupRoot, name, undefined, (commit) => commits.push(commit))
  return commits
}

/** A backup of before an older state was laid over the notebook has commits of the same numbers, and others in them: they are none of this notebook's. */
function isSameLine(
  commits: readonly StoredCommit[],
  present: ReadonlyMap<number, string>,
  opened: OpenedBackup,
  { manifest }: LoadedNotebook,
): boolean {
  const shared = commits.filter(({ seq }) => present.has(seq))
  if (!shared.every(({ seq, at }) => present.get(seq) === at)) return false
  return shared.length > 0 || opened.manifest.files.records.sha256 === manifest.files.records.sha256
}

function takeCommits(commits: readonly StoredCommit[], missing: Map<number, LostCommit>, from: Witness, end: number | undefined): void {
  for (const commit of commits) {
    const { seq } = commit
    const isLost = missing.has(seq) ? !missing.get(seq)?.commit : end !== undefined && seq > end
    if (isLost) missing.set(seq, { seq, commit, from })
  }
}

function lookForBody(lost: LostBody, { document, bodyFiles }: OpenedBackup, from: Witness): void {
  if (lost.held) return
  const then = document.tables.get('insights')?.get(lost.id) as unknown as { rev: number; updatedAt: string; body: string | number } | undefined
  if (!then) return
  const body = typeof then.body === 'string' ? then.body : bodyFiles.tryRead(then.body, lost.id)
  if (body === undefined) return
  if (then.rev === lost.rev && then.updatedAt === lost.updatedAt) lost.held = { ...from, body }
  else lost.older ??= { ...from, rev: then.rev }
}

/**
 * Of a backup that is not older than the snapshot: what it has and the notebook lacks was lost from the snapshot, unless a commit since touched it
 * (then the journal says what became of it).
 */
function lookForRecords(
  records: Map<RecordId, LostRecord>,
  { document }: LoadedNotebook,
  opened: OpenedBackup,
  touched: ReadonlyMap<RecordId, number>,
  from: Witness,
): void {
  for (const [table, then] of opened.document.tables) {
    const now = document.tables.get(table)
    for (const [id, stored] of then) {
      if (now?.has(id) || touched.has(id)) continue
      const { body } = stored as { body?: string | number }
      const readable = typeof body === 'number' ? opened.bodyFiles.tryRead(body, id) : ''
      if (readable === undefined) continue
      records.set(id, { table, record: toRecord(stored, () => readable) as StoredRecord, isExact: true, from })
    }
  }
}

async function fileIn(found: FoundBackup & { files: readonly BackedUpFile[] }, path: string): Promise<LostFile['held']> {
  const file = found.files.find((each) => each.path === path)
  // A text is named by its hash; for what is not, a backup's own hash is what there is.
  const named = /^(?:texts|files)\/([0-9a-f]{64})\.(?!reading)/.exec(path)?.[1]
  if (!file || (named !== undefined && file.sha256 !== named)) return undefined
  for (const piece of file.pieces) if (!(await found.store.pieces.isWhole(piece))) return undefined
  return { ...found, file }
}

/** The places of each backup together, backups of the notebook's own folder by number. */
function newestFirst(found: readonly FoundBackup[]): FoundBackup[][] {
  const byName = Map.groupBy(found, ({ head }) => head.name)
  return [...byName.values()].toSorted((one, other) => (other[0]?.head.number ?? 0) - (one[0]?.head.number ?? 0))
}

/** Whether a finding about this path is about a file that a backup may hold. */
export function isBackedUpPath(path: string): boolean {
  return ['texts', 'files', historyFolder].some((name) => path.startsWith(join(name, '/')) || path.startsWith(`${name}/`))
}
