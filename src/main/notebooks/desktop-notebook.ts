// One notebook of the desktop app: opened or made, shared with terminals, and closed within a time limit.

import { pathToFileURL } from 'node:url'
import { Refusal } from '../../core/store/refusal.ts'
import { outsideBackups } from '../../host/backups/backup-places.ts'
import { openClipDoor } from '../../host/clips/clip-door.ts'
import { openNotebook } from '../../host/open-notebook.ts'
import type { OpenNotebook } from '../../host/opened-notebook.ts'
import { serveWire } from '../../host/session/serve-wire.ts'
import { listenOnSocket, type SocketServer } from '../../host/socket/listen-on-socket.ts'
import { nodeFileSystem } from '../../host/storage/file-system.ts'
import { hasNotebook } from '../../host/storage/has-notebook.ts'
import { createNotebookWithStarter } from './first-run.ts'
import { notebookName } from './notebook-folder.ts'

/** What to do where the folder holds no notebook: refuse with `not-found`, or make one. */
export type Missing = 'refuse' | 'make-empty' | 'make-starter'

/** What the program brought along. `workerUrl` is the worker of its build. */
export type ShellFiles = { resourcesFolder: string; workerUrl: URL | undefined }

export type DesktopNotebook = {
  notebook: OpenNotebook
  /** True once everything is on disk; false where that takes longer than `limitMs`: what was acknowledged is in the journal all the same. */
  close: (limitMs: number) => Promise<boolean>
}

/** Rejects with a refusal: `locked` where another process has it open, `not-found`, `exists` where the folder holds something else. */
export async function openDesktopNotebook(folder: string, files: ShellFiles, missing: Missing): Promise<DesktopNotebook> {
  const notebook = await open(folder, files, missing)
  const socket = notebook.mode === 'write' ? await serveTerminals(notebook) : undefined
  const clips = notebook.mode === 'write' ? await openClipDoor(notebook) : undefined
  const closeAll = async () => {
    await clips?.close()
    await socket?.close()
    await notebook.close()
    return true
  }
  return { notebook, close: (limitMs) => Promise.race([closeAll(), after(limitMs)]) }
}

async function open(folder: string, { resourcesFolder, workerUrl }: ShellFiles, missing: Missing): Promise<OpenNotebook> {
  const resourcesUrl = pathToFileURL(resourcesFolder)
  const backups = { outside: outsideBackups() }
  const common = { mode: 'write', resourcesUrl, backups, ...(workerUrl ? { workerUrl } : {}) } as const
  if (missing !== 'refuse' && !(await hasNotebook(nodeFileSystem, folder))) {
    if (missing === 'make-starter') return await createNotebookWithStarter(folder, resourcesFolder, common)
    return await openNotebook(folder, { ...common, create: { title: notebookName(folder) } })
  }
  try {
    return await openNotebook(folder, common)
  } catch (error) {
    // A backup on read-only media can be read all the same: the window says that it saves nothing.
    if (error instanceof Refusal && error.code === 'read-only') return await openNotebook(folder, { mode: 'read', resourcesUrl })
    throw error
  }
}

async function serveTerminals(notebook: OpenNotebook): Promise<SocketServer | undefined> {
  try {
    return await listenOnSocket(notebook.folder, (wire) => serveWire(notebook, wire))
  } catch (error) {
    console.error(`terminals cannot use this notebook meanwhile: ${(error as Error).message}`)
    return undefined
  }
}

function after(delayMs: number): Promise<false> {
  return new Promise((resolve) => setTimeout(resolve, delayMs, false).unref())
}
