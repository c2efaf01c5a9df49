// Commands on insights.

import { z } from 'zod'
import { insightContent } from '../records/insight.ts'
import { origins, sha256 } from '../records/record-fields.ts'
import { idOf } from '../records/record-id.ts'
import { Refusal } from '../store/refusal.ts'
import { sameValue } from '../store/same-content.ts'
import { defineCommand } from './define-command.ts'
import { assignGiven, revision, withoutGaps } from './revision.ts'

const newInsight = z.strictObject({
  id: idOf('insight').optional(),
  title: insightContent.title,
  body: insightContent.body.default(''),
  kind: insightContent.kind.default('fact'),
  status: insightContent.status.default('draft'),
  confidence: insightContent.confidence.default('medium'),
  topics: insightContent.topics.default([]),
  reviewBy: insightContent.reviewBy,
  aliases: insightContent.aliases,
  /** Of what was imported: what it is called there, and the hash that says whether it is still as it came. */
  origins,
  importedSha256: sha256.optional(),
})

export const addInsight = defineCommand(
  'Adds an insight. The same id with the same content again is answered with the first commit; with other content it is refused as `exists`.',
  newInsight,
  (notebook, { id, ...content }) => {
    const held = id && notebook.get('insights', id)
    if (held) {
      const { rev: _rev, createdSeq: _seq, createdAt: _created, updatedAt: _updated, removedAt: _removed, id: _id, ...heldContent } = held
      const same = sameValue(content, heldContent)
      if (same && held.removedAt === undefined) return { id: held.id, rev: held.rev, seq: held.createdSeq }
      throw new Refusal(
        'exists',
        held.removedAt ? `${id} lies in the trash: restore it, or take another id` : `${id} exists with other content: revise it, or take another id`,
      )
    }
    const insight = notebook.put('insights', withoutGaps({ id: id ?? notebook.facts.newId('insight'), ...content }))
    return { id: insight.id, rev: insight.rev }
  },
)

export const reviseInsight = defineCommand(
  'Changes the given fields of an insight; without `rev` it applies to the newest.',
  z.strictObject({ id: idOf('insight'), rev: z.int().optional(), ...revision(insightContent), importedSha256: sha256.optional() }),
  (notebook, { id, rev, ...given }) => {
    const insight = notebook.update('insights', id, rev, (draft) => assignGiven(draft, given))
    return { id, rev: insight.rev }
  },
)
