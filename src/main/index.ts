// The desktop app on one page: what is done, in the order in which it has to be.

import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, dialog, protocol, session } from 'electron'
import { Refusal } from '../core/store/refusal.ts'
import { defaultNotebookFolder } from '../host/default-notebook.ts'
import { readAssets } from '../host/server/read-assets.ts'
import { serveWire } from '../host/session/serve-wire.ts'
import { answerAppRequests } from './app-protocol.ts'
import { type DesktopNotebook, openDesktopNotebook } from './desktop-notebook.ts'
import { acceptWindowWires } from './ipc/window-wires.ts'
import { openMainWindow, readyLine } from './main-window.ts'
import { guardContents } from './security/guard-contents.ts'
import { guardSession } from './security/guard-session.ts'
import { appScheme } from './security/trusted-sender.ts'

const closeLimitMs = 10_000
/** A closing page sends its last drafts: they are on their way when it is gone. */
const lastMessagesMs = 100
/** As sysexits(3) has EX_TEMPFAIL, and as the `footing` command ends where another process has the notebook. */
const lockedExitCode = 75

const besideBundle = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const folder = resolve(process.argv.slice(app.isPackaged ? 1 : 2).find((argument) => !argument.startsWith('-')) ?? defaultNotebookFolder())

// Before anything is ready: no page of any kind runs outside a sandbox.
app.enableSandbox()
// Before ready, and once: without `standard` the page has no origin, and so no storage; without `secure` no clipboard and no crypto.
protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } }])
guardContents(app)

// One process holds the notebook: a second start brings its window to the front and ends.
if (app.requestSingleInstanceLock({ folder })) {
  app.whenReady().then(start).catch(fail)
} else {
  console.log(readyLine)
  app.exit(0)
}

async function start(): Promise<void> {
  guardSession(session.defaultSession)
  const assets = await readAssets(besideBundle('../renderer/'))
  const desktop = await openDesktopNotebook(folder, besideBundle('../../resources/'))
  closeBeforeQuit(desktop)
  protocol.handle(appScheme, answerAppRequests(assets, desktop.notebook.folder))
  // Before the window: its page opens its wire as soon as it runs.
  acceptWindowWires((wire) => serveWire(desktop.notebook, wire))
  const window = openMainWindow(besideBundle('../preload/index.cjs'), () => console.log(readyLine))
  app.on('second-instance', (_event, _argv, _directory, data) => {
    if (window.isDestroyed()) return
    if (window.isMinimized()) window.restore()
    window.focus()
    tellOfOtherFolder(data)
  })
}

/** `will-quit` comes when all windows are gone; it is held up until everything is on disk, and not for ever. */
function closeBeforeQuit({ close }: DesktopNotebook): void {
  let isClosed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    setTimeout(async () => {
      const isWritten = await close(closeLimitMs).catch((error: unknown) => {
        console.error(error)
        return false
      })
      isClosed = true
      if (!isWritten) console.error('the notebook was not closed in time: what was saved is in its journal')
      app.exit(isWritten ? 0 : 1)
    }, lastMessagesMs)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => app.quit())
}

function tellOfOtherFolder(data: unknown): void {
  const wanted = typeof data === 'object' && data !== null && 'folder' in data ? data.folder : undefined
  if (typeof wanted !== 'string' || wanted === folder) return
  void dialog.showMessageBox({ message: 'Footing has another notebook open', detail: `Open: ${folder}\nAsked for: ${wanted}\nClose this one first.` })
}

/** The last line says why: `npm start` repeats it. From the desktop there is no terminal to read it in. */
function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error)
  console.error(message)
  if (!process.env.FOOTING_START) dialog.showErrorBox('Footing could not open the notebook', message)
  app.exit(error instanceof Refusal && error.code === 'locked' ? lockedExitCode : 1)
}
