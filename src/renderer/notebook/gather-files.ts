// The files of a drop, a paste or a picker, folders looked through, each under its name from the folder that was meant.

/** `file` is undefined for what only stands there to be known: that a folder is a vault. */
export type GatheredFile = { path: string; file: File | undefined }

/** Of a folder of hundreds of thousands nobody waits for the end. */
const mostFiles = 200_000

/** A drop or paste must be read before the first await: afterwards it is empty. */
export type Dropped = { entries: FileSystemEntry[]; files: File[] }

export function takeDropped(transfer: DataTransfer): Dropped {
  const dropped: Dropped = { entries: [], files: [] }
  for (const item of transfer.items) {
    if (item.kind !== 'file') continue
    const entry = item.webkitGetAsEntry()
    const file = entry ? null : item.getAsFile()
    if (entry) dropped.entries.push(entry)
    else if (file) dropped.files.push(file)
  }
  return dropped
}

export async function gatherDropped({ entries, files }: Dropped, signal: AbortSignal): Promise<GatheredFile[]> {
  const gathered: GatheredFile[] = files.map((file) => ({ path: file.name, file }))
  const waiting = entries.toReversed()
  for (let entry = waiting.pop(); entry && !signal.aborted && gathered.length < mostFiles; entry = waiting.pop()) {
    const path = entry.fullPath.replace(/^\/+/, '')
    if (isFile(entry)) gathered.push({ path, file: await fileOf(entry) })
    else if (isFolder(entry)) {
      const inside = await entriesOf(entry)
      if (isVaultMark(path, inside)) gathered.push({ path: `${path}/.obsidian/app.json`, file: undefined })
      waiting.push(...inside.filter(({ name }) => !isPassedOver(name)).toReversed())
    }
  }
  return oneOfEachName(gathered)
}

export function gatherPicked(files: readonly File[]): GatheredFile[] {
  const gathered: GatheredFile[] = []
  const vaults = new Set<string>()
  for (const file of files) {
    const path = file.webkitRelativePath || file.name
    const parts = path.split('/')
    if (parts[1] === '.obsidian') vaults.add(parts[0] ?? '')
    if (parts.length === 1 || !parts.slice(1).some(isPassedOver)) gathered.push({ path, file })
  }
  for (const vault of vaults) gathered.push({ path: `${vault}/.obsidian/app.json`, file: undefined })
  return oneOfEachName(gathered)
}

function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules'
}

function isVaultMark(path: string, inside: readonly FileSystemEntry[]): boolean {
  return !path.includes('/') && inside.some(({ name, isDirectory }) => isDirectory && name === '.obsidian')
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory
}

/** Undefined where it went away in between; the host then says of its name that it is empty. */
function fileOf(entry: FileSystemFileEntry): Promise<File | undefined> {
  return new Promise((resolve) => entry.file(resolve, () => resolve(undefined)))
}

/** A reader gives at most a hundred at once. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader()
  const found: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])))
    if (some.length === 0) return found
    found.push(...some)
  }
}

/** Two files of one name, pasted from two places, are two. */
function oneOfEachName(files: readonly GatheredFile[]): GatheredFile[] {
  const names = new Set<string>()
  return files.map(({ path, file }) => {
    let name = path
    for (let number = 2; names.has(name); number += 1) name = path.replace(/(\.[^./]*)?$/, ` (${number})$1`)
    names.add(name)
    return { path: name, file }
  })
}
