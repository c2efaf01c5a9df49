// The journal that commits go into right now, and the moment between two of them at which the next generation can take over.

import { basename } from 'node:path'
import type { Commit } from '../../core/store/change.ts'
import type { FileSystem } from './file-system.ts'
import type { JournalFile } from './journal-file.ts'

export class JournalWriter {
  #current: JournalFile
  #isAppending = false
  #atRest: (() => void)[] = []
  readonly #onDurable: (lastSeq: number) => void

  /** `onDurable` is told the number of the last commit of every group that was made durable. */
  constructor(current: JournalFile, onDurable: (lastSeq: number) => void) {
    this.#current = current
    this.#onDurable = onDurable
  }

  get size(): number {
    return this.#current.size
  }

  get name(): string {
    return basename(this.#current.path)
  }

  get hasFailed(): boolean {
    return this.#current.hasFailed
  }

  get isDoubtful(): boolean {
    return this.#current.isDoubtful
  }

  /** After a failed append: see `JournalFile.cut`. */
  async cut(fileSystem: FileSystem): Promise<void> {
    if (this.isDoubtful) await this.#current.cut(fileSystem)
  }

  /** One group at a time: the commit queue waits for each before it sends the next. */
  async append(commits: readonly Commit[]): Promise<void> {
    // The queue has swapped every earlier group into memory by now: memory and journal are at the same commit.
    this.#runWaiting()
    this.#isAppending = true
    try {
      await this.#current.append(commits)
      this.#onDurable(commits.at(-1)?.seq ?? 0)
    } finally {
      this.#isAppending = false
      this.#runWhenSwapped()
    }
  }

  /** Runs `action` at once within the next moment at which memory holds exactly what is durable. It must not wait for anything. */
  atRest<Result>(action: () => Result): Promise<Result> {
    const { promise, resolve, reject } = Promise.withResolvers<Result>()
    this.#atRest.push(() => {
      try {
        resolve(action())
      } catch (error) {
        reject(error)
      }
    })
    this.#runWhenSwapped()
    return promise
  }

  /** Lets later commits go into another journal. Only within `atRest`. Returns the journal until now. */
  swap(next: JournalFile): JournalFile {
    const previous = this.#current
    this.#current = next
    return previous
  }

  async close(): Promise<void> {
    await this.#current.close()
  }

  /** An append that has just resolved is swapped into memory in the microtasks that follow: a macrotask later it is. */
  #runWhenSwapped(): void {
    if (this.#atRest.length === 0) return
    setImmediate(() => {
      if (!this.#isAppending) this.#runWaiting()
    })
  }

  #runWaiting(): void {
    for (const action of this.#atRest.splice(0)) action()
  }
}
