// Starts a program as Electron does: debuggers, the module `electron`, Chromium beside it, the program's main file, and then "ready".

import { open as openInspector } from 'node:inspector'
import { registerHooks } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { programArguments, programFolder } from './command-line.ts'

// Playwright reads both lines, this one and Chromium's, and lets the app become ready once it listens, as its loader does in real Electron.
const isDriven = process.argv.some((word) => word.startsWith('--inspect'))
const driven = Promise.withResolvers<void>()
if (isDriven) {
  openInspector(0)
  Object.assign(globalThis, { __playwright_run: driven.resolve })
}
// Electron warns of these and goes on; Node would end.
process.on('unhandledRejection', (reason) => console.error('unhandled rejection:', reason))

const electronModule = new URL('./electron-module.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    /^electron(?:\/main|\/common)?$/.test(specifier)
      ? { url: electronModule, format: 'module-typescript', shortCircuit: true }
      : next(specifier, context),
})

const { app, becomeReady } = await import('./app.ts')
const { beginChromium } = await import('./chromium.ts')
const { followTargets } = await import('./page-target.ts')
const { default: manifest } = (await import(pathToFileURL(resolve(programFolder, 'package.json')).href, { with: { type: 'json' } })) as {
  default: { main: string }
}
process.argv = programArguments
const started = beginChromium(app.getPath('userData'))
app.emit('will-finish-launching')
await import(pathToFileURL(join(resolve(programFolder), manifest.main)).href)
await followTargets((await started).connection)
// From here on, Playwright follows the pages too.
console.error(`DevTools listening on ${(await started).address}`)
if (isDriven) await driven.promise
becomeReady()
