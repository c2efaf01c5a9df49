// Has files read by a worker, some of them ahead, with a limit of time and memory for each. A file that breaks a limit costs the worker, not the import.

import { Worker } from 'node:worker_threads'
import type { WorkerAnswer, WorkerRequest, WorkerTask } from './import-worker.ts'
import type { ReadRequest, ReadResult } from './read-one-file.ts'
import { keepThread, takeThread } from './spare-thread.ts'

export type ReadLimits = { longestMs: number; mostMemoryMb: number }
const defaultLimits: ReadLimits = { longestMs: 60_000, mostMemoryMb: 1_024 }

const manyAtOnce = 12

type Job = { request: WorkerRequest; settle: (result: ReadResult) => void }

export class FileReader {
  readonly #url: URL
  readonly #notebook: string
  #folders: WorkerTask['folders'] = []
  readonly #limits: ReadLimits
  /** In the order in which the worker was given them. */
  readonly #jobs = new Map<number, Job>()
  #worker: Worker | undefined
  #timer: NodeJS.Timeout | undefined
  #unsent: WorkerRequest[] = []
  #lastJob = 0
  #atOnce = manyAtOnce
  /** Its time is counted from then on. */
  #hasBegun = false
  #isClosed = false

  /** Begins its thread at once, which takes a while. `notebook` is the folder that pictures and original files go to. */
  constructor(url: URL, notebook: string, limits: ReadLimits = defaultLimits) {
    this.#url = url
    this.#notebook = notebook
    this.#limits = limits
    this.#worker = this.#open()
  }

  /** Before the first file of them is read. */
  setFolders(folders: WorkerTask['folders']): void {
    this.#folders = folders
    if (this.#worker) this.#tellTask(this.#worker)
  }

  #tellTask(worker: Worker): void {
    worker.postMessage({ notebook: this.#notebook, atOnce: this.#atOnce, folders: this.#folders } satisfies WorkerTask)
  }

  /** Never rejects. */
  read(request: ReadRequest, folder: number): Promise<ReadResult> {
    if (this.#isClosed) return Promise.resolve(stopped)
    this.#lastJob += 1
    const job = { ...request, job: this.#lastJob, folder }
    const { promise, resolve } = Promise.withResolvers<ReadResult>()
    this.#jobs.set(job.job, { request: job, settle: resolve })
    if (!this.#worker) this.#worker = this.#open()
    else {
      this.#unsent.push(job)
      if (this.#unsent.length === 1) queueMicrotask(() => this.#sendOn())
    }
    if (this.#jobs.size === 1) this.#watch()
    return promise
  }

  /** What was asked for in one turn goes in one message. */
  #sendOn(): void {
    const requests = this.#unsent.splice(0)
    if (requests.length > 0) this.#worker?.postMessage(requests)
  }

  /** At once: a file that is being read is given up. */
  close(): void {
    this.#isClosed = true
    clearTimeout(this.#timer)
    const worker = this.#worker
    this.#worker = undefined
    if (worker && this.#jobs.size === 0 && this.#hasBegun) keepThread(worker, this.#url, this.#limits.mostMemoryMb)
    else void worker?.terminate()
    for (const { settle } of this.#jobs.values()) settle(stopped)
    this.#jobs.clear()
  }

  /** Takes on all that has no answer yet. */
  #open(): Worker {
    const spare = takeThread(this.#url, this.#limits.mostMemoryMb)
    const worker =
      spare ??
      new Worker(this.#url, {
        resourceLimits: { maxOldGenerationSizeMb: this.#limits.mostMemoryMb, stackSizeMb: 4 },
        // What a page makes jsdom complain about is nobody's concern.
        stdout: true,
        stderr: true,
      })
    worker.on('message', (answers: WorkerAnswer) => {
      if (worker !== this.#worker) return
      this.#hasBegun = true
      for (const { job, result } of answers) this.#answer(job, result)
      this.#watch()
    })
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const isTooMuch = error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error.name === 'RangeError'
      this.#giveUp(worker, isTooMuch ? 'takes too much memory to read' : `cannot be read: ${error.message.split('\n')[0]}`)
    })
    worker.on('exit', () => this.#giveUp(worker, 'cannot be read: its reader ended'))
    this.#hasBegun = spare !== undefined
    this.#unsent = []
    this.#tellTask(worker)
    worker.postMessage([...this.#jobs.values()].map(({ request }) => request))
    return worker
  }

  #answer(job: number, result: ReadResult): void {
    const answered = this.#jobs.get(job)
    this.#jobs.delete(job)
    answered?.settle(result)
  }

  /** Which of several it was is not known: they are read again one by one, and then the first without an answer is the one. */
  #giveUp(worker: Worker, reason: string): void {
    if (worker !== this.#worker || this.#isClosed) return
    this.#worker = undefined
    void worker.terminate()
    const [first] = this.#jobs.keys()
    if (first === undefined) return
    if (this.#atOnce > 1) this.#atOnce = 1
    else this.#answer(first, { kind: 'refused', reason })
    if (this.#jobs.size > 0 && !this.#isClosed) this.#worker ??= this.#open()
    this.#watch()
  }

  #watch(): void {
    clearTimeout(this.#timer)
    const worker = this.#worker
    const [first] = this.#jobs.values()
    if (!first || !worker || !this.#hasBegun) return
    const { kind, size = 0 } = first.request
    // A bibliography of 15,000 entries (15 MB) takes a minute and a half by itself.
    const share = kind === 'data' ? 1 + size / 1e6 : 1
    this.#timer = setTimeout(() => this.#giveUp(worker, 'takes too long to read'), this.#limits.longestMs * share)
  }
}

const stopped: ReadResult = { kind: 'skipped', reason: 'the import was stopped' }
