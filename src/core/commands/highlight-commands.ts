// Commands on highlights.

import { z } from 'zod'
import { highlightContent } from '../records/highlight.ts'
import { passageAt } from '../records/passage.ts'
import { idOf } from '../records/record-id.ts'
import { Refusal } from '../store/refusal.ts'
import { defineCommand } from './define-command.ts'
import { assignGiven, revision } from './revision.ts'

export const addHighlight = defineCommand(
  'Marks a passage of a source: `start` and `end` are UTF-16 offsets in the reading text of its newest text (or of `text`); `exact`, where given, must be what stands there.',
  z.strictObject({
    id: idOf('highlight').optional(),
    source: idOf('source'),
    text: idOf('text').optional(),
    start: z.int().min(0),
    end: z.int().min(1),
    exact: z.string().optional(),
    colour: highlightContent.colour.default('yellow'),
    comment: highlightContent.comment.default(''),
    tags: highlightContent.tags.default([]),
  }),
  (notebook, { id, source: sourceId, text, start, end, exact, ...content }) => {
    const source = notebook.need('sources', sourceId)
    const textId = text ?? source.revisions.at(-1)?.text
    if (!textId || !source.revisions.some((revision) => revision.text === textId)) {
      throw new Refusal('invalid', `${textId} is not a text of ${sourceId}`)
    }
    const readingText = notebook.readingText(textId)
    if (readingText === undefined) throw new Refusal('not-found', `the text of ${sourceId} cannot be read: run \`footing check\``)
    if (end <= start || end > readingText.length)
      throw new Refusal('invalid', `the passage ${start}–${end} lies outside the text (${readingText.length} characters)`)
    const passage = passageAt(readingText, start, end)
    if (exact !== undefined && exact !== readingText.slice(start, end)) {
      throw new Refusal('invalid', `the text at ${start} reads “${readingText.slice(start, end).slice(0, 60)}”, not the quote that was given`)
    }
    const { nextHighlight } = notebook.update('sources', sourceId, undefined, (draft) => {
      draft.nextHighlight += 1
    })
    const number = nextHighlight - 1
    const highlight = notebook.put('highlights', {
      id: id ?? notebook.facts.newId('highlight'),
      source: sourceId,
      text: textId,
      number,
      passage,
      state: 'exact',
      ...content,
    })
    return { id: highlight.id, rev: highlight.rev, number }
  },
)

export const reviseHighlight = defineCommand(
  'Changes the colour, comment or tags of a highlight.',
  z.strictObject({ id: idOf('highlight'), rev: z.int().optional(), ...revision(highlightContent) }),
  (notebook, { id, rev, ...given }) => ({ id, rev: notebook.update('highlights', id, rev, (draft) => assignGiven(draft, given)).rev }),
)
