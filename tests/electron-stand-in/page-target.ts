// One page in Chromium: made, followed, spoken with. Web contents are its face towards the program.

import { chromium } from './chromium.ts'
import type { DevTools, DevToolsConnection } from './devtools/connection.ts'
import { Frames } from './frames.ts'
import { type PreloadScripts, preloadScripts, preloadWorld } from './page/preload-scripts.ts'

export type PageTarget = {
  id: string
  connection: DevToolsConnection
  page: DevTools
  frames: Frames
  scripts: PreloadScripts | undefined
  /** Of the window around the page: headless Chromium's windows have one. */
  frameHeight: number
}

/** Pages that the program made. */
const made = new Set<string>()
const attached = new Map<string, PromiseWithResolvers<string>>()
let creations: Promise<unknown> = Promise.resolve()

/** With the preload in place and everything followed, before any address is loaded. */
export async function makePageTarget(size: { width: number; height: number }, preloadPath: string | undefined): Promise<PageTarget> {
  const connection = await chromium()
  const creation = connection.browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, ...size })
  creations = Promise.allSettled([creations, creation.then(({ targetId }) => made.add(targetId))])
  const { targetId: id } = await creation
  const page = connection.session(await sessionOf(id).promise)
  const frames = new Frames(id)
  frames.follow(page)
  const scripts = preloadPath === undefined ? undefined : preloadScripts(preloadPath)
  await Promise.all([
    page.send('Page.enable'),
    page.send('Runtime.enable'),
    page.send('Inspector.enable'),
    page.send('Page.setLifecycleEventsEnabled', { enabled: true }),
    ...(scripts
      ? [
          page.send('Runtime.addBinding', { name: scripts.binding, executionContextName: preloadWorld }),
          page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page }),
          page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: preloadWorld }),
        ]
      : []),
    page.send('Runtime.runIfWaitingForDebugger'),
  ])
  const { result } = await page.send('Runtime.evaluate', { expression: 'outerHeight - innerHeight', returnByValue: true })
  return { id, connection, page, frames, scripts, frameHeight: Number(result.value) }
}

/**
 * Before anybody else follows them: of several sessions that intercept a page's requests, Chromium asks the one first that came last. So a test's
 * routes come before the program's answers.
 *
 * A page that a page opened waits here before its first request, and is closed: whatever it asked for went to `setWindowOpenHandler`.
 */
export async function followTargets({ browser, session }: DevToolsConnection): Promise<void> {
  browser.on('Target.attachedToTarget', async ({ sessionId, targetInfo: { targetId, type } }) => {
    if (type !== 'page') return void (await session(sessionId).send('Runtime.runIfWaitingForDebugger'))
    sessionOf(targetId).resolve(sessionId)
    await creations
    if (!made.has(targetId)) await browser.send('Target.closeTarget', { targetId })
  })
  await browser.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: true, flatten: true })
}

function sessionOf(id: string): PromiseWithResolvers<string> {
  const found = attached.get(id) ?? Promise.withResolvers<string>()
  attached.set(id, found)
  return found
}
