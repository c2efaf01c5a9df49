// Errors that nobody expected: to the log with all they say, and to the person once, in words, never as Electron's dialog with a stack.

import { inspect } from 'node:util'
import type { LogFile } from './log-file.ts'

/** Call first of all. `tell` is called once for each different error. */
export function reportErrors(log: LogFile, tell: (what: string) => void): void {
  const told = new Set<string>()
  const report = (error: unknown) => {
    const what = error instanceof Error ? error.message : String(error)
    console.error(error)
    if (told.has(what)) return
    told.add(what)
    tell(what)
  }
  const complain = console.error
  console.error = (...values: unknown[]) => {
    log.write('error', values.map((value) => (typeof value === 'string' ? value : inspect(value))).join(' '))
    complain(...values)
  }
  // A terminal that was closed meanwhile: without this, every line to it would be an error to report, on and on.
  process.stdout.on('error', () => {})
  process.stderr.on('error', () => {})
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}
