// The port for web clippers: the same door and the same limits as the local host's, with nothing behind it but `POST /api/sources`.

import type { NotebookHost } from '../session/notebook-host.ts'
import type { Door } from './admit-request.ts'
import { answerRequest, type Site } from './answer-request.ts'
import { type HttpServer, openHttpServer } from './open-http-server.ts'
import { Sessions } from './sessions.ts'

/** Rejects where no port can be had. `port` is the one of last time. */
export async function startClipServer(
  notebook: NotebookHost & { readonly folder: string },
  clipperOf: (token: string) => string | undefined,
  port: number | undefined,
): Promise<HttpServer> {
  let tellSite: (site: Site) => void = () => {}
  const known = new Promise<Site>((resolve) => {
    tellSite = resolve
  })
  const http = await openHttpServer(port === undefined ? [0] : [port, 0], async (request, response, prove) =>
    answerRequest(await known, request, response, prove),
  )
  // Nobody has a session here, and nobody is told a start link: to the door the page and the rest of the API are behind a token that does not exist.
  const door: Door = { port: http.port, isSession: () => false, isToken: () => false, clipperOf }
  const nothing = { page: '', files: new Map() }
  tellSite({ notebook, assets: nothing, sessions: new Sessions('once'), door, offerFreshLink: () => {}, onSession: () => {} })
  return http
}
