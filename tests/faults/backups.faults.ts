// `footing backup` killed, or failed by the disk, at each of its calls: what is listed afterwards can be restored record by record, and the next backup works.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { jsonLines, makeWorkFolder, runFooting } from '../cli/run-footing.ts'
import { withoutStrace } from './parts/each-call.ts'
import { type AttackOptions, type FaultFigure, randomFrom } from './parts/fault-figure.ts'
import { makeInsight } from './parts/killed-batch.ts'
import { countCalls, runTraced } from './parts/traced.ts'

const calls = ['pwrite64', 'fsync', 'rename', 'unlink', 'mkdir']
const faults = ['signal=KILL', 'error=ENOSPC', 'error=EIO']

/** `rounds`: at most so many faults of each kind, evenly spread over the calls. */
export async function* attack({ rounds = 60, seed }: AttackOptions): AsyncGenerator<FaultFigure> {
  const refusal = withoutStrace('backups')
  if (refusal) return yield refusal
  const { folder, env: plain, remove } = makeWorkFolder()
  const env = { ...plain, XDG_DATA_HOME: join(folder, 'data') }
  const notebook = join(folder, 'notebook')
  const random = randomFrom(seed)
  /** By its last change, what the notebook held then. */
  const dumps = new Map<number, string>()
  let added = 0
  const addOne = async () => {
    const input = `${JSON.stringify({ id: 1, command: 'insight.add', input: makeInsight(0, added, random) })}\n`
    added += 1
    const { stdout } = await runFooting(['batch', notebook], { env, input })
    const seq = jsonLines<{ seq?: number }>(stdout).at(-1)?.seq ?? 0
    dumps.set(seq, (await runFooting(['dump', notebook, '--all'], { env })).stdout)
  }
  try {
    await runFooting(['new', notebook], { env })
    await addOne()
    const places: string[] = []
    for (const call of calls) {
      const count = await countCalls(['backup', notebook], call, join(folder, 'trace'), { input: '', env })
      for (let at = 1; at <= count; at += 1) places.push(`${call}:%:when=${at}`)
      await addOne()
    }
    for (const fault of faults) {
      const wrong: string[] = []
      const step = Math.max(1, places.length / rounds)
      let count = 0
      for (let place = 0; place < places.length; place += step) {
        const injection = (places[Math.floor(place)] as string).replace('%', fault)
        await addOne()
        const { code, stderr } = await runTraced(['backup', notebook], injection, { input: '', env })
        if (fault !== 'signal=KILL' && (code === null || code > 1 || /\n\s+at /.test(stderr)))
          wrong.push(`${injection}: ended with ${code}: ${stderr}`)
        wrong.push(...(await judge(notebook, join(folder, 'restored'), env, dumps)).map((what) => `${injection}: ${what}`))
        count += 1
      }
      yield {
        fault: `backup-${fault}`,
        ok: wrong.length === 0,
        faults: count,
        places: places.length,
        wrong: wrong.length,
        examples: wrong.slice(0, 5),
      }
    }
  } finally {
    remove()
  }
}

type Listed = { name: string; seq: number; damage: string[] }

/** The newest that is listed is restored and compared; then one more is made, which must be of now. */
async function judge(notebook: string, restored: string, env: NodeJS.ProcessEnv, dumps: ReadonlyMap<number, string>): Promise<string[]> {
  const wrong: string[] = []
  const restoreNewest = async (): Promise<Listed | undefined> => {
    const { stdout } = await runFooting(['backups', notebook, '--json'], { env })
    const [newest] = jsonLines<Listed>(stdout)
    if (!newest) return undefined
    const { code, stderr } = await runFooting(['restore', notebook, newest.name, '--out', restored], { env })
    if (code !== 0) wrong.push(`${newest.name} is listed and cannot be restored: ${stderr}`)
    else if ((await runFooting(['dump', restored, '--all'], { env })).stdout !== dumps.get(newest.seq)) wrong.push(`${newest.name} is not as it was`)
    rmSync(restored, { recursive: true, force: true })
    return newest
  }
  await restoreNewest()
  const { code, stderr } = await runFooting(['backup', notebook], { env })
  if (code !== 0) wrong.push(`the next backup ended with ${code}: ${stderr}`)
  const next = await restoreNewest()
  if (next?.seq !== Math.max(...dumps.keys())) wrong.push(`the next backup is of change ${next?.seq}, not of now`)
  if (next && next.damage.length > 0) wrong.push(`the next backup is of a damaged state: ${next.damage[0]}`)
  return wrong
}
