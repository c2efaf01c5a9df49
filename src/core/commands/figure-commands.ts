// Commands on kept figures.

import { z } from 'zod'
import { saidBy } from '../ledger/amount-of.ts'
import { figureAt } from '../ledger/figure-at.ts'
import { figureContent } from '../records/figure.ts'
import { passageAt } from '../records/passage.ts'
import { idOf, type RecordId } from '../records/record-id.ts'
import type { RecordOf } from '../records/tables.ts'
import { Refusal } from '../store/refusal.ts'
import type { Transaction } from '../store/transaction.ts'
import { readingOf } from './carry-highlights.ts'
import { defineCommand } from './define-command.ts'
import { named, nameNew } from './name-new.ts'
import { withoutGaps } from './revision.ts'

const maxRecords = 100_000

/** null takes a field away; a field that is not given stays as it is. */
const revised = {
  metric: figureContent.metric.nullable(),
  entity: figureContent.entity.nullable(),
  asOf: figureContent.asOf.nullable(),
  basis: figureContent.basis.optional(),
  corrected: figureContent.corrected.nullable(),
  note: figureContent.note.optional(),
}

export const keepFigure = defineCommand(
  'Keeps the figure that stands at `start` to `end` (UTF-16) of a source’s reading text; what it says is read from the text. Kept already, it takes on what is given.',
  z.strictObject({
    id: idOf('figure').optional(),
    source: idOf('source'),
    text: idOf('text').optional(),
    start: z.int().min(0),
    end: z.int().min(1),
    /** Where given, it must be what stands there. */
    exact: z.string().optional(),
    ...figureContent,
    basis: figureContent.basis.optional(),
    note: figureContent.note.optional(),
    ...named,
  }),
  (notebook, { id, source: sourceId, text, start, end, exact, ...said }) => {
    const source = notebook.need('sources', sourceId)
    const textId = text ?? source.revisions.at(-1)?.text
    if (!textId || !source.revisions.some((revision) => revision.text === textId)) {
      throw new Refusal('invalid', `${textId} is not a text of ${sourceId}`)
    }
    const reading = readingOf(notebook, textId)
    if (end <= start || end > reading.length)
      throw new Refusal('invalid', `the figure at ${start}–${end} lies outside the text (${reading.length} characters)`)
    if (exact !== undefined && exact !== reading.slice(start, end)) {
      throw new Refusal('invalid', `the text at ${start} reads “${reading.slice(start, end).slice(0, 60)}”, not the figure that was given`)
    }
    const found = figureAt(reading, source.language, start, end)
    const amount = found?.amount ?? said.corrected
    if (!amount) throw new Refusal('invalid', `no figure is read in “${reading.slice(start, end).slice(0, 60)}”: say what it is in \`corrected\``)
    const place = found ?? { start, end }
    const { metric, entity: saidEntity, ...content } = nameNew(notebook, said, said.corrected ?? amount)
    const given = { ...content, metric: metric ?? undefined, entity: saidEntity ?? undefined }
    const kept = notebook
      .by('figuresBySource', sourceId)
      .find((figure) => figure.text === textId && figure.passage.start === place.start && figure.passage.end === place.end && !figure.removedAt)
    if (kept) {
      const figure = notebook.update('figures', kept.id, undefined, (draft) => assign(notebook, draft, given))
      return { id: figure.id, rev: figure.rev, isNew: false }
    }
    const entity = given.entity ?? entityOf(notebook, given.metric)
    const figure = notebook.put('figures', {
      id: id ?? notebook.facts.newId('figure'),
      source: sourceId,
      text: textId,
      passage: passageAt(reading, place.start, place.end),
      state: 'exact',
      amount,
      ...withoutGaps({ ...given, entity }),
      basis: given.basis ?? 'actual',
      note: given.note ?? '',
    })
    return { id: figure.id, rev: figure.rev, isNew: true }
  },
)

export const reviseFigure = defineCommand(
  'Says of a figure what it measures, of when it is, whether it is an actual, an estimate or a target, or what it says where it was misread; null takes back.',
  z.strictObject({ id: idOf('figure'), rev: z.int().optional(), ...revised, ...named }),
  (notebook, { id, rev, ...said }) => {
    const given = nameNew(notebook, said, said.corrected ?? notebook.need('figures', id).amount)
    return { id, rev: notebook.update('figures', id, rev, (draft) => assign(notebook, draft, given)).rev }
  },
)

export const assignFigures = defineCommand(
  'Gives several figures one metric, entity, time or basis in one step; null takes back.',
  z
    .strictObject({
      ids: z.array(idOf('figure')).min(1).max(maxRecords),
      metric: revised.metric,
      entity: revised.entity,
      asOf: revised.asOf,
      basis: revised.basis,
      ...named,
    })
    .refine(({ ids: _, ...given }) => Object.values(given).some((value) => value !== undefined), 'say what is to be changed'),
  (notebook, { ids, ...said }) => {
    const [first] = ids as [RecordId<'figure'>]
    const given = nameNew(notebook, said, saidBy(notebook.need('figures', first)))
    for (const id of ids) notebook.update('figures', id, undefined, (draft) => assign(notebook, draft, given))
    return { count: ids.length }
  },
)

export const acceptFigure = defineCommand(
  'Takes over what the newest text of its source has instead of a figure that changed; it is read anew.',
  z.strictObject({ id: idOf('figure'), rev: z.int().optional() }),
  (notebook, { id, rev }) => {
    const { found, source } = notebook.need('figures', id)
    if (!found) throw new Refusal('invalid', `${id} has no new words to take over`)
    const reading = readingOf(notebook, found.text)
    const read = figureAt(reading, notebook.need('sources', source).language, found.passage.start, found.passage.end)
    if (!read) throw new Refusal('invalid', `the new words “${found.passage.exact.slice(0, 60)}” hold no figure: remove it, or keep another`)
    const figure = notebook.update('figures', id, rev, (draft) => {
      draft.text = found.text
      draft.passage = passageAt(reading, read.start, read.end)
      draft.amount = read.amount
      draft.state = 'exact'
      delete draft.found
      delete draft.corrected
    })
    return { id, rev: figure.rev }
  },
)

type Given = { [Field in keyof typeof revised]?: z.output<(typeof revised)[Field]> | undefined }

function assign(notebook: Transaction, draft: RecordOf<'figures'>, given: Given): void {
  for (const [field, value] of Object.entries(given)) {
    if (value === null) delete (draft as unknown as Record<string, unknown>)[field]
    else if (value !== undefined) (draft as unknown as Record<string, unknown>)[field] = value
  }
  // A figure of a metric is of whom the metric is of, unless something else was said.
  const entity = given.metric && given.entity === undefined ? entityOf(notebook, given.metric) : undefined
  if (entity) draft.entity = entity
}

function entityOf(notebook: Transaction, metric: RecordId<'metric'> | undefined): RecordId<'entity'> | undefined {
  return metric && notebook.head('metrics', metric)?.entity
}
