// What a new text of a source means for its highlights: each is carried to it, or keeps the words that were cited until the analyst has decided.

import { carryPassages } from '../anchoring/carry-passages.ts'
import { type FoundPassage, findPassage, prepareText } from '../anchoring/find-passage.ts'
import type { Highlight, HighlightState } from '../records/highlight.ts'
import { type Passage, passageAt } from '../records/passage.ts'
import type { RecordId } from '../records/record-id.ts'
import { Refusal } from '../store/refusal.ts'
import type { Transaction } from '../store/transaction.ts'

export type CarriedCounts = { [State in HighlightState]: number }

/**
 * Carries highlights to `text`, a text of their source. The same words, in their place or elsewhere, are followed silently; edited words wait as
 * `changed`, with where they stand now; what is gone is `lost`, and keeps its passage in the text it was made in. Some 25 ms for 1,000 highlights in
 * an article, 1.5 s in 500,000 characters.
 */
export function carryHighlights(notebook: Transaction, highlights: readonly Highlight[], text: RecordId<'text'>): CarriedCounts {
  const reading = readingOf(notebook, text)
  const counts: CarriedCounts = { exact: 0, moved: 0, changed: 0, lost: 0 }
  for (const [{ id }, place] of placesOf(notebook, highlights, reading)) {
    notebook.update('highlights', id, undefined, (draft) => settleAt(draft, place, text, reading))
    counts[place.kind] += 1
  }
  return counts
}

/** Where the passages of records are in a new text of their source. */
export function placesOf<Placed extends { text: RecordId<'text'>; passage: Passage }>(
  notebook: Transaction,
  records: readonly Placed[],
  reading: string,
): [Placed, FoundPassage][] {
  return [...Map.groupBy(records, (record) => record.text)].flatMap(([from, group]) => {
    const before = notebook.readingText(from)
    const passages = group.map(({ passage }) => passage)
    // A text that cannot be read any more still leaves the quotes and what stood around them.
    const prepared = before === undefined ? prepareText(reading) : undefined
    const found = prepared ? passages.map((passage) => findPassage(prepared, passage)) : carryPassages(before as string, reading, passages)
    return group.map((record, position): [Placed, FoundPassage] => [record, found[position] as FoundPassage])
  })
}

/** Writes into a draft of the record what became of it in the new text. */
export function settleAt(
  draft: Pick<Highlight, 'state' | 'found' | 'text' | 'passage'>,
  place: FoundPassage,
  text: RecordId<'text'>,
  reading: string,
): void {
  draft.state = place.kind
  delete draft.found
  if (place.kind === 'lost') return
  const passage = passageAt(reading, place.start, place.end)
  if (place.kind === 'changed') draft.found = { text, passage, score: Math.min(1, Math.max(0, place.score)) }
  else {
    draft.text = text
    draft.passage = passage
  }
}

/** Or the refusal `not-found`. */
export function readingOf(notebook: Transaction, text: RecordId<'text'>): string {
  const reading = notebook.readingText(text)
  if (reading === undefined) throw new Refusal('not-found', `the text ${text} cannot be read: run \`footing check\``)
  return reading
}
