// The start link's token and the browsers that exchanged it for a cookie.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { isSameSecret } from './admit-request.ts'
import type { RememberedSession } from './browser-memory.ts'

const makeSecret = (): string => randomBytes(32).toString('base64url')

/** More browsers than this were never one person's: the oldest has to use a new start link. */
const maxSessions = 64

export type StartLinkUse =
  /** The link is good for one browser: it was in the arguments of the command that opened the browser, where every user of the machine can read it. */
  | 'once'
  /** For a link that was only printed. */
  | 'until closed'

export class Sessions {
  readonly #use: StartLinkUse
  readonly #sessions: RememberedSession[]
  #token = makeSecret()
  readonly #issued = [this.#token]
  #isSpent = false

  /** `known` are the sessions of earlier runs. */
  constructor(use: StartLinkUse, known: readonly RememberedSession[] = []) {
    this.#use = use
    this.#sessions = [...known]
  }

  get all(): readonly RememberedSession[] {
    return this.#sessions
  }

  get token(): string {
    return this.#token
  }

  /** A session for the token of the start link; undefined where it is another, or was used. */
  exchange(shown: string): string | undefined {
    if (!isSameSecret(shown, this.#token) || this.#isSpent) return undefined
    if (this.#use === 'once') this.#isSpent = true
    const secret = makeSecret()
    this.#sessions.push({ digest: digestOf(secret).toString('hex'), since: Date.now() })
    if (this.#sessions.length > maxSessions) this.#sessions.shift()
    return secret
  }

  /** The start link's token serves programs too, as long as no browser used it up: a used one may stand in a list of processes. */
  isToken(shown: string): boolean {
    return isSameSecret(shown, this.#token) && !this.#isSpent
  }

  /** Whether this was a start link of this run: strangers who guess cannot make fresh links appear. */
  wasIssued(shown: string): boolean {
    let isKnown = false
    for (const token of this.#issued) isKnown = isSameSecret(shown, token) || isKnown
    return isKnown
  }

  /** A token that works, new if need be: for a second browser. */
  freshToken(): string {
    if (!this.#isSpent) return this.#token
    this.#token = makeSecret()
    this.#issued.push(this.#token)
    this.#isSpent = false
    return this.#token
  }

  has(shown: string): boolean {
    let isKnown = false
    const shownDigest = digestOf(shown)
    for (const { digest } of this.#sessions) isKnown = timingSafeEqual(shownDigest, Buffer.from(digest, 'hex')) || isKnown
    return isKnown
  }
}

const digestOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
