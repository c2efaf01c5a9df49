// What the command's exit says to scripts: stable, documented in docs/command-line.md.

import { Refusal } from '../core/store/refusal.ts'

export const exitCodes = {
  done: 0,
  /** Something was found or refused: findings of `check`, files that `import` could not take, a disk that is full. */
  problems: 1,
  /** What was typed cannot be meant: an unknown command, a folder that is no notebook, a report that does not exist. */
  usage: 2,
  /** EX_TEMPFAIL of sysexits.h: another process has the notebook open for writing. Try again later. */
  locked: 75,
} as const

/** Ends the command with one line on stderr. */
export class CommandFailure extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode: number = exitCodes.usage) {
    super(message)
    this.name = 'CommandFailure'
    this.exitCode = exitCode
  }
}

export function exitCodeOf(error: unknown): number {
  if (error instanceof CommandFailure) return error.exitCode
  if (error instanceof Refusal && error.code === 'locked') return exitCodes.locked
  return exitCodes.problems
}
