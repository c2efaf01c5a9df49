// The paired web clippers of one notebook on this computer: digests of their tokens, among this user's data and never in the notebook's folder.
//
// The file is named by the notebook's true path and by its id: a copy of the notebook, here or on another computer, lets nobody in.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { mkdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Clipper } from '../../core/contract/clippers.ts'
import { Refusal } from '../../core/store/refusal.ts'

const kept = z.object({
  port: z.int().min(1024).max(65_535).optional(),
  clippers: z
    .array(
      z.object({
        id: z.string().max(64),
        name: z.string().max(100),
        madeAt: z.string().max(40),
        usedAt: z.string().max(40).optional(),
        digest: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(32),
})
type Kept = z.infer<typeof kept>

const mostClippers = 32
/** So that whoever finds one in a script or a log knows what it opens. */
const tokenPrefix = 'footing-clip-'

export class ClipperBook {
  readonly #path: string
  readonly #now: () => string
  #kept: Kept = { clippers: [] }

  /** A file that is missing or damaged has no clippers: they are paired again. */
  constructor(path: string, now: () => string = () => new Date().toISOString()) {
    this.#path = path
    this.#now = now
    try {
      this.#kept = kept.parse(JSON.parse(readFileSync(path, 'utf8')))
    } catch {
      this.#kept = { clippers: [] }
    }
  }

  get clippers(): Clipper[] {
    return this.#kept.clippers.map(({ digest: _, usedAt, ...clipper }) => ({ ...clipper, ...(usedAt === undefined ? {} : { usedAt }) }))
  }

  get port(): number | undefined {
    return this.#kept.port
  }

  /** The token is told this once; what is kept cannot be turned back into it. Throws a refusal where it cannot be kept. */
  pair(name: string): { clipper: Clipper; token: string } {
    if (this.#kept.clippers.length >= mostClippers) throw new Refusal('too-large', `at most ${mostClippers} clippers: revoke one first`)
    const token = `${tokenPrefix}${randomBytes(32).toString('base64url')}`
    const clipper = { id: randomBytes(9).toString('base64url'), name, madeAt: this.#now() }
    this.#write({ ...this.#kept, clippers: [...this.#kept.clippers, { ...clipper, digest: digestOf(token).toString('hex') }] })
    return { clipper, token }
  }

  /** From the very next request on its token is no token. Throws a refusal where that cannot be kept. */
  revoke(id: string): void {
    if (!this.#kept.clippers.some((clipper) => clipper.id === id)) throw new Refusal('not-found', 'this clipper is not paired any more')
    this.#write({ ...this.#kept, clippers: this.#kept.clippers.filter((clipper) => clipper.id !== id) })
  }

  /** The clipper whose token this is. Compares with every one, in constant time. */
  find(token: string): Clipper | undefined {
    const shown = digestOf(token)
    let found: Clipper | undefined
    for (const { digest, ...clipper } of this.#kept.clippers) if (timingSafeEqual(shown, Buffer.from(digest, 'hex'))) found = clipper as Clipper
    return found
  }

  /** Losing these costs nothing: a failure to write them is no reason to refuse a clip. */
  note(change: { usedBy?: string; port?: number }): void {
    const clippers = this.#kept.clippers.map((clipper) => (clipper.id === change.usedBy ? { ...clipper, usedAt: this.#now() } : clipper))
    try {
      this.#write({ clippers, port: change.port ?? this.#kept.port })
    } catch {
      return
    }
  }

  #write(next: Kept): void {
    const temporary = `${this.#path}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`
    try {
      mkdirSync(join(this.#path, '..'), { recursive: true, mode: 0o700 })
      writeFileSync(temporary, JSON.stringify(next), { mode: 0o600, flag: 'wx', flush: true })
      renameSync(temporary, this.#path)
    } catch (error) {
      rmSync(temporary, { force: true })
      throw new Refusal('read-only', `the list of clippers cannot be written (${(error as NodeJS.ErrnoException).code})`)
    }
    this.#kept = next
  }
}

const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Where the book of a notebook lies; `FOOTING_CLIPPERS` names another folder. */
export function clipperBookPath(
  notebookFolder: string,
  notebookId: string,
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home = homedir(),
): string {
  const name = createHash('sha256')
    .update(`${realpathSync.native(notebookFolder)}\n${notebookId}`)
    .digest('hex')
    .slice(0, 24)
  return join(environment.FOOTING_CLIPPERS || join(dataFolder(environment, platform, home), 'clippers'), `${name}.json`)
}

function dataFolder(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform, home: string): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Footing')
  if (platform === 'win32') return join(environment.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'Footing')
  return join(environment.XDG_DATA_HOME || join(home, '.local', 'share'), 'footing')
}
