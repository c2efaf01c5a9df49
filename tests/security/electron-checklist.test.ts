// Electron's security checklist (electronjs.org/docs/latest/tutorial/security), item by item, on the sources and on the program as it is built.

import { readdirSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import configuration from '../../electron-builder.ts'
import { pagePolicy, securityHeaders } from '../../src/host/server/security-headers.ts'
import { parseExternalLink } from '../../src/main/security/external-links.ts'
import { guardContents } from '../../src/main/security/guard-contents.ts'
import { guardSession } from '../../src/main/security/guard-session.ts'
import { appAddress, isAppAddress, isTrustedSender } from '../../src/main/security/trusted-sender.ts'
import { createWindow } from '../../src/main/windows/create-window.ts'
import { buildShell } from '../preload/build-shell.ts'

const made = vi.hoisted(() => ({ options: [] as { webPreferences: Record<string, unknown> }[], loaded: [] as string[] }))
vi.mock('electron', () => ({
  BrowserWindow: class {
    constructor(options: (typeof made.options)[number]) {
      made.options.push(options)
    }
    once() {}
    loadURL(address: string) {
      made.loaded.push(address)
      return Promise.resolve()
    }
  },
  ipcMain: { on: () => {} },
  shell: { openExternal: () => Promise.resolve() },
}))

let folder = ''
const built = { main: '', preload: '', renderer: '', page: '' }
const readAll = (path: string, pattern: RegExp): string =>
  readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && pattern.test(entry.name))
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
    .join('\n')
beforeAll(async () => {
  folder = await buildShell()
  built.main = readAll(join(folder, 'main'), /\.js$/)
  built.preload = readAll(join(folder, 'preload'), /\.cjs$/)
  built.renderer = readAll(join(folder, 'renderer'), /\.js$/)
  built.page = readFileSync(join(folder, 'renderer/index.html'), 'utf8')
  createWindow(
    { preloadPath: '/preload.cjs', iconPath: '/icon.png' },
    { bounds: { width: 1, height: 1 }, isMaximized: false, isFullScreen: false },
    () => {},
  )
}, 120_000)
afterAll(() => rm(folder, { recursive: true, force: true }))

const preferences = () => made.options[0]?.webPreferences ?? {}
const sources = (part: string) => readAll(join(import.meta.dirname, '../../src', part), /\.tsx?$/)
const policy = pagePolicy(undefined, 'NONCE')
const directive = (name: string) => policy.split('; ').find((each) => each.startsWith(`${name} `))

type Handler = (...values: never[]) => unknown
/** A session or page that keeps what it is told. */
function recorder(): { handlers: Map<string, Handler>; target: Record<string, unknown> } {
  const handlers = new Map<string, Handler>()
  const keep = (prefix: string): Record<string, unknown> =>
    new Proxy(
      {},
      {
        get: (_target, name: string) => {
          if (name === 'webRequest') return keep('webRequest.')
          return (first: unknown, second?: unknown) =>
            handlers.set(`${prefix}${typeof first === 'string' ? `${name}:${first}` : name}`, (second ?? first) as Handler)
        },
      },
    )
  return { handlers, target: keep('') }
}
function guardedPage(opened: string[] = []): Map<string, Handler> {
  const app = recorder()
  guardContents(app.target as never, (address) => opened.push(address))
  const page = recorder()
  ;(app.handlers.get('on:web-contents-created') as unknown as (event: object, contents: unknown) => void)({}, page.target)
  return page.handlers
}
const isPrevented = (handler: Handler | undefined, details: object): boolean => {
  let prevented = false
  ;(handler as unknown as (event: object) => void)?.({ ...details, preventDefault: () => (prevented = true) })
  return prevented
}

