// What a person is told before an import: which folders, how many notes and pages, which bibliographies of how many entries.

import type { ImportFound } from '../../../core/contract/import-questions.ts'
import type { FileKind } from '../../../core/import/file-kinds.ts'
import { FileReader } from '../file-reader.ts'
import { type ListedFolder, listFiles } from '../list-files.ts'

/** A list of highlights has to be opened to be known; of more files than this nobody reads the lines. */
const mostLooks = 200

export async function lookAtFiles(roots: readonly string[], workerUrl: URL, named: (words: string) => string): Promise<ImportFound> {
  const found: ImportFound = { folders: [], notes: 0, kinds: [], pictures: 0, lists: [], leftOut: 0 }
  const notesIn = new Map<ListedFolder, number>()
  const kinds = new Map<FileKind, number>()
  const count = (kind: FileKind) => kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  const unknown: { path: string; within: string; kind: FileKind; isNamed: boolean }[] = []
  for await (const { kind, path, folder, within } of listFiles(roots)) {
    if (folder.isNamed && !notesIn.has(folder)) notesIn.set(folder, 0)
    if (kind === 'refused' || kind === 'skipped') found.leftOut += 1
    else if (kind === 'picture') found.pictures += 1
    else if (kind === 'note' && folder.isNamed) notesIn.set(folder, (notesIn.get(folder) ?? 0) + 1)
    else if (kind === 'note') found.notes += 1
    else if ((kind === 'text' || kind === 'data') && unknown.length < mostLooks) unknown.push({ path, within, kind, isNamed: !folder.isNamed })
    else count(kind)
  }
  if (unknown.length > 0) {
    const reader = new FileReader(workerUrl, '')
    try {
      const looks = await Promise.all(unknown.map((file) => reader.read({ ...file, as: 'sources', looksOnly: true }, 0)))
      for (const [position, look] of looks.entries()) {
        const { path = '', kind = 'text' } = unknown[position] ?? {}
        if (look.kind === 'looked' && look.format !== undefined) {
          found.lists.push({ path: named(path), format: look.format, sources: look.sources, highlights: look.highlights })
        } else if (kind === 'data') found.leftOut += 1
        else count(kind)
      }
    } finally {
      reader.close()
    }
  }
  found.folders = [...notesIn].map(([{ path, isVault }, notes]) => ({ name: named(path), isVault, notes }))
  found.kinds = [...kinds]
  return found
}
