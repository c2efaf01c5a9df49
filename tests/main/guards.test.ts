// What a page may not do: leave, open windows, embed, ask for permissions, reach a network.

import { EventEmitter } from 'node:events'
import { beforeEach, describe, expect, test, vi } from 'vitest'

const opened: string[] = []
// Electron cannot run in a test: what it hands to the system is written down instead.
vi.mock('electron', () => ({ shell: { openExternal: (address: string) => Promise.resolve(void opened.push(address)) } }))
const { openExternally, parseExternalLink } = await import('../../src/main/security/external-links.ts')
const { guardContents } = await import('../../src/main/security/guard-contents.ts')
const { guardSession, isLocalRequest } = await import('../../src/main/security/guard-session.ts')
const { isAppAddress, isTrustedSender } = await import('../../src/main/security/trusted-sender.ts')

beforeEach(() => void opened.splice(0))

test.each([
  ['https://example.com/a?b=c#d', 'https://example.com/a?b=c#d'],
  ['HTTPS://EXAMPLE.COM', 'https://example.com/'],
  ['http://example.com/', 'http://example.com/'],
  ['mailto:a@example.com?subject=x', 'mailto:a@example.com?subject=x'],
  [' \thttps://example.com/', 'https://example.com/'],
  ['file:///etc/passwd', undefined],
  ['javascript:alert(1)', undefined],
  ['java\nscript:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['smb://host/share', undefined],
  ['ms-msdt:/id', undefined],
  ['app://footing/', undefined],
  ['https://user:word@example.com/', undefined],
  ['example.com', undefined],
  ['//example.com', undefined],
  ['', undefined],
])('the link %j goes out as %j', (address, expected) => {
  expect(parseExternalLink(address)).toBe(expected)
})

test.each([
  ['app://footing/', true],
  ['app://footing/#/insights?insight=insight%3Aa', true],
  ['app://footing.example/', false],
  ['app://footing@example/', false],
  ['app://x@footing/', false],
  ['app://footing:1/', false],
  ['https://footing/', false],
  ['about:blank', false],
])('%j is ours: %j', (address, expected) => {
  expect(isAppAddress(address)).toBe(expected)
})

test.each([
  ['app://footing/assets/index.js', true],
  ['blob:app://footing/0f', true],
  ['data:image/png;base64,AA==', true],
  ['app://other/', false],
  ['https://example.com/pixel.png', false],
  ['http://127.0.0.1:9222/json', false],
  ['ws://127.0.0.1/', false],
  ['file:///etc/passwd', false],
  ['ftp://example.com/', false],
])('a request to %j stays inside: %j', (address, expected) => {
  expect(isLocalRequest(address)).toBe(expected)
})

test('only the top frame of our own page is trusted, and never a frame that is gone', () => {
  const frame = (origin: string, parent: unknown = null, detached = false) => ({ origin, parent, detached }) as Parameters<typeof isTrustedSender>[0]
  expect(isTrustedSender(frame('app://footing'))).toBe(true)
  expect(isTrustedSender(null)).toBe(false)
  expect(isTrustedSender(frame('app://footing', null, true))).toBe(false)
  expect(isTrustedSender(frame('app://footing', frame('app://footing')))).toBe(false)
  for (const origin of ['app://footing.example', 'https://footing', 'null', 'file://', '']) expect(isTrustedSender(frame(origin))).toBe(false)
})

test('a link that others on the network can read along opens only where the person wants it', async () => {
  await openExternally('http://example.com/old', async () => false)
  expect(opened).toEqual([])
  await openExternally('http://example.com/old', async (link) => link === 'http://example.com/old')
  await openExternally('https://example.com/', () => Promise.reject(new Error('asked about an encrypted link')))
  expect(opened).toEqual(['http://example.com/old', 'https://example.com/'])
})

describe('a page', () => {
  type OpenHandler = (details: { url: string }) => { action: string }
  const makePage = () => {
    const app = new EventEmitter()
    const contents = Object.assign(new EventEmitter(), { openHandler: undefined as OpenHandler | undefined, setWindowOpenHandler })
    function setWindowOpenHandler(this: { openHandler: OpenHandler | undefined }, handler: OpenHandler) {
      this.openHandler = handler
    }
    guardContents(app as unknown as Parameters<typeof guardContents>[0], (address) => void openExternally(address, async () => false))
    app.emit('web-contents-created', {}, contents)
    return contents
  }
  const isStopped = (contents: EventEmitter, event: string, details: object) => {
    let stopped = false
    contents.emit(event, { ...details, preventDefault: () => (stopped = true) })
    return stopped
  }

  test('stays on its address; links go to the system’s programs', () => {
    const contents = makePage()
    expect(isStopped(contents, 'will-frame-navigate', { url: 'app://footing/', isMainFrame: true })).toBe(false)
    expect(isStopped(contents, 'will-frame-navigate', { url: 'https://example.com/', isMainFrame: true })).toBe(true)
    expect(isStopped(contents, 'will-frame-navigate', { url: 'file:///home/me/dropped.html', isMainFrame: true })).toBe(true)
    expect(isStopped(contents, 'will-frame-navigate', { url: 'https://frame.example/', isMainFrame: false })).toBe(true)
    expect(isStopped(contents, 'will-redirect', { url: 'https://example.com/' })).toBe(true)
    expect(isStopped(contents, 'will-attach-webview', {})).toBe(true)
    expect(opened).toEqual(['https://example.com/'])
  })

  test('opens no window', () => {
    const contents = makePage()
    expect(contents.openHandler?.({ url: 'https://example.com/a' })).toEqual({ action: 'deny' })
    expect(contents.openHandler?.({ url: 'javascript:alert(1)' })).toEqual({ action: 'deny' })
    expect(opened).toEqual(['https://example.com/a'])
  })
})

test('the session grants copying out to our page and nothing else, and lets no request leave', () => {
  type Handlers = {
    check: (contents: null, permission: string, origin: string) => boolean
    request: (contents: null, permission: string, callback: (isGranted: boolean) => void, details: object) => void
    device: () => boolean
    before: (details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void
  }
  const handlers: Partial<Handlers> = {}
  let spelling: boolean | undefined
  guardSession({
    setPermissionCheckHandler: (handler: Handlers['check']) => (handlers.check = handler),
    setPermissionRequestHandler: (handler: Handlers['request']) => (handlers.request = handler),
    setDevicePermissionHandler: (handler: Handlers['device']) => (handlers.device = handler),
    setDisplayMediaRequestHandler: () => {},
    setSpellCheckerEnabled: (isEnabled: boolean) => (spelling = isEnabled),
    webRequest: { onBeforeRequest: (handler: Handlers['before']) => (handlers.before = handler) },
  } as unknown as Parameters<typeof guardSession>[0])
  const isGranted = (permission: string, requestingUrl: string, isMainFrame = true) => {
    let answer: boolean | undefined
    handlers.request?.(null, permission, (given) => (answer = given), { requestingUrl, isMainFrame })
    return answer
  }
  expect(isGranted('clipboard-sanitized-write', 'app://footing/')).toBe(true)
  expect(isGranted('clipboard-sanitized-write', 'https://example.com/')).toBe(false)
  expect(isGranted('clipboard-sanitized-write', 'app://footing/', false)).toBe(false)
  for (const permission of ['clipboard-read', 'geolocation', 'media', 'notifications', 'openExternal', 'fileSystem', 'unknown'])
    expect(isGranted(permission, 'app://footing/')).toBe(false)
  expect(handlers.check?.(null, 'clipboard-sanitized-write', 'app://footing/')).toBe(true)
  expect(handlers.check?.(null, 'clipboard-read', 'app://footing/')).toBe(false)
  expect(handlers.device?.()).toBe(false)
  expect(spelling).toBe(false)
  const cancelled = (url: string) => {
    let cancel: boolean | undefined
    handlers.before?.({ url }, (answer) => (cancel = answer.cancel))
    return cancel
  }
  expect([cancelled('app://footing/'), cancelled('https://example.com/')]).toEqual([false, true])
})
