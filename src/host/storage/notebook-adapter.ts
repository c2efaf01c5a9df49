// LowDB's adapter for a notebook: `read` loads the current generation, `write` makes the next one. The document is LowDB's, the files are ours.

import { join } from 'node:path'
import type { Adapter } from 'lowdb'
import type { RecordId } from '../../core/records/record-id.ts'
import { tableNames } from '../../core/records/tables.ts'
import type { StoredRecord } from '../../core/store/stored-record.ts'
import { Breather } from './breather.ts'
import type { DamageLog } from './damage.ts'
import type { FileSystem } from './file-system.ts'
import { parseGenerationFile } from './generation-names.ts'
import { wholeOf } from './insight-columns.ts'
import type { LoadedNotebook } from './load-notebook.ts'
import { type JournalEntry, type Manifest, writeManifest } from './manifest.ts'
import type { NotebookDocument } from './notebook-document.ts'
import { RecordMap } from './record-map.ts'
import { type Moment, writeGeneration } from './write-generation.ts'

/** Records that still lie in columns stay there until they are written: making 100,000 of them whole at once would hold everybody up. */
function momentOf(table: Map<RecordId, StoredRecord> | undefined): StoredRecord[] {
  return [...(table instanceof RecordMap ? table.heads() : (table?.values() ?? []))]
}

export class NotebookAdapter implements Adapter<NotebookDocument> {
  readonly #fileSystem: FileSystem
  readonly #folder: string
  readonly #damage: DamageLog
  readonly #load: () => Promise<LoadedNotebook>
  readonly #schema: number
  #loaded: LoadedNotebook | undefined

  constructor(fileSystem: FileSystem, folder: string, damage: DamageLog, schema: number, load: () => Promise<LoadedNotebook>) {
    this.#fileSystem = fileSystem
    this.#folder = folder
    this.#damage = damage
    this.#schema = schema
    this.#load = load
  }

  get loaded(): LoadedNotebook {
    if (!this.#loaded) throw new Error('the notebook was used before it was read')
    return this.#loaded
  }

  get manifest(): Manifest {
    return this.loaded.manifest
  }

  async read(): Promise<NotebookDocument> {
    this.#loaded = await this.#load()
    return this.#loaded.document
  }

  /** Names the next generation's journal in notebook.json, before a commit goes into it: emptied or lost, it would be missed. */
  async addJournal(journal: JournalEntry): Promise<void> {
    const { files } = this.manifest
    await this.#publish({ ...this.manifest, files: { ...files, journals: [...files.journals, journal] } })
  }

  /**
   * Writes the document of this very moment as the generation of its newest journal, and makes that the current one. Until the first await
   * it copies each table's array of values, about a millisecond for 100,000 records; commits may go on at once.
   */
  async write(document: NotebookDocument): Promise<void> {
    const { manifest } = this
    const journal = manifest.files.journals.at(-1) as JournalEntry
    const generation = parseGenerationFile(journal.name)?.generation ?? 0
    if (generation <= manifest.generation) throw new Error('a generation needs a journal of its own before it is written')
    const { id, title, createdAt, seq } = document
    const moment: Moment = {
      head: { id, title, createdAt, schema: this.#schema, generation, seq },
      tables: tableNames.map((table) => [table, momentOf(document.tables.get(table))]),
    }
    const { files, bodyOffsets } = await writeGeneration(this.#fileSystem, this.#folder, moment, this.loaded.bodyFiles, async (insight, bytes) => {
      await this.#damage.add({
        file: manifest.files.bodies.name,
        message: `the bytes of the body of ${insight} were put aside`,
        bytes,
        record: insight,
      })
    })
    await this.#fileSystem.syncFolder(this.#folder)
    const { schema, generation: previousGeneration, seq: previousSeq, files: previousFiles } = manifest
    await this.#publish({
      ...manifest,
      schema: this.#schema,
      generation,
      seq,
      files: { ...files, journals: [journal] },
      guards: 1,
      previous: {
        generation: previousGeneration,
        schema,
        seq: previousSeq,
        files: { ...previousFiles, journals: previousFiles.journals.slice(0, -1) },
      },
    })
    await this.#moveBodies(document, moment, files.bodies, bodyOffsets)
  }

  async #publish(manifest: Manifest): Promise<void> {
    await writeManifest(this.#fileSystem, this.#folder, manifest)
    this.loaded.manifest = manifest
  }

  /** Lets the insights in memory refer to the new file. Those that changed meanwhile hold their body as text; the next generation has them. */
  async #moveBodies(
    document: NotebookDocument,
    moment: Moment,
    { name, bytes }: { name: string; bytes: number },
    offsets: Float64Array,
  ): Promise<void> {
    const { bodyFiles } = this.loaded
    const base = bodyFiles.add(await this.#fileSystem.open(join(this.#folder, name), 'r'), name, bytes)
    const insights = moment.tables.find(([table]) => table === 'insights')?.[1] ?? []
    const map = document.tables.get('insights')
    const breather = new Breather()
    for (const [index, insight] of insights.entries()) {
      const isSame = map instanceof RecordMap ? map.holds(insight) : map?.get(insight.id) === insight
      if (isSame) map?.set(insight.id, { ...wholeOf(insight), body: base + (offsets[index] as number) } as StoredRecord)
      if (index % 256 === 0) await breather.pause()
    }
    await bodyFiles.retireOlder()
  }
}
