// Writes a clean generation of what is whole; what is not lies in quarantine and, as it was, in history/.

import type { Insight } from '../../core/records/insight.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import type { BodyFiles } from './body-files.ts'
import { BodyWindow } from './body-window.ts'
import { DamageLog } from './damage.ts'
import type { FileSystem } from './file-system.ts'
import { type LoadedNotebook, readPrevious, releasedSteps } from './load-notebook.ts'
import { lockNotebook } from './notebook-lock.ts'
import { NotebookStore } from './notebook-store.ts'
import type { RecordTables } from './read-records.ts'
import { TextStore } from './text-store.ts'
import { wallClock } from './wall-clock.ts'

/** Throws the refusal `locked` where the notebook is open elsewhere. */
export async function repairNotebook(folder: string, fileSystem: FileSystem): Promise<void> {
  const lock = lockNotebook(folder)
  try {
    const damage = new DamageLog(fileSystem, folder, true)
    const store = await NotebookStore.open({ fileSystem, folder, damage, now: wallClock, steps: releasedSteps })
    try {
      const { loaded } = store.adapter
      await repairBodies(fileSystem, folder, loaded, damage)
      await repairReadingTexts(new TextStore(fileSystem, folder, damage, (id) => loaded.document.tables.get('texts')?.get(id) as never), loaded)
      // Twice, so that neither the current generation nor the one before has the damage in it.
      await store.rotate()
      await store.rotate()
    } finally {
      await store.close()
    }
  } finally {
    lock.release()
  }
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
    insights.set(id, { ...record, body: healed ?? legibleText(line) } as StoredRecord)
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

/** The text of a damaged line as far as it can be read, illegible bytes as U+FFFD. */
function legibleText(line: Buffer): string {
  const text = /"text":"(.*?)"?\}?\}?\n?$/su.exec(line.toString('utf8'))?.[1] ?? ''
  try {
    return JSON.parse(`"${text}"`) as string
  } catch {
    return text.replaceAll('\\n', '\n').replaceAll('\\"', '"')
  }
}

/** A reading text can be made again as long as the Markdown is whole and today's projection still makes the very same. */
async function repairReadingTexts(texts: TextStore, { document }: LoadedNotebook): Promise<void> {
  for (const id of document.tables.get('texts')?.keys() ?? []) await texts.repairReading(id as RecordId<'text'>)
}
