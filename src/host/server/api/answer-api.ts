// Answers a request to the JSON API that the door let in: its query and body parsed by schema, its answer as JSON.

import type { IncomingMessage, ServerResponse } from 'node:http'
import { readBySchema } from '../../../core/contract/read-by-schema.ts'
import { describeParseError } from '../../session/describe-parse-error.ts'
import type { NotebookHost } from '../../session/notebook-host.ts'
import { maxBodyBytes } from '../admit-request.ts'
import { readJsonBody } from '../read-body.ts'
import { refusalText } from '../refusal-text.ts'
import type { ApiAnswer } from './api-route.ts'
import { routesAt } from './api-routes.ts'

/** Refuses with a status, for whatever does not even reach the notebook. */
export type Refuse = (status: number, reason: string) => void

export async function answerApi(
  notebook: NotebookHost,
  request: IncomingMessage,
  response: ServerResponse,
  { path, clipper, refuse }: { path: string; clipper: string | undefined; refuse: Refuse },
): Promise<void> {
  const { routes, id } = routesAt(path)
  const route = routes.find(({ method }) => method === request.method)
  if (!route) return refuse(404, refusalText(404))
  const query = route.query && readBySchema(route.query, queryOf(request.url ?? ''))
  if (query && !query.success) return refuse(400, describeParseError(path, query.error))
  const ifMatch = readIfMatch(request.headers['if-match'])
  if (ifMatch === 'unreadable') return refuse(400, 'If-Match takes one revision, such as "3"')
  let body: unknown
  if (route.body) {
    // Asked for only now that somebody wants it.
    if (request.headers.expect) response.writeContinue()
    const read = await readJsonBody(request, maxBodyBytes)
    if (!read.ok) return refuse(read.status, read.reason)
    const parsed = readBySchema(route.body, read.value)
    if (!parsed.success) return refuse(400, describeParseError(path, parsed.error))
    body = parsed.data
  }
  send(response, await route.answer(notebook, { id, query: query?.data, body, ifMatch, clipper }))
}

function send(response: ServerResponse, { status, value, etag }: ApiAnswer): void {
  const headers = { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...(etag === undefined ? {} : { ETag: `"${etag}"` }) }
  response.writeHead(status, headers).end(JSON.stringify(value))
}

/** A parameter that is given twice is its last; a name that is none of ours is refused by the schema. */
function queryOf(target: string): Record<string, string> {
  const start = target.indexOf('?')
  return start < 0 ? {} : Object.fromEntries(new URLSearchParams(target.slice(start + 1)))
}

function readIfMatch(header: string | undefined): number | undefined | 'unreadable' {
  if (header === undefined) return undefined
  const match = /^"(\d{1,15})"$/.exec(header.trim())
  return match ? Number(match[1]) : 'unreadable'
}
