// Makes the backups of an open notebook: by the clock where something changed, and at the moments that others name; one at a time, beside all else.

import type { BackupDescription, BackupReason, BackupState } from '../../core/backups/backup.ts'
import type { FileSystem } from '../storage/file-system.ts'
import type { SchemaSteps } from '../storage/load-notebook.ts'
import { type BackupOutcome, backUpNotebook, type PlacedStore, storesIn } from './back-up-notebook.ts'
import { backupPlaces } from './backup-places.ts'
import { describeBackups, type FoundBackup, trueBackupFolder } from './find-backups.ts'
import type { Pin } from './pin-notebook.ts'
import { proverOf } from './prove-backup.ts'

export type KeeperOptions = {
  fileSystem: FileSystem
  folder: string
  notebookId: string
  outside: string | undefined
  now: () => string
  steps: SchemaSteps
  /** Where the proof of a backup finds a thread of its own. */
  workerUrl: URL | undefined
  /** The moment right now, between two commits; nothing is waited for. */
  pin: () => Pin
  lastSeq: () => number
  firstCheckMs?: number | undefined
  checkEveryMs?: number | undefined
}

/** After the windows have come up; a program that only looks in ends before. */
const firstCheckMs = 20_000
const checkEveryMs = 5 * 60_000
const hourMs = 3_600_000

export class BackupKeeper {
  readonly places: readonly PlacedStore[]
  readonly #options: KeeperOptions
  readonly #folder: string
  readonly #listeners = new Set<() => void>()
  #state: BackupState = { isRunning: false, last: undefined, problem: undefined }
  #work: Promise<unknown> = Promise.resolve()
  #automatic: AbortController | undefined
  #timer: NodeJS.Timeout | undefined
  /** By a clock that does not jump: when this process made its last one. */
  #madeMs: number | undefined
  #isStopped = false

  constructor(options: KeeperOptions) {
    this.#options = options
    this.#folder = trueBackupFolder(options.folder)
    this.places = storesIn(options.fileSystem, backupPlaces(this.#folder, options.notebookId, options.outside))
  }

  get state(): BackupState {
    return this.#state
  }

  onState(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  start(): void {
    const next = (delayMs: number) => {
      // Unreferenced: waiting for the next backup must not keep a process alive.
      this.#timer = setTimeout(() => {
        void this.#makeIfDue().finally(() => {
          if (!this.#isStopped) next(this.#options.checkEveryMs ?? checkEveryMs)
        })
      }, delayMs).unref()
    }
    next(this.#options.firstCheckMs ?? firstCheckMs)
    void this.list().then(([newest]) => newest && this.#setState({ last: newest }))
  }

  /** A backup of this very moment, whatever is changed while it is made. Rejects for bugs alone: what the disk says is in `problems`. */
  make(reason: BackupReason, signal?: AbortSignal): Promise<BackupOutcome> {
    const { pin, lastSeq, fileSystem, now, steps, workerUrl } = this.#options
    const moment = { pin: pin(), seq: lastSeq() }
    const made = this.#work.then(async () => {
      this.#setState({ isRunning: true })
      try {
        const outcome = await backUpNotebook(fileSystem, {
          places: this.places,
          folder: this.#folder,
          reason,
          now,
          prove: proverOf(steps, workerUrl),
          signal,
          ...moment,
        })
        this.#madeMs = performance.now()
        const last = outcome.backup ?? this.#state.last
        this.#setState({ last: last && { name: last.name, at: last.at, seq: last.seq }, problem: outcome.problems[0] })
        return outcome
      } finally {
        this.#setState({ isRunning: false })
      }
    })
    this.#work = made.catch(() => {})
    return made
  }

  /** Newest first. */
  async list(): Promise<BackupDescription[]> {
    return describeBackups(await this.found())
  }

  async found(): Promise<FoundBackup[]> {
    const found: FoundBackup[] = []
    for (const place of this.places)
      for (const head of await place.store.heads()) found.push({ head, place: { kind: place.kind, folder: place.folder }, store: place.store })
    return found
  }

  /** Gives up what the clock began, and waits for what was asked for. */
  async stop(): Promise<void> {
    this.#isStopped = true
    clearTimeout(this.#timer)
    this.#automatic?.abort()
    await this.#work
  }

  async #makeIfDue(): Promise<void> {
    try {
      const [newest] = (await this.list()).filter(({ folder }) => folder === this.#folder)
      if (newest?.seq === this.#options.lastSeq() && this.#state.problem === undefined) return
      if (newest && this.#state.problem === undefined && !this.#isHourOver(newest)) return
      this.#automatic = new AbortController()
      await this.make('automatic', this.#automatic.signal)
    } catch (error) {
      if (!this.#automatic?.signal.aborted) this.#setState({ problem: error instanceof Error ? error.message : String(error) })
    } finally {
      this.#automatic = undefined
    }
  }

  /** A clock that was set back would else put the next backup off for as long as it was set back. */
  #isHourOver({ at }: BackupDescription): boolean {
    const sinceMs = Date.parse(this.#options.now()) - Date.parse(at)
    const isOverHere = this.#madeMs !== undefined && performance.now() - this.#madeMs >= hourMs
    return isOverHere || !(sinceMs >= 0 && sinceMs < hourMs)
  }

  #setState(change: Partial<BackupState>): void {
    const { isRunning, last, problem } = { ...this.#state, ...change }
    const isSame = isRunning === this.#state.isRunning && last?.name === this.#state.last?.name && problem === this.#state.problem
    if (isSame) return
    this.#state = { isRunning, last: last && { name: last.name, at: last.at, seq: last.seq }, problem }
    for (const listener of this.#listeners) listener()
  }
}
