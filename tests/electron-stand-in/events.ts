// Electron's events: an object first, which may say that what is about to happen shall not.

import type { EventEmitter } from 'node:events'

/** Emits `name` with an event that carries `details`. True where a listener called `preventDefault`. */
export function emitPreventable(emitter: EventEmitter, name: string, details: object = {}, ...values: unknown[]): boolean {
  let isPrevented = false
  const event = {
    ...details,
    preventDefault: () => {
      isPrevented = true
    },
    get defaultPrevented() {
      return isPrevented
    },
  }
  emitter.emit(name, event, ...values)
  return isPrevented
}
