// One wire as two: what two parts of a program say to two parts of another shares a connection, and each part sees only its own.

import type { Wire } from './wire.ts'

/**
 * Messages for which `isSecond` holds go to `second`, all others to `first`. Each end keeps what arrives before somebody listens there, in order:
 * a window speaks before its notebook is open.
 */
export function splitWire<FirstOut, FirstIn, SecondOut, SecondIn>(
  wire: Wire<FirstOut | SecondOut, FirstIn | SecondIn>,
  isSecond: (message: unknown) => boolean,
): { first: Wire<FirstOut, FirstIn>; second: Wire<SecondOut, SecondIn> } {
  const first = makeEnd<FirstIn>()
  const second = makeEnd<SecondIn>()
  wire.onMessage((message) => {
    if (isSecond(message)) second.deliver(message as SecondIn)
    else first.deliver(message as FirstIn)
  })
  const onClose = (listener: () => void) => wire.onClose(listener)
  return {
    first: { send: (message) => wire.send(message), onMessage: first.onMessage, onClose },
    second: { send: (message) => wire.send(message), onMessage: second.onMessage, onClose },
  }
}

function makeEnd<In>(): { deliver: (message: In) => void; onMessage: (listener: (message: In) => void) => void } {
  const listeners: ((message: In) => void)[] = []
  const early: In[] = []
  return {
    deliver: (message) => {
      if (listeners.length === 0) early.push(message)
      for (const listener of listeners) listener(message)
    },
    onMessage: (listener) => {
      listeners.push(listener)
      for (const message of early.splice(0)) listener(message)
    },
  }
}
