// The stand-in is as strict as Electron: what it would refuse or throw, a small program of each kind meets here.

import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { finished } from '../cli/run-footing.ts'
import { isAccelerator } from './shell/accelerator.ts'

const standIn = join(import.meta.dirname, 'electron')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footing-stand-in-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a program of this main file; gives the JSON that it prints by `say`. */
async function run(main: string, preload = ''): Promise<unknown> {
  const program = await mkdtemp(join(folder, 'program-'))
  await writeFile(join(program, 'package.json'), JSON.stringify({ name: 'tried', version: '1.0.0', main: 'main.mjs' }))
  await writeFile(join(program, 'preload.cjs'), preload)
  await writeFile(join(program, 'page.html'), '<!doctype html><title>tried</title><p>here</p>')
  await writeFile(
    join(program, 'main.mjs'),
    `import electron, * as all from 'electron'
    const { app, BrowserWindow, Menu, dialog, ipcMain, protocol, session } = all
    const privileges = { standard: true, secure: true, supportFetchAPI: true }
    const preload = ${JSON.stringify(join(program, 'preload.cjs'))}
    const error = (run) => { try { run(); return 'nothing thrown' } catch ({ message }) { return message } }
    const say = (value) => { process.stdout.write('said:' + JSON.stringify(value) + '\\n'); app.exit(0) }
    const page = () => new Response('<!doctype html><title>tried</title><p>here</p>', { headers: { 'content-type': 'text/html' } })
    ${main}`,
  )
  const { stdout, stderr } = await finished(
    spawn(process.execPath, [standIn, program, `--user-data-dir=${join(program, 'data')}`], { env: { ...process.env, XDG_CONFIG_HOME: program } }),
  )
  const [, said] = /^said:(.*)$/m.exec(stdout) ?? []
  if (said === undefined) throw new Error(`the program said nothing: ${stderr}`)
  return JSON.parse(said)
}

test('what must come before ready throws after it, and what needs ready throws before it', async () => {
  const said = await run(`
    const early = [() => new BrowserWindow(), () => session.defaultSession, () => protocol.handle('tried', page), () => Menu.setApplicationMenu(null)].map(error)
    app.whenReady().then(() => say([early, [() => app.enableSandbox(), () => protocol.registerSchemesAsPrivileged([{ scheme: 'tried', privileges }])].map(error)]))`)
  const [early, late] = said as [string[], string[]]
  for (const message of early) expect(message).toMatch(/cannot be used before the app is ready/)
  for (const message of late) expect(message).toMatch(/must be called before the app is ready/)
})

test('a member that the stand-in lacks throws, in modules, classes and what comes from them', async () => {
  expect(
    await run(`app.whenReady().then(() => {
      const window = new BrowserWindow()
      say([() => app.dock, () => app.getGPUInfo(), () => BrowserWindow.noSuch, () => window.setOpacity(1), () => window.webContents.printToPDF({}),
        () => session.defaultSession.clearCache(), () => protocol.registerFileProtocol, () => dialog.showCertificateTrustDialog].map(error))
    })`),
  ).toEqual([
    'the stand-in has no App.dock',
    'the stand-in has no App.getGPUInfo',
    'the stand-in has no BrowserWindow.noSuch',
    'the stand-in has no BrowserWindow.setOpacity',
    'the stand-in has no WebContents.printToPDF',
    'the stand-in has no Session.clearCache',
    'the stand-in has no protocol.registerFileProtocol',
    'the stand-in has no dialog.showCertificateTrustDialog',
  ])
})

test('pages without the sandbox and schemes without full privileges are refused', async () => {
  const said = await run(`
    const scheme = error(() => protocol.registerSchemesAsPrivileged([{ scheme: 'weak', privileges: { standard: true } }]))
    app.whenReady().then(() => say([scheme, ...[{ sandbox: false }, { contextIsolation: false }, { nodeIntegration: true }, { webSecurity: false }]
      .map((webPreferences) => error(() => new BrowserWindow({ webPreferences })))]))`)
  expect(said).toEqual([
    'the stand-in serves only schemes that are standard, secure and support fetch; weak is not',
    'the stand-in gives no page sandbox: false',
    'the stand-in gives no page contextIsolation: false',
    'the stand-in gives no page nodeIntegration: true',
    'the stand-in gives no page webSecurity: false',
  ])
})

const preload = `
const { contextBridge, ipcRenderer } = require('electron')
const error = (run) => { try { run(); return 'nothing thrown' } catch ({ message }) { return message } }
const listeners = []
contextBridge.exposeInMainWorld('tried', {
  required: ['fs', 'node:path', './other.cjs'].map((name) => error(() => require(name))),
  members: [() => require('electron').shell, () => ipcRenderer.sendSync].map(error),
  uncloneable: error(() => ipcRenderer.send('told', () => {})),
  globals: ['process', 'Buffer', 'global', 'setImmediate'].filter((name) => name in globalThis),
  send: (value) => ipcRenderer.send('told', value),
  nested: { call: (back, ...values) => back(values.length, ...values) },
  fail: () => { throw new RangeError('said there') },
  listen: (listener) => void listeners.push(listener),
})
ipcRenderer.on('answer', (_event, value) => { for (const listener of listeners) listener(value) })`

