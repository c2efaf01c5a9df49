// `footing batch` fed with insights until it is killed, and the truth that its acknowledgements make: what must be there, and what may be.

import { setTimeout as wait } from 'node:timers/promises'
import { finished, jsonLines, runFooting, spawnFooting } from '../../cli/run-footing.ts'

export type Sent = { id: string; title: string; body: string }
type Dumped = { id: string; title: string; body: string; rev: number }

export type KilledRound = { sent: number; acknowledged: number; kept: number; wrong: string[] }

const newline = 0x0a

export class KilledNotebook {
  /** Everything that was found there after a round, as it was sent. */
  readonly expected = new Map<string, Sent>()
  readonly #folder: string
  readonly #env: NodeJS.ProcessEnv

  constructor(folder: string, env: NodeJS.ProcessEnv) {
    this.#folder = folder
    this.#env = env
  }

  /** Sends insights without a pause until the process is killed, or until its input ends and it is killed while it closes; then looks at what is left. */
  async round(round: number, random: () => number): Promise<KilledRound> {
    const { sent, acknowledged, wrong } = await this.#runAndKill(round, random)
    return { sent: sent.length, acknowledged, ...(await this.verify(sent, acknowledged, wrong)) }
  }

  /** What is there must be what was acknowledged, and at most a prefix of the rest; and everything of before. */
  async verify(sent: readonly Sent[], acknowledged: number, wrong: string[] = []): Promise<{ kept: number; wrong: string[] }> {
    const { code, stdout, stderr } = await runFooting(['dump', this.#folder, '--all'], { env: this.#env })
    if (code !== 0 || stderr !== '') wrong.push(`dump ended with ${code}: ${stderr}`)
    const dumped = new Map(jsonLines<Dumped>(stdout).map((record) => [record.id, record]))
    const kept = sent.filter(({ id }) => dumped.has(id)).length
    if (kept < acknowledged) wrong.push(`${acknowledged} were acknowledged, ${kept} are there`)
    if (sent.slice(kept).some(({ id }) => dumped.has(id))) wrong.push('what is there is not a prefix of what was sent')
    for (const insight of sent.slice(0, kept)) this.expected.set(insight.id, insight)
    if (dumped.size !== this.expected.size) wrong.push(`${dumped.size} insights instead of ${this.expected.size}`)
    for (const { id, title, body } of this.expected.values()) {
      const record = dumped.get(id)
      if (record?.title !== title || record.body !== body || record.rev !== 1) wrong.push(`${id} is not as it was sent`)
    }
    const checked = await runFooting(['check', this.#folder, '--json'], { env: this.#env })
    if (checked.code !== 0 || checked.stdout !== '') wrong.push(`check: ${checked.stdout}${checked.stderr}`)
    return { kept, wrong }
  }

  async #runAndKill(round: number, random: () => number): Promise<{ sent: Sent[]; acknowledged: number; wrong: string[] }> {
    const child = spawnFooting(['batch', this.#folder], { env: this.#env })
    child.stdin.on('error', () => {})
    const end = finished(child)
    const sent: Sent[] = []
    const most = Math.floor(random() * 600)
    // By time while it opens, by its answers while it writes (however fast the machine is), by time again while it closes.
    const isKilledEarly = random() < 0.1
    const killDelayMs = random() * (isKilledEarly ? 300 : random() < 0.5 ? 3 : 60)
    const killAfter = Math.floor(random() * most * 1.2)
    const kill = () => setTimeout(() => child.kill('SIGKILL'), killDelayMs)
    if (isKilledEarly) kill()
    else {
      let answers = -1
      child.stdout.on('data', (chunk: Buffer) => {
        const before = answers
        for (const byte of chunk) if (byte === newline) answers += 1
        if (before < killAfter && answers >= Math.min(killAfter, most)) kill()
      })
    }
    while (sent.length < most && child.exitCode === null && child.signalCode === null) {
      const insight = makeInsight(round, sent.length, random)
      const line = `${JSON.stringify({ id: sent.length, command: 'insight.add', input: insight })}\n`
      sent.push(insight)
      if (!child.stdin.write(line)) await Promise.race([end, new Promise((resolve) => child.stdin.once('drain', resolve))])
      // Bursts and pauses, so that groups are of many sizes.
      if (random() < 0.3) await wait(random() * 2)
    }
    child.stdin.end()
    const { stdout, stderr } = await end
    const { acknowledged, wrong } = readAnswers(stdout)
    if (stderr !== '') wrong.push(`stderr: ${stderr}`)
    return { sent, acknowledged, wrong }
  }
}

export function makeInsight(round: number, position: number, random: () => number): Sent {
  const body = `正文 ${position} `.repeat(1 + Math.floor(random() ** 6 * 8_000))
  const id = round === 3 && position === 0 ? 'insight:__proto__' : `insight:${round}-${position}`
  return { id, title: position === 7 ? '__proto__' : `软银 ${round} ${position}`, body }
}

/** How many commands, from the first on, were answered with ok. A last line that was cut by the kill was not received: it acknowledges nothing. */
export function readAnswers(stdout: string): { acknowledged: number; wrong: string[] } {
  const wrong: string[] = []
  const [ready, ...answers] = jsonLines<{ ready?: boolean; id?: number; ok?: boolean }>(stdout.slice(0, stdout.lastIndexOf('\n') + 1))
  if (ready && ready.ready !== true) wrong.push(`the first line is ${JSON.stringify(ready)}`)
  for (const [position, { id, ok }] of answers.entries())
    if (id !== position || !ok) wrong.push(`answer ${position} is ${JSON.stringify(answers[position])}`)
  return { acknowledged: answers.length, wrong }
}
