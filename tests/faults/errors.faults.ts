// Every call that changes the disk fails, once or from then on, with each error that disks answer: no false acknowledgement, no crash, a clear word.

import { jsonLines, runFooting } from '../cli/run-footing.ts'
import { forEachCall, withoutStrace } from './parts/each-call.ts'
import type { AttackOptions, FaultFigure } from './parts/fault-figure.ts'
import type { Sent } from './parts/killed-batch.ts'
import type { runTraced } from './parts/traced.ts'

const calls = ['pwrite64', 'fdatasync', 'fsync', 'rename', 'unlink', 'ftruncate', 'mkdir']
const errors = ['ENOSPC', 'EIO', 'EROFS', 'EACCES']

export async function* attack(options: AttackOptions): AsyncGenerator<FaultFigure> {
  const refusal = withoutStrace('errors')
  if (refusal) return yield refusal
  const figures = forEachCall(calls, options, async ({ notebook, env, sent, run }, call, at) => {
    const wrong: string[] = []
    const faults = errors.flatMap((error) => [`${call}:error=${error}:when=${at}`, `${call}:error=${error}:when=${at}+`])
    for (const fault of faults) wrong.push(...(await judge(notebook, env, sent, await run(fault))).map((what) => `${fault}: ${what}`))
    return { runs: faults.length, wrong }
  })
  for await (const { call, count, runs, wrong } of figures) {
    yield { fault: `errors-of-${call}`, ok: wrong.length === 0, calls: count, faults: runs, wrong: wrong.length, examples: wrong.slice(0, 5) }
  }
}

type Answer = { id?: number; ok?: boolean; error?: { code: string; message: string } }

async function judge(
  notebook: string,
  env: NodeJS.ProcessEnv,
  sent: readonly Sent[],
  { code, stdout, stderr }: Awaited<ReturnType<typeof runTraced>>,
): Promise<string[]> {
  const wrong: string[] = []
  if (code === null || code > 1) wrong.push(`it ended with ${code}: ${stderr.slice(0, 300)}`)
  if (/\n\s+at |Uncaught|Unhandled/.test(stderr) || stderr.split('\n').length > 3) wrong.push(`not a word for people: ${stderr.slice(0, 300)}`)
  const answers = jsonLines<Answer>(stdout).filter(({ id }) => id !== undefined)
  if (answers.length === 0 && stderr === '') wrong.push('it said nothing at all')
  for (const { ok, error } of answers) {
    if (!ok && !['no-space', 'fate-unknown', 'read-only'].includes(error?.code ?? '')) wrong.push(`refused as ${error?.code}`)
    if (!ok && (error?.message.length ?? 0) < 15) wrong.push(`refused without a word: ${error?.message}`)
  }
  const dumped = await runFooting(['dump', notebook], { env })
  const found = new Map(jsonLines<Sent>(dumped.stdout).map((record) => [record.id, record]))
  for (const [position, insight] of sent.entries()) {
    const answer = answers.find(({ id }) => id === position)
    const record = found.get(insight.id)
    if (answer?.ok && (record?.body !== insight.body || record.title !== insight.title))
      wrong.push(`${insight.id} was acknowledged and is not there as it was sent`)
    if (answer?.error?.code === 'no-space' && record) wrong.push(`${insight.id} was refused and is there`)
    if (record && record.body !== insight.body) wrong.push(`${insight.id} has another text`)
  }
  const checked = await runFooting(['check', notebook, '--json'], { env })
  if (checked.code !== 0) wrong.push(`check: ${checked.stdout.slice(0, 300)}${checked.stderr}`)
  return wrong
}