const openPage = `
  protocol.registerSchemesAsPrivileged([{ scheme: 'tried', privileges }])
  app.whenReady().then(async () => {
    protocol.handle('tried', page)
    const window = new BrowserWindow({ webPreferences: { preload } })
    await window.loadURL('tried://page/')
    const inPage = (code) => window.webContents.executeJavaScript(code)`

// The same code runs in the page's own world.
test('a preload has two names of Electron and none of Node, and its world is not the page’s', async () => {
  const said = await run(
    `${openPage}
    say(await inPage(\`({
      ...Object.fromEntries(['required', 'members', 'uncloneable', 'globals'].map((name) => [name, tried[name]])),
      isFrozen: [Object.isFrozen(tried), Object.isFrozen(tried.nested), Object.getOwnPropertyDescriptor(window, 'tried').writable],
      inPage: ['require', 'ipcRenderer', 'listeners'].filter((name) => name in window),
      place: [isSecureContext, document.querySelector('p').textContent],
    })\`))
  })`,
    preload,
  )
  expect(said).toMatchObject({
    required: ['fs', 'node:path', './other.cjs'].map((name) => `module not found: ${name} (a sandboxed preload can require only electron)`),
    members: ['a sandboxed preload has no electron.shell here', 'a sandboxed preload has no ipcRenderer.sendSync here'],
    uncloneable: expect.stringContaining('could not be cloned'),
    globals: [],
    isFrozen: [true, true, false],
    inPage: [],
    place: [true, 'here'],
  })
})

test('values cross by structured clone, functions by call, errors by their message', async () => {
  const said = await run(
    `${openPage}
    const told = new Promise((resolve) => ipcMain.on('told', ({ senderFrame, sender }, value) => {
      sender.send('answer', value)
      resolve([senderFrame.origin, senderFrame.url, senderFrame.parent, value instanceof Map, [...value.get('bytes')], value.get('date').toISOString(), value.get('big') === 7n])
    }))
    const back = inPage(\`new Promise((resolve) => {
      tried.listen((value) => resolve([value instanceof Map, value.get('self') === undefined, [...value.get('bytes')]]))
      const nested = tried.nested.call((...values) => values.join(' '), 'a', 2, null)
      let failure = ''
      try { tried.fail() } catch ({ message }) { failure = message }
      let proto = ''
      try { tried.send({ callback: () => {} }) } catch ({ message }) { proto = message }
      window.extra = { nested, failure, proto }
      tried.send(new Map([['bytes', new Uint8Array([1, 2, 255])], ['date', new Date(0)], ['big', 7n]]))
    })\`)
    say({ told: await told, back: await back, extra: await inPage('extra') })
  })`,
    preload,
  )
  expect(said).toEqual({
    told: ['tried://page', 'tried://page/', null, true, [1, 2, 255], '1970-01-01T00:00:00.000Z', true],
    back: [true, true, [1, 2, 255]],
    extra: { nested: '3 a 2 ', failure: 'said there', proto: expect.stringContaining('could not be cloned') },
  })
})

test('the end of a program comes in Electron’s order, and a window may keep it', async () => {
  expect(
    await run(`
    const seen = []
    let isKept = true
    app.on('before-quit', () => seen.push('before-quit'))
    app.on('window-all-closed', () => seen.push('window-all-closed'))
    app.on('will-quit', () => seen.push('will-quit'))
    app.on('quit', (_event, code) => { seen.push('quit ' + code); process.stdout.write('said:' + JSON.stringify(seen) + '\\n') })
    app.whenReady().then(() => {
      const window = new BrowserWindow()
      window.on('close', (event) => { seen.push('close'); if (isKept) event.preventDefault() })
      window.on('closed', () => seen.push('closed'))
      app.quit()
      isKept = false
      app.quit()
    })`),
  ).toEqual(['before-quit', 'close', 'before-quit', 'close', 'closed', 'will-quit', 'quit 0'])
})

test.each([
  ['CommandOrControl+Shift+E', true],
  ['CmdOrCtrl+Plus', true],
  ['F11', true],
  ['Ctrl+/', true],
  ['Mod+K', false],
  ['Ctrl+Shift', false],
  ['Ctrl+Umschalt+K', false],
  ['Ctrl+ä', false],
  ['', false],
])('%j is a key that a menu can have: %s', (text, expected) => {
  expect(isAccelerator(text)).toBe(expected)
})
