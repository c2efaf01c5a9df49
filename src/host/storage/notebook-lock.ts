// One writer: an exclusive SQLite transaction on the file `lock`. It refuses a second process at once and dies with its process, kill -9 included.

import { chmodSync, closeSync, existsSync, openSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Refusal } from '../../core/store/refusal.ts'
import { codeOf } from './error-code.ts'
import { manifestName } from './generation-names.ts'
import { toRefusal } from './storage-refusal.ts'

export const lockName = 'lock'

export type NotebookLock = { release: () => void }

/**
 * Throws the refusal `locked` where another process, or another opening in this one, holds the notebook.
 * Nothing else in this process may open and close the file: POSIX drops a process's locks with any of its descriptors (fcntl(2)).
 */
export function lockNotebook(folder: string): NotebookLock {
  const path = join(folder, lockName)
  try {
    makeLockFile(path)
    return takeLock(path)
  } catch (error) {
    if (isGarbage(error)) return lockEmptied(folder, path)
    throw refusalOf(error, folder)
  }
}

/**
 * For a process that wants the lock before it loads anything else: the first in a race has it at once, and the others need not load what opens a
 * notebook to be refused. Undefined where the folder does not look like a notebook that was open before; `openNotebook` looks closer.
 */
export function lockEarly(folder: string): NotebookLock | undefined {
  const wasOpenBefore = [manifestName, lockName].every((name) => existsSync(join(folder, name)))
  return wasOpenBefore ? lockNotebook(folder) : undefined
}

/** Something was written into the file. Nobody can have locked it so, since locking reads it: it is emptied in place, which takes nobody's lock away. */
function lockEmptied(folder: string, path: string): NotebookLock {
  try {
    truncateSync(path)
    return takeLock(path)
  } catch (error) {
    throw refusalOf(error, folder)
  }
}

function takeLock(path: string): NotebookLock {
  // `timeout: 0`: a second writer is told at once instead of waiting for the first to finish its day.
  const database = new DatabaseSync(path, { timeout: 0 })
  try {
    // Nothing is ever written: without this, SQLite would keep a journal beside the lock, and leave it there after kill -9.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    throw error
  }
  return { release: () => database.close() }
}

function refusalOf(error: unknown, folder: string): unknown {
  if (isBusy(error)) return new Refusal('locked', `${folder} is open in another program or window: close it there first`)
  if (isUnwritable(error)) return new Refusal('read-only', `${folder} cannot be written to: the notebook can only be read there`)
  return toRefusal(error, 'locking the notebook')
}

/** Made by us so that it is the owner's alone; SQLite would follow the umask. Never opened where it exists: see above. */
function makeLockFile(path: string): void {
  try {
    closeSync(openSync(path, 'wx', 0o600))
    chmodSync(path, 0o600)
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

const sqliteBusy = 5
/** SQLITE_CORRUPT, SQLITE_NOTADB. */
const sqliteGarbage = new Set([11, 26])
const sqliteUnwritable = new Set([3, 8, 14])

function sqliteCodeOf(error: unknown): number | undefined {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' ? error.errcode & 0xff : undefined
}

function isBusy(error: unknown): boolean {
  return sqliteCodeOf(error) === sqliteBusy
}

function isGarbage(error: unknown): boolean {
  const code = sqliteCodeOf(error)
  return code !== undefined && sqliteGarbage.has(code)
}

function isUnwritable(error: unknown): boolean {
  const code = sqliteCodeOf(error)
  return code !== undefined && sqliteUnwritable.has(code)
}
