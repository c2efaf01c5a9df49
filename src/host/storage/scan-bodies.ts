// Walks the bodies of all insights, for search and export: in the order of the file, a megabyte at a time, with pauses for everybody else.

import type { RecordId } from '../../core/records/record-id.ts'
import type { StoredRecordOf } from '../../core/store/stored-record.ts'
import type { Tables } from '../../core/store/tables.ts'
import type { BodyFiles } from './body-files.ts'
import { BodyWindow } from './body-window.ts'
import { Breather } from './breather.ts'

export type ScannedBody = { id: RecordId<'insight'>; body: string }

/** As of the moment of the call; damaged bodies are left out (and reported). The trash is included: the caller knows whom to show. */
export async function* scanBodies(tables: Tables, bodyFiles: BodyFiles): AsyncGenerator<ScannedBody, void, undefined> {
  const inMemory: ScannedBody[] = []
  const onDisk: { id: RecordId<'insight'>; reference: number }[] = []
  // Heads are the records as they lie in memory: with their body, or where it is.
  for (const stored of tables.heads('insights')) {
    const { id, body } = stored as StoredRecordOf<'insights'>
    if (typeof body === 'string') inMemory.push({ id, body })
    else onDisk.push({ id, reference: body })
  }
  onDisk.sort((one, other) => one.reference - other.reference)
  const breather = new Breather()
  for (const one of inMemory) {
    yield one
    if (breather.isDue) await breather.pause()
  }
  // Held to the end: a rotation meanwhile must not close the file under the references.
  const holds = [onDisk[0], onDisk.at(-1)].filter((one) => one !== undefined).map(({ reference }) => bodyFiles.hold(reference))
  const window = new BodyWindow(bodyFiles)
  try {
    for (const { id, reference } of onDisk) {
      if (!window.has(reference)) await window.load(reference, id)
      const body = window.bodyAt(reference, id) ?? (await bodyFiles.readHealed(reference, id))
      if (body !== undefined) yield { id, body }
      if (breather.isDue) await breather.pause()
    }
  } finally {
    await window.close()
    for (const hold of holds) await hold.release()
  }
}
