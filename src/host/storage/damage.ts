// What was found damaged, in words that a person can act on, and where the damaged bytes were put aside.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { writeDurably } from './durable-file.ts'
import type { FileSystem } from './file-system.ts'

/** `torn` was never acknowledged, `healed` lost nothing, `lost` did; `note` is worth knowing. */
export type DamageKind = 'lost' | 'healed' | 'torn' | 'note'

export type Damage = {
  kind: DamageKind
  /** The file, as its path within the notebook's folder. */
  file: string
  /** A whole sentence: what is lost or in doubt. */
  message: string
  /** Where the damaged bytes lie now, as a path within the folder. */
  quarantine?: string
}
export type DamageReport = readonly Damage[]

const quarantineFolder = 'quarantine'

export type Found = { file: string; message: string; kind?: DamageKind; bytes?: Uint8Array; offset?: number }

/** Collects damage. Only the writer puts bytes aside: a reader may be looking at another's half-written line. */
export class DamageLog {
  readonly found: Damage[] = []
  readonly #fileSystem: FileSystem
  readonly #folder: string
  readonly #mayWrite: boolean
  #listeners: (() => void)[] = []

  constructor(fileSystem: FileSystem, folder: string, mayWrite: boolean) {
    this.#fileSystem = fileSystem
    this.#folder = folder
    this.#mayWrite = mayWrite
  }

  /**
   * Resolves once the bytes are durable in quarantine, with true: only then may a caller cut them off; with false where the disk has no place for
   * them. Never rejects: what is damaged must be told, on a full disk too.
   */
  async add({ file, message, kind = 'lost', bytes, offset = 0 }: Found): Promise<boolean> {
    if (this.found.some((damage) => damage.file === file && damage.message === message)) return true
    const damage: Damage = { kind, file, message }
    this.found.push(damage)
    let isKept = true
    if (bytes && bytes.length > 0 && this.#mayWrite) {
      try {
        damage.quarantine = await this.#putAside(file, offset, bytes)
      } catch {
        isKept = false
      }
    }
    for (const listener of this.#listeners) listener()
    return isKept
  }

  onFound(listener: () => void): void {
    this.#listeners.push(listener)
  }

  /** Named by place and content, so that opening the same damage twice keeps one copy. */
  async #putAside(file: string, offset: number, bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    const name = `${file.replaceAll('/', '-')}-at-${offset}-${hash}`
    const folder = join(this.#folder, quarantineFolder)
    await this.#fileSystem.makeFolder(folder)
    if ((await this.#fileSystem.sizeOf(join(folder, name))) !== bytes.length) {
      await writeDurably(this.#fileSystem, join(folder, name), bytes)
      await this.#fileSystem.syncFolder(this.#folder)
    }
    return `${quarantineFolder}/${name}`
  }
}
