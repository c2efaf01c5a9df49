// Turns clipped HTML into Markdown in a worker of the shell's, with limits of time and memory: no page can hold the notebook, or take it down.

import { Worker } from 'node:worker_threads'
import type { ReadPage } from '../../core/import/read-page.ts'
import { Refusal } from '../../core/store/refusal.ts'

export type ClipLimits = { longestMs: number; mostMemoryMb: number }
/** A long article takes half a second on a machine at rest, most of it the start of the worker. */
const defaultLimits: ClipLimits = { longestMs: 30_000, mostMemoryMb: 192 }
/** Each holds a whole parsed page; the others wait for their turn, and who would wait for too long is told so. */
const mostWaiting = 4

let last: Promise<unknown> = Promise.resolve()
let waiting = 0

/** One at a time. Refuses with `too-large` where the page takes more than it may, and where too many wait, and with `invalid` where the shell has no worker. */
export async function convertClip(html: string, workerUrl: URL | undefined, limits = defaultLimits): Promise<ReadPage> {
  if (!workerUrl) throw new Refusal('invalid', 'clips in HTML cannot be read here: send Markdown')
  if (waiting >= mostWaiting) throw new Refusal('too-large', 'too many pages are being read at once: try again')
  waiting += 1
  const turn = last.then(() => runWorker(html, workerUrl, limits))
  last = turn.catch(() => {})
  try {
    return await turn
  } finally {
    waiting -= 1
  }
}

function runWorker(html: string, workerUrl: URL, { longestMs, mostMemoryMb }: ClipLimits): Promise<ReadPage> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerUrl, {
      workerData: { html },
      resourceLimits: { maxOldGenerationSizeMb: mostMemoryMb, stackSizeMb: 4 },
      // What a page makes jsdom complain about is nobody's concern.
      stdout: true,
      stderr: true,
    })
    const tooMuch = () => reject(new Refusal('too-large', 'this page takes too long to read: clip a part of it, or send Markdown'))
    const timer = setTimeout(() => {
      tooMuch()
      void worker.terminate()
    }, longestMs)
    worker.on('message', resolve)
    worker.on('error', (error: NodeJS.ErrnoException) => {
      // Out of memory, or so deeply nested that a parser ran out of stack.
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY' || error instanceof RangeError || error.name === 'RangeError') tooMuch()
      else reject(error)
    })
    worker.on('exit', () => {
      clearTimeout(timer)
      reject(new Error('the worker ended without an answer'))
    })
  })
}
