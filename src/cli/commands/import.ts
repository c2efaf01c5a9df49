// `footing import`: Markdown and text files become sources, with a report of what was kept, skipped and refused, and why.

import { KnownSources } from '../../core/import/find-known-source.ts'
import type { NotebookView } from '../../core/store/notebook-view.ts'
import { Refusal } from '../../core/store/refusal.ts'
import { backUpBesideWriter } from '../../host/backups/back-up-beside-writer.ts'
import { importNotebook } from '../../host/export/import-notebook.ts'
import { isNotebookFile } from '../../host/export/notebook-file.ts'
import { type ImportOutcome, type ImportTarget, importFiles } from '../../host/import/import-files.ts'
import type { OpenNotebook } from '../../host/opened-notebook.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading, openForWriting, type Writer } from '../open-folder.ts'
import { tell, toOneLine, writeJsonLine } from '../output.ts'

/** 1 when a file was refused, else 0; a duplicate is no problem. */
export async function importPaths(folder: string, paths: readonly string[], { json = false }: { json?: boolean }): Promise<number> {
  if (paths[0] !== undefined && (await isNotebookFile(paths[0]))) return bringNotebookBack(folder, paths, json)
  const writer = await openForWriting(folder, 'terminal')
  await backUpFirst(folder, writer)
  const counts = { kept: 0, skipped: 0, refused: 0 }
  const progress = new Progress()
  const reader = writer.notebook ?? (await openForReading(folder))
  try {
    for await (const outcome of importFiles(await toTarget(reader.view, reader, writer), paths)) {
      counts[outcome.outcome] += 1
      progress.clear()
      if (json) await writeJsonLine(outcome)
      showOutcome(outcome, json)
      progress.show(counts)
    }
  } finally {
    progress.clear()
    if (reader !== writer.notebook) await reader.close()
    await writer.close()
  }
  tell(`${counts.kept} kept, ${counts.skipped} skipped, ${counts.refused} refused`)
  return counts.refused > 0 ? exitCodes.problems : exitCodes.done
}

/** An exported notebook is one, and never becomes a source of another. */
async function bringNotebookBack(folder: string, paths: readonly string[], isJson: boolean): Promise<number> {
  const [path = ''] = paths
  if (paths.length > 1) throw new CommandFailure(`${path} is an exported notebook: it is brought in alone, into a new folder`)
  const counts = await importNotebook(path, folder).catch((error: unknown) => {
    if (error instanceof Refusal && (error.code === 'invalid' || error.code === 'exists')) throw new CommandFailure(error.message, exitCodes.problems)
    throw error
  })
  if (isJson) await writeJsonLine({ path, outcome: 'kept', notebook: folder, ...counts })
  else tell(`${path} is a notebook in ${folder} now: ${counts.records} records, ${counts.texts} texts, ${counts.files} files`)
  return exitCodes.done
}

/** The state before, in one piece. Where it cannot be backed up the import goes on: it only adds. */
async function backUpFirst(folder: string, { notebook }: Writer): Promise<void> {
  const outcome = await (notebook?.backups ? notebook.backups.make('before import') : backUpBesideWriter(folder, 'before import'))
  for (const problem of outcome.problems) tell(problem)
}

/** Beside a process that serves the notebook, what was there at the start is read from disk; this run's own texts are known anyway. */
async function toTarget(view: NotebookView, reader: OpenNotebook, writer: Writer): Promise<ImportTarget> {
  const held = new Map<string, { id: `source:${string}`; isInTrash: boolean }>()
  for (const { id, revisions, removedAt } of view.heads('sources')) {
    for (const { text } of revisions) if (removedAt === undefined || !held.has(text)) held.set(text, { id, isInTrash: removedAt !== undefined })
  }
  const items = {
    run: writer.run,
    known: new KnownSources(view),
    source: (id: `source:${string}`) => view.get('sources', id),
    markdown: async (id: `text:${string}`) => (await reader.readText(id))?.markdown,
  }
  return { run: writer.run, sourceOf: (text) => held.get(text), items }
}

function showOutcome(outcome: ImportOutcome, isQuiet: boolean): void {
  if (outcome.outcome === 'kept') {
    if (!isQuiet) process.stdout.write(`${toOneLine(outcome.path)}: kept as ${outcome.citekey} (${outcome.source})\n`)
    for (const note of outcome.notes) tell(`${outcome.path}: ${note}`)
  } else tell(`${outcome.path}: ${outcome.outcome}, ${outcome.reason}`)
}

/** One line on a terminal that is written over; nothing where stderr is a file or a pipe. */
class Progress {
  readonly #isShown = process.stderr.isTTY

  show({ kept, skipped, refused }: { kept: number; skipped: number; refused: number }): void {
    if (this.#isShown) process.stderr.write(`${kept + skipped + refused} files, ${kept} kept …`)
  }

  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K')
  }
}
