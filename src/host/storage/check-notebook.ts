// Looks at every file, line and reference of a notebook and says what does not hold; with `repair`, mends what can be mended.

import { join, relative } from 'node:path'
import type { RecordId } from '../../core/records/record-id.ts'
import { backupsFolder } from '../backups/backup-places.ts'
import { BackupStore } from '../backups/backup-store.ts'
import { checkBackups } from '../backups/check-backups.ts'
import { findBackups, trueBackupFolder } from '../backups/find-backups.ts'
import { findLosses, isBackedUpPath } from '../backups/find-losses.ts'
import { nameLosses } from '../backups/name-losses.ts'
import { checkBodies } from './check-bodies.ts'
import { checkFiles } from './check-files.ts'
import { checkRecords } from './check-records.ts'
import { PictureCheck } from './check-small-files.ts'
import { type DamageKind, lacksRecords, unreadableBodies } from './damage.ts'
import { type FileSystem, nodeFileSystem } from './file-system.ts'
import { loadBesideWriter } from './load-notebook.ts'
import { readManifest } from './manifest.ts'
import { repairNotebook } from './repair-notebook.ts'
import { toRefusal } from './storage-refusal.ts'
import { TextStore } from './text-store.ts'

export type Finding = {
  /** The file, as its path within the notebook's folder, or the id of a record. */
  where: string
  /** A whole sentence. */
  message: string
  /** What is lost, where that is a record: which, and which field of it; the whole record where there is no field. */
  record?: RecordId
  field?: string
  /** The moment at which it is known to have been whole last. */
  wholeAt?: string
  /** The backup that still has the very same. */
  backup?: string
}

/** `outside`: where backups lie besides the notebook's own folder. */
export type CheckOptions = { repair?: boolean; fileSystem?: FileSystem; outside?: string | undefined }

/** What was found, and what of it was brought back from backups. */
export type Checked = { findings: Finding[]; mended: string[] }

/**
 * Without `repair` it writes nothing and needs no lock; a line that is being written meanwhile, or was torn by a crash, is no finding.
 * With `repair` it takes the lock (refusal `locked`), and answers with what it found before.
 */
export async function checkNotebook(folder: string, options: CheckOptions = {}): Promise<Finding[]> {
  return (await checkAndRepair(folder, options)).findings
}

/** As `checkNotebook`, and says what a repair brought back from backups. */
export async function checkAndRepair(folder: string, { repair = false, fileSystem = nodeFileSystem, outside }: CheckOptions = {}): Promise<Checked> {
  try {
    const { findings, paths } = await checkAtOneMoment(folder, fileSystem, outside)
    const mended = repair && findings.length > 0 ? await repairNotebook(folder, fileSystem, { outside, paths }) : []
    return { findings, mended }
  } catch (error) {
    throw toRefusal(error, 'checking the notebook')
  }
}

/** A writer may begin a generation and take an old one away while we look: what we found then is no finding. */
async function checkAtOneMoment(folder: string, fileSystem: FileSystem, outside: string | undefined): Promise<Looked> {
  for (let attempt = 1; ; attempt += 1) {
    const before = await readManifest(fileSystem, folder)
    const looked = await check(folder, fileSystem, outside)
    const after = await readManifest(fileSystem, folder)
    const isSame = before.kind !== 'read' || after.kind !== 'read' || before.manifest.generation === after.manifest.generation
    if (looked.findings.length === 0 || isSame || attempt === 5) return looked
  }
}

const worthTelling: ReadonlySet<DamageKind> = new Set(['lost', 'healed'])

/** `paths`: the files in texts/, files/ and history/ that are damaged or gone. */
type Looked = { findings: Finding[]; paths: string[] }

async function check(folder: string, fileSystem: FileSystem, outside: string | undefined): Promise<Looked> {
  const found: Finding[] = []
  const add = (where: string, message: string, about: Partial<Finding> = {}) => found.push({ where, message, ...about })
  const loaded = await loadBesideWriter(fileSystem, folder)
  try {
    const { damage, document } = loaded
    const texts = new TextStore(fileSystem, folder, damage, (id) => document.tables.get('texts')?.get(id) as never)
    const pictures = new PictureCheck()
    await checkBodies(loaded, (id, body) => pictures.note(id, body))
    await pictures.finish(fileSystem, folder, add)
    await checkRecords(document.tables, texts, add)
    await checkFiles(fileSystem, folder, loaded, add)
    const damaged = damage.found.filter(({ kind }) => worthTelling.has(kind))
    const told = damaged.map(({ file, message, record }): Finding => ({ where: file, message, ...(record ? { record, field: 'body' } : {}) }))
    const findings = [...told, ...found]
    const paths = [...new Set(findings.map(({ where }) => where).filter(isBackedUpPath))]
    const backups = await findBackups(fileSystem, folder, outside)
    const own = backups.filter(({ head, place }) => place.kind === 'inside' || head.folder === trueBackupFolder(folder))
    const losses = await findLosses(
      fileSystem,
      folder,
      loaded,
      { unreadable: unreadableBodies(damaged), paths, lacksRecords: lacksRecords(damaged) },
      own,
    )
    const stores = [
      ...new Map([insideStore(fileSystem, folder), ...backups.map(({ store }) => store)].map((store) => [store.folder, store])).values(),
    ]
    const named = nameLosses(findings, losses)
    await checkBackups(
      backups,
      stores,
      (path) => relativeTo(folder, path),
      (where, message) => named.push({ where, message }),
    )
    return { findings: named, paths }
  } finally {
    await loaded.bodyFiles.close()
  }
}

function insideStore(fileSystem: FileSystem, folder: string): BackupStore {
  return new BackupStore(fileSystem, join(trueBackupFolder(folder), backupsFolder))
}

function relativeTo(folder: string, path: string): string {
  const inside = relative(trueBackupFolder(folder), path)
  return inside.startsWith('..') ? path : inside.replaceAll('\\', '/')
}
