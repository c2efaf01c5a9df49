// The desktop app on one page: what is done, in the order in which it has to be.

import { fileURLToPath } from 'node:url'
import { app, dialog, protocol, session } from 'electron'
import { chooseLanguage } from '../core/strings/languages.ts'
import { type Assets, readAssets } from '../host/server/read-assets.ts'
import { answerAppRequests } from './app-protocol.ts'
import { DesktopMemory } from './desktop-memory.ts'
import { LogFile } from './errors/log-file.ts'
import { reportErrors } from './errors/report-errors.ts'
import { acceptWindowWires } from './ipc/window-wires.ts'
import { leaveInOrder } from './leave.ts'
import type { OwnCommand } from './menu/build-menu.ts'
import { makeMenuBar } from './menu/menu-bar.ts'
import { openDesktopNotebook } from './notebooks/desktop-notebook.ts'
import { OpenNotebooks } from './notebooks/open-notebooks.ts'
import { reloadOnChange } from './reload-on-change.ts'
import { openExternally } from './security/external-links.ts'
import { guardContents } from './security/guard-contents.ts'
import { guardSession } from './security/guard-session.ts'
import { appScheme } from './security/trusted-sender.ts'
import { answerRequest, openPath, type ShellContext } from './shell/answer-request.ts'
import { chooseNotebook, confirmPlainLink, tell } from './shell/dialogs.ts'
import { makeSavedFiles } from './shell/save-file.ts'
import { openFirst, openWanted } from './start/open-wanted.ts'
import { readArguments, readHandedOver, readLink, toNotebookFolder, type Wanted } from './start/read-arguments.ts'
import { NotebookWindows } from './windows/notebook-windows.ts'

/** `npm start` waits for this line; without it, it falls back to the browser. */
const readyLine = 'footing: window ready'
const notebookLimitMs = 10_000

const besideBundle = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const log = new LogFile(app.getPath('logs'))
const { desktop: words } = chooseLanguage(app.getPreferredSystemLanguages()).strings
let windows: NotebookWindows | undefined

// First of all, so that whatever fails below is said in words.
reportErrors(log, (what) => {
  if (windows?.current?.send({ type: 'shell.notice', tone: 'problem', message: `${words.unexpected}. ${words.unexpectedDetail(what)}` })) return
  if (app.isReady()) void tell(windows?.current?.window, { message: words.unexpected, detail: words.unexpectedDetail(what) })
})
// Windows groups windows, toasts and the pinned icon by this name: the installer's.
if (process.platform === 'win32') app.setAppUserModelId('app.footing.Footing')
// Before anything is ready: no page of any kind runs outside a sandbox.
app.enableSandbox()
// Before ready, and once: without `standard` the page has no origin, and so no storage; without `secure` no clipboard and no crypto.
protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
guardContents(app, (address) => void openExternally(address, (link) => confirmPlainLink(windows?.current?.window, words, link)))

// One process for all notebooks: a second start hands over what it was asked for, as it understood it in its own folder, and ends.
let wanted = readArguments(process.argv, process.cwd(), app.isPackaged)
if (app.requestSingleInstanceLock({ wanted })) {
  // Before ready: a Mac tells what the program was started with by events, the first of them before it is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault()
    open({ kind: 'folder', folder: toNotebookFolder(path) })
  })
  app.on('open-url', (event, address) => {
    event.preventDefault()
    open(readLink(address))
  })
  app.whenReady().then(start).catch(fail)
} else {
  console.log(readyLine)
  app.exit(0)
}

/** Kept until the windows are there. */
let open: (next: Wanted | undefined) => void = (next) => {
  wanted = next ?? wanted
}

async function start(): Promise<void> {
  guardSession(session.defaultSession)
  // Read while the first window is being made.
  const readWindow = () => readAssets(besideBundle('../renderer/'))
  let assets: Promise<Assets> = readWindow()
  const memory = await DesktopMemory.read(app.getPath('userData'))
  const shell = { resourcesFolder: besideBundle('../../resources/'), workerUrl: new URL('./worker.js', import.meta.url) }
  const notebooks = new OpenNotebooks((folder, missing) => openDesktopNotebook(folder, shell, missing), notebookLimitMs)
  protocol.handle(
    appScheme,
    answerAppRequests(
      () => assets,
      () => notebooks.folders(),
    ),
  )

  const showLogs = () => void openPath(log.path)
  let isShown = false
  const opened = new NotebookWindows({
    preloadPath: besideBundle('../preload/index.cjs'),
    iconPath: besideBundle('../../resources/icons/footing.png'),
    notebooks,
    memory,
    words,
    showLogs,
    onShown: () => {
      if (!isShown) console.log(readyLine)
      isShown = true
    },
    onChange: () => menuBar.refresh(),
    answer: (window, request) => answerRequest(context, window, request),
    chooseAnother: (parent) => chooseNotebook(parent, words),
  })
  windows = opened
  const context: ShellContext = { windows: opened, memory, words, saved: makeSavedFiles(), showLogs }
  const runOwn = (command: OwnCommand) =>
    void answerRequest(context, opened.current, { name: command === 'notebook.new' ? 'notebook.create' : command })
  const menuBar = makeMenuBar({ words, memory, windows: () => opened }, runOwn, (folder) => void opened.open(folder))
  menuBar.refresh()
  // Before a window: its page opens its wire as soon as it runs.
  acceptWindowWires((wire, contents) => opened.serve(contents, wire))
  leaveInOrder(opened, notebooks, memory)

  open = (next) => void openWanted(next, opened, memory)
  app.on('second-instance', (_event, argv, directory, data) => open(readHandedOver(data) ?? readArguments(argv, directory, app.isPackaged)))
  app.on('activate', () => opened.current || open(undefined))
  await openFirst(wanted, opened, memory)
  if (await memory.dropMissing()) menuBar.refresh()
  if (process.env.FOOTING_DEV && !app.isPackaged) {
    reloadOnChange(besideBundle('../renderer/'), () => {
      assets = readWindow()
      for (const { window } of opened.all) window.webContents.reload()
    })
  }
}

/** The last line says why: `npm start` repeats it. From the desktop there is no terminal to read it in. */
function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error))
  if (!process.env.FOOTING_START) dialog.showErrorBox(words.unexpected, error instanceof Error ? error.message : String(error))
  app.exit(1)
}
