// The log: lines with their time in a file that is never larger than its limit, with the two before it kept.

import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const maxBytes = 1_000_000
const keptFiles = 3
const maxLineLength = 10_000

export class LogFile {
  readonly path: string
  readonly #folder: string
  #size: number | undefined

  constructor(folder: string) {
    this.#folder = folder
    this.path = join(folder, 'footing.log')
  }

  /** At once, not by and by: the line before a crash is the one that matters. A log that cannot be written is no reason to stop. */
  write(level: string, text: string, at = new Date()): void {
    const line = `${at.toISOString()} ${level} ${text.slice(0, maxLineLength).trimEnd().replaceAll('\n', '\n  ')}\n`
    try {
      if (this.#size === undefined) {
        mkdirSync(this.#folder, { recursive: true })
        this.#size = sizeOf(this.path)
      }
      if (this.#size > 0 && this.#size + Buffer.byteLength(line) > maxBytes) this.#rotate()
      appendFileSync(this.path, line, { mode: 0o600 })
      this.#size += Buffer.byteLength(line)
    } catch {
      // The disk is full, or the folder is not ours: said nowhere, since there is nowhere to say it.
    }
  }

  #rotate(): void {
    for (let number = keptFiles - 1; number >= 1; number -= 1) {
      const from = number === 1 ? this.path : this.#numbered(number - 1)
      try {
        renameSync(from, this.#numbered(number))
      } catch {
        // There are not that many yet.
      }
    }
    this.#size = sizeOf(this.path)
  }

  #numbered(number: number): string {
    return join(this.#folder, `footing.${number}.log`)
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
