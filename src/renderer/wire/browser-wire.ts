// A WebSocket to the local host as a wire of three verbs.

import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import type { Wire } from '../../core/wire/wire.ts'

/** Resolves when the socket is open, rejects when it could not be opened. */
export function openBrowserWire(url: string): Promise<Wire<UpMessage, DownMessage> & { close: () => void }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url)
    const messageListeners: ((message: DownMessage) => void)[] = []
    const closeListeners: (() => void)[] = []
    socket.onopen = () =>
      resolve({
        send: (message) => {
          if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message))
        },
        onMessage: (listener) => void messageListeners.push(listener),
        onClose: (listener) => void closeListeners.push(listener),
        close: () => socket.close(),
      })
    socket.onerror = () => reject(new Error('the local host does not answer'))
    socket.onmessage = (event) => {
      const message = JSON.parse(String(event.data)) as DownMessage
      for (const listener of messageListeners) listener(message)
    }
    socket.onclose = () => {
      reject(new Error('the local host closed the connection'))
      for (const listener of closeListeners) listener()
    }
  })
}
