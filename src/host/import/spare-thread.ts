// The thread of the import before, kept for the next one for a moment: starting one takes longer than reading a hundred notes.

import type { Worker } from 'node:worker_threads'

const keptForMs = 15_000

type Spare = { worker: Worker; key: string; timer: NodeJS.Timeout }
let spare: Spare | undefined

/** Only one that owes no answer. It keeps no process alive. */
export function keepThread(worker: Worker, url: URL, mostMemoryMb: number): void {
  dropThread()
  forgetListeners(worker)
  // One that ends by itself is no loss.
  worker.on('error', dropThread)
  worker.on('exit', dropThread)
  worker.unref()
  spare = { worker, key: keyOf(url, mostMemoryMb), timer: setTimeout(dropThread, keptForMs).unref() }
}

export function takeThread(url: URL, mostMemoryMb: number): Worker | undefined {
  if (spare?.key !== keyOf(url, mostMemoryMb)) return undefined
  const { worker, timer } = spare
  spare = undefined
  clearTimeout(timer)
  forgetListeners(worker)
  worker.ref()
  return worker
}

function dropThread(): void {
  const dropped = spare
  spare = undefined
  if (!dropped) return
  clearTimeout(dropped.timer)
  forgetListeners(dropped.worker)
  dropped.worker.on('error', () => {})
  void dropped.worker.terminate()
}

/** By name: Node itself listens for others, by which it starts and stops the port. */
function forgetListeners(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event)
}

function keyOf(url: URL, mostMemoryMb: number): string {
  return `${url.href} ${mostMemoryMb}`
}
