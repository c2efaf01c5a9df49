// One task for the host's worker, in a thread that ends with it.

import { Worker } from 'node:worker_threads'

/** Undefined where the thread ended without an answer, or `signal` did not wait for it. */
export function askWorker<Answer>(workerUrl: URL, task: object, signal?: AbortSignal): Promise<Answer | undefined> {
  return new Promise((resolve) => {
    const worker = new Worker(workerUrl, { workerData: task })
    const end = () => void worker.terminate()
    signal?.addEventListener('abort', end, { once: true })
    worker.on('message', resolve)
    worker.on('error', () => resolve(undefined))
    worker.on('exit', () => {
      signal?.removeEventListener('abort', end)
      resolve(undefined)
    })
  })
}
