// Brings the items of one parsed file in, one after the other, and says of each what became of it.

import type { Parsed } from '../../core/import/import-item.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { bringItem, type ItemTarget } from './bring-item.ts'
import type { ImportOutcome } from './import-files.ts'

/** One outcome per source; what was passed over in the file is told with the first of them. */
export async function* bringFile(target: ItemTarget, path: string, parsed: Parsed, note: string | undefined): AsyncGenerator<ImportOutcome> {
  let notes = [...(note === undefined ? [] : [note]), ...parsed.notes]
  if (parsed.items.length === 0) yield { path, outcome: 'refused', reason: notes.join('; ') || 'holds no source' }
  for (const item of parsed.items) {
    if (item.kind !== 'source') continue
    try {
      const { source, citekey, title, isChanged, notes: own } = await bringItem(target, item)
      if (isChanged) yield { path, outcome: 'kept', source, citekey, title, notes: [...notes, ...own] }
      else
        yield {
          path,
          outcome: 'skipped',
          reason: [`“${title}” is in the notebook already, with all that the file says of it (${source})`, ...notes].join('; '),
        }
      notes = []
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      yield { path, outcome: 'refused', reason: error.message }
    }
  }
}
