// A sitting on a forgetful disk, and what must hold after its power was cut at a moment: a prefix of the changes, with every acknowledged one in it.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Insight } from '../../../src/core/records/insight.ts'
import type { RecordId } from '../../../src/core/records/record-id.ts'
import { openNotebook } from '../../../src/host/open-notebook.ts'
import type { OpenNotebook } from '../../../src/host/opened-notebook.ts'
import { checkNotebook } from '../../../src/host/storage/check-notebook.ts'
import { randomFrom } from './fault-figure.ts'
import { ForgetfulDisk } from './forgetful-disk.ts'

type Contents = Record<string, string>

export type Sitting = {
  disk: ForgetfulDisk
  /** What the notebook held after each change. */
  states: Contents[]
  /** From which moment on each change was acknowledged. */
  acknowledgedAt: number[]
  madeAt: number
  folder: string
}

/** Random edits in groups, with generations begun in their midst, from making the notebook to closing it. */
export async function sitDown(seed: number, steps: number): Promise<Sitting> {
  const random = randomFrom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'footing-power-'))
  const disk = new ForgetfulDisk(folder)
  let clock = Date.parse('2026-01-01T00:00:00.000Z')
  const now = () => {
    // Clocks jump, decades both ways: order must come from the numbers.
    clock += (random() - 0.5) * 1e12
    return new Date(clock).toISOString()
  }
  const notebook = await openNotebook(join(folder, 'notebook'), { create: { title: 'Power' }, fileSystem: disk.fileSystem, now, idleMs: 1e8 })
  const states: Contents[] = [{}]
  const acknowledgedAt: number[] = [disk.moment]
  notebook.onCommit(({ seq, changes }) => {
    // From the changes: a listener sees the notebook as it is after the whole group.
    const state = { ...states[seq - 1] }
    for (const { id, after } of changes) state[id] = describe(after as Insight)
    states[seq] = Object.fromEntries(Object.entries(state).sort(([one], [other]) => (one < other ? -1 : 1)))
  })
  const waiting: Promise<unknown>[] = []
  for (let step = 0; step < steps; step += 1) {
    const id = `insight:${Math.floor(random() * 12)}`
    const body = `${seed}.${step} `.repeat(1 + Math.floor(random() ** 4 * 900))
    const command = notebook.view.head('insights', id as RecordId<'insight'>) ? 'insight.revise' : 'insight.add'
    const input = command === 'insight.add' ? { id, title: `T${step}`, body } : { id, body }
    waiting.push(
      notebook.run('me', command, input).then((answer) => {
        if (answer.ok) acknowledgedAt[answer.seq] ??= disk.moment
      }),
    )
    if (random() < 0.5) await Promise.all(waiting.splice(0))
    if (random() < 0.06) waiting.push(notebook.snapshot())
  }
  await Promise.all(waiting)
  await notebook.close()
  return { disk, states, acknowledgedAt, madeAt: acknowledgedAt[0] ?? 0, folder }
}

export function standUp({ folder }: Sitting): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Undefined where everything holds, else what does not, in a sentence. */
export async function cutPowerAt(
  { disk, states, acknowledgedAt, madeAt, folder }: Sitting,
  moment: number,
  seed: number,
): Promise<string | undefined> {
  const into = join(folder, `cut-${moment}-${seed}`)
  try {
    disk.cutPower(moment, randomFrom(seed), into)
    const acknowledged = acknowledgedAt.findLastIndex((at) => at !== undefined && at <= moment)
    const path = join(into, 'notebook')
    let notebook: OpenNotebook
    try {
      notebook = await openNotebook(path, { mode: 'read' })
    } catch (error) {
      return moment < madeAt ? undefined : `it does not open: ${String(error)}`
    }
    const { lastSeq } = notebook.queue
    const read = JSON.stringify(contentsOf(notebook))
    await notebook.close()
    if (lastSeq < acknowledged) return `change ${acknowledged} was acknowledged, and ${lastSeq} is the last`
    if (read !== JSON.stringify(states[lastSeq])) return `what it holds is not what stood after change ${lastSeq}`
    // Half a notebook: nobody was told that it is one.
    if (moment < madeAt) return undefined
    const findings = await checkNotebook(path)
    if (findings.length > 0) return `check names ${findings.map(({ where, message }) => `${where}: ${message}`).join('; ')}`
    const writer = await openNotebook(path)
    const answer = await writer.run('me', 'insight.add', { id: 'insight:after', title: 'After' })
    await writer.snapshot()
    await writer.close()
    if (!answer.ok || answer.seq !== lastSeq + 1) return `the next change was not taken: ${JSON.stringify(answer)}`
    const after = await checkNotebook(path)
    return after.length > 0 ? `after the next sitting, check names ${after[0]?.where}: ${after[0]?.message}` : undefined
  } finally {
    rmSync(into, { recursive: true, force: true })
  }
}

function contentsOf({ view }: Pick<OpenNotebook, 'view'>): Contents {
  const ids = [...view.heads('insights')].map(({ id }) => id).sort()
  return Object.fromEntries(ids.map((id) => [id, describe(view.get('insights', id) as Insight)]))
}

function describe({ rev, title, body }: Insight): string {
  return `${rev} ${title} ${body}`
}
