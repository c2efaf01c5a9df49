// Writes a clean generation of what is whole; what is not lies in quarantine and, as it was, in history/.

import { legibleText } from '../../core/damage/legible-text.ts'
import type { Insight } from '../../core/records/insight.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import { backUpNotebook, storesIn } from '../backups/back-up-notebook.ts'
import { backupPlaces } from '../backups/backup-places.ts'
import { findBackups, storesOf, trueBackupFolder } from '../backups/find-backups.ts'
import { findLosses } from '../backups/find-losses.ts'
import { mendBackups } from '../backups/mend-backups.ts'
import { mendLosses } from '../backups/mend-losses.ts'
import { pinBesideWriter } from '../backups/pin-notebook.ts'
import type { BodyFiles } from './body-files.ts'
import { BodyWindow } from './body-window.ts'
import { checkBodies } from './check-bodies.ts'
import { DamageLog, lacksRecords, unreadableBodies } from './damage.ts'
import type { FileSystem } from './file-system.ts'
import { type LoadedNotebook, readPrevious, releasedSteps } from './load-notebook.ts'
import { lockNotebook } from './notebook-lock.ts'
import { NotebookStore } from './notebook-store.ts'
import type { RecordTables } from './read-records.ts'
import { TextStore } from './text-store.ts'
import { wallClock } from './wall-clock.ts'

/** `paths`: files in texts/, files/ and history/ that were found damaged or gone. */
export type RepairOptions = { outside?: string | undefined; paths?: readonly string[] }

/** Resolves with what backups gave back, a sentence each. Throws the refusal `locked` where the notebook is open elsewhere. */
export async function repairNotebook(folder: string, fileSystem: FileSystem, { outside, paths = [] }: RepairOptions = {}): Promise<string[]> {
  const lock = lockNotebook(folder)
  try {
    const backups = await findBackups(fileSystem, folder, outside)
    await backUpBeforeRepair(fileSystem, folder, outside)
    const mendedBackups = await mendBackups(fileSystem, storesOf(await findBackups(fileSystem, folder, outside)))
    const damage = new DamageLog(fileSystem, folder, true)
    const store = await NotebookStore.open({ fileSystem, folder, damage, now: wallClock, steps: releasedSteps })
    try {
      const { loaded } = store.adapter
      await checkBodies(loaded)
      const unreadable = unreadableBodies(damage.found)
      const losses = await findLosses(fileSystem, folder, loaded, { unreadable, paths, lacksRecords: lacksRecords(damage.found) }, backups)
      const mended = await mendLosses(fileSystem, folder, loaded, losses)
      await repairBodies(fileSystem, folder, loaded, damage)
      await repairReadingTexts(new TextStore(fileSystem, folder, damage, (id) => loaded.document.tables.get('texts')?.get(id) as never), loaded)
      // Twice, so that neither the current generation nor the one before has the damage in it.
      await store.rotate()
      await store.rotate()
      return [...mendedBackups, ...mended]
    } finally {
      await store.close()
    }
  } finally {
    lock.release()
  }
}

/** The damaged state too may hold something that a later look finds: it is kept whole. Where that cannot be done, repairing is still better than not. */
async function backUpBeforeRepair(fileSystem: FileSystem, folder: string, outside: string | undefined): Promise<void> {
  const path = trueBackupFolder(folder)
  const pin = await pinBesideWriter(fileSystem, path)
  const places = storesIn(fileSystem, backupPlaces(path, pin.manifest.id, outside))
  await backUpNotebook(fileSystem, { places, folder: path, pin, reason: 'before repair', now: () => new Date().toISOString() })
}

async function repairBodies(fileSystem: FileSystem, folder: string, loaded: LoadedNotebook, damage: DamageLog): Promise<void> {
  const { document, bodyFiles, manifest } = loaded
  const insights = document.tables.get('insights') ?? new Map<RecordId, StoredRecord>()
  const window = new BodyWindow(bodyFiles)
  let previous: RecordTables | undefined
  for (const [id, record] of insights) {
    const { body } = record as { body: string | number }
    if (typeof body === 'string' || isWhole(bodyFiles, body, id)) continue
    const { line } = await window.load(body, id)
    previous ??= (await readPrevious(fileSystem, folder, manifest, bodyFiles)) ?? new Map()
    const healed = bodyOfSameRevision(previous, record as unknown as Insight, bodyFiles)
    const message = healed === undefined ? `what is legible of the body of ${id} was kept` : `the body of ${id} was healed from the generation before`
    await damage.add({ kind: healed === undefined ? 'lost' : 'healed', file: manifest.files.bodies.name, message, bytes: line, offset: body })
    insights.set(id, { ...record, body: healed ?? legibleText(line.toString('utf8')) } as StoredRecord)
  }
  await window.close()
}

function isWhole(bodyFiles: BodyFiles, reference: number, id: RecordId): boolean {
  return bodyFiles.tryRead(reference, id) !== undefined
}

function bodyOfSameRevision(previous: RecordTables, { id, rev, updatedAt }: Insight, bodyFiles: BodyFiles): string | undefined {
  const held = previous.get('insights')?.get(id) as unknown as { rev: number; updatedAt: string; body: string | number } | undefined
  if (held?.rev !== rev || held.updatedAt !== updatedAt) return undefined
  return typeof held.body === 'string' ? held.body : bodyFiles.tryRead(held.body, id)
}

/** A reading text can be made again as long as the Markdown is whole and today's projection still makes the very same. */
async function repairReadingTexts(texts: TextStore, { document }: LoadedNotebook): Promise<void> {
  for (const id of document.tables.get('texts')?.keys() ?? []) await texts.repairReading(id as RecordId<'text'>)
}
