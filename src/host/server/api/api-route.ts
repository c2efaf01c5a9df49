// What one entry of the JSON API is: the door takes its methods from here, the documentation its schemas.

import type { z } from 'zod'
import type { RefusalCode, RefusalValue } from '../../../core/store/refusal.ts'
import type { NotebookHost } from '../../session/notebook-host.ts'

export type ApiMethod = 'GET' | 'PUT' | 'POST' | 'DELETE'

/** `value` is sent as JSON. `etag` is the record's `rev`, so that a client can say what it has seen. */
export type ApiAnswer = { status: number; value: unknown; etag?: number }

export type ApiRoute<Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> = {
  method: ApiMethod
  /** Fixed words, and at most one `{id}` at the end. */
  path: string
  /** One sentence for docs/api.md. */
  about: string
  query?: Query
  body?: Body
  answer: (
    notebook: NotebookHost,
    request: { id: string; query: z.output<Query>; body: z.output<Body>; ifMatch: number | undefined; clipper: string | undefined },
  ) => Promise<ApiAnswer>
}

export function defineRoute<Query extends z.ZodType = z.ZodUndefined, Body extends z.ZodType = z.ZodUndefined>(
  route: ApiRoute<Query, Body>,
): ApiRoute {
  return route as unknown as ApiRoute
}

/** The actor of commands that come over HTTP. */
export const apiActor = 'local-http'
export const clipActor = 'web-clipper'

const statuses: Readonly<Record<RefusalCode, number>> = {
  stale: 412,
  exists: 409,
  'not-found': 404,
  invalid: 400,
  locked: 423,
  'read-only': 503,
  'too-large': 413,
  'no-space': 507,
  'fate-unknown': 500,
  'unknown-command': 400,
  'nothing-to-undo': 409,
  closed: 503,
  'needs-confirming': 409,
}

/** Refusals as HTTP has them: the status for programs that look no further, code and sentence in the body. */
export function refusalAnswer(error: RefusalValue): ApiAnswer {
  return { status: statuses[error.code], value: { error } }
}
