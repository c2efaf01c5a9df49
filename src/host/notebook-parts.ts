// What a notebook consists of whether it is written or only read.

import type { SavingStatus } from '../core/contract/messages.ts'
import type { RecordId } from '../core/records/record-id.ts'
import type { CommitQueue } from '../core/store/commit-queue.ts'
import { Tables } from '../core/store/tables.ts'
import type { OpenOptions } from './opened-notebook.ts'
import { Breather } from './storage/breather.ts'
import type { DamageLog, DamageReport } from './storage/damage.ts'
import type { FileSystem } from './storage/file-system.ts'
import type { LoadedNotebook } from './storage/load-notebook.ts'
import type { NotebookDocument } from './storage/notebook-document.ts'
import type { NotebookStatus } from './storage/notebook-status.ts'
import { RecordMap } from './storage/record-map.ts'
import { scanBodies } from './storage/scan-bodies.ts'
import { TextStore } from './storage/text-store.ts'

/** After the windows' first rows. */
const settleDelayMs = 100

export function reportOf(damage: DamageLog): DamageReport {
  return damage.found.filter(({ kind }) => kind !== 'torn')
}

export function makeTables(folder: string, fileSystem: FileSystem, damage: DamageLog, { document, bodyFiles }: LoadedNotebook) {
  void settleTables(document.tables)
  const texts = new TextStore(fileSystem, folder, damage, (id) => tables.head('texts', id))
  const tables: Tables = new Tables(document.tables, {
    readBody: (reference, id) => bodyFiles.read(reference, id),
    readingText: (id) => texts.readingText(id),
  })
  return { tables, texts }
}

/** In the background: the first rows need no look-up by id, the first edit does. */
async function settleTables(tables: NotebookDocument['tables']): Promise<void> {
  const breather = new Breather()
  await new Promise((resolve) => setTimeout(resolve, settleDelayMs).unref())
  for (const table of tables.values()) if (table instanceof RecordMap) await table.settle(breather)
}

export function commonParts(
  folder: string,
  { workerUrl, resourcesUrl }: OpenOptions,
  mode: 'write' | 'read',
  damage: DamageLog,
  tables: Tables,
  texts: TextStore,
  queue: CommitQueue,
  status: NotebookStatus,
  { bodyFiles }: LoadedNotebook,
) {
  return {
    folder,
    mode,
    tables,
    view: tables,
    queue,
    workerUrl,
    resourcesUrl,
    status: () => status.current,
    onStatus: (listener: (status: SavingStatus) => void) => status.onChange(listener),
    onDamage: (listener: () => void) => damage.onFound(listener),
    readText: (id: RecordId<'text'>) => texts.read(id),
    scanBodies: () => scanBodies(tables, bodyFiles),
    healed: () => bodyFiles.settled(),
  }
}
