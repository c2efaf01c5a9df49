// Which fields of which records are drafted, how they merge, and the command and the query that each goes through.

import type { NotebookClient } from '../../core/contract/notebook-client.ts'
import type { Evidence } from '../../core/records/evidence.ts'
import type { Insight } from '../../core/records/insight.ts'
import type { RecordId } from '../../core/records/record-id.ts'
import type { DraftAnswer, RecordVersion } from './draft.ts'
import type { DraftContent, FieldMerge } from './draft-merge.ts'
import { followRecord } from './shared-watches.ts'

export type DraftKind<Content extends DraftContent, Info> = {
  merges: { readonly [Field in keyof Content]: FieldMerge }
  send: (client: NotebookClient, id: RecordId, rev: number, changes: Partial<Content>) => Promise<DraftAnswer>
  /** Calls `listener` with the record now and after every change of it, with `null` where there is none; returns how to stop. */
  watch: (client: NotebookClient, id: RecordId, listener: (version: RecordVersion<Content, Info> | null) => void) => () => void
}

export type InsightContent = Pick<Insight, 'title' | 'body' | 'kind' | 'status' | 'confidence' | 'topics'> & {
  /** Empty where nobody set one. */ reviewBy: string
}
export type InsightInfo = Pick<Insight, 'id' | 'createdAt' | 'updatedAt' | 'removedAt'>

export const insightDraft: DraftKind<InsightContent, InsightInfo> = {
  merges: { title: 'text', body: 'text', kind: 'choice', status: 'choice', confidence: 'choice', topics: 'set', reviewBy: 'choice' },
  send: async (client, id, rev, changes) => toAnswer(await client.send('insight.revise', { id: id as RecordId<'insight'>, rev, ...changes })),
  watch: (client, id, listener) =>
    followRecord(client, 'insight', id, (insight) => {
      if (!insight) return listener(null)
      const { title, body, kind, status, confidence, topics, reviewBy = '', rev, createdAt, updatedAt, removedAt } = insight
      const info = { id: insight.id, createdAt, updatedAt, ...(removedAt === undefined ? {} : { removedAt }) }
      listener({ rev, content: { title, body, kind, status, confidence, topics, reviewBy }, info })
    }),
}

export type EvidenceContent = Pick<Evidence, 'note'>

/** The note of one piece of evidence. The query lists all evidence of its insight: there are few, and the pane watches them already. */
export function evidenceNoteDraft(insight: RecordId<'insight'>): DraftKind<EvidenceContent, undefined> {
  return {
    merges: { note: 'text' },
    send: async (client, id, rev, changes) => toAnswer(await client.send('evidence.revise', { id: id as RecordId<'evidence'>, rev, ...changes })),
    watch: (client, id, listener) => {
      const watch = client.watch('evidence', { insight }, { start: 0, count: 500 }, ({ rows }) => {
        const row = rows.find((evidence) => evidence.id === id)
        listener(row ? { rev: row.rev, content: { note: row.note }, info: undefined } : null)
      })
      return () => watch.close()
    },
  }
}

type RevisionAnswer = { ok: true; result: { rev: number } } | { ok: false; error: Extract<DraftAnswer, { ok: false }>['error'] }

function toAnswer(answer: RevisionAnswer): DraftAnswer {
  return answer.ok ? { ok: true, rev: answer.result.rev } : answer
}
