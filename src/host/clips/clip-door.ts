// The web clippers of an open notebook: who is paired, and the address that answers them for as long as anybody is.

import type { ClipperState, PairedClipper } from '../../core/contract/clippers.ts'
import type { OpenNotebook } from '../opened-notebook.ts'
import { hostOf } from '../server/admit-request.ts'
import type { HttpServer } from '../server/open-http-server.ts'
import { startClipServer } from '../server/start-clip-server.ts'
import { ClipperBook, clipperBookPath } from './clipper-book.ts'

export type ClipDoor = {
  state: () => ClipperState
  pair: (name: string) => Promise<PairedClipper>
  revoke: (id: string) => Promise<ClipperState>
  /** The name of the clipper whose token this is. */
  nameOf: (token: string) => string | undefined
  close: () => Promise<void>
}

/**
 * Opens the notebook's book of clippers and gives the notebook its door. Without a clipper nothing listens: pairing the first opens a port, the same
 * from then on where it is free, and revoking the last closes it. Never rejects: a port that cannot be had is said in the state.
 */
export async function openClipDoor(notebook: OpenNotebook, environment: NodeJS.ProcessEnv = process.env): Promise<ClipDoor> {
  const book = new ClipperBook(clipperBookPath(notebook.folder, notebook.manifest.id, environment))
  let server: HttpServer | undefined
  let problem: string | undefined
  const nameOf = (token: string) => {
    const clipper = book.find(token)
    if (clipper) book.note({ usedBy: clipper.id })
    return clipper?.name
  }
  const settle = async () => {
    problem = undefined
    if (book.clippers.length === 0) {
      await server?.close()
      server = undefined
    } else if (!server) {
      try {
        server = await startClipServer(notebook, nameOf, book.port)
        book.note({ port: server.port })
      } catch (error) {
        problem = `clippers cannot reach this notebook: ${(error as Error).message}`
      }
    }
  }
  const state = (): ClipperState => ({
    clippers: book.clippers,
    ...(server ? { address: `http://${hostOf(server.port)}/api/sources` } : {}),
    ...(problem === undefined ? {} : { problem }),
  })
  await settle()
  const door: ClipDoor = {
    state,
    nameOf,
    pair: async (name) => {
      const { token } = book.pair(name)
      await settle()
      return { ...state(), token }
    },
    revoke: async (id) => {
      book.revoke(id)
      await settle()
      return state()
    },
    close: async () => server?.close(),
  }
  notebook.clippers = door
  return door
}
