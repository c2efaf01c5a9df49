// Finding in a long text without holding the page up: a few milliseconds of work, then whatever else waits, then on.

import { type FoundRange, findAll } from '../../../core/finding/find-all.ts'

const sliceMs = 8

/**
 * All matches in order; `onSome` is told those that are known after each slice, so that the first are shown before the last are found. Ends
 * quietly once `signal` is aborted.
 */
export async function findInSlices(
  text: string,
  query: string,
  signal: AbortSignal,
  onSome: (ranges: readonly FoundRange[], isWhole: boolean) => void,
): Promise<void> {
  const found: FoundRange[] = []
  let sliceEnd = performance.now() + sliceMs
  for (const piece of findAll(text, query)) {
    // A loop, as a piece of a book can hold more matches than a call takes arguments.
    for (const range of piece) found.push(range)
    if (performance.now() < sliceEnd) continue
    onSome(found, false)
    await nextTurn()
    if (signal.aborted) return
    sliceEnd = performance.now() + sliceMs
  }
  onSome(found, true)
}

/** After what waits already, painting included; a timer would wait at least four milliseconds more. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    port2.postMessage(undefined)
  })
}
