// Every call that changes the disk fails, once or from then on, with each error that disks answer: no false acknowledgement, no crash, a clear word.

import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { jsonLines, makeWorkFolder, runFooting } from '../cli/run-footing.ts'
import { type AttackOptions, type FaultFigure, randomFrom } from './parts/fault-figure.ts'
import { makeInsight, type Sent } from './parts/killed-batch.ts'
import { countCalls, hasStrace, runTraced } from './parts/traced.ts'

const calls = ['pwrite64', 'fdatasync', 'fsync', 'rename', 'unlink', 'ftruncate', 'mkdir']
const errors = ['ENOSPC', 'EIO', 'EROFS', 'EACCES']

/** `rounds`: at most so many places of each call, evenly spread. */
export async function* attack({ rounds = 1_000, seed }: AttackOptions): AsyncGenerator<FaultFigure> {
  if (!hasStrace()) {
    yield { fault: 'errors', ok: true, ran: false, why: 'strace is not here: apt-get install strace' }
    return
  }
  const { folder, env, remove } = makeWorkFolder()
  const random = randomFrom(seed)
  const sent = Array.from({ length: 12 }, (_, position) => ({ ...makeInsight(0, position, random), body: `正文 ${position} `.repeat(3_000) }))
  const input = sent.map((insight, position) => `${JSON.stringify({ id: position, command: 'insight.add', input: insight })}\n`).join('')
  const template = join(folder, 'template')
  const notebook = join(folder, 'notebook')
  try {
    await runFooting(['new', template], { env })
    for (const call of calls) {
      cpSync(template, notebook, { recursive: true })
      const count = await countCalls(['batch', notebook], call, join(folder, 'trace'), { input, env })
      const step = Math.max(1, Math.ceil(count / rounds))
      const wrong: string[] = []
      let faults = 0
      for (let at = 1; at <= count; at += step) {
        for (const error of errors) {
          for (const when of [`${at}`, `${at}+`]) {
            rmSync(notebook, { recursive: true, force: true })
            cpSync(template, notebook, { recursive: true })
            const run = await runTraced(['batch', notebook], `${call}:error=${error}:when=${when}`, { input, env })
            wrong.push(...(await judge(notebook, env, sent, run)).map((what) => `${call} ${error} ${when}: ${what}`))
            faults += 1
          }
        }
      }
      rmSync(notebook, { recursive: true, force: true })
      yield { fault: `errors-of-${call}`, ok: wrong.length === 0, calls: count, faults, wrong: wrong.length, examples: wrong.slice(0, 5) }
    }
  } finally {
    remove()
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
