// `footing serve`: the notebook in a browser on this machine, and for other terminals over the local socket, until it is stopped.

import { pathToFileURL } from 'node:url'
import { outsideBackups } from '../../host/backups/backup-places.ts'
import { type ClipDoor, openClipDoor } from '../../host/clips/clip-door.ts'
import { openNotebook } from '../../host/open-notebook.ts'
import type { OpenNotebook } from '../../host/opened-notebook.ts'
import { BrowserMemory } from '../../host/server/browser-memory.ts'
import { startLocalServer } from '../../host/server/start-local-server.ts'
import { serveWire } from '../../host/session/serve-wire.ts'
import { listenOnSocket, type SocketServer } from '../../host/socket/listen-on-socket.ts'
import { socketAddress } from '../../host/socket/socket-address.ts'
import { workerUrl } from '../../host/worker-url.ts'
import { ensureWindow } from '../build-window.ts'

import { CommandFailure, exitCodes } from '../exit-codes.ts'
import { canOpenBrowser, openBrowser } from '../open-browser.ts'
import { requireFolder, rethrowForPeople, withBackupHint } from '../open-folder.ts'
import { tell, write, writeJsonLine } from '../output.ts'
import { rendererFolder, resourcesFolder } from '../resources-folder.ts'

export type ServeOptions = { port?: number; open: boolean; json?: boolean }

/** Ends on SIGINT, SIGTERM or SIGHUP, when everything is written. */
export async function serve(folder: string, { port, open, json = false }: ServeOptions): Promise<number> {
  const stopped = nextSignal()
  const notebook = await withBackupHint(folder, async () => {
    requireFolder(folder)
    const options = {
      mode: 'write',
      resourcesUrl: pathToFileURL(resourcesFolder),
      workerUrl,
      backups: { outside: outsideBackups() },
    } as const
    return openNotebook(folder, options).catch(rethrowForPeople)
  })
  tellOfBackups(notebook)
  let socket: SocketServer | undefined
  let clips: ClipDoor | undefined
  try {
    clips = await openClipDoor(notebook)
    socket = await listenOnSocket(folder, (wire) => serveWire(notebook, wire)).catch((error: unknown) => {
      tell(`other terminals cannot use this notebook meanwhile: ${(error as Error).message}`)
      return undefined
    })
    await ensureWindow()
    const willOpen = open && !json && canOpenBrowser()
    const server = await startLocalServer({
      notebook,
      assets: rendererFolder,
      port,
      memory: browserMemory(folder),
      // A link that is only printed may be used again, by a script or from another browser.
      startLink: willOpen ? 'once' : 'until closed',
      onFreshLink: (url) => tell(`the link was used already, here is a fresh one: ${url}`),
    }).catch((error: unknown) => explainPort(error, port))
    if (json) await writeJsonLine({ url: server.url, token: server.token })
    else await write(`${server.url}\n`)
    if (willOpen) openBrowser(server.url)
    await stopped
    await server.close()
  } finally {
    await clips?.close()
    await socket?.close()
    await notebook.close()
  }
  return exitCodes.done
}

/** Once for each reason: a disk that stays full is no news every five minutes. */
function tellOfBackups({ backups }: OpenNotebook): void {
  let told: string | undefined
  backups?.onState(() => {
    const { problem } = backups.state()
    if (problem !== undefined && problem !== told) tell(problem)
    told = problem
  })
}

/** None where no private folder can be had: then every run starts afresh. */
function browserMemory(folder: string): BrowserMemory | undefined {
  try {
    return new BrowserMemory(socketAddress(folder).memoryPath)
  } catch {
    return undefined
  }
}

function nextSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

function explainPort(error: unknown, port: number | undefined): never {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') throw new CommandFailure(`port ${port} is taken: name another, or leave --port out`, exitCodes.problems)
  if (code === 'EACCES') throw new CommandFailure(`port ${port} is reserved: take one above 1023`, exitCodes.problems)
  throw error
}
