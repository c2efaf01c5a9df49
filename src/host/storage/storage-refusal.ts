// Turns what a disk answers into the closed codes that windows and terminals know.

import { Refusal } from '../../core/store/refusal.ts'
import { codeOf } from './error-code.ts'

/** `doing` completes the sentence "… while": an error that is no disk's answer is a bug and comes back as it is. */
export function toRefusal(error: unknown, doing: string): unknown {
  if (error instanceof Refusal) return error
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new Refusal('no-space', `the disk is full: nothing was saved while ${doing}`)
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return new Refusal('read-only', `the folder cannot be written to (${codeOf(error)}) while ${doing}`)
    case undefined:
      return error
    default:
      return new Refusal('fate-unknown', `the disk answered ${codeOf(error)} while ${doing}`)
  }
}
