// Brings files and folders in: listed, read by a worker, and sent as commands that share commits. A file that cannot be taken never stops the rest.

import { type FileKind, maxFileBytes } from '../../core/import/file-kinds.ts'
import type { ImportItem } from '../../core/import/import-item.ts'
import { InsightIntake } from './bring-in-insight.ts'
import { type DuplicateWay, SourceIntake } from './bring-in-source.ts'
import { FileReader, type ReadLimits } from './file-reader.ts'
import type { ImportOutcome } from './import-outcome.ts'
import type { ImportTarget } from './import-target.ts'
import { KnownSources } from './known-sources.ts'
import { type ListedFile, type ListedFolder, listFiles } from './list-files.ts'
import type { ReadResult } from './read-one-file.ts'

export type ImportOptions = {
  /** The file `import-worker.ts`, as the shell has it. */
  workerUrl: URL
  /** What notes become. Without it those of an Obsidian vault become insights, all others sources. */
  as?: 'sources' | 'insights' | undefined
  duplicates?: DuplicateWay | undefined
  /** Aborted: what is on its way is finished, and nothing more begun. */
  signal?: AbortSignal | undefined
  /** Of all that is found only this one file. */
  only?: string | undefined
  onListed?: ((count: number) => void) | undefined
  /** Told of a file that holds many things, a bibliography: how many of them are in. */
  onPart?: ((path: string, done: number, total: number) => void) | undefined
  limits?: ReadLimits | undefined
}

/** Files whose commands wait together share one append and one sync; their texts wait in memory. */
const maxTogether = 256
const maxBytesTogether = 16_000_000

type Listed = ListedFile & { kind: FileKind }
type Waiting = { size: number; outcomes: Promise<ImportOutcome[]> }

/** Yields the outcomes in the order of the list; at the end the pictures that no text shows. */
export async function* importFiles(target: ImportTarget, paths: readonly string[], options: ImportOptions): AsyncGenerator<ImportOutcome> {
  const { signal, onListed } = options
  const reader = new FileReader(options.workerUrl, target.folder, options.limits)
  const stop = () => reader.close()
  signal?.addEventListener('abort', stop)
  const waiting: Waiting[] = []
  let bytesWaiting = 0
  try {
    const { files: found, pictures, folders } = await listAll(paths, signal)
    const files = options.only === undefined ? found : found.filter(({ path }) => path === options.only)
    onListed?.(files.length)
    reader.setFolders(folders.map((folder) => ({ path: folder.path, pictures: pictures.get(folder) ?? [] })))
    const intake = new Intake(target, options, pictures)
    for (const file of files) {
      while (waiting.length >= maxTogether || (waiting.length > 0 && bytesWaiting + file.size > maxBytesTogether)) {
        const first = waiting.shift() as Waiting
        bytesWaiting -= first.size
        yield* await first.outcomes
      }
      if (signal?.aborted) break
      const outcomes = intake.take(file, reader, folders.indexOf(file.folder))
      // Awaited in order; without this a rejection in the meantime would end the process.
      outcomes.catch(() => {})
      waiting.push({ size: file.size, outcomes })
      bytesWaiting += file.size
    }
    for (const { outcomes } of waiting) yield* await outcomes
    if (!signal?.aborted && options.only === undefined) yield* intake.unshown()
  } finally {
    signal?.removeEventListener('abort', stop)
    reader.close()
  }
}

async function listAll(paths: readonly string[], signal: AbortSignal | undefined) {
  const files: ListedFile[] = []
  const pictures = new Map<ListedFolder, string[]>()
  const folders: ListedFolder[] = []
  for await (const file of listFiles(paths)) {
    if (signal?.aborted) break
    if (!folders.includes(file.folder)) folders.push(file.folder)
    if (file.kind !== 'picture') files.push(file)
    else if (pictures.get(file.folder)?.push(file.within) === undefined) pictures.set(file.folder, [file.within])
  }
  return { files, pictures, folders }
}

class Intake {
  readonly #options: ImportOptions
  readonly #sources: SourceIntake
  readonly #insights: InsightIntake
  /** Files are read in any order and brought in in theirs: of two alike it is always the first that is kept. */
  #begun: Promise<void> = Promise.resolve()
  readonly #unshown = new Map<ListedFolder, Set<string>>()

  constructor(target: ImportTarget, options: ImportOptions, pictures: Map<ListedFolder, string[]>) {
    this.#options = options
    this.#sources = new SourceIntake(target, new KnownSources(target.view.heads('sources')), options.duplicates ?? 'skip')
    this.#insights = new InsightIntake(target)
    for (const [folder, names] of pictures) this.#unshown.set(folder, new Set(names))
  }

  async take(file: ListedFile, reader: FileReader, folder: number): Promise<ImportOutcome[]> {
    const { path } = file
    if (file.kind === 'refused' || file.kind === 'skipped') return [{ path, outcome: file.kind, reason: file.reason }]
    if (file.size > maxFileBytes) {
      return [{ path, outcome: 'refused', reason: `too large (${Math.ceil(file.size / 1e6)} MB; at most ${maxFileBytes / 1e6} MB)` }]
    }
    const listed = file as Listed
    const as = this.#options.as ?? (file.folder.isVault ? 'insights' : 'sources')
    const { promise: begun, resolve: begin } = Promise.withResolvers<void>()
    const before = this.#begun
    this.#begun = begun
    const result = await reader.read({ path, within: file.within, kind: listed.kind, as, isNamed: !file.folder.isNamed, size: file.size }, folder)
    await before
    const outcomes = this.#bringIn(listed, result)
    begin()
    return outcomes
  }

  async #bringIn(file: Listed, result: ReadResult): Promise<ImportOutcome[]> {
    const { path, folder } = file
    if (result.kind === 'looked') return []
    if (result.kind !== 'read') return [{ path, outcome: result.kind, reason: result.reason }]
    for (const shown of result.shown) this.#unshown.get(folder)?.delete(shown)
    if (result.items.length === 0) return [{ path, outcome: 'skipped', reason: result.notes.join('; ') || 'holds nothing' }]
    const outcomes: ImportOutcome[] = []
    // A bibliography has thousands: they share commits as files do.
    for (let from = 0; from < result.items.length; from += maxTogether) {
      const some = result.items.slice(from, from + maxTogether)
      const taken = some.map((item, position) => this.#takeItem(file, item, from + position === 0 ? result.notes : [], result))
      outcomes.push(...(await Promise.all(taken)))
      if (result.items.length > maxTogether) this.#options.onPart?.(path, outcomes.length, result.items.length)
      if (this.#options.signal?.aborted) break
    }
    return outcomes
  }

  #takeItem(
    { path, folder, within }: Listed,
    item: ImportItem,
    notes: string[],
    { original }: ReadResult & { kind: 'read' },
  ): Promise<ImportOutcome> {
    const origins = item.origins.length > 0 ? item.origins : [`${folder.isVault ? 'vault' : 'file'}:${folder.name}/${within}`.slice(0, 4_000)]
    return item.kind === 'insight' ? this.#insights.take(path, item, origins, notes) : this.#sources.take({ path, item, origins, original, notes })
  }

  *unshown(): Generator<ImportOutcome> {
    for (const [folder, names] of this.#unshown) {
      for (const name of names) yield { path: `${folder.path}/${name}`, outcome: 'skipped', reason: 'a picture that no text shows' }
    }
  }
}
