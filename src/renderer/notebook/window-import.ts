// The import of this window, from the first file to its report: one at a time, going on while the dialog is closed.

import { create } from 'zustand'
import type { ImportFound, ImportState } from '../../core/contract/import-questions.ts'
import type { NotebookClient } from '../../core/contract/notebook-client.ts'
import type { QuestionInput } from '../../core/contract/questions.ts'
import type { RefusalValue } from '../../core/store/refusal.ts'
import { strings } from '../strings/strings.ts'
import type { GatheredFile } from './gather-files.ts'
import { runLongTask } from './long-tasks.ts'
import { sendFiles } from './send-files.ts'

export type ImportStep =
  /** Nothing was chosen yet. */
  | { name: 'asking'; problem?: string | undefined }
  /** Files go before the host; `total` is 0 while the folders are looked through. */
  | { name: 'sending'; done: number; total: number }
  | { name: 'looking' }
  | { name: 'choosing'; found: ImportFound }
  | { name: 'running'; state: ImportState; isStopping: boolean }
  | { name: 'report'; state: ImportState }

type WindowImport = {
  isOpen: boolean
  /** How the host knows it. */
  id: string | undefined
  step: ImportStep
  /** Gives up what has not begun to come in. */
  stop: () => void
}

export const useWindowImport = create<WindowImport>(() => ({ isOpen: false, id: undefined, step: { name: 'asking' }, stop: () => {} }))

const set = useWindowImport.setState
const isOf = (id: string) => useWindowImport.getState().id === id

/** Shows what there is: a report that nobody has closed, an import on its way, or where to begin. */
export function openImport(): void {
  const { step } = useWindowImport.getState()
  set({ isOpen: true, ...(step.name === 'report' ? { step: { name: 'asking' } } : {}) })
}

export function closeImport(): void {
  const { step, stop } = useWindowImport.getState()
  if (step.name === 'sending' || step.name === 'looking' || step.name === 'choosing') stop()
  set({ isOpen: false })
}

/** False where one is under way. */
export async function beginImport(client: NotebookClient, gather: (signal: AbortSignal) => Promise<readonly GatheredFile[]>): Promise<boolean> {
  const { step } = useWindowImport.getState()
  if (step.name === 'running') {
    set({ isOpen: true })
    return false
  }
  useWindowImport.getState().stop()
  const id = crypto.randomUUID()
  const stopping = new AbortController()
  const stop = () => {
    stopping.abort()
    if (!isOf(id)) return
    set({ id: undefined, step: { name: 'asking' }, stop: () => {} })
    void client.ask('import.cancel', { import: id })
  }
  set({ id, isOpen: true, step: { name: 'sending', done: 0, total: 0 }, stop })
  const giveUp = (error: RefusalValue) => isOf(id) && set({ id: undefined, step: { name: 'asking', problem: error.message }, stop: () => {} })
  const files = await gather(stopping.signal)
  if (!isOf(id)) return true
  if (files.length === 0) {
    set({ id: undefined, step: { name: 'asking', problem: strings.import.noFiles }, stop: () => {} })
    return true
  }
  set({ step: { name: 'sending', done: 0, total: files.length } })
  const refusal = await sendFiles(client, id, files, {
    signal: stopping.signal,
    onProgress: (done) => isOf(id) && set({ step: { name: 'sending', done, total: files.length } }),
  })
  if (refusal) giveUp(refusal)
  if (!isOf(id)) return true
  set({ step: { name: 'looking' } })
  const found = await client.ask('import.look', { import: id })
  if (!found.ok) giveUp(found.error)
  else if (isOf(id)) set({ step: { name: 'choosing', found: found.value } })
  return true
}

export async function startImport(
  client: NotebookClient,
  choices: Omit<QuestionInput<'import.start'>, 'import'>,
  onEnd: (state: ImportState) => void,
): Promise<void> {
  const { id } = useWindowImport.getState()
  if (!id) return
  const started = await client.ask('import.start', { import: id, ...choices })
  if (!started.ok) set({ id: undefined, step: { name: 'asking', problem: started.error.message }, stop: () => {} })
  else await followImport(client, id, started.value, onEnd)
}

/** After a reload, the import that the window had goes on being shown; a report can be read again. */
export async function findLastImport(client: NotebookClient, onEnd: (state: ImportState) => void): Promise<void> {
  const last = await client.ask('import.last', {})
  if (!last.ok || last.value.import === undefined || useWindowImport.getState().id !== undefined) return
  const { import: id, state } = last.value
  set({ id })
  if (state.phase === 'running') await followImport(client, id, state, onEnd)
  else set({ step: { name: 'report', state } })
}

/** The report as it is now, after a row was settled. */
export async function renewReport(client: NotebookClient): Promise<void> {
  const { id } = useWindowImport.getState()
  if (!id) return
  const answer = await client.ask('import.follow', { import: id, seen: 0 })
  if (answer.ok && isOf(id)) set({ step: { name: 'report', state: answer.value } })
}

async function followImport(client: NotebookClient, id: string, first: ImportState, onEnd: (state: ImportState) => void): Promise<void> {
  await runLongTask(strings.import.runningTitle, async ({ signal, report }) => {
    let state = first
    const stop = () => {
      if (!isOf(id)) return
      set({ step: { name: 'running', state, isStopping: true } })
      void client.ask('import.cancel', { import: id })
    }
    signal.addEventListener('abort', stop, { once: true })
    set({ stop })
    while (state.phase === 'running') {
      set({ step: { name: 'running', state, isStopping: signal.aborted } })
      if (state.total > 0) report(state.done, state.total)
      const answer = await client.ask('import.follow', { import: id, seen: state.number })
      if (!answer.ok) {
        // Its host has ended: what came in is in the notebook.
        set({ id: undefined, step: { name: 'asking', problem: answer.error.message }, stop: () => {} })
        return
      }
      state = answer.value
    }
    set({ step: { name: 'report', state }, stop: () => {} })
    onEnd(state)
  })
}
