// The windows' wires: one fixed IPC channel each way, behind a check of who sends. A reload, a crash or a navigation ends a window's wire.

import { type IpcMainEvent, ipcMain, type WebContents } from 'electron'
import type { DownMessage, UpMessage } from '../../core/contract/messages.ts'
import type { ShellDownMessage, ShellUpMessage } from '../../core/contract/shell-messages.ts'
import type { Wire } from '../../core/wire/wire.ts'
import { isTrustedSender } from '../security/trusted-sender.ts'

export const upChannel = 'footing:up'
export const downChannel = 'footing:down'

type Up = UpMessage | ShellUpMessage
type Down = DownMessage | ShellDownMessage

/** The notebook's messages and the shell's, as a page sends them: whoever listens parses them first. */
export type WindowWire = Wire<Down, Up>

type OpenWire = { number: number; receive: (message: Up) => void; close: () => void }

/** Calls `onWire` for every wire that one of our pages opens. A page has one: opening another closes the one before. Returns how to stop. */
export function acceptWindowWires(onWire: (wire: WindowWire, contents: WebContents) => void): () => void {
  const open = new Map<WebContents, OpenWire>()
  const handle = ({ senderFrame, sender }: IpcMainEvent, number: unknown, kind: unknown, message: unknown) => {
    // Null where the frame has navigated or gone meanwhile: whoever sent it is not there to be answered.
    if (!isTrustedSender(senderFrame) || typeof number !== 'number') return
    if (kind === 'open') {
      open.get(sender)?.close()
      const wire = makeWire(sender, number, () => open.delete(sender))
      open.set(sender, wire.opened)
      onWire(wire.wire, sender)
    } else if (kind === 'message' && open.get(sender)?.number === number) {
      // What the shape of it is, the host checks: a window is not trusted with that.
      open.get(sender)?.receive(message as Up)
    }
  }
  ipcMain.on(upChannel, handle)
  return () => {
    ipcMain.removeListener(upChannel, handle)
    for (const wire of [...open.values()]) wire.close()
  }
}

function makeWire(contents: WebContents, number: number, onGone: () => void): { wire: WindowWire; opened: OpenWire } {
  const messageListeners: ((message: Up) => void)[] = []
  const closeListeners: (() => void)[] = []
  let isOpen = true
  const close = () => {
    if (!isOpen) return
    isOpen = false
    contents.removeListener('did-navigate', close)
    contents.removeListener('render-process-gone', close)
    contents.removeListener('destroyed', close)
    if (!contents.isDestroyed() && !contents.isCrashed()) contents.send(downChannel, number, 'close')
    onGone()
    for (const listener of closeListeners) listener()
  }
  // Not when a navigation starts: it may be denied, and the page that stays would be cut off. A page that goes still sends its last drafts until then.
  contents.on('did-navigate', close)
  contents.on('render-process-gone', close)
  contents.on('destroyed', close)
  return {
    wire: {
      send: (message) => {
        if (isOpen && !contents.isDestroyed()) contents.send(downChannel, number, 'message', message)
      },
      onMessage: (listener) => void messageListeners.push(listener),
      onClose: (listener) => void closeListeners.push(listener),
    },
    opened: {
      number,
      receive: (message) => {
        for (const listener of messageListeners) listener(message)
      },
      close,
    },
  }
}
