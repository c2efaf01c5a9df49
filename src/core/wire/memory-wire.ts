// Two ends of a wire in one process. Messages are cloned as JSON, so that nothing which could not cross a process crosses here.

import type { Wire } from './wire.ts'

export type MemoryWire<Out, In> = Wire<Out, In> & { close: () => void }

type End<In> = { listeners: ((message: In) => void)[]; closeListeners: (() => void)[] }

/** Delivery is a microtask later, in order, as a real transport's is never within the call. */
export function makeMemoryWires<Up, Down>(): { client: MemoryWire<Up, Down>; host: MemoryWire<Down, Up> } {
  const client: End<Down> = { listeners: [], closeListeners: [] }
  const host: End<Up> = { listeners: [], closeListeners: [] }
  let isOpen = true
  const close = () => {
    if (!isOpen) return
    isOpen = false
    for (const listener of [...client.closeListeners, ...host.closeListeners]) listener()
  }
  const makeEnd = <Out, In>(mine: End<In>, other: End<Out>): MemoryWire<Out, In> => ({
    send: (message) => {
      if (!isOpen) return
      const copy = JSON.parse(JSON.stringify(message)) as Out
      void Promise.resolve().then(() => {
        if (isOpen) for (const listener of other.listeners) listener(copy)
      })
    },
    onMessage: (listener) => void mine.listeners.push(listener),
    onClose: (listener) => void mine.closeListeners.push(listener),
    close,
  })
  return { client: makeEnd<Up, Down>(client, host), host: makeEnd<Down, Up>(host, client) }
}
