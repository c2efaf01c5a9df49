// The files among paths and folders, each with the folder it was found in and what is done with it, in an order that never depends on the disk.

import type { Dirent, Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { type FileKind, fileKindOf } from '../../core/import/file-kinds.ts'

/** `folder` is the root that it was asked for with, or the folder of a file that was named itself; `within` its path in there, with `/`. */
export type ListedFile = { path: string; folder: ListedFolder; within: string; size: number } & (
  | { kind: FileKind }
  | { kind: 'picture' }
  | { kind: 'refused' | 'skipped'; reason: string }
)

/** `isVault`: Obsidian keeps its settings in there. `isNamed` is false for the folder of a file that was named itself. */
export type ListedFolder = { path: string; name: string; isVault: boolean; isNamed: boolean }

const maxFolderDepth = 100

/** Folders recursively, names in code-unit order; hidden entries, node_modules and the pictures folders that browsers save beside a page are passed over. */
export async function* listFiles(paths: readonly string[]): AsyncGenerator<ListedFile> {
  for (const path of paths) {
    let found: Stats
    const parent: ListedFolder = { path: dirname(path), name: basename(dirname(path)), isVault: false, isNamed: false }
    try {
      found = await stat(path)
    } catch (error) {
      yield { path, folder: parent, within: basename(path), size: 0, kind: 'refused', reason: readProblem(error) }
      continue
    }
    if (found.isDirectory()) {
      const real = await realpath(path)
      const folder = { path, name: basename(real), isVault: await isFolderThere(join(path, '.obsidian')), isNamed: true }
      yield* walk(path, folder, real, new Set(), 0)
    } else yield judge(path, found, parent, true)
  }
}

async function* walk(path: string, folder: ListedFolder, root: string, visited: Set<string>, depth: number): AsyncGenerator<ListedFile> {
  const here = (at: string) => ({ path: at, folder, within: withinOf(folder, at), size: 0 })
  let entries: Dirent[]
  try {
    const real = await realpath(path)
    // A link to a folder that is being walked would never end.
    if (visited.has(real) || depth > maxFolderDepth) return
    visited.add(real)
    entries = await readdir(path, { withFileTypes: true })
  } catch (error) {
    yield { ...here(path), kind: 'refused', reason: readProblem(error) }
    return
  }
  const pages = new Set(entries.flatMap(({ name }) => /^(.+)\.x?html?$/i.exec(name)?.[1] ?? []))
  entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const entry of entries) {
    const { name } = entry
    if (name.startsWith('.') || name === 'node_modules') continue
    const at = join(path, name)
    try {
      if (entry.isSymbolicLink() && !isInside(await realpath(at), root)) {
        yield { ...here(at), kind: 'refused', reason: 'a link that leads out of the folder' }
        continue
      }
      const found = await stat(at)
      if (found.isDirectory()) {
        // `page_files` beside `page.html`: what the page shows, and scripts.
        const [, stem] = /^(.+)(?:_files|-files|\.files)$/.exec(name) ?? []
        if (stem === undefined || !pages.has(stem)) yield* walk(at, folder, root, visited, depth + 1)
      } else yield judge(at, found, folder, false)
    } catch (error) {
      yield { ...here(at), kind: 'refused', reason: readProblem(error) }
    }
  }
}

function judge(path: string, found: Stats, folder: ListedFolder, isNamed: boolean): ListedFile {
  const file = { path, folder, within: withinOf(folder, path), size: found.size }
  if (!found.isFile()) return { ...file, size: 0, kind: 'refused', reason: 'not a regular file' }
  const extension = extname(path).toLowerCase()
  const kind = fileKindOf(basename(path), isNamed)
  if (kind !== undefined && !(kind === 'picture' && isNamed)) return { ...file, kind }
  const reason =
    kind === 'picture'
      ? 'a picture is no source: put it into a note'
      : extension === '.pdf'
        ? 'PDF files cannot be read yet: save the text as Markdown, HTML or DOCX'
        : 'not Markdown or text, nor another format that can be read (.html, .mhtml, .docx, .bib, .ris, .json, .csv)'
  return { ...file, kind: isNamed ? 'refused' : 'skipped', reason }
}

function withinOf(folder: ListedFolder, path: string): string {
  return relative(folder.path, path).split(sep).join('/')
}

async function isFolderThere(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/** Both are real paths. */
export function isInside(path: string, root: string): boolean {
  const way = relative(root, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !/^[a-z]:/i.test(way))
}

/** One clause for people, for errors of the file system. */
export function readProblem(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT') return 'no such file or folder'
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it'
  if (code === 'ELOOP') return 'a link that leads to itself'
  return `cannot be read (${code ?? message})`
}
