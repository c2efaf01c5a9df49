// The same edit to many records in one step: one commit and one undo, and refused as a whole where one of them cannot take it.

import { z } from 'zod'
import { stances } from '../records/evidence.ts'
import { highlightContent } from '../records/highlight.ts'
import { insightContent } from '../records/insight.ts'
import { idOf, type RecordId, type RecordKind } from '../records/record-id.ts'
import { sourceContent } from '../records/source.ts'
import { defineCommand } from './define-command.ts'
import { assignGiven, revision } from './revision.ts'

/** As many as one commit may hold, the trash's commands alike. */
const maxRecords = 100_000

function idsOf<Kind extends RecordKind>(kind: Kind) {
  return z.array(idOf(kind)).min(1).max(maxRecords)
}

const words = insightContent.topics
const given = (change: { set: object; added: readonly string[]; removed: readonly string[] }) =>
  Object.values(change.set).some((value) => value !== undefined) || change.added.length > 0 || change.removed.length > 0
const nothingGiven = 'say what is to be changed'

export const reviseInsights = defineCommand(
  'Sets kind, status or confidence of several insights, and adds or takes away topics, in one step.',
  z
    .strictObject({
      ids: idsOf('insight'),
      set: z.strictObject(revision({ kind: insightContent.kind, status: insightContent.status, confidence: insightContent.confidence })).default({}),
      addTopics: words.default([]),
      removeTopics: words.default([]),
    })
    .refine(({ set, addTopics, removeTopics }) => given({ set, added: addTopics, removed: removeTopics }), nothingGiven),
  (notebook, { ids, set, addTopics, removeTopics }) => {
    for (const id of ids) {
      notebook.update('insights', id, undefined, (insight) => {
        assignGiven(insight, set)
        const topics = withWords(insight.topics, addTopics, removeTopics)
        if (topics) insight.topics = topics
      })
    }
    return { count: ids.length }
  },
)

export const reviseSources = defineCommand(
  'Sets language, kind or publisher of several sources in one step.',
  z
    .strictObject({
      ids: idsOf('source'),
      set: z.strictObject(revision({ language: sourceContent.language, kind: sourceContent.kind, publisher: sourceContent.publisher })),
    })
    .refine(({ set }) => given({ set, added: [], removed: [] }), nothingGiven),
  (notebook, { ids, set }) => {
    for (const id of ids) notebook.update('sources', id, undefined, (source) => assignGiven(source, set))
    return { count: ids.length }
  },
)

export const reviseHighlights = defineCommand(
  'Sets the colour of several highlights, and adds or takes away tags, in one step.',
  z
    .strictObject({
      ids: idsOf('highlight'),
      set: z.strictObject(revision({ colour: highlightContent.colour })).default({}),
      addTags: words.default([]),
      removeTags: words.default([]),
    })
    .refine(({ set, addTags, removeTags }) => given({ set, added: addTags, removed: removeTags }), nothingGiven),
  (notebook, { ids, set, addTags, removeTags }) => {
    for (const id of ids) {
      notebook.update('highlights', id, undefined, (highlight) => {
        assignGiven(highlight, set)
        const tags = withWords(highlight.tags, addTags, removeTags)
        if (tags) highlight.tags = tags
      })
    }
    return { count: ids.length }
  },
)

export const addManyEvidence = defineCommand(
  'Links an insight to several highlights, or to sources as wholes, with one stance; what is its evidence already stays as it is.',
  z
    .strictObject({
      insight: idOf('insight'),
      highlights: z.array(idOf('highlight')).max(maxRecords).default([]),
      sources: z.array(idOf('source')).max(maxRecords).default([]),
      stance: z.enum(stances),
    })
    .refine(({ highlights, sources }) => highlights.length + sources.length > 0, 'evidence needs a highlight or a source'),
  (notebook, { insight, highlights, sources, stance }) => {
    notebook.need('insights', insight)
    const held = notebook.by('evidenceByInsight', insight).filter(({ removedAt }) => removedAt === undefined)
    const linked = new Set<RecordId>(held.map(({ highlight, source }) => highlight ?? source))
    const added: RecordId<'evidence'>[] = []
    const link = (passage: { source: RecordId<'source'>; highlight?: RecordId<'highlight'> }) => {
      const name = passage.highlight ?? passage.source
      if (linked.has(name)) return
      linked.add(name)
      added.push(notebook.put('evidence', { id: notebook.facts.newId('evidence'), insight, ...passage, stance, note: '' }).id)
    }
    for (const id of highlights) link({ source: notebook.need('highlights', id).source, highlight: id })
    for (const id of sources) link({ source: notebook.need('sources', id).id })
    return { ids: added }
  },
)

/** Undefined where nothing would change, so that a record that has the words already is not written again. */
function withWords(held: readonly string[], added: readonly string[], removed: readonly string[]): string[] | undefined {
  const kept = held.filter((word) => !removed.includes(word))
  const fresh = [...new Set(added)].filter((word) => !held.includes(word))
  return kept.length === held.length && fresh.length === 0 ? undefined : [...kept, ...fresh]
}
