// The notebook of the desktop app: opened, or made with the starter on the first run, shared with terminals, and closed within a time limit.

import { pathToFileURL } from 'node:url'
import { type OpenNotebook, openNotebook } from '../host/open-notebook.ts'
import { serveWire } from '../host/session/serve-wire.ts'
import { listenOnSocket, type SocketServer } from '../host/socket/listen-on-socket.ts'
import { nodeFileSystem } from '../host/storage/file-system.ts'
import { hasNotebook } from '../host/storage/has-notebook.ts'
import { createNotebookWithStarter } from './first-run.ts'

export type DesktopNotebook = {
  notebook: OpenNotebook
  /** True once everything is on disk; false where that takes longer than `limitMs`: what was acknowledged is in the journal all the same. */
  close: (limitMs: number) => Promise<boolean>
}

/** Rejects with a refusal: `locked` where another process has it open, `invalid` where the folder holds something else. */
export async function openDesktopNotebook(folder: string, resourcesFolder: string): Promise<DesktopNotebook> {
  const isFirstRun = !(await hasNotebook(nodeFileSystem, folder))
  const notebook = isFirstRun
    ? await createNotebookWithStarter(folder, resourcesFolder)
    : await openNotebook(folder, { mode: 'write', resourcesUrl: pathToFileURL(resourcesFolder) })
  const socket: SocketServer | undefined = await listenOnSocket(folder, (wire) => serveWire(notebook, wire)).catch((error: unknown) => {
    console.error(`terminals cannot use this notebook meanwhile: ${(error as Error).message}`)
    return undefined
  })
  const closeAll = async () => {
    await socket?.close()
    await notebook.close()
    return true
  }
  return { notebook, close: (limitMs) => Promise.race([closeAll(), after(limitMs)]) }
}

function after(delayMs: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, delayMs, false).unref())
}
