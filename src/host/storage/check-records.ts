// Whether every record fits its schema, refers only to records that are there, and quotes only what its text says.

import { z } from 'zod'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import type { Figure } from '../../core/records/figure.ts'
import type { Highlight } from '../../core/records/highlight.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import { tableOf, tableSchemas } from '../../core/records/tables.ts'
import { referencesOf } from '../../core/rules/check-changes.ts'
import type { RecordChange } from '../../core/store/change.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import { Breather } from './breather.ts'
import type { RecordTables } from './read-records.ts'
import type { TextStore } from './text-store.ts'

/** Texts that are gone or damaged go into the damage report of `texts`. */
export async function checkRecords(tables: RecordTables, texts: TextStore, add: (where: string, message: string) => void): Promise<void> {
  const breather = new Breather()
  const citekeys = new Map<string, RecordId>()
  const numbers = new Map<string, RecordId>()
  for (const [table, records] of tables) {
    for (const [id, stored] of records) {
      await breather.pause()
      const parsed = readBySchema(tableSchemas[table], withoutReference(stored))
      if (!parsed.success) {
        add(id, `${id} is not as its table has it: ${z.prettifyError(parsed.error)}`)
        continue
      }
      if (stored.id !== id || tableOf(id) !== table) add(id, `${id} stands in the wrong place: it says that it is ${stored.id}`)
      for (const reference of referencesOf({ table, id, after: stored } as unknown as RecordChange)) {
        if (!tables.get(tableOf(reference))?.has(reference)) add(id, `${id} refers to ${reference}, which is not in this notebook`)
      }
      if (table === 'sources') addTwin(citekeys, (stored as unknown as { citekey: string }).citekey, id, 'citekey', add)
      if (table === 'highlights') {
        const highlight = stored as unknown as Highlight
        addTwin(numbers, `${highlight.source} h${highlight.number}`, id, 'number', add)
        checkQuote(highlight, texts, add)
      }
      if (table === 'figures') checkQuote(stored as unknown as Figure, texts, add)
      if (table === 'texts') await texts.read(id as RecordId<'text'>)
    }
  }
}

function checkQuote({ id, text, passage }: Highlight | Figure, texts: TextStore, add: (where: string, message: string) => void): void {
  const readingText = texts.readingText(text)
  if (readingText === undefined || readingText.slice(passage.start, passage.end) === passage.exact) return
  add(id, `${id} quotes what does not stand at ${passage.start} in its text`)
}

function addTwin(seen: Map<string, RecordId>, key: string, id: RecordId, what: string, add: (where: string, message: string) => void): void {
  const other = seen.get(key)
  if (other) add(id, `${id} has the same ${what} as ${other}: ${key}`)
  else seen.set(key, id)
}

function withoutReference(stored: StoredRecord): StoredRecord {
  return 'body' in stored && typeof stored.body === 'number' ? { ...stored, body: '' } : stored
}
