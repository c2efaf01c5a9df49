// texts/<sha256>.md and its reading text beside it: immutable, named by hash, durable before any record speaks of them.

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RecordId } from '../../core/records/record-id.ts'
import type { Text } from '../../core/records/text.ts'
import { Refusal } from '../../core/store/refusal.ts'
import type { StoredText } from '../../core/store/transaction.ts'
import type { DamageLog } from './damage.ts'
import { publishDurably, writeAll } from './durable-file.ts'
import { codeOf } from './error-code.ts'
import type { FileSystem } from './file-system.ts'
import { readingTextOf } from './reading-text.ts'
import { toRefusal } from './storage-refusal.ts'

const textsFolder = 'texts'

/** UTF-16 units of reading texts kept in memory: a dozen long articles. */
const maxCachedLength = 4_000_000

type TextRecordOf = (id: RecordId<'text'>) => Text | undefined

export class TextStore {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  readonly #recordOf: TextRecordOf
  readonly #damage: DamageLog
  readonly #cache = new Map<RecordId<'text'>, string>()
  #cachedLength = 0

  constructor(fileSystem: FileSystem, folder: string, damage: DamageLog, recordOf: TextRecordOf) {
    this.#fileSystem = fileSystem
    this.#folder = join(folder, textsFolder)
    this.#damage = damage
    this.#recordOf = recordOf
  }

  /** Makes Markdown and reading texts durable; storing the same again writes nothing. Throws refusals of the disk. */
  async store(markdown: readonly string[]): Promise<StoredText[]> {
    try {
      await this.#fileSystem.makeFolder(this.#folder)
      const stored: StoredText[] = []
      let isChanged = false
      for (const text of markdown) {
        // UTF-8 has no place for it: stored as something else, the text would not be what was given.
        if (!text.isWellFormed()) throw new Refusal('invalid', 'the text holds half of a character (a lone surrogate), which no file can keep')
        const { written, ...one } = await this.#storeOne(text)
        stored.push(one)
        isChanged ||= written
      }
      if (isChanged) await this.#fileSystem.syncFolder(this.#folder)
      return stored
    } catch (error) {
      throw toRefusal(error, 'storing a text')
    }
  }

  /** Both files of a text; undefined where it is not in the notebook, or its files are gone or damaged (which goes into the report). */
  async read(id: RecordId<'text'>): Promise<{ markdown: string; readingText: string } | undefined> {
    const record = this.#recordOf(id)
    if (!record) return undefined
    const markdown = await this.#readChecked(`${record.sha256}.md`, record.sha256)
    const readingText = await this.#readChecked(`${record.sha256}.reading.txt`, record.readingSha256)
    return markdown === undefined || readingText === undefined ? undefined : { markdown, readingText }
  }

  /** The reading text at once, for recipes: from memory, or by a synchronous read of one file. */
  readingText(id: RecordId<'text'>): string | undefined {
    const cached = this.#cache.get(id)
    if (cached !== undefined) {
      this.#cache.delete(id)
      this.#cache.set(id, cached)
      return cached
    }
    const record = this.#recordOf(id)
    if (!record) return undefined
    const name = `${record.sha256}.reading.txt`
    let bytes: Buffer | undefined
    try {
      bytes = readFileSync(join(this.#folder, name))
    } catch (error) {
      if (codeOf(error) === undefined) throw error
    }
    const text = this.#check(name, bytes, record.readingSha256)
    if (text !== undefined) this.#remember(id, text)
    return text
  }

  /** Makes a damaged reading text again, if that gives the very text that was recorded. Damage of either file goes into the report. */
  async repairReading(id: RecordId<'text'>): Promise<void> {
    const record = this.#recordOf(id)
    if (!record || (await this.read(id))) return
    const markdown = await this.#readChecked(`${record.sha256}.md`, record.sha256)
    if (markdown === undefined) return
    const bytes = Buffer.from(readingTextOf(markdown, record.projection).readingText)
    if (hashOf(bytes) !== record.readingSha256) return
    await this.#write(`${record.sha256}.reading.txt`, bytes, record.readingSha256)
    await this.#fileSystem.syncFolder(this.#folder)
  }

  async #storeOne(markdown: string): Promise<StoredText & { written: boolean }> {
    const bytes = Buffer.from(markdown)
    const sha256 = hashOf(bytes)
    const id: RecordId<'text'> = `text:${sha256}`
    const { readingText, projection } = readingTextOf(markdown)
    const readingBytes = Buffer.from(readingText)
    const held = this.#recordOf(id)
    const markdownWritten = await this.#write(`${sha256}.md`, bytes, sha256)
    // A text that is in the notebook keeps the reading text that its highlights count in, whatever today's projection would make of it.
    const readingSha256 = held?.readingSha256 ?? hashOf(readingBytes)
    const isSameReading = readingSha256 === hashOf(readingBytes)
    const readingWritten = isSameReading && (await this.#write(`${sha256}.reading.txt`, readingBytes, readingSha256))
    if (!held) this.#remember(id, readingText)
    return {
      id,
      sha256,
      readingSha256,
      projection: held?.projection ?? projection,
      length: markdown.length,
      readingLength: held?.readingLength ?? readingText.length,
      written: markdownWritten || readingWritten,
    }
  }

  /** False where the file is there already with these very bytes; a damaged one is replaced. */
  async #write(name: string, bytes: Buffer, sha256: string): Promise<boolean> {
    const path = join(this.#folder, name)
    if ((await this.#fileSystem.sizeOf(path)) === bytes.length && hashOf(await this.#fileSystem.readFile(path)) === sha256) return false
    await publishDurably(this.#fileSystem, path, (file) => writeAll(file, bytes, 0))
    return true
  }

  async #readChecked(name: string, sha256: string): Promise<string | undefined> {
    let bytes: Buffer | undefined
    try {
      bytes = await this.#fileSystem.readFile(join(this.#folder, name))
    } catch (error) {
      if (codeOf(error) === undefined) throw error
    }
    return this.#check(name, bytes, sha256)
  }

  #check(name: string, bytes: Buffer | undefined, sha256: string): string | undefined {
    if (bytes && hashOf(bytes) === sha256) return bytes.toString('utf8')
    const file = `${textsFolder}/${name}`
    const message = bytes ? `${file} is not what was stored: its hash differs` : `${file} is missing or cannot be read`
    void this.#damage.add({ file, message, ...(bytes ? { bytes } : {}) })
    return undefined
  }

  #remember(id: RecordId<'text'>, text: string): void {
    if (text.length > maxCachedLength) return
    this.#cachedLength += text.length - (this.#cache.get(id)?.length ?? 0)
    this.#cache.set(id, text)
    for (const [oldest, held] of this.#cache) {
      if (this.#cachedLength <= maxCachedLength) break
      this.#cache.delete(oldest)
      this.#cachedLength -= held.length
    }
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
