// Expected refusals: closed codes that windows, the terminal and the local server translate into words. Bugs are exceptions, not refusals.

export const refusalCodes = [
  'stale',
  'exists',
  'not-found',
  'invalid',
  'locked',
  'read-only',
  'too-large',
  'no-space',
  'fate-unknown',
  'unknown-command',
  'nothing-to-undo',
  'closed',
  /** It would remove more than half of a table: sent again with `confirmed: true` it is done. */
  'needs-confirming',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/** What travels over the wire: a code for programs, a sentence that says what to do for people. */
export type RefusalValue = { code: RefusalCode; message: string }

/** Thrown inside recipes so that they read straight down; the commit queue turns it into a value at its edge. */
export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, message: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
  }
  toValue(): RefusalValue {
    return { code: this.code, message: this.message }
  }
}
