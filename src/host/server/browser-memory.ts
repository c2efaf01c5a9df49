// What the local host remembers of its browsers between two runs: the port and who has a session, so that an open window finds its way back.
//
// A browser keeps what it stores (theme, unsent drafts) by origin, and the port is part of it: with another port every time they would be out of
// reach after each restart. Only digests of the sessions are kept, in the user's own runtime folder, never in the notebook's.

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'

const remembered = z.object({
  port: z.int().min(1024).max(65_535).optional(),
  sessions: z.array(z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), since: z.number() })).max(64),
})
export type RememberedSession = { digest: string; since: number }

/** A browser that was not started in a month has to use a new start link. */
const forgetAfterMs = 30 * 24 * 3_600_000

export class BrowserMemory {
  readonly #path: string
  #port: number | undefined
  #sessions: RememberedSession[] = []

  /** A file that is missing, damaged or somebody else's idea of one is as good as none. */
  constructor(path: string, now = Date.now()) {
    this.#path = path
    try {
      const { port, sessions } = remembered.parse(JSON.parse(readFileSync(path, 'utf8')))
      this.#port = port
      this.#sessions = sessions.filter(({ since }) => since <= now && now - since < forgetAfterMs)
    } catch {
      this.#sessions = []
    }
  }

  get port(): number | undefined {
    return this.#port
  }

  get sessions(): readonly RememberedSession[] {
    return this.#sessions
  }

  /** Losing it costs a new start link: a failure to write is no reason not to serve. */
  remember(port: number, sessions: readonly RememberedSession[]): void {
    this.#port = port
    this.#sessions = [...sessions]
    const temporary = `${this.#path}.${process.pid}.tmp`
    try {
      writeFileSync(temporary, JSON.stringify({ port, sessions }), { mode: 0o600 })
      renameSync(temporary, this.#path)
    } catch {
      return
    }
  }
}
