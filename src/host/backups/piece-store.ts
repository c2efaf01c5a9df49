// pieces/<sha256>.zst: what backups are made of, each piece once, however many backups hold it; never changed, and proved by its name.

import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress, zstdDecompressSync } from 'node:zlib'
import { publishDurably, removeTemporaryFiles, writeAll } from '../storage/durable-file.ts'
import { codeOf } from '../storage/error-code.ts'
import type { FileSystem } from '../storage/file-system.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const options = { params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } }

/** A piece that was read back within the last day is not read again for the next backup, if it is still as long. */
const trustMs = 24 * 3_600_000

const pieceName = /^([0-9a-f]{64})\.zst$/

export class PieceStore {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  /** Of pieces that were read back: when (by a clock that does not jump), and how long they are on disk. */
  readonly #verified = new Map<string, { atMs: number; size: number }>()

  constructor(fileSystem: FileSystem, storeFolder: string) {
    this.#fileSystem = fileSystem
    this.#folder = join(storeFolder, 'pieces')
  }

  /** For the holder of the store's lock: makes the folder, and clears what a killed backup left. */
  async prepare(): Promise<void> {
    await this.#fileSystem.makeFolder(this.#folder)
    await removeTemporaryFiles(this.#fileSystem, this.#folder)
  }

  /** Resolves with the hash once the piece is written and was read back; a damaged one that is there already is replaced. */
  async put(bytes: Uint8Array): Promise<string> {
    const sha256 = hashOf(bytes)
    if (await this.isWhole(sha256)) return sha256
    const compressed = await compress(bytes, options)
    await publishDurably(this.#fileSystem, this.#pathOf(sha256), (file) => writeAll(file, compressed, 0))
    if (!(await this.isWhole(sha256))) throw new Error(`a piece of the backup does not read back as it was written (${sha256.slice(0, 12)})`)
    return sha256
  }

  /** Makes the names of the pieces durable. */
  async sync(): Promise<void> {
    await this.#fileSystem.syncFolder(this.#folder)
  }

  /** Whether the piece is there and is what its name says: read back, unless that was done within the last day. */
  async isWhole(sha256: string, { fresh = false } = {}): Promise<boolean> {
    const known = this.#verified.get(sha256)
    const size = await this.#fileSystem.sizeOf(this.#pathOf(sha256))
    if (size === undefined) return false
    if (!fresh && known?.size === size && performance.now() - known.atMs < trustMs) return true
    const isWhole = (await this.read(sha256)) !== undefined
    if (isWhole) this.#verified.set(sha256, { atMs: performance.now(), size })
    else this.#verified.delete(sha256)
    return isWhole
  }

  /** Undefined where the piece is gone or damaged. */
  async read(sha256: string): Promise<Buffer | undefined> {
    let compressed: Buffer
    try {
      compressed = await this.#fileSystem.readFile(this.#pathOf(sha256))
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined
      throw error
    }
    return checked(sha256, await decompress(compressed).catch(() => undefined))
  }

  /** As `read`, from bytes that the caller has read: for the few places that cannot wait. */
  readSync(sha256: string, readFile: (path: string) => Uint8Array): Buffer | undefined {
    try {
      return checked(sha256, zstdDecompressSync(readFile(this.#pathOf(sha256))))
    } catch {
      return undefined
    }
  }

  async names(): Promise<string[]> {
    return (await this.#fileSystem.list(this.#folder).catch(() => [])).flatMap((name) => pieceName.exec(name)?.[1] ?? [])
  }

  async remove(sha256: string): Promise<void> {
    this.#verified.delete(sha256)
    await this.#fileSystem.unlink(this.#pathOf(sha256))
  }

  /** How many bytes the piece takes on disk. */
  async sizeOf(sha256: string): Promise<number> {
    return (await this.#fileSystem.sizeOf(this.#pathOf(sha256))) ?? 0
  }

  #pathOf(sha256: string): string {
    return join(this.#folder, `${sha256}.zst`)
  }
}

function checked(sha256: string, bytes: Buffer | undefined): Buffer | undefined {
  return bytes !== undefined && hashOf(bytes) === sha256 ? bytes : undefined
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
