// What the analyst decides about a passage that a new text changed or lost: the new words, other words, the old revision, or none.

import { z } from 'zod'
import { passageAt } from '../records/passage.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import { Refusal } from '../store/refusal.ts'
import type { Transaction } from '../store/transaction.ts'
import { carryHighlights, readingOf } from './carry-highlights.ts'
import { defineCommand } from './define-command.ts'

const named = { id: idOf('highlight'), rev: z.int().optional() }

export const acceptHighlight = defineCommand(
  'Accepts the words that a changed passage has in the newest text: from now on they are what is cited.',
  z.strictObject(named),
  (notebook, { id, rev }) => {
    const { rev: accepted } = notebook.update('highlights', id, rev, (draft) => {
      if (!draft.found) throw new Refusal('invalid', `${id} has no new words to accept: it is ${draft.state}`)
      draft.text = draft.found.text
      draft.passage = draft.found.passage
      draft.state = 'exact'
      delete draft.found
      delete draft.standing
    })
    return { id, rev: accepted }
  },
)

export const relinkHighlight = defineCommand(
  'Ties a highlight to another passage of the newest text of its source: `start` and `end` are UTF-16 offsets in its reading text; `exact`, where given, must stand there.',
  z.strictObject({ ...named, start: z.int().min(0), end: z.int().min(1), exact: z.string().optional() }),
  (notebook, { id, rev, start, end, exact }) => {
    const text = newestText(notebook, notebook.need('highlights', id).source)
    const reading = readingOf(notebook, text)
    if (end <= start || end > reading.length)
      throw new Refusal('invalid', `the passage ${start}–${end} lies outside the text (${reading.length} characters)`)
    if (exact !== undefined && reading.slice(start, end) !== exact)
      throw new Refusal('invalid', `the newest text at ${start} reads “${reading.slice(start, end).slice(0, 60)}”, not the quote that was given`)
    const { rev: relinked } = notebook.update('highlights', id, rev, (draft) => {
      draft.text = text
      draft.passage = passageAt(reading, start, end)
      draft.state = 'exact'
      delete draft.found
      delete draft.standing
    })
    return { id, rev: relinked }
  },
)

export const pinHighlight = defineCommand(
  'Keeps a highlight to the text that it was made in, whatever later texts say.',
  z.strictObject(named),
  (notebook, { id, rev }) => stand(notebook, id, rev, 'pinned'),
)

export const retireHighlight = defineCommand(
  'Retires a highlight: it stays readable, and counts as evidence for nothing.',
  z.strictObject(named),
  (notebook, { id, rev }) => stand(notebook, id, rev, 'retired'),
)

export const followHighlight = defineCommand(
  'Lets a highlight that was pinned or retired follow the newest text of its source again.',
  z.strictObject(named),
  (notebook, { id, rev }) => {
    const following = notebook.update('highlights', id, rev, (draft) => {
      delete draft.standing
    })
    const text = newestText(notebook, following.source)
    if (following.text !== text) carryHighlights(notebook, [following], text)
    return { id, rev: notebook.need('highlights', id).rev }
  },
)

function stand(notebook: Transaction, id: RecordId<'highlight'>, rev: number | undefined, standing: 'pinned' | 'retired') {
  const { rev: stood } = notebook.update('highlights', id, rev, (draft) => {
    draft.standing = standing
  })
  return { id, rev: stood }
}

function newestText(notebook: Transaction, source: RecordId<'source'>): RecordId<'text'> {
  return (notebook.need('sources', source).revisions.at(-1) as { text: RecordId<'text'> }).text
}