describe('the checklist', () => {
  test('1. only secure content is loaded: windows load our own scheme, and no request leaves it', () => {
    expect(made.loaded).toEqual([appAddress])
    const { handlers, target } = recorder()
    guardSession(target as never)
    const before = handlers.get('webRequest.onBeforeRequest') as unknown as (
      details: { url: string },
      answer: (given: { cancel: boolean }) => void,
    ) => void
    const isCancelled = (url: string) => {
      let cancel: boolean | undefined
      before({ url }, (answer) => (cancel = answer.cancel))
      return cancel
    }
    expect(
      ['http://example.com/', 'https://example.com/', 'ws://example.com/', 'ftp://example.com/', 'file:///etc/passwd'].map(isCancelled),
    ).not.toContain(false)
    expect(isCancelled(appAddress)).toBe(false)
    expect(built.page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//)
  })

  test('2. no Node in pages, their frames or their workers', () => {
    expect(preferences()).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false })
    expect(built.renderer).not.toMatch(/require\("(?:node:|electron)|from\s*"(?:node:|electron)/)
  })

  test('3. contexts are isolated; the preload exposes one name', () => {
    expect(preferences().contextIsolation).toBe(true)
    expect([...built.preload.matchAll(/exposeIn\w+\(\s*["'`](\w+)/g)].map(([, name]) => name)).toEqual(['footing'])
  })

  test('4. every process of a page is sandboxed, before the program is ready', () => {
    expect(preferences().sandbox).toBe(true)
    expect(built.main.indexOf('app.enableSandbox()')).toBeGreaterThan(0)
    expect(built.main.indexOf('app.enableSandbox()')).toBeLessThan(built.main.indexOf('.whenReady()'))
    expect(built.main + sources('main')).not.toMatch(/no-sandbox|sandbox: false/)
  })

  test('5. permissions are refused where they are asked for and where they are looked up, devices as well', () => {
    const { handlers, target } = recorder()
    guardSession(target as never)
    const request = handlers.get('setPermissionRequestHandler') as unknown as (
      contents: null,
      name: string,
      answer: (given: boolean) => void,
      details: object,
    ) => void
    const check = handlers.get('setPermissionCheckHandler') as unknown as (contents: null, name: string, origin: string) => boolean
    const names = [
      'media',
      'geolocation',
      'notifications',
      'midi',
      'midiSysex',
      'pointerLock',
      'fullscreen',
      'openExternal',
      'clipboard-read',
      'hid',
      'serial',
      'usb',
      'fileSystem',
      'idle-detection',
      'storage-access',
      'window-management',
      'display-capture',
      'mediaKeySystem',
      'speaker-selection',
      'keyboardLock',
      'deprecated-sync-clipboard-read',
      'unknown',
    ]
    for (const name of names) {
      let given: boolean | undefined
      request(null, name, (answer) => (given = answer), { requestingUrl: appAddress, isMainFrame: true })
      expect([name, given, check(null, name, appAddress)]).toEqual([name, false, false])
    }
    expect((handlers.get('setDevicePermissionHandler') as unknown as (details: object) => boolean)({})).toBe(false)
  })

  test('6. webSecurity stays on', () => {
    expect(preferences().webSecurity).toBe(true)
    expect(built.main).not.toMatch(/webSecurity: ?(?:false|!1)|disable-web-security|disable-site-isolation/)
  })

  test('7. a Content-Security-Policy, as a header: nothing but our own', () => {
    expect(directive('default-src')).toBe("default-src 'none'")
    expect(directive('script-src')).toBe("script-src 'self'")
    expect(directive('require-trusted-types-for')).toBe("require-trusted-types-for 'script'")
    for (const name of ['base-uri', 'form-action', 'frame-ancestors']) expect(directive(name)).toBe(`${name} 'none'`)
    for (const name of ['frame-src', 'child-src', 'object-src', 'worker-src', 'media-src']) expect(directive(name)).toBeUndefined()
    expect(policy).not.toMatch(/unsafe-|https?:|\*/)
    expect(securityHeaders['Content-Security-Policy']).toContain("default-src 'none'")
    const [, inPage = ''] = /http-equiv="Content-Security-Policy"\s+content="([^"]*)"/.exec(built.page) ?? []
    expect(inPage.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "base-uri 'none'", "require-trusted-types-for 'script'"]),
    )
    expect(inPage).not.toMatch(/unsafe-|https?:|(?<!:)\*/)
    expect(built.page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|<style/i)
  })

  test('8. allowRunningInsecureContent stays off', () => {
    expect(preferences().allowRunningInsecureContent).toBe(false)
    expect(built.main).not.toMatch(/allow-running-insecure-content|allowRunningInsecureContent: ?(?:true|!0)/)
  })

  test('9. no experimental features', () => {
    expect(preferences()).not.toHaveProperty('experimentalFeatures')
    expect(built.main).not.toMatch(/experimentalFeatures|enable-experimental-web-platform-features/)
  })

  test('10. no enableBlinkFeatures', () => {
    expect(preferences()).not.toHaveProperty('enableBlinkFeatures')
    expect(built.main).not.toMatch(/enableBlinkFeatures|enable-blink-features/)
  })

  test('11. webviews have no allowpopups: there are none', () => {
    expect(`${sources('renderer')}${built.renderer}`).not.toMatch(/<webview|createElement\(["'`]webview|allowpopups/)
  })

  test('12. webviews are refused whatever their options', () => {
    expect(preferences().webviewTag).toBe(false)
    expect(isPrevented(guardedPage().get('on:will-attach-webview'), {})).toBe(true)
  })

  test('13. no page navigates away, by itself, in a frame or by a redirect', () => {
    const page = guardedPage()
    const frame = page.get('on:will-frame-navigate')
    for (const url of [
      'https://example.com/',
      'app://footing.example/',
      'app://other/',
      'file:///etc/passwd',
      'data:text/html,x',
      'javascript:alert(1)',
      'about:blank',
    ])
      expect([url, isPrevented(frame, { url, isMainFrame: true }), isPrevented(page.get('on:will-redirect'), { url })]).toEqual([url, true, true])
    expect(isPrevented(frame, { url: appAddress, isMainFrame: false })).toBe(true)
    expect(isPrevented(frame, { url: appAddress, isMainFrame: true })).toBe(false)
  })

  test('14. no page opens a window', () => {
    const open = guardedPage().get('setWindowOpenHandler') as unknown as (details: { url: string }) => { action: string }
    for (const url of [appAddress, 'https://example.com/', 'about:blank', '']) expect(open({ url })).toEqual({ action: 'deny' })
  })

  test('15. what goes to openExternal is a parsed address of the web or of mail, by one function', () => {
    for (const address of [
      'file:///etc/passwd',
      'smb://host/share',
      '\\\\host\\share',
      'javascript:alert(1)',
      'ms-msdt:/id',
      'vscode://x',
      'data:text/html,x',
      'app://footing/',
      'https://a@b.example/',
      '',
    ])
      expect([address, parseExternalLink(address)]).toEqual([address, undefined])
    expect(parseExternalLink('HTTPS://Example.com')).toBe('https://example.com/')
    expect(sources('main').match(/\bopenExternal\(/g)).toHaveLength(1)
  })

  test('16. Electron is a version that is still supported when this is released', () => {
    const { devDependencies } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
      devDependencies: { electron: string }
    }
    expect(Number(/\d+/.exec(devDependencies.electron)?.[0])).toBeGreaterThanOrEqual(45)
  })

  test('17. the sender of every IPC message is checked, also where its frame is gone', () => {
    const main = sources('main')
    expect(main.match(/ipcMain\.(?:on|once|handle|handleOnce|addListener)\(/g)).toHaveLength(1)
    expect(main).toContain('ipcMain.on(upChannel, handle)')
    expect(readFileSync(join(import.meta.dirname, '../../src/main/ipc/window-wires.ts'), 'utf8')).toMatch(/if \(!isTrustedSender\(senderFrame\)/)
    const frame = (origin: string, parent: object | null = null, detached = false) => ({ origin, parent, detached }) as never
    expect([
      isTrustedSender(frame('app://footing')),
      isTrustedSender(null),
      isTrustedSender(frame('app://footing', {})),
      isTrustedSender(frame('app://footing', null, true)),
      isTrustedSender(frame('https://footing')),
    ]).toEqual([true, false, false, false, false])
  })

  test('18. no file: pages: the program is served by a protocol of its own, and file: has no privileges', () => {
    expect(isAppAddress(appAddress)).toBe(true)
    expect(built.main).toMatch(/protocol\.handle\((?:appScheme|"app")/)
    expect(built.main).not.toMatch(/loadFile\(|loadURL\(\s*[`"']file:|registerFileProtocol|interceptFileProtocol|bypassCSP|allowServiceWorkers/)
    expect(configuration.electronFuses?.grantFileProtocolExtraPrivileges).toBe(false)
  })

  test('19. the fuses close what a stranger could do with the binary', () => {
    expect(configuration.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      enableCookieEncryption: true,
    })
  })

  test('20. nothing of Electron is exposed to pages: three verbs, two fixed channels, no event', () => {
    expect(built.preload).not.toMatch(/exposeInMainWorld\([^,]+,\s*(?:ipcRenderer|electron|require)/)
    const channels = [...built.preload.matchAll(/ipcRenderer\.(?:on|send|invoke|sendSync|removeListener)\((\w+)/g)].map(([, name]) => name)
    expect(new Set(channels)).toEqual(new Set(['upChannel', 'downChannel']))
    expect(built.preload).not.toMatch(/sendSync|invoke\(|sendToHost|postMessage/)
  })
})
