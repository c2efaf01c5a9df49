// The real thing, as near as a machine that stays on can get: ext4 and xfs in a file, shut down by ioctl in the midst of writing with nothing flushed
// that was not synced, then mounted again. Needs root, loop devices and mkfs; says so where it cannot run.

import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { finished, jsonLines, makeWorkFolder, runFooting, spawnFooting } from '../cli/run-footing.ts'
import { type AttackOptions, type FaultFigure, randomFrom } from './parts/fault-figure.ts'
import { KilledNotebook, makeInsight, type Sent } from './parts/killed-batch.ts'

const systems = ['ext4', 'xfs'] as const
const imageBytes = 400 * 1024 * 1024
/** A notebook of its own for so many cuts. */
const cutsInNotebook = 10

/** EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN are one number, _IOR('X', 125, __u32); 2 is "nothing is flushed, the log neither". */
const shutDown = 'import fcntl,os,struct,sys; fcntl.ioctl(os.open(sys.argv[1], os.O_RDONLY), 0x8004587D, struct.pack("I", 2))'

export async function* attack({ rounds = 100, seed }: AttackOptions): AsyncGenerator<FaultFigure> {
  for (const system of systems) {
    const work = mkdtempSync(join(tmpdir(), 'footing-mount-'))
    const image = join(work, 'image')
    const mount = join(work, 'mount')
    mkdirSync(mount)
    try {
      const why = tryMount(system, image, mount)
      if (why) yield { fault: `power-cuts-${system}`, ok: true, ran: false, why }
      else yield await cutPower(system, image, mount, rounds, seed)
    } finally {
      run('umount', mount)
      rmSync(work, { recursive: true, force: true })
    }
  }
}

/** Undefined where it is mounted, else why not. */
function tryMount(system: string, image: string, mount: string): string | undefined {
  writeFileSync(image, '')
  truncateSync(image, imageBytes)
  const made = run(`mkfs.${system}`, '-q', image)
  return made ?? run('mount', '-o', 'loop', image, mount)
}

/** What went wrong, in a word. */
function run(command: string, ...words: string[]): string | undefined {
  try {
    execFileSync(command, words, { stdio: 'pipe' })
    return undefined
  } catch (error) {
    return `${command}: ${error instanceof Error ? error.message.split('\n').at(0) : String(error)}`
  }
}

async function cutPower(system: string, image: string, mount: string, rounds: number, seed: number): Promise<FaultFigure> {
  const { env, remove } = makeWorkFolder()
  const wrong: string[] = []
  let acknowledgedInAll = 0
  let notebook: KilledNotebook | undefined
  let path = ''
  try {
    for (let round = 0; round < rounds; round += 1) {
      const random = randomFrom(seed * 1_000 + round)
      if (!notebook || round % cutsInNotebook === 0) {
        // A full disk is another attack: here it would refuse changes in the midst of a sitting.
        if (path !== '') rmSync(path, { recursive: true })
        path = join(mount, `notebook-${round}`)
        await runFooting(['new', path], { env })
        notebook = new KilledNotebook(path, env)
      }
      const { sent, stdout, problem } = await writeUntilCut(path, env, mount, round, random)
      if (problem) return { fault: `power-cuts-${system}`, ok: true, ran: false, why: problem }
      const unmounted = run('umount', mount)
      const mounted = run('mount', '-o', 'loop', image, mount)
      if (unmounted ?? mounted) return { fault: `power-cuts-${system}`, ok: false, rounds: round, wrong: [unmounted ?? mounted] }
      const { accepted, acknowledged, misplaced } = judgeAnswers(sent, stdout)
      acknowledgedInAll += acknowledged
      const found = await notebook.verify(accepted, acknowledged, misplaced)
      wrong.push(...found.wrong.map((what) => `round ${round}: ${what.slice(0, 300)}`))
    }
  } finally {
    remove()
  }
  return {
    fault: `power-cuts-${system}`,
    ok: wrong.length === 0,
    rounds,
    acknowledged: acknowledgedInAll,
    lost: wrong.length,
    losses: wrong.slice(0, 5),
  }
}

type Answer = { id?: number; ok?: boolean; error?: { code: string } }

/**
 * `accepted`: what may be there afterwards, in its order; a change that was refused because the disk is full must not be (`verify` counts). Other
 * refusals come after the cut, and leave open what became of the change: only what was acknowledged before is owed.
 */
function judgeAnswers(sent: readonly Sent[], stdout: string): { accepted: Sent[]; acknowledged: number; misplaced: string[] } {
  // A last line without its end was not received.
  const answers = jsonLines<Answer>(stdout.slice(0, stdout.lastIndexOf('\n') + 1))
  const refused = new Set(answers.flatMap(({ id, error }) => (id !== undefined && error?.code === 'no-space' ? [id] : [])))
  const accepted = sent.filter((_, position) => !refused.has(position))
  const acknowledged = answers.flatMap(({ id, ok }) => (ok && id !== undefined ? [sent[id]?.id] : []))
  const misplaced = acknowledged.flatMap((id, position) =>
    accepted[position]?.id === id ? [] : [`answer ${position} acknowledges ${id}, after one that was neither acknowledged nor refused for good`],
  )
  return { accepted, acknowledged: acknowledged.length, misplaced }
}

async function writeUntilCut(
  path: string,
  env: NodeJS.ProcessEnv,
  mount: string,
  round: number,
  random: () => number,
): Promise<{ sent: Sent[]; stdout: string; problem: string | undefined }> {
  const child = spawnFooting(['batch', path], { env })
  child.stdin.on('error', () => {})
  const end = finished(child)
  const sent: Sent[] = []
  const cutDelayMs = random() * 250
  let problem: string | undefined
  let isCut = false
  const cut = () => {
    problem = run('python3', '-c', shutDown, mount)
    isCut = true
    child.kill('SIGKILL')
  }
  let isReady = false
  child.stdout.once('data', () => {
    isReady = true
    setTimeout(cut, cutDelayMs)
  })
  const most = 20 + Math.floor(random() * 400)
  while (!isCut && sent.length < most && child.exitCode === null && child.signalCode === null) {
    const insight = makeInsight(round, sent.length, random)
    sent.push(insight)
    child.stdin.write(`${JSON.stringify({ id: sent.length - 1, command: 'insight.add', input: insight })}\n`)
    await wait(random() * 3)
  }
  // Sometimes while it closes, which writes a generation.
  child.stdin.end()
  const { stdout } = await end
  // One that did not get as far as its first line is cut all the same.
  if (!isReady) cut()
  while (!isCut) await wait(5)
  return { sent, stdout, problem }
}
