// One damage to a whole notebook, and what must hold: it is named, nothing is invented, and at least 99 of 100 records are back.

import { cpSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { damageFile, harms } from './damage-file.ts'
import { readTruth, type Truth } from './full-notebook.ts'

export type DamageRound = {
  what: string
  isNamed: boolean
  invented: string[]
  back: number
}

/** What a notebook is whole without: the lock is made at every opening, the cache from the records. */
const dispensable = /^(lock$|cache\/)/

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile())
}

/** `copy` is damaged and put right again from `whole`. Undefined where chance altered nothing. */
export async function damageOnce(whole: string, copy: string, truth: Truth, random: () => number): Promise<DamageRound | undefined> {
  const names = filesOf(whole)
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value
  // Half of the time one of the few that hold everything.
  const own = names.filter((path) => !path.includes('/'))
  const [name, other, harm] = [pick(random() < 0.5 ? own : names), pick(names), pick(harms)]
  try {
    const what = damageFile(copy, name, other, harm, random)
    if (what === undefined || (harm === 'delete' && dispensable.test(name))) return undefined
    const { invented, back } = await readBack(copy, truth)
    const findings = await checkNotebook(copy)
    return { what, isNamed: findings.length > 0, invented, back }
  } catch (error) {
    return { what: `${harm} ${name} (${other}): ${String(error)}`, isNamed: false, invented: [], back: 0 }
  } finally {
    for (const damaged of new Set([name, other])) {
      rmSync(join(copy, damaged), { force: true })
      cpSync(join(whole, damaged), join(copy, damaged))
    }
  }
}

async function readBack(folder: string, truth: Truth): Promise<{ invented: string[]; back: number }> {
  const notebook = await openNotebook(folder, { mode: 'read' })
  try {
    let read = readTruth(notebook.view)
    if ([...read.values()].includes(undefined)) {
      await notebook.healed()
      read = readTruth(notebook.view)
    }
    let same = 0
    const invented: string[] = []
    for (const [id, record] of read) {
      if (record === undefined) continue
      if (truth.get(id) === record) same += 1
      else invented.push(id)
    }
    return { invented, back: same / truth.size }
  } finally {
    await notebook.close()
  }
}
