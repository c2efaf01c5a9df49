// The world of a sandboxed preload: `require('electron')` with `contextBridge` and `ipcRenderer`, and nothing else of Node or Electron.

import type { Bridge } from './join-worlds.ts'

type Listener = (event: object, ...values: unknown[]) => void
type Parts = {
  bridge: Bridge
  /** Speaks to the program: the text of a channel's name and the values. */
  tell: (text: string) => void
  writeClone: (value: unknown) => string
  readClone: (text: string) => unknown
  /** The name in this world's global by which the program reaches it. */
  receiver: string
  secret: string
  preload: (require: (name: string) => unknown, module: object, exports: object) => void
}

/** Stands alone: it is run by its source. */
export function runPreload({ bridge, tell, writeClone, readClone, receiver, secret, preload }: Parts): void {
  const strict = <Target extends object>(name: string, target: Target): Target =>
    new Proxy(target, {
      get: (object, key) => {
        if (key in object || typeof key === 'symbol') return Reflect.get(object, key)
        throw new Error(`a sandboxed preload has no ${name}.${key} here`)
      },
    })
  const listeners: { channel: string; listener: Listener; isOnce: boolean }[] = []
  const waiting = new Map<number, (reply: { value?: unknown; error?: string }) => void>()
  let calls = 0
  const add = (channel: string, listener: Listener, isOnce: boolean) => {
    listeners.push({ channel, listener, isOnce })
    return ipcRenderer
  }
  const remove = (channel: string, listener: Listener) => {
    const index = listeners.findLastIndex((entry) => entry.channel === channel && entry.listener === listener)
    if (index >= 0) listeners.splice(index, 1)
    return ipcRenderer
  }
  const ipcRenderer: object = strict('ipcRenderer', {
    on: (channel: string, listener: Listener) => add(channel, listener, false),
    once: (channel: string, listener: Listener) => add(channel, listener, true),
    off: remove,
    removeListener: remove,
    send: (channel: string, ...values: unknown[]) => tell(writeClone(['send', channel, values])),
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        calls += 1
        tell(writeClone(['invoke', channel, values, calls]))
        waiting.set(calls, ({ value, error }) => (error === undefined ? resolve(value) : reject(new Error(error))))
      }),
  })
  Object.defineProperty(globalThis, receiver, {
    value: (text: string) => {
      const [kind, name, values] = readClone(text) as ['send', string, unknown[]] | ['reply', number, [{ value?: unknown; error?: string }]]
      if (kind === 'reply') {
        waiting.get(name)?.(values[0])
        waiting.delete(name)
        return
      }
      for (const entry of listeners.filter(({ channel }) => channel === name)) {
        if (entry.isOnce) remove(name, entry.listener)
        entry.listener({ sender: ipcRenderer, ports: [] }, ...values)
      }
    },
  })
  document.addEventListener(`${secret}:open`, (event) => tell(writeClone(['open', (event as CustomEvent<string>).detail])))
  const electron = strict('electron', { contextBridge: strict('contextBridge', { exposeInMainWorld: bridge.expose }), ipcRenderer })
  const module = { exports: {} }
  preload(
    (name) => {
      if (name !== 'electron') throw new Error(`module not found: ${name} (a sandboxed preload can require only electron)`)
      return electron
    },
    module,
    module.exports,
  )
}
