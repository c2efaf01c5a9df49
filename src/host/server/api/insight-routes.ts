// Insights over HTTP: a list without bodies, and each as a resource of its own.

import { z } from 'zod'
import { maxBodyLength } from '../../../core/records/insight.ts'
import { idOf } from '../../../core/records/record-id.ts'
import type { HeadOf } from '../../../core/records/tables.ts'
import { Refusal } from '../../../core/store/refusal.ts'
import type { NotebookHost } from '../../session/notebook-host.ts'
import { type ApiAnswer, apiActor, defineRoute, refusalAnswer } from './api-route.ts'

const insightId = idOf('insight')
const start = z.coerce.number().int().min(0).default(0)
const limit = z.coerce.number().int().min(1).max(500).default(100)
const content = z.strictObject({ title: z.string(), body: z.string().max(maxBodyLength) })

const listInsights = defineRoute({
  method: 'GET',
  path: '/api/insights',
  about: 'The insights that are not in the trash, by id, without their bodies. `start` and `limit` (at most 500) choose a part of them.',
  query: z.strictObject({ start, limit }),
  answer: async ({ view }, { query }) => {
    const heads = [...view.heads('insights')].filter((head) => head.removedAt === undefined).sort((one, other) => (one.id < other.id ? -1 : 1))
    const insights = heads.slice(query.start, query.start + query.limit).map(toListed)
    return { status: 200, value: { total: heads.length, start: query.start, insights } }
  },
})

/** By name: a head of a list has fields only to be read one by one. */
function toListed({ id, rev, title, kind, status, confidence, topics, updatedAt }: HeadOf<'insights'>) {
  return { id, rev, title, kind, status, confidence, topics, updatedAt }
}

const readInsight = defineRoute({
  method: 'GET',
  path: '/api/insights/{id}',
  about: 'One insight, whole. Its `ETag` is its `rev`.',
  answer: async (notebook, { id }) => withInsight(notebook, id, 200),
})

const putInsight = defineRoute({
  method: 'PUT',
  path: '/api/insights/{id}',
  about:
    'Writes title and body: a new insight (201) or a revision (200), answered once durable. With `If-Match: "REV"` it is refused as `stale` (412) where the insight moved on.',
  body: content,
  answer: async (notebook, { id, body: { title, body }, ifMatch }) => {
    const held = insightId.safeParse(id).success ? notebook.view.head('insights', id as never) : undefined
    if (!held && ifMatch !== undefined) return refusalAnswer({ code: 'stale', message: `there is no ${id} yet: leave If-Match out` })
    // Nobody writes into the trash by accident, and not unseen.
    if (held?.removedAt !== undefined)
      return refusalAnswer({ code: 'not-found', message: `${id} lies in the trash: the command trash.restore brings it back` })
    const answer = held
      ? await notebook.run(apiActor, 'insight.revise', { id, title, body, ...(ifMatch === undefined ? {} : { rev: ifMatch }) })
      : await notebook.run(apiActor, 'insight.add', { id, title, body })
    return answer.ok ? withInsight(notebook, id, held ? 200 : 201) : refusalAnswer(answer.error)
  },
})

const deleteInsight = defineRoute({
  method: 'DELETE',
  path: '/api/insights/{id}',
  about: 'Moves the insight to the trash, where it can be restored. `If-Match` as with PUT.',
  answer: async (notebook, { id, ifMatch }) => {
    const answer = await notebook.run(apiActor, 'insight.remove', { id, ...(ifMatch === undefined ? {} : { rev: ifMatch }) })
    return answer.ok ? { status: 200, value: { id, seq: answer.seq } } : refusalAnswer(answer.error)
  },
})

export const insightRoutes = [listInsights, readInsight, putInsight, deleteInsight]

/** A record of the trash is not found: whoever deleted it must not read it again by accident. */
async function withInsight({ view }: NotebookHost, id: string, status: 200 | 201): Promise<ApiAnswer> {
  try {
    const parsed = insightId.safeParse(id)
    const insight = parsed.success ? view.get('insights', parsed.data) : undefined
    if (!insight || insight.removedAt !== undefined) return refusalAnswer({ code: 'not-found', message: `there is no ${id}` })
    return { status, value: insight, etag: insight.rev }
  } catch (error) {
    if (error instanceof Refusal) return refusalAnswer(error.toValue())
    throw error
  }
}
