// `footing import`: files and folders become sources and insights, with a report of what was kept, renewed, skipped and refused, and why.

import { Refusal } from '../../core/store/refusal.ts'
import { backUpBesideWriter } from '../../host/backups/back-up-beside-writer.ts'
import { importNotebook } from '../../host/export/import-notebook.ts'
import { isNotebookFile } from '../../host/export/notebook-file.ts'
import type { DuplicateWay } from '../../host/import/bring-in-source.ts'
import { importFiles } from '../../host/import/import-files.ts'
import type { ImportOutcome } from '../../host/import/import-outcome.ts'
import { workerUrl } from '../../host/worker-url.ts'
import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { openForReading, openForWriting, type Writer } from '../open-folder.ts'
import { tell, toOneLine, writeJsonLine } from '../output.ts'

export type ImportFlags = { json?: boolean; as?: 'sources' | 'insights'; duplicates?: DuplicateWay }

/** 1 when a file was refused or the import was stopped, else 0; a duplicate is no problem. */
export async function importPaths(folder: string, paths: readonly string[], { json = false, as, duplicates }: ImportFlags): Promise<number> {
  if (paths[0] !== undefined && (await isNotebookFile(paths[0]))) return bringNotebookBack(folder, paths, json)
  const writer = await openForWriting(folder, 'terminal')
  await backUpFirst(folder, writer)
  // Beside a process that serves the notebook, what was there at the start is read from disk; what this run adds is known anyway.
  const reader = writer.notebook ?? (await openForReading(folder))
  const target = { folder, run: writer.run, view: reader.view, readText: reader.readText }
  const counts = { kept: 0, renewed: 0, skipped: 0, refused: 0 }
  const progress = new Progress()
  const stopping = stopOnSignal()
  try {
    const options = { workerUrl, as, duplicates, signal: stopping.signal, onListed: (count: number) => progress.expect(count) }
    for await (const outcome of importFiles(target, paths, options)) {
      counts[outcome.outcome] += 1
      progress.clear()
      if (json) await writeJsonLine(outcome)
      showOutcome(outcome, json)
      progress.show(counts)
    }
  } finally {
    stopping.end()
    progress.clear()
    if (reader !== writer.notebook) await reader.close()
    await writer.close()
  }
  const { kept, renewed, skipped, refused } = counts
  if (stopping.signal.aborted) tell('stopped: what was brought in so far is kept, and the same command goes on from there')
  if (kept + renewed + skipped + refused === 0 && !stopping.signal.aborted)
    tell('there is nothing there that Footing reads: notes, saved pages, Word documents, bibliographies, highlights (docs/command-line.md)')
  tell(`${kept} kept, ${renewed > 0 ? `${renewed} renewed, ` : ''}${skipped} skipped, ${refused} refused`)
  return refused > 0 || stopping.signal.aborted ? exitCodes.problems : exitCodes.done
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

/** The state before, in one piece. Where it cannot be backed up the import goes on: it takes nothing away. */
async function backUpFirst(folder: string, { notebook }: Writer): Promise<void> {
  const outcome = await (notebook?.backups ? notebook.backups.make('before import') : backUpBesideWriter(folder, 'before import'))
  for (const problem of outcome.problems) tell(problem)
}

/** The first Ctrl+C ends the import in good order; the second ends the process. */
function stopOnSignal(): { signal: AbortSignal; end: () => void } {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  return {
    signal: controller.signal,
    end: () => {
      process.off('SIGINT', stop)
      process.off('SIGTERM', stop)
    },
  }
}

function showOutcome(outcome: ImportOutcome, isQuiet: boolean): void {
  const path = toOneLine(outcome.path)
  if (outcome.outcome === 'kept' || outcome.outcome === 'renewed') {
    const id = 'source' in outcome ? outcome.source : outcome.insight
    const key = 'citekey' in outcome && outcome.citekey ? `${outcome.citekey} (${id})` : id
    if (!isQuiet) process.stdout.write(`${path}: ${outcome.outcome === 'kept' ? 'kept as' : 'renewed'} ${key}\n`)
    for (const note of outcome.notes) tell(`${outcome.path}: ${note}`)
  } else {
    const ways = outcome.outcome === 'skipped' && outcome.isDuplicate ? ' (--duplicates revise, or --duplicates add)' : ''
    tell(`${outcome.path}: ${outcome.outcome}, ${outcome.reason}${ways}`)
  }
}

type Counts = { kept: number; renewed: number; skipped: number; refused: number }

/** One line on a terminal that is written over; nothing where stderr is a file or a pipe. */
class Progress {
  readonly #isShown = process.stderr.isTTY
  #expected = 0

  expect(count: number): void {
    this.#expected = count
  }

  show({ kept, renewed, skipped, refused }: Counts): void {
    const done = kept + renewed + skipped + refused
    if (this.#isShown) process.stderr.write(`${done} of ${Math.max(done, this.#expected)}, ${kept} kept …`)
  }

  clear(): void {
    if (this.#isShown) process.stderr.write('\r\u001b[K')
  }
}
