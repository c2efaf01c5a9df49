// The file that a whole notebook travels in: one JSON line per record, text and file, and a last line that says how many there were and their hash.

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { z } from 'zod'
import { readBySchema } from '../../core/contract/read-by-schema.ts'
import { Refusal } from '../../core/store/refusal.ts'

const formatName = 'footing notebook export'
const fileVersion = 1

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const headLine = z.object({
  format: z.literal(formatName),
  version: z.int().min(1),
  schema: z.int().min(1),
  id: z.string().regex(/^notebook:[^\s]{1,200}$/),
  title: z.string(),
  createdAt: z.string(),
  seq: z.int().min(0),
})
export type NotebookFileHead = z.infer<typeof headLine>

const contentLine = z.union([
  z.strictObject({ table: z.string(), record: z.record(z.string(), z.unknown()) }),
  z.strictObject({ text: hash, markdown: z.string(), reading: z.string() }),
  z.strictObject({ file: z.string().regex(/^[0-9a-f]{64}\.[a-z0-9]{1,8}$/), bytes: z.base64() }),
])
export type NotebookFileLine = z.infer<typeof contentLine>

const endLine = z.strictObject({ end: z.literal(true), lines: z.int().min(1), sha256: hash })

export function headOf(fields: Omit<NotebookFileHead, 'format' | 'version'>): NotebookFileHead {
  return { format: formatName, version: fileVersion, ...fields }
}

/** Whether a file says that it is one, whatever else is wrong with it. */
export async function isNotebookFile(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'r')
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(200), 0, 200, 0)
      return /^\{"format":"footing notebook export"/.test(buffer.toString('utf8', 0, bytesRead))
    } finally {
      await file.close()
    }
  } catch {
    return false
  }
}

/** Reads all of it once, so that nothing of a damaged file is ever taken. Throws the refusal `invalid`. */
export async function checkNotebookFile(path: string): Promise<NotebookFileHead> {
  const sum = createHash('sha256')
  let head: NotebookFileHead | undefined
  let count = 0
  let end: z.infer<typeof endLine> | undefined
  for await (const line of linesOf(path)) {
    if (end) throw damaged(path, 'something follows its last line')
    if (!head) head = readHead(path, line)
    if (line.startsWith('{"end":')) end = readBySchema(endLine, parse(line)).data
    if (end) continue
    sum.update(line).update('\n')
    count += 1
  }
  if (!head) throw damaged(path, 'it is empty')
  if (!end) throw damaged(path, 'its end is missing')
  if (end.lines !== count || end.sha256 !== sum.digest('hex')) throw damaged(path, 'its hash differs')
  return head
}

/** Of a file that was checked. */
export async function* readNotebookFile(path: string): AsyncGenerator<NotebookFileLine> {
  let isHead = true
  for await (const line of linesOf(path)) {
    if (isHead) {
      isHead = false
      continue
    }
    if (line.startsWith('{"end":')) return
    const parsed = readBySchema(contentLine, parse(line))
    if (!parsed.success) throw damaged(path, `a line of it is no record, text or file (${line.slice(0, 60)}…)`)
    yield parsed.data
  }
}

/** Puts lines together, and the last one under them. */
export class NotebookFileWriter {
  readonly #write: (bytes: Buffer) => Promise<void>
  readonly #sum = createHash('sha256')
  #count = 0

  constructor(write: (bytes: Buffer) => Promise<void>) {
    this.#write = write
  }

  async add(line: NotebookFileHead | NotebookFileLine): Promise<void> {
    const bytes = Buffer.from(`${JSON.stringify(line)}\n`)
    this.#sum.update(bytes)
    this.#count += 1
    await this.#write(bytes)
  }

  async finish(): Promise<void> {
    await this.#write(Buffer.from(`${JSON.stringify({ end: true, lines: this.#count, sha256: this.#sum.digest('hex') })}\n`))
  }
}

function readHead(path: string, line: string): NotebookFileHead {
  const value = parse(line)
  const version = readBySchema(z.object({ format: z.literal(formatName), version: z.int() }), value)
  if (!version.success) throw new Refusal('invalid', `${path} is no exported notebook`)
  if (version.data.version > fileVersion) throw new Refusal('invalid', `${path} was written by a newer Footing: update this one to bring it in`)
  const head = readBySchema(headLine, value)
  if (!head.success) throw damaged(path, 'its first line is not what it should be')
  return head.data
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

/** Lines end at `\n` alone, which JSON escapes; Node's readline ends them at U+2028 too, which it leaves as it is. */
async function* linesOf(path: string): AsyncGenerator<string> {
  let rest: Buffer[] = []
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    let start = 0
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      rest.push(chunk.subarray(start, end))
      yield Buffer.concat(rest).toString('utf8')
      rest = []
      start = end + 1
    }
    if (start < chunk.length) rest.push(chunk.subarray(start))
  }
  if (rest.length > 0) yield Buffer.concat(rest).toString('utf8')
}

function damaged(path: string, why: string): Refusal {
  return new Refusal('invalid', `${path} is damaged (${why}): export the notebook again, nothing was brought in`)
}
