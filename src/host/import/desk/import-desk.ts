// The imports of the windows of one notebook. A window has one at a time; its next one takes the place of the one before.

import { randomUUID } from 'node:crypto'
import type { ImportState } from '../../../core/contract/import-questions.ts'
import { Refusal } from '../../../core/store/refusal.ts'
import type { RunCommand } from '../../session/make-run.ts'
import type { ImportTarget } from '../import-target.ts'
import { removeStagedFiles, StagedFiles } from './staged-files.ts'
import { type ImportChoices, WindowImport } from './window-import.ts'

type Notebook = Omit<ImportTarget, 'run'> & {
  run: RunCommand
  /** Begins a backup of the state before, which nobody waits for: an import takes nothing away. */
  backUp: () => void
  /** What earlier processes staged is gone. */
  isTidy: Promise<void>
}
type Held = { name: string; staged: string; work: WindowImport }

export class ImportDesk {
  readonly #notebook: Notebook
  readonly #workerUrl: URL
  readonly #held = new Map<string, Held>()

  constructor(notebook: Notebook, workerUrl: URL) {
    this.#notebook = notebook
    this.#workerUrl = workerUrl
  }

  /** The import of this name, which its first pieces begin. */
  async begin(window: string, name: string): Promise<WindowImport> {
    await this.#notebook.isTidy
    const held = this.#held.get(window)
    if (held?.name === name) return held.work
    if (held?.work.state.phase === 'running') throw new Refusal('stale', 'an import is under way in this window: stop it or wait for its end')
    if (held) void this.#drop(held)
    const staged = randomUUID()
    const { folder, view, readText, run } = this.#notebook
    const target: ImportTarget = { folder, view, readText, run: (command, input) => run(window, command, input, `import:${name}`) }
    const work = new WindowImport(new StagedFiles(folder, staged), target, this.#workerUrl)
    this.#held.set(window, { name, staged, work })
    return work
  }

  /** Rejects with the refusal `not-found`. */
  of(window: string, name: string): WindowImport {
    const held = this.#held.get(window)
    if (held?.name !== name) throw new Refusal('not-found', 'this import is no longer known: begin it again')
    return held.work
  }

  start(window: string, name: string, choices: ImportChoices): ImportState {
    const work = this.of(window, name)
    if (work.state.phase === 'waiting') this.#notebook.backUp()
    // What is left to be settled needs its files.
    return work.start(choices, (isSettled) => {
      const held = this.#held.get(window)
      if (isSettled && held?.work === work) void removeStagedFiles(this.#notebook.folder, held.staged)
    })
  }

  last(window: string): { import: string; state: ImportState } | undefined {
    const held = this.#held.get(window)
    return held && held.work.state.phase !== 'waiting' ? { import: held.name, state: held.work.state } : undefined
  }

  forget(window: string): void {
    const held = this.#held.get(window)
    this.#held.delete(window)
    if (held) void this.#drop(held)
  }

  async close(): Promise<void> {
    const all = [...this.#held.values()]
    this.#held.clear()
    await Promise.all(all.map((held) => this.#drop(held)))
  }

  async #drop({ staged, work }: Held): Promise<void> {
    await work.end()
    await removeStagedFiles(this.#notebook.folder, staged)
  }
}
