// The Markdown and text files among paths and folders, in an order that never depends on the disk.

import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export type ListedFile = { path: string; refusal?: string; skipped?: string; size: number }

const textExtensions = new Set(['.md', '.markdown', '.mdown', '.mkd', '.txt', '.text'])
/** Bibliographies and highlights of other programs: what is in them tells what they are. */
const otherExtensions = new Set(['.bib', '.bibtex', '.ris', '.json', '.jsonld', '.csv'])
const maxFolderDepth = 100

/**
 * Yields every file under `paths`: folders recursively, names in code-unit order; hidden entries and node_modules are passed over.
 * A file that cannot be taken is yielded with `refusal` (what was asked for cannot be had) or `skipped` (no text was expected there).
 */
export async function* listFiles(paths: readonly string[]): AsyncGenerator<ListedFile> {
  for (const path of paths) {
    let isFolder: boolean
    try {
      isFolder = (await stat(path)).isDirectory()
    } catch (error) {
      yield { path, size: 0, refusal: readProblem(error) }
      continue
    }
    if (isFolder) yield* walk(path, await realpath(path), new Set(), 0)
    else yield await judge(path, true)
  }
}

async function* walk(folder: string, root: string, visited: Set<string>, depth: number): AsyncGenerator<ListedFile> {
  let names: string[]
  try {
    const real = await realpath(folder)
    // A link to a folder that is being walked would never end.
    if (visited.has(real) || depth > maxFolderDepth) return
    visited.add(real)
    names = await readdir(folder)
  } catch (error) {
    yield { path: folder, size: 0, refusal: readProblem(error) }
    return
  }
  for (const name of names.sort()) {
    if (name.startsWith('.') || name === 'node_modules') continue
    const path = join(folder, name)
    try {
      if ((await lstat(path)).isSymbolicLink() && !isInside(await realpath(path), root)) {
        yield { path, size: 0, refusal: 'a link that leads out of the folder' }
        continue
      }
      if ((await stat(path)).isDirectory()) yield* walk(path, root, visited, depth + 1)
      else yield await judge(path, false)
    } catch (error) {
      yield { path, size: 0, refusal: readProblem(error) }
    }
  }
}

async function judge(path: string, isNamed: boolean): Promise<ListedFile> {
  const found = await stat(path)
  const { size } = found
  if (!found.isFile()) return { path, size: 0, refusal: 'not a regular file' }
  const extension = extname(path).toLowerCase()
  if (textExtensions.has(extension) || otherExtensions.has(extension) || (isNamed && extension === '')) return { path, size }
  const reason = 'not Markdown, text, a bibliography (.bib, .ris, .json) or highlights (.json, .jsonld, .csv, .txt)'
  return isNamed ? { path, size, refusal: reason } : { path, size, skipped: reason }
}

/** Of a kind that only makes sense as what another program wrote: brackets and commas are no text for anybody to read. */
export function isUnknownTable(path: string): boolean {
  return otherExtensions.has(extname(path).toLowerCase())
}

function isInside(path: string, root: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`))
}

/** One clause for people, for errors of the file system. */
export function readProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it'
  if (code === 'ELOOP') return 'a link that leads to itself'
  return `cannot be read (${code ?? message})`
}
