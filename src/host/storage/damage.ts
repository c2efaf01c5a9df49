// What was found damaged, in words that a person can act on, and where the damaged bytes were put aside.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { RecordId } from '../../core/records/record-id.ts'
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
  /** Whose bytes they are, where that can be known. */
  record?: RecordId
  /** Where the damaged bytes lie now, as a path within the folder. */
  quarantine?: string
}
export type DamageReport = readonly Damage[]

export const quarantineFolder = 'quarantine'

export type Found = { file: string; message: string; kind?: DamageKind; bytes?: Uint8Array; offset?: number; record?: RecordId }

/** Beside the bytes that were put aside: what they are. */
export const noteFile = (name: string): string => `${name}.json`

/** Collects damage. Only the writer puts bytes aside: a reader may be looking at another's half-written line. */
export class DamageLog {
  readonly found: Damage[] = []
  readonly #fileSystem: FileSystem
  readonly #folder: string
  readonly #mayWrite: boolean
  readonly #listeners = new Set<() => void>()

  constructor(fileSystem: FileSystem, folder: string, mayWrite: boolean) {
    this.#fileSystem = fileSystem
    this.#folder = folder
    this.#mayWrite = mayWrite
  }

  /**
   * Resolves once the bytes are durable in quarantine, with true: only then may a caller cut them off; with false where the disk has no place for
   * them. Never rejects: what is damaged must be told, on a full disk too.
   */
  async add(found: Found): Promise<boolean> {
    const { file, message, kind = 'lost', bytes, record } = found
    if (this.found.some((damage) => damage.file === file && damage.message === message)) return true
    const damage: Damage = { kind, file, message, ...(record === undefined ? {} : { record }) }
    this.found.push(damage)
    let isKept = true
    if (bytes && bytes.length > 0 && this.#mayWrite) {
      try {
        damage.quarantine = await this.#putAside(found, bytes)
      } catch {
        isKept = false
      }
    }
    for (const listener of this.#listeners) listener()
    return isKept
  }

  /** Returns what stops it. */
  onFound(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Named by place and content, so that opening the same damage twice keeps one copy. */
  async #putAside({ file, offset = 0, message, record, kind }: Found, bytes: Uint8Array): Promise<string> {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
    const name = `${file.replaceAll('/', '-')}-at-${offset}-${hash}`
    const folder = join(this.#folder, quarantineFolder)
    await this.#fileSystem.makeFolder(folder)
    if ((await this.#fileSystem.sizeOf(join(folder, name))) !== bytes.length) {
      // What the bytes are, for whoever looks at them later: this process knows it now. What was never acknowledged is nobody's loss.
      const note = { file, offset, message, at: new Date().toISOString(), ...(record === undefined ? {} : { record }) }
      if (kind !== 'torn') await writeDurably(this.#fileSystem, join(folder, noteFile(name)), Buffer.from(`${JSON.stringify(note)}\n`))
      await writeDurably(this.#fileSystem, join(folder, name), bytes)
      await this.#fileSystem.syncFolder(this.#folder)
    }
    return `${quarantineFolder}/${name}`
  }
}

/** Insights whose bodies were found to be unreadable. */
export function unreadableBodies(damage: DamageReport): Set<RecordId> {
  return new Set(damage.flatMap(({ record, kind }) => (record?.startsWith('insight:') && kind === 'lost' ? [record] : [])))
}

/** Whether lines of the snapshot itself are gone, with records in them. */
export function lacksRecords(damage: DamageReport): boolean {
  return damage.some(({ file, kind }) => kind === 'lost' && file.startsWith('records-'))
}
