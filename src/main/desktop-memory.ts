// What the desktop remembers between runs: which notebooks were open, the recent ones, and where their windows stood. One small file.

import { join } from 'node:path'
import { z } from 'zod'
import type { RecentNotebook } from '../core/contract/shell-messages.ts'
import { writeDurably } from '../host/storage/durable-file.ts'
import { codeOf } from '../host/storage/error-code.ts'
import { nodeFileSystem } from '../host/storage/file-system.ts'
import { hasNotebook } from '../host/storage/has-notebook.ts'

const length = z.number().min(-100_000).max(100_000)
const placeSchema = z.object({
  x: length,
  y: length,
  width: length,
  height: length,
  isMaximized: z.boolean(),
  isFullScreen: z.boolean(),
})
/** `x` to `height` are those of the window when it is neither maximised nor full screen. */
export type WindowPlace = z.infer<typeof placeSchema>

const recentSchema = z.object({ folder: z.string(), title: z.string(), id: z.string() })
type Recent = z.infer<typeof recentSchema>

const memorySchema = z.object({
  version: z.literal(1),
  open: z.array(z.string()),
  recents: z.array(recentSchema),
  /** By folder, the last used first. */
  places: z.array(z.tuple([z.string(), placeSchema])),
})
type Memory = z.infer<typeof memorySchema>

const fileName = 'desktop.json'
const maxRecents = 10
const maxPlaces = 50
/** A window that is being moved tells it sixty times a second. */
const writeDelayMs = 500

export class DesktopMemory {
  readonly #path: string
  #memory: Memory
  #timer: NodeJS.Timeout | undefined
  #writing: Promise<void> = Promise.resolve()

  private constructor(path: string, memory: Memory) {
    this.#path = path
    this.#memory = memory
  }

  /** A missing or damaged file is a first run: nothing that matters is in it. */
  static async read(folder: string): Promise<DesktopMemory> {
    const path = join(folder, fileName)
    return new DesktopMemory(path, (await readMemory(path)) ?? { version: 1, open: [], recents: [], places: [] })
  }

  /** The newest first. */
  get recents(): readonly RecentNotebook[] {
    return this.#memory.recents.map(({ folder, title }) => ({ folder, title }))
  }

  /** The notebooks whose windows were open last. */
  get open(): readonly string[] {
    return this.#memory.open
  }

  folderOf(notebookId: string): string | undefined {
    return this.#memory.recents.find(({ id }) => id === notebookId)?.folder
  }

  placeOf(folder: string): WindowPlace | undefined {
    return this.#memory.places.find(([name]) => name === folder)?.[1]
  }

  noteOpened(recent: Recent): void {
    const others = this.#memory.recents.filter(({ folder }) => folder !== recent.folder)
    this.#change({ recents: [recent, ...others].slice(0, maxRecents) })
  }

  /** Without folders, those of before stay: the last window that is closed is the first to come back. */
  noteOpen(folders: readonly string[]): void {
    if (folders.length > 0) this.#change({ open: [...new Set(folders)] })
  }

  notePlace(folder: string, place: WindowPlace): void {
    const others = this.#memory.places.filter(([name]) => name !== folder)
    this.#change({ places: [[folder, place] as [string, WindowPlace], ...others].slice(0, maxPlaces) })
  }

  forgetRecents(): void {
    this.#change({ recents: [] })
  }

  /** Takes folders off the list that are not there any more; true where there were such. */
  async dropMissing(): Promise<boolean> {
    const { recents } = this.#memory
    const isThere = await Promise.all(recents.map(({ folder }) => hasNotebook(nodeFileSystem, folder).catch(() => false)))
    const missing = new Set(recents.filter((_recent, position) => !isThere[position]).map(({ folder }) => folder))
    if (missing.size > 0) this.#change({ recents: this.#memory.recents.filter(({ folder }) => !missing.has(folder)) })
    return missing.size > 0
  }

  /** Resolves when what is remembered is on disk, or cannot be: that is no reason to hold anybody up. */
  async write(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const write = async () => {
      await nodeFileSystem.makeFolder(join(this.#path, '..'))
      await writeDurably(nodeFileSystem, this.#path, Buffer.from(`${JSON.stringify(this.#memory, null, 2)}\n`))
    }
    this.#writing = this.#writing.then(write).catch((error: unknown) => console.error(`the windows’ places were not kept: ${String(error)}`))
    await this.#writing
  }

  #change(change: Partial<Memory>): void {
    this.#memory = { ...this.#memory, ...change }
    this.#timer ??= setTimeout(() => void this.write(), writeDelayMs)
  }
}

async function readMemory(path: string): Promise<Memory | undefined> {
  try {
    return memorySchema.parse(JSON.parse((await nodeFileSystem.readFile(path)).toString('utf8')))
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') console.error(`${path} cannot be read: windows open where they would on a first run`)
    return undefined
  }
}
