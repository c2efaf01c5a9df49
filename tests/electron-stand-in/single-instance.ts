// One process for each folder of user data: the second finds the first's lock, leaves it a letter, and is told no.

import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'

export type Letter = { argv: string[]; workingDirectory: string; additionalData: unknown }

/** True where this process is the first; `onSecond` is called for every later one. Synchronous, as Electron's is. */
export function takeInstanceLock(folder: string, letter: Letter, onSecond: (letter: Letter) => void): boolean {
  const lock = join(folder, 'SingletonLock')
  const letters = join(folder, 'SingletonLetters')
  mkdirSync(letters, { recursive: true })
  if (!isTaken(lock)) {
    for (const name of readdirSync(letters)) rmSync(join(letters, name))
    watch(letters, { persistent: false }, () => {
      for (const name of readdirSync(letters).filter((each) => each.endsWith('.letter'))) {
        const path = join(letters, name)
        const received = deserialize(readFileSync(path)) as Letter
        rmSync(path)
        onSecond(received)
      }
    })
    return true
  }
  const path = join(letters, randomUUID())
  writeFileSync(path, serialize(letter))
  renameSync(path, `${path}.letter`)
  return false
}

/** A process that was killed leaves its lock behind: what counts is whether it lives. */
function isTaken(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' })
    return false
  } catch {
    if (isAlive(Number(readFileSync(lock, 'utf8')))) return true
    rmSync(lock, { force: true })
    return isTaken(lock)
  }
}

function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0)
  } catch {
    return false
  }
}

export function leaveInstanceLock(folder: string): void {
  rmSync(join(folder, 'SingletonLock'), { force: true })
}
