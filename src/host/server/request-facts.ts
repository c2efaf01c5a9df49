// Takes from Node's request what the door looks at.

import type { IncomingMessage } from 'node:http'
import type { RequestFacts } from './admit-request.ts'

/** `headersDistinct`, as `headers` silently keeps the first of two Hosts. */
export function factsOf({ method, url, headersDistinct, rawHeaders }: IncomingMessage, isUpgrade: boolean): RequestFacts {
  const valuesOf = (name: string): readonly string[] => headersDistinct[name] ?? []
  return {
    method: method ?? '',
    target: url ?? '',
    host: valuesOf('host'),
    origin: valuesOf('origin'),
    fetchSite: valuesOf('sec-fetch-site'),
    cookie: valuesOf('cookie'),
    authorization: valuesOf('authorization'),
    contentType: valuesOf('content-type'),
    contentLength: valuesOf('content-length'),
    contentEncoding: valuesOf('content-encoding'),
    transferEncoding: valuesOf('transfer-encoding'),
    expect: valuesOf('expect'),
    headerCount: rawHeaders.length / 2,
    isUpgrade,
  }
}
