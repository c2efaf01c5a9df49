// `ipcMain`: what preloads send arrives here, with the frame that sent it.

import { StrictEmitter } from './strict.ts'

type Answer = (event: Electron.IpcMainInvokeEvent, ...values: unknown[]) => unknown

class IpcMain extends StrictEmitter implements Pick<Electron.IpcMain, 'handle' | 'removeHandler'> {
  readonly #handlers = new Map<string, Answer>()

  handle(channel: string, listener: Answer): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, listener)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** For web contents: runs the handler of an `invoke`. */
  static async answer(channel: string, event: object, values: readonly unknown[]): Promise<unknown> {
    const handler = ipcMain.#handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return await handler(event as Electron.IpcMainInvokeEvent, ...values)
  }
}

export const ipcMain = new IpcMain()
export const answerInvoke = IpcMain.answer
