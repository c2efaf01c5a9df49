// Electron's two ends of IPC, as far as the wire uses them: what crosses is cloned, and the preload's world and the page's are apart.

import { EventEmitter } from 'node:events'
import { runInNewContext } from 'node:vm'

export type FakeFrame = { origin: string; parent: FakeFrame | null; detached: boolean }

export const ipcMain = new EventEmitter()

/** One web contents with its page. `load` runs the preload as a page load does, and returns what it exposes. */
export class FakeContents extends EventEmitter {
  frame: FakeFrame | null = { origin: 'app://footing', parent: null, detached: false }
  isGone = false
  #renderer = new EventEmitter()

  load(preloadCode: string): unknown {
    this.#renderer = new EventEmitter()
    const renderer = this.#renderer
    const exposed = new Map<string, unknown>()
    const ipcRenderer = {
      on: (channel: string, listener: (...values: unknown[]) => void) => renderer.on(channel, listener),
      removeListener: (channel: string, listener: (...values: unknown[]) => void) => renderer.removeListener(channel, listener),
      send: (channel: string, ...values: unknown[]) => {
        const copies = structuredClone(values)
        setImmediate(() => ipcMain.emit(channel, { sender: this, senderFrame: this.frame }, ...copies))
      },
    }
    const contextBridge = { exposeInMainWorld: (name: string, api: unknown) => void exposed.set(name, bridge(api)) }
    runInNewContext(preloadCode, {
      require: (name: string) => {
        if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`)
        return { contextBridge, ipcRenderer }
      },
    })
    return Object.fromEntries(exposed)
  }

  send(channel: string, ...values: unknown[]): void {
    const renderer = this.#renderer
    const copies = structuredClone(values)
    setImmediate(() => renderer.emit(channel, { sender: 'ipcRenderer' }, ...copies))
  }
  isDestroyed(): boolean {
    return this.isGone
  }
  isCrashed(): boolean {
    return this.isGone
  }
}

/** As contextBridge: functions are wrapped, what they take and give is copied, and nothing else crosses. */
function bridge(value: unknown): unknown {
  if (typeof value === 'function') return (...values: unknown[]) => bridge(value(...values.map(bridge)))
  if (Array.isArray(value)) return value.map(bridge)
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, bridge(entry)]))
  return structuredClone(value)
}
