// `footing batch`: commands as JSON lines on stdin, answers on stdout, in order and only once durable.

import type { CommandAnswer } from '../../core/store/commit-queue.ts'
import { LineCutter } from '../../host/socket/message-lines.ts'
import { maxMessageBytes } from '../../host/socket/socket-wire.ts'
import { parseBatchLine, toAnswerLine } from '../batch-lines.ts'
import { exitCodes } from '../exit-codes.ts'
import { openForWriting, type Writer } from '../open-folder.ts'
import { LineWriter, tell, write } from '../output.ts'

/** What may wait for its answer: enough to fill groups, little enough that a file of any size goes through a few hundred MB. */
const maxLinesWaiting = 2_048
const maxBytesWaiting = 32_000_000

type Waiting = { id: string; bytes: number; answer: Promise<CommandAnswer> }

/** Answers every line: 0 when the notebook took what it could, 1 when it became read-only or its process went away on the way. */
export async function batch(folder: string): Promise<number> {
  const writer = await openForWriting(folder, 'terminal')
  try {
    await write('{"ready":true}\n')
    return await answerLines(writer, process.stdin)
  } finally {
    process.stdin.destroy()
    await writer.close()
  }
}

async function answerLines(writer: Writer, input: AsyncIterable<Buffer>): Promise<number> {
  const answers = new AnswerQueue()
  const cutter = new LineCutter(maxMessageBytes)
  const answering = answers.writeAll()
  // A failure while writing is reported below; the reading loop must not be left hanging on a full queue.
  answering.catch(() => answers.end())
  const take = async (line: ReturnType<LineCutter['end']>) => {
    if (!line || answers.hasEnded) return
    const parsed =
      line.kind === 'line'
        ? parseBatchLine(line.bytes)
        : ({ id: 'null', code: 'too-large', problem: `a line can hold ${maxMessageBytes / 1e6} MB` } as const)
    if (!parsed) return
    const bytes = line.kind === 'line' ? line.bytes.length : 0
    await answers.hasRoom(bytes)
    const answer: Promise<CommandAnswer> =
      'problem' in parsed
        ? Promise.resolve({ ok: false, error: { code: parsed.code, message: parsed.problem } })
        : writer.run(parsed.command, parsed.input)
    answers.push({ id: parsed.id, bytes, answer })
  }
  for await (const chunk of input) for (const line of cutter.push(chunk)) await take(line)
  await take(cutter.end())
  answers.end()
  return answering
}

/** Answers that are on their way, written in the order of their lines. */
class AnswerQueue {
  hasEnded = false
  #waiting: Waiting[] = []
  #next = 0
  #bytes = 0
  #changed = Promise.withResolvers<void>()

  push(waiting: Waiting): void {
    // It is awaited in its turn; until then a rejection is not unhandled.
    waiting.answer.catch(() => {})
    this.#waiting.push(waiting)
    this.#bytes += waiting.bytes
    this.#tell()
  }

  end(): void {
    this.hasEnded = true
    this.#tell()
  }

  async hasRoom(bytes: number): Promise<void> {
    while (!this.hasEnded && (this.#count >= maxLinesWaiting || (this.#count > 0 && this.#bytes + bytes > maxBytesWaiting)))
      await this.#changed.promise
  }

  async writeAll(): Promise<number> {
    const lines = new LineWriter()
    let exitCode: number = exitCodes.done
    for (;;) {
      const waiting = this.#waiting[this.#next]
      if (!waiting) {
        await lines.flush()
        if (this.#next < this.#waiting.length) continue
        if (this.hasEnded) return exitCode
        await this.#changed.promise
        continue
      }
      const answer = await this.#settle(waiting, lines)
      if (!answer.ok && isBroken(answer.error.code)) exitCode = exitCodes.problems
      await lines.writeLine(toAnswerLine(waiting.id, answer))
      this.#drop(waiting)
    }
  }

  get #count(): number {
    return this.#waiting.length - this.#next
  }

  /** Answers that are there already go out together; before waiting for one that is not, those before it are written. */
  async #settle({ answer }: Waiting, lines: LineWriter): Promise<CommandAnswer> {
    const settled = answer.catch(toCrashAnswer)
    const first = await Promise.race([settled, nextTurn()])
    if (first) return first
    await lines.flush()
    return settled
  }

  #drop({ bytes }: Waiting): void {
    this.#bytes -= bytes
    this.#next += 1
    if (this.#next === this.#waiting.length || this.#next > 1_024) {
      this.#waiting = this.#waiting.slice(this.#next)
      this.#next = 0
    }
    this.#tell()
  }

  #tell(): void {
    this.#changed.resolve()
    this.#changed = Promise.withResolvers<void>()
  }
}

function nextTurn(): Promise<undefined> {
  return new Promise((resolve) => setImmediate(() => resolve(undefined)))
}

/** A bug in a command: it is answered, said on stderr, and the lines after it go on. */
function toCrashAnswer(error: unknown): CommandAnswer {
  const message = error instanceof Error ? error.message : String(error)
  tell(`a command failed for a reason that is Footing's fault: ${message}`)
  return { ok: false, error: { code: 'fate-unknown', message: `Footing failed: ${message}` } }
}

function isBroken(code: string): boolean {
  return code === 'read-only' || code === 'no-space' || code === 'fate-unknown' || code === 'closed'
}
