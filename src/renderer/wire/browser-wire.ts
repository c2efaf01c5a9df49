// A WebSocket to the local host as a wire of three verbs.

import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import type { Wire } from '../../core/wire/wire.ts'

/** The host takes 64 MB of UTF-8, and closes the socket on more: a letter can take three bytes. */
const maxMessageLength = 21_000_000
const tooLarge = {
  code: 'too-large',
  message: 'this text is too large for one note in the browser: split it, or bring it in with `footing import`',
} as const

/** Resolves when the socket is open, rejects when it could not be opened. */
export function openBrowserWire(url: string): Promise<Wire<UpMessage, DownMessage> & { close: () => void }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    const messageListeners: ((message: DownMessage) => void)[] = []
    const closeListeners: (() => void)[] = []
    const deliver = (message: DownMessage) => {
      for (const listener of messageListeners) listener(message)
    }
    socket.onopen = () =>
      resolve({
        send: (message) => {
          if (socket.readyState !== WebSocket.OPEN) return
          const text = JSON.stringify(message)
          if (text.length <= maxMessageLength) socket.send(text)
          else queueMicrotask(() => deliver({ type: 'refused', id: 'id' in message ? message.id : '', error: tooLarge }))
        },
        onMessage: (listener) => void messageListeners.push(listener),
        onClose: (listener) => void closeListeners.push(listener),
        close: () => socket.close(),
      })
    socket.onerror = () => reject(new Error('the local host does not answer'))
    socket.onmessage = (event) => deliver(JSON.parse(String(event.data)) as DownMessage)
    socket.onclose = () => {
      reject(new Error('the local host closed the connection'))
      for (const listener of closeListeners) listener()
    }
  })
}
