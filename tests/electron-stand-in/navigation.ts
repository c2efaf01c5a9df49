// How a page comes to another address: told to the program as Electron tells it, and refused where the program says so.

import { setTimeout as delay } from 'node:timers/promises'
import { fromChromium, schemeOf } from './devtools/addresses.ts'
import { emitPreventable } from './events.ts'
import type { PageTarget } from './page-target.ts'
import type { WebContents } from './web-contents.ts'

type Navigation = { mayNavigate: (frameId: string, address: string, isRedirect: boolean) => Promise<boolean> }

const overtakingMs = 40
/** Chromium asks the network for these, where they can be stopped; the others it would hand to another program or refuse by itself. */
const requested: ReadonlySet<string> = new Set(['http', 'https'])

export function followNavigation(contents: WebContents, { page, frames }: PageTarget): Navigation {
  /** What pages asked for themselves: where the program loads an address, it is not asked whether it may. */
  const wanted = new Map<string, string>()
  const detailsOf = (frameId: string, url: string, isSameDocument = false) => ({
    url,
    isMainFrame: frames.isMain(frameId),
    isSameDocument,
    frame: frames.withId(frameId),
    initiator: frames.withId(frameId),
  })
  const asksToStay = (frameId: string, url: string) => {
    const details = detailsOf(frameId, url)
    const isStopped = emitPreventable(contents, 'will-frame-navigate', details)
    const isStoppedInMain = details.isMainFrame && emitPreventable(contents, 'will-navigate', details, url)
    return isStopped || isStoppedInMain
  }

  page.on('Page.frameRequestedNavigation', ({ frameId, url, disposition }) => {
    if (disposition !== 'currentTab') return
    const address = fromChromium(url)
    if (requested.has(schemeOf(url))) wanted.set(frameId, address)
    else asksToStay(frameId, address)
  })
  page.on('Page.frameStartedNavigating', ({ frameId, url, navigationType }) => {
    const isSameDocument = /sameDocument/i.test(navigationType)
    const details = detailsOf(frameId, fromChromium(url), isSameDocument)
    emitPreventable(contents, 'did-start-navigation', details, details.url, isSameDocument, details.isMainFrame)
  })
  page.on('Page.frameNavigated', ({ frame }) => {
    if (frames.isMain(frame.id)) emitPreventable(contents, 'did-navigate', {}, fromChromium(frame.url), 200, 'OK')
  })
  page.on('Page.navigatedWithinDocument', ({ frameId, url }) =>
    emitPreventable(contents, 'did-navigate-in-page', {}, fromChromium(url), frames.isMain(frameId)),
  )
  page.on('Page.windowOpen', ({ url }) => contents.askToOpen(fromChromium(url)))

  return {
    mayNavigate: async (frameId, address, isRedirect) => {
      if (isRedirect) return !emitPreventable(contents, 'will-redirect', detailsOf(frameId, address), address)
      // What the page asks for is told by the page, and what the network asks for by the browser: one may overtake the other. Whatever is asked of
      // the page itself meanwhile waits until it has navigated.
      if (!wanted.has(frameId) && !contents.loadsItself(address)) await delay(overtakingMs)
      if (wanted.get(frameId) !== address) return true
      wanted.delete(frameId)
      return !asksToStay(frameId, address)
    },
  }
}
