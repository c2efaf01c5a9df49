// The files that a window puts before an import, piece by piece, in a private folder of the notebook's cache: the import reads them there.

import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import type { ImportPiece } from '../../../core/contract/import-questions.ts'
import { maxFileBytes } from '../../../core/import/file-kinds.ts'
import { Refusal } from '../../../core/store/refusal.ts'
import { cacheFolder } from '../../storage/columns-file.ts'
import { toRefusal } from '../../storage/storage-refusal.ts'
import { stagedParts } from './staged-name.ts'

export type StageLimits = { files: number; bytes: number }
/** Of one import. A vault of 5,000 notes with its pictures has some hundred megabytes. */
const defaultLimits: StageLimits = { files: 200_000, bytes: 4_000_000_000 }

/** Called before anything is staged, and again when an import is done with. */
export async function removeStagedFiles(notebook: string, name = ''): Promise<void> {
  // What cannot be removed now is removed when the notebook is opened the next time.
  await rm(join(notebook, cacheFolder, 'imports', name), { recursive: true, force: true }).catch(() => {})
}

type Taken = { size: number; received: number; handle?: FileHandle; isRefused?: true }

export class StagedFiles {
  /** Of what was not taken, with why. */
  readonly refused: { path: string; reason: string }[] = []
  readonly #root: string
  readonly #limits: StageLimits
  readonly #taken = new Map<string, Taken>()
  readonly #roots = new Set<string>()
  readonly #folders = new Set<string>()
  #bytes = 0
  /** Pieces are written one after another, however they come in. */
  #last: Promise<unknown> = Promise.resolve()

  /** `name` is one that the host made up. */
  constructor(notebook: string, name: string, limits = defaultLimits) {
    this.#root = join(notebook, cacheFolder, 'imports', name)
    this.#limits = limits
  }

  /** The folders and files to be imported. */
  get roots(): string[] {
    return [...this.#roots]
  }

  /** Sentences about staged files say their names as the window gave them. */
  named(words: string): string {
    for (const kind of ['folders', 'loose']) words = words.replaceAll(`${join(this.#root, kind)}${sep}`, '')
    return words
  }

  /** Rejects with refusals: `too-large`, `no-space`, `stale` where a piece before it is missing. A file that cannot be taken is a row of the report. */
  take(pieces: readonly ImportPiece[]): Promise<void> {
    const taking = this.#last.then(async () => {
      try {
        for (const piece of pieces) await this.#takeOne(piece)
      } catch (error) {
        throw toRefusal(error, 'reading the files')
      }
    })
    this.#last = taking.catch(() => {})
    return taking
  }

  async close(): Promise<void> {
    await this.#last
    for (const { handle } of this.#taken.values()) await handle?.close().catch(() => {})
  }

  async #takeOne({ path, start, size, data }: ImportPiece): Promise<void> {
    const bytes = Buffer.from(data, 'base64')
    let taken = this.#taken.get(path)
    if (!taken) {
      if (start !== 0) throw new Refusal('stale', 'this upload must begin again')
      taken = { size, received: 0 }
      this.#taken.set(path, taken)
      if (this.#taken.size > this.#limits.files) throw new Refusal('too-large', `more than ${this.#limits.files} files: bring them in by parts`)
      const problem = await this.#begin(path, taken)
      if (problem !== undefined) {
        taken.isRefused = true
        this.refused.push({ path, reason: problem })
      }
    }
    // A piece that is sent again over a new connection is there already.
    if (taken.isRefused || start + bytes.length <= taken.received) return
    if (start !== taken.received || taken.size !== size || start + bytes.length > size || !taken.handle) {
      throw new Refusal('stale', 'this upload must begin again')
    }
    this.#bytes += bytes.length
    if (this.#bytes > this.#limits.bytes) throw new Refusal('too-large', 'all together is too much at once: bring it in by parts')
    await taken.handle.write(bytes)
    taken.received += bytes.length
    if (taken.received === size) await this.#end(taken)
  }

  /** Why the file cannot be taken, or undefined. */
  async #begin(path: string, taken: Taken): Promise<string | undefined> {
    if (taken.size > maxFileBytes) return `too large (${Math.ceil(taken.size / 1e6)} MB; at most ${maxFileBytes / 1e6} MB)`
    const name = stagedParts(path)
    if ('reason' in name) return name.reason
    const [first = ''] = name.parts
    const kind = name.parts.length > 1 ? 'folders' : 'loose'
    const at = join(this.#root, kind, ...name.parts)
    try {
      if (!this.#folders.has(dirname(at))) await mkdir(dirname(at), { recursive: true, mode: 0o700 })
      this.#folders.add(dirname(at))
      // Never over another: where letters' case means nothing, two names are one file.
      taken.handle = await open(at, 'wx', 0o600)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST' || code === 'ENOTDIR' || code === 'EISDIR') return 'another file beside it has the same name here'
      if (code === 'ENAMETOOLONG' || code === 'EINVAL' || code === 'EILSEQ') return 'its name cannot be used here'
      throw error
    }
    this.#roots.add(join(this.#root, kind, first))
    if (taken.size === 0) await this.#end(taken)
    return undefined
  }

  async #end(taken: Taken): Promise<void> {
    await taken.handle?.close()
    delete taken.handle
  }
}
