// The whole of what a page gets from Electron: a wire of three verbs. It knows two fixed channels, passes values on and looks into none of them.

import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'

// The same words as in src/main/ipc/window-wires.ts: a sandboxed preload is one file, so it cannot import them (a test lets both speak).
const upChannel = 'footing:up'
const downChannel = 'footing:down'

// No wire of the page before has the same number: what is still on its way to that one must not reach this one.
let opened = Math.floor(Math.random() * 2 ** 40)

contextBridge.exposeInMainWorld('footing', {
  openWire: () => {
    opened += 1
    const wire = opened
    const messageListeners: ((message: unknown) => void)[] = []
    const closeListeners: (() => void)[] = []
    // The event stays here: with it the page would have ipcRenderer itself.
    const receive = (_event: IpcRendererEvent, from: unknown, kind: unknown, message: unknown) => {
      if (from !== wire) return
      if (kind === 'message') for (const listener of messageListeners) listener(message)
      if (kind !== 'close') return
      ipcRenderer.removeListener(downChannel, receive)
      for (const listener of closeListeners) listener()
    }
    ipcRenderer.on(downChannel, receive)
    ipcRenderer.send(upChannel, wire, 'open')
    return {
      send: (message: unknown) => ipcRenderer.send(upChannel, wire, 'message', message),
      onMessage: (listener: (message: unknown) => void) => {
        messageListeners.push(listener)
      },
      onClose: (listener: () => void) => {
        closeListeners.push(listener)
      },
    }
  },
})
