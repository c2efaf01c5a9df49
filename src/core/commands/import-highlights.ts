// Highlights that come with a quote instead of offsets: from other programs, and from texts that were laid out otherwise.

import { z } from 'zod'
import { findPassage, type PreparedText, prepareText } from '../anchoring/find-passage.ts'
import { type Highlight, highlightContent } from '../records/highlight.ts'
import { type Passage, passageAt } from '../records/passage.ts'
import { origins } from '../records/record-fields.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import type { NewRecord, Transaction } from '../store/transaction.ts'
import { readingOf } from './carry-highlights.ts'
import { defineCommand } from './define-command.ts'

const quoted = z.strictObject({
  quote: z.string().min(1).max(100_000),
  prefix: z.string().max(200).default(''),
  suffix: z.string().max(200).default(''),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  colour: highlightContent.colour.default('yellow'),
  comment: highlightContent.comment.default(''),
  tags: highlightContent.tags.default([]),
  origins,
})
type Quoted = z.output<typeof quoted>

/** `added`: in the order in which they were given. `known` were here already, and stay as they are. */
export type ImportedHighlights = { added: { id: RecordId<'highlight'>; number: number; state: Highlight['state'] }[]; known: number }

export const importHighlights = defineCommand(
  'Marks quotes in the newest text of a source, each where its words stand. What is not there is kept as lost, with its words; what was imported before stays as it is.',
  z.strictObject({ source: idOf('source'), highlights: z.array(quoted).max(100_000) }),
  (notebook, { source, highlights }): ImportedHighlights => {
    const text = notebook.need('sources', source).revisions.at(-1)?.text as RecordId<'text'>
    const reading = readingOf(notebook, text)
    let prepared: PreparedText | undefined
    const known = new KnownHighlights(notebook, source)
    const added: ImportedHighlights['added'] = []
    for (const each of highlights) {
      if (known.hasOriginOf(each)) continue
      let place = placeGiven(reading, each)
      if (!place) {
        prepared ??= prepareText(reading)
        place = placeFound(prepared, reading, each)
      }
      if (known.isAt(text, place, each)) continue
      const { nextHighlight } = notebook.update('sources', source, undefined, (draft) => {
        draft.nextHighlight += 1
      })
      const highlight: NewRecord<'highlights'> = {
        id: notebook.facts.newId('highlight'),
        source,
        text,
        number: nextHighlight - 1,
        colour: each.colour,
        comment: each.comment,
        tags: each.tags,
        ...(each.origins ? { origins: each.origins } : {}),
        ...stateOf(text, place, each),
      }
      notebook.put('highlights', highlight)
      known.note(highlight)
      added.push({ id: highlight.id, number: highlight.number, state: highlight.state })
    }
    return { added, known: highlights.length - added.length }
  },
)

type Place = { kind: 'exact'; passage: Passage } | { kind: 'changed'; passage: Passage; score: number } | { kind: 'lost' }

/** Where the offsets fit the quote to the letter they were counted in this very text. */
function placeGiven(reading: string, { quote, start, end }: Quoted): Place | undefined {
  if (start === undefined || end !== start + quote.length || !reading.startsWith(quote, start)) return undefined
  return { kind: 'exact', passage: passageAt(reading, start, end) }
}

function placeFound(prepared: PreparedText, reading: string, { quote, prefix, suffix, start, end }: Quoted): Place {
  const found = findPassage(prepared, { exact: quote, prefix, suffix, start, end })
  if (found.kind === 'lost') return found
  const passage = passageAt(reading, found.start, found.end)
  return found.kind === 'changed' ? { kind: 'changed', passage, score: Math.min(1, Math.max(0, found.score)) } : { kind: 'exact', passage }
}

/** A quote that has no place of its own keeps its words and surroundings, at an offset that says nothing. */
function stateOf(
  text: RecordId<'text'>,
  place: Place,
  { quote, prefix, suffix }: Quoted,
): Pick<NewRecord<'highlights'>, 'state' | 'passage' | 'found'> {
  if (place.kind === 'exact') return { state: 'exact', passage: place.passage }
  const passage = { exact: quote, prefix, suffix, start: 0, end: quote.length }
  if (place.kind === 'lost') return { state: 'lost', passage }
  return { state: 'changed', passage, found: { text, passage: place.passage, score: place.score } }
}

/** Those of the trash count: what the analyst threw away does not come back by itself. */
class KnownHighlights {
  readonly #notebook: Transaction
  readonly #source: RecordId<'source'>
  readonly #places = new Map<string, RecordId<'highlight'>>()

  constructor(notebook: Transaction, source: RecordId<'source'>) {
    this.#notebook = notebook
    this.#source = source
    for (const highlight of notebook.by('highlightsBySource', source)) this.note(highlight)
  }

  note({ id, text, passage }: Pick<Highlight, 'id' | 'text' | 'passage'>): void {
    this.#places.set(keyOf(text, passage), id)
  }

  hasOriginOf({ origins = [] }: Quoted): boolean {
    return origins.some((origin) => this.#notebook.by('highlightsByOrigin', origin).some(({ source }) => source === this.#source))
  }

  /** The same words in the same place are one highlight, which also gets the other's name, and nothing else of it. */
  isAt(text: RecordId<'text'>, place: Place, { quote, origins = [] }: Quoted): boolean {
    const id = this.#places.get(keyOf(text, place.kind === 'exact' ? place.passage : { exact: quote, start: 0, end: quote.length }))
    if (id === undefined) return false
    if (origins.length > 0) {
      this.#notebook.update('highlights', id, undefined, (draft) => {
        draft.origins = [...new Set([...(draft.origins ?? []), ...origins])].slice(0, 100)
      })
    }
    return true
  }
}

function keyOf(text: RecordId<'text'>, { exact, start, end }: Pick<Passage, 'exact' | 'start' | 'end'>): string {
  return `${text} ${start} ${end} ${exact}`
}
