// Where a command writes: data to stdout with back-pressure, messages for people to stderr, one line each.

import { once } from 'node:events'

/** Resolves when stdout can take more: a slow reader slows the command instead of filling its memory. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

export function writeJsonLine(value: unknown): Promise<void> {
  return write(`${JSON.stringify(value)}\n`)
}

/** A message for people. Texts from notebooks and files can hold anything: control characters stay out of the terminal. */
export function tell(message: string): void {
  process.stderr.write(`footing: ${toOneLine(message)}\n`)
}

/** One line without control characters, escape sequences and direction overrides, which could forge what a terminal shows. */
export function toOneLine(text: string): string {
  return text
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim()
}

/** Collects small pieces and writes them in pieces of about 64 KB: one system call per record would double the time of a dump. */
export class LineWriter {
  #lines: string[] = []
  #length = 0

  async writeLine(line: string): Promise<void> {
    this.#lines.push(line)
    this.#length += line.length
    if (this.#length >= 65_536) await this.flush()
  }

  async flush(): Promise<void> {
    if (this.#lines.length === 0) return
    const text = `${this.#lines.join('\n')}\n`
    this.#lines = []
    this.#length = 0
    await write(text)
  }
}
