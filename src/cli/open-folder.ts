// Opens the notebook that a command names, with errors that say what to do.

import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Moment } from '../core/history/moment.ts'
import type { CommandAnswer } from '../core/store/commit-queue.ts'
import { Refusal } from '../core/store/refusal.ts'
import { outsideBackups } from '../host/backups/backup-places.ts'
import type { OpenNotebook } from '../host/opened-notebook.ts'
import { lockEarly } from '../host/storage/notebook-lock.ts'
import { CommandFailure, exitCodes } from './exit-codes.ts'
import { tell } from './output.ts'

/** Rejects with a usage failure where `folder` holds no notebook. */
export async function openForReading(folder: string, asOf?: Moment): Promise<OpenNotebook> {
  return withBackupHint(folder, async () => {
    requireFolder(folder)
    const { openNotebook } = await import('../host/open-notebook.ts')
    return openNotebook(folder, { mode: 'read', ...(asOf ? { asOf } : {}) }).then(warnOfDamage, rethrowForPeople)
  })
}

/** Where a writing command's commands go: this process, or the one that has the notebook open and serves others. */
export type Writer = {
  run: (command: string, input: unknown) => Promise<CommandAnswer>
  /** Undefined where another process serves the notebook. */
  notebook: OpenNotebook | undefined
  close: () => Promise<void>
}

/** A process that has just taken the lock needs a moment until it listens; one that is closing, until it lets go. */
const attempts = 3
const attemptMs = 100

/** Rejects with the refusal `locked` within a second where another process has the notebook open and serves nobody. */
export async function openForWriting(folder: string, actor: string): Promise<Writer> {
  return withBackupHint(folder, () => tryToOpen(folder, actor))
}

async function tryToOpen(folder: string, actor: string): Promise<Writer> {
  requireFolder(folder)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const notebook = await lockAndOpen(folder)
      return { notebook, run: (command, input) => notebook.run(actor, command, input), close: () => notebook.close() }
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'locked') return rethrowForPeople(error)
      const { connectToSocket } = await import('../host/socket/connect-to-socket.ts')
      const served = await connectToSocket(folder, `${actor}-${randomUUID()}`)
      if (served) return { notebook: undefined, run: served.run, close: async () => served.close() }
      if (attempt === attempts) throw error
      await wait(attemptMs)
    }
  }
}

/** Locked before what opens a notebook is loaded, which is nine tenths of a refusal's time: whoever is refused, or served by another process, does without. */
async function lockAndOpen(folder: string): Promise<OpenNotebook> {
  const lock = lockEarly(folder)
  const { openNotebook } = await import('../host/open-notebook.ts')
  return warnOfDamage(await openNotebook(folder, { mode: 'write', backups: { outside: outsideBackups() }, ...(lock ? { lock } : {}) }))
}

/** Damage is never a reason not to open, and never one to keep quiet about. A line torn by a crash is none: nobody was told that it was kept. */
function warnOfDamage(notebook: OpenNotebook): OpenNotebook {
  const damaged = notebook.damage.filter(({ kind }) => kind === 'lost' || kind === 'healed')
  if (damaged[0]) tell(`${damaged[0].message}: \`footing check ${quoted(notebook.folder)}\` shows all that was found (${damaged.length})`)
  return notebook
}

export function requireFolder(folder: string): void {
  try {
    if (statSync(folder).isDirectory()) return
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw new CommandFailure(`no permission to read ${folder}`, exitCodes.problems)
    throw new CommandFailure(`there is no folder ${folder}: make a notebook with \`footing new ${quoted(folder)}\``)
  }
  throw new CommandFailure(`${folder} is a file: a notebook is a folder`)
}

/** Where a notebook is gone or does not open: says which backups there are of it, and the command that brings one back. */
export async function withBackupHint<Result>(folder: string, open: () => Promise<Result>): Promise<Result> {
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof CommandFailure) || error.exitCode !== exitCodes.usage) throw error
    const { newestBackup } = await import('../host/backups/newest-backup.ts')
    const newest = await newestBackup(folder, outsideBackups())
    if (!newest) throw error
    const there = newest.count === 1 ? 'there is a backup of it' : `there are ${newest.count} backups of it, the newest`
    throw new CommandFailure(`${error.message}; ${there} of ${newest.at}: \`footing restore ${quoted(folder)} newest\` brings it back`)
  }
}

/** A folder without a notebook is a slip of the typist; what the disk says is told without its jargon. */
export function rethrowForPeople(error: unknown): never {
  if (error instanceof Refusal && error.code === 'not-found') throw new CommandFailure(error.message)
  const { code, path } = error as NodeJS.ErrnoException
  if (code === 'EACCES' || code === 'EPERM') throw new CommandFailure(`no permission to read ${path ?? 'the notebook'}`, exitCodes.problems)
  throw error
}

/** As one word of a shell. */
export function quoted(path: string): string {
  return /^[\w./~+:@-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`
}
